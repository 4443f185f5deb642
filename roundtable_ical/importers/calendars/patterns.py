"""RRULE -> a rule of days that ends, as a programme has them."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from roundtable_ical.errors import InvalidField
from roundtable_ical.importers.calendars.clocks import Clocks
from roundtable_ical.importers.calendars.planned import Planned
from roundtable_ical.importers.calendars.stamps import Stamp
from roundtable_ical.importers.draft import Draft
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.recurrence import LIMIT, LONGEST, checked_rule, days

_DAYS = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_CLOCK_PARTS = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})
_PARTS = frozenset(
    {
        *("FREQ", "COUNT", "UNTIL", "INTERVAL", "WKST"),
        *("BYDAY", "BYMONTHDAY", "BYMONTH", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"),
    }
)
_SELDOM = re.compile("BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYSETPOS")
_LONGEST_RULE = 500
_LONGEST_PART = 40
_MOST_BARREN = 3
_YEAR = timedelta(days=365)


class Patterns:
    """Reads the RRULEs of one calendar; what had to be changed in one is told."""

    def __init__(self, draft: Draft, clocks: Clocks) -> None:
        self._draft = draft
        self._clocks = clocks
        self._barren = 0

    def rule(self, master: Planned) -> str | None:
        """Return the rule of *master*; None where it is taken only once, which is told."""
        text = re.sub(r"\s+", "", master.item.every("RRULE")[0].value).upper().strip(";")
        parts = dict(part.partition("=")[::2] for part in text.split(";"))
        if len(text) > _LONGEST_RULE or parts.get("FREQ") not in _DAYS:
            return self._once_only(master, "it repeats by the hour or in no known way")
        if self._barren >= _MOST_BARREN and _SELDOM.search(text):
            return self._once_only(master, "too many rules in the file have no day at all")
        parts = {name: value for name, value in parts.items() if name in _PARTS}
        if until := parts.get("UNTIL"):
            parts.pop("COUNT", None)
            parts["UNTIL"] = self._last_day(master, until) or until
        elif "COUNT" not in parts:
            parts["UNTIL"] = self._an_end(master)
        try:
            rule = self._bounded(master, checked_rule(_joined(parts)))
            ruled_days(rule, master.start.day)
        except InvalidField as error:
            self._barren += "no day" in error.reason
            return self._once_only(master, f"{error.value!r} {error.reason}")
        return rule

    def clock_parts(self, master: Planned) -> list[str]:
        """Return the parts of the rule of *master* that say other times than its start."""
        parts = master.item.every("RRULE")[0].value.upper().replace(" ", "").split(";")
        usual = master.start.wall
        same = {f"BYHOUR={usual.hour}", f"BYMINUTE={usual.minute}", "BYSECOND=0"}
        return [
            part
            for part in parts
            if part.partition("=")[0] in _CLOCK_PARTS
            and part not in same
            and len(part) < _LONGEST_PART
        ]

    def _an_end(self, master: Planned) -> str:
        """Return the last day for a rule that never ends: a year from now, or from its start."""
        first, moment = master.start.day, self._draft.source.given.moment.date()
        near = first < moment < first + LONGEST - _YEAR
        last = (moment if near else first) + _YEAR
        message = f"{master.values['title']!r} repeats without end; it was ended at {last}"
        told = Problem.inferred("series-ended", (), message, sure=0.3, hint="write its last day")
        self._draft.tell(told, master.line)
        return f"{last:%Y%m%d}"

    def _last_day(self, master: Planned, until: str) -> str | None:
        """Return the last day of a rule that ends at *until*, which may be a moment in UTC."""
        match = re.fullmatch(r"(\d{8})T(\d{4})(?:\d\d)?(Z?)", until)
        try:
            wall = datetime.strptime(match[1] + match[2], "%Y%m%d%H%M") if match else None  # noqa: DTZ007  # on a clock
        except ValueError:
            return None
        if match is None or wall is None:
            return None
        if match[3] and not master.start.all_day:
            moment = self._clocks.moment(Stamp(wall, zone="UTC"))
            wall = self._clocks.wall(moment, master.start.zone)
        if wall.time() < master.start.wall.time() and not master.start.all_day:
            wall -= timedelta(days=1)
        return f"{wall:%Y%m%d}"

    def _bounded(self, master: Planned, rule: str) -> str:
        """Return *rule* with no more days than a programme can have."""
        parts = dict(part.split("=") for part in rule.split(";"))
        last = f"{master.start.day + LONGEST - timedelta(days=7):%Y%m%d}"
        far = parts.get("UNTIL", "0") > last
        if not far:
            try:
                ruled_days(rule, master.start.day)
            except InvalidField as error:
                if not any(words in error.reason for words in ("too many", "five years")):
                    raise
            else:
                return rule
        count = int(parts.pop("COUNT", LIMIT))
        shorter = {**parts, "UNTIL": min(parts.pop("UNTIL", last), last)}
        try:
            found = ruled_days(_joined(shorter), master.start.day)[:count]
        except InvalidField as error:
            if "too many" not in error.reason:
                raise
            ended = _joined({**parts, "COUNT": str(LIMIT)})
        else:
            ended = _joined({**shorter, "UNTIL": f"{found[-1]:%Y%m%d}"})
        message = f"{master.values['title']!r} has more than {LIMIT} days, or goes on for more "
        told = Problem.warning("series-cut", (), f"{message}than five years; it was ended")
        self._draft.tell(told, master.line)
        return ended

    def _once_only(self, master: Planned, reason: str) -> str | None:
        """Tell that *master* is taken once, because of *reason*; return no rule."""
        message = f"{master.values['title']!r} was taken once: {reason}"
        hint = "write its other times by hand"
        self._draft.tell(Problem.warning("series-not-understood", (), message, hint), master.line)
        return None


@lru_cache(maxsize=2048)
def ruled_days(rule: str, first: date) -> tuple[date, ...]:
    """Return the days of *rule* from *first* on.

    Raises:
        InvalidField: there are too many, or none.
    """
    return tuple(days(rule, first))


def _joined(parts: dict[str, str]) -> str:
    return ";".join(f"{name}={value}" for name, value in parts.items())
