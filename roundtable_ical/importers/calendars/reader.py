"""From the bytes of a calendar to an event."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import PurePath
from zoneinfo import ZoneInfo

from roundtable_ical import zones
from roundtable_ical.importers.calendars.clocks import Clocks, named_zone
from roundtable_ical.importers.calendars.components import Component, TooDeep, tree
from roundtable_ical.importers.calendars.lines import content_lines
from roundtable_ical.importers.calendars.planned import Desk, Planned
from roundtable_ical.importers.calendars.series import Once, Series
from roundtable_ical.importers.calendars.stamps import Stamp, Unreadable, stamp
from roundtable_ical.importers.calendars.texts import text, title
from roundtable_ical.importers.decoded import Undecodable
from roundtable_ical.importers.draft import Draft, Ids, refused
from roundtable_ical.importers.homes import asked, given_zone, zone_of_places
from roundtable_ical.importers.listings import tell_only_place
from roundtable_ical.importers.spans import Timed, ended, span, whole_minute
from roundtable_ical.ports import Source
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.reading import Reading
from roundtable_ical.programme.texts import TEXT_LIMIT, shortened, suggested_slug

LARGEST = 20_000_000
MOST = 20_000
_MOST_ZONES = 5
_EXPORT = "export it again as iCalendar (.ics)"
_MINUTE = timedelta(minutes=1)
_OTHERS = ("VTODO", "VJOURNAL", "VFREEBUSY")


def read(source: Source) -> Reading:
    """Return the event in *source* and every problem."""
    if len(source.content) > LARGEST:
        message = f"the file has {len(source.content) // 1_000_000} MB"
        hint = f"at most {LARGEST // 1_000_000} MB are possible; export fewer events"
        return refused(source, Problem.error("too-large", (), message, hint))
    if not source.content.strip(b"\xef\xbb\xbf \t\r\n\0"):
        return refused(source, Problem.error("empty", (), "the file is empty", _EXPORT))
    try:
        lines, problems = content_lines(source.content)
        root, misplaced = tree(lines)
    except Undecodable as error:
        return refused(source, Problem.error("not-a-calendar", (), str(error), _EXPORT))
    except TooDeep as error:
        return refused(source, Problem.error("too-deep", (), str(error), _EXPORT), error.line)
    items = list(root.inside("VEVENT"))
    if len(items) > MOST:
        message = f"the file has {len(items):,} events"
        hint = f"at most {MOST:,} are possible; export fewer"
        return refused(source, Problem.error("too-many", (), message, hint))
    draft = Draft(source)
    for problem in problems:
        draft.tell(problem)
    for line, problem in misplaced:
        draft.tell(problem, line)
    if not items:
        message = "there is no event (VEVENT) in the file"
        return refused(source, Problem.error("no-events", (), message, _EXPORT), 1)
    return _Calendar(draft, root).reading(items)


class _Calendar:
    """One file on its way to an event."""

    def __init__(self, draft: Draft, root: Component) -> None:
        self._draft = draft
        self._root = root
        self._ids = Ids()

    def reading(self, items: Sequence[Component]) -> Reading:
        draft = self._draft
        whole = [item for item in items if self._kept(item)]
        home = self._home(whole)
        definitions = {
            name.value: part
            for part in self._root.inside("VTIMEZONE")
            if (name := part.first("TZID"))
        }
        clocks = Clocks(home, definitions)
        self._head(home)
        desk = Desk(draft, clocks)
        method = self._said("METHOD")
        plans = [
            plan
            for item in whole
            if (plan := desk.planned(item, called_off_all=method.upper() == "CANCEL"))
        ]
        if not plans:
            message = "there is no event in the file that is whole and has a day"
            draft.tell(Problem.error("no-events", (), message, _EXPORT))
            return Reading(event=None, problems=tuple(draft.problems))
        series = Series(draft, clocks)
        found: list[Once] = []
        for group in self._groups(plans):
            masters = [plan for plan in group if plan.instance is None]
            others = [plan for plan in group if plan.instance is not None]
            if masters:
                found += series.occurrences(masters[0], others)
            else:
                found += [Once(each, each.start.wall) for each in others]
            if len(found) > MOST:
                message = f"the events repeat to more than {MOST:,}; the rest was left out"
                draft.tell(Problem.warning("too-many", (), message), group[0].line)
                break
        self._schedule(found, clocks)
        self._left(clocks)
        tell_only_place(draft)
        return draft.reading()

    def _kept(self, item: Component) -> bool:
        if item.whole:
            return True
        said = item.first("SUMMARY")
        called = f" ({shortened(title(said))!r})" if said else ""
        message = f"the file ends inside of this event{called}; it was left out"
        hint = "the file was cut off: export it again"
        self._draft.tell(Problem.warning("cut-off", (), message, hint), item.line)
        return False

    def _home(self, items: Iterable[Component]) -> ZoneInfo:
        """Return the zone of the event: given, stated, used most, or asked for."""
        if zone := given_zone(self._draft.source.given):
            return zone
        stated = self._said("X-WR-TIMEZONE", "TIMEZONE-ID", "TZ")
        if stated and (zone := named_zone(stated)) and not zones.universal(zone):
            return zone
        used: Counter[str] = Counter()
        floating = False
        for item in items:
            begin = item.first("DTSTART")
            try:
                read = stamp(begin) if begin else None
            except Unreadable:
                continue
            if read and read.zone:
                used[read.zone] += 1
            floating = floating or bool(read and read.zone is None)
        for name, _ in used.most_common(_MOST_ZONES):
            if (zone := self._own_zone(name)) and not zones.universal(zone):
                return zone
        places = {title(line) for item in items for line in item.every("LOCATION")[:1]}
        if zone := zone_of_places(sorted(places)):
            message = f"no time zone is stated; {zone.key} was taken, that of the place"
            self._draft.tell(asked(zone, message, 0.7))
            return zone
        how = "no time zone is stated" if floating else "all times are in UTC"
        self._draft.tell(asked(zones.zone("UTC"), f"{how}; UTC was taken for the event", 0.2))
        return zones.zone("UTC")

    def _own_zone(self, name: str) -> ZoneInfo | None:
        for part in self._root.inside("VTIMEZONE"):
            place, tzid = part.first("X-LIC-LOCATION"), part.first("TZID")
            if tzid and place and tzid.value == name and (zone := named_zone(place.value)):
                return zone
        return named_zone(name)

    def _head(self, home: ZoneInfo) -> None:
        """Say what the whole calendar is called."""
        draft = self._draft
        name = self._said("X-WR-CALNAME", "NAME")
        if not name:
            stem = PurePath(draft.source.name.replace("\\", "/")).stem
            name = " ".join(re.split(r"[\s_-]+", stem)).strip() or "Calendar"
            message = f"the calendar has no name; {name!r} was taken from the file's"
            hint = "write the title of the event"
            draft.tell(Problem.inferred("title-inferred", ("title",), message, sure=0.3, hint=hint))
        said = shortened(" ".join(name.split()), 500)
        draft.values |= {"id": Ids().new(said), "title": said, "timezone": home.key}
        told = self._said("X-WR-CALDESC", "DESCRIPTION")
        if told and told != name:
            draft.values["background"] = told[:TEXT_LIMIT]

    def _said(self, *names: str) -> str:
        """Return the first property of these *names* that a calendar in the file has."""
        calendars = [*self._root.inside("VCALENDAR"), self._root]
        found = (line for name in names for each in calendars if (line := each.first(name)))
        line = next(found, None)
        return text(line).strip() if line else ""

    def _groups(self, plans: Sequence[Planned]) -> list[list[Planned]]:
        """Return the plans of each UID together, in the order of the file, each one once."""
        groups: dict[object, list[Planned]] = defaultdict(list)
        for position, plan in enumerate(plans):
            groups[plan.uid or position].append(plan)
        found: list[list[Planned]] = []
        for group in groups.values():
            latest: dict[object, Planned] = {}
            for plan in group:
                key: object = (plan.instance, plan.start if plan.instance is None else None)
                known = latest.get(key)
                if known is not None and _another(plan, known):
                    key, known = (key, plan.values["title"], plan.values.get("venue")), None
                if known is None or plan.sequence >= known.sequence:
                    latest[key] = plan
            kept = self._newest(list(latest.values()))
            if gone := len(group) - len(kept):
                message = f"{gone} earlier versions of {kept[0].values['title']!r} were left out"
                told = Problem.inferred("repeated", (), message, sure=0.9)
                self._draft.tell(told, kept[0].line)
            masters = [plan for plan in kept if plan.instance is None]
            found += [[plan] for plan in masters[1:]]
            found.append([*masters[:1], *(plan for plan in kept if plan.instance is not None)])
        return sorted((group for group in found if group), key=lambda group: group[0].line)

    def _newest(self, plans: list[Planned]) -> list[Planned]:
        """Leave out what a later version of the same UID has moved.

        Programs that give several events one UID give all of them one SEQUENCE as well.
        """
        masters = [plan.sequence for plan in plans if plan.instance is None]
        newest = max(masters, default=0)
        return [each for each in plans if each.instance is not None or each.sequence == newest]

    def _schedule(self, found: Sequence[Once], clocks: Clocks) -> None:
        draft = self._draft
        segments = draft.values.setdefault("segments", [])
        timed: list[Timed] = []
        for once in found:
            path = ("segments", len(segments))
            plan = once.plan
            begin = clocks.moment(self._stamp(plan, once.wall))
            end = None
            if plan.length:
                end = clocks.moment(self._stamp(plan, once.wall + plan.length))
                end = end if end - begin >= _MINUTE else None
            draft.lines[path] = plan.line
            if whole_minute(begin) != begin:
                message = f"it begins at {begin:%H:%M:%S}; a programme has whole minutes"
                told = Problem.warning("seconds", (*path, "start"), message)
                draft.tell(told)
            values = dict(plan.values)
            if once.repeat is not None:
                values["repeat"] = dict(once.repeat)
            values = {"id": self._ids.new(str(values["title"])), **values}
            if values["status"] == "confirmed":
                del values["status"]
            segments.append(values)
            timed.append(Timed(path=path, start=begin, end=end, room=str(values.get("venue", ""))))
            if plan.start.all_day:
                message = "it is the whole day; it was given the hours from 00:00 to 24:00"
                told = Problem.inferred("all-day", (*path, "start"), message, sure=0.6)
                draft.tell(told)
        home = clocks.home
        for each, end, problem in ended(timed):
            segments[each.path[1]].update(span(each.start, end, home))
            if problem:
                draft.tell(problem)

    def _stamp(self, plan: Planned, wall: datetime) -> Stamp:
        return Stamp(wall, all_day=plan.start.all_day, zone=plan.start.zone)

    def _left(self, clocks: Clocks) -> None:
        """Tell what was not taken, and how zones were read."""
        draft = self._draft
        for problem in dict(clocks.problems).values():
            draft.tell(problem)
        for name in _OTHERS:
            if items := list(self._root.inside(name)):
                message = f"{len(items)} {name} were left out; only events are read"
                draft.tell(Problem.warning("not-an-event", (), message), items[0].line)
        private = [
            item
            for item in self._root.inside("VEVENT")
            if (kind := item.first("CLASS")) and kind.value.upper() in {"PRIVATE", "CONFIDENTIAL"}
        ]
        if private:
            message = f"{len(private)} events are marked as private, the first one here"
            hint = "take out what should not be published"
            draft.tell(Problem.warning("private", (), message, hint), private[0].line)
        draft.values["id"] = suggested_slug(draft.values["id"])


def _another(plan: Planned, known: Planned) -> bool:
    """Whether *plan* is another event than *known*, by a program that gives both one UID.

    A later version of an event differs in its SEQUENCE, or in when it was written.
    """
    fields = ("title", "venue")
    if all(plan.values.get(field) == known.values.get(field) for field in fields):
        return False
    stamps = ("DTSTAMP", "LAST-MODIFIED")
    written = [
        [line and line.value for line in map(each.item.first, stamps)] for each in (plan, known)
    ]
    return plan.instance is None and plan.sequence == known.sequence and written[0] == written[1]
