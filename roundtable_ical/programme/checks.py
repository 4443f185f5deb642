"""What an organiser should look at again. Warnings only: errors keep an event from existing."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import get_args

from roundtable_ical import zones
from roundtable_ical.programme.base import Part
from roundtable_ical.programme.bookings import double_bookings, paths_of
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.people import Appearance, Speaker
from roundtable_ical.programme.problems import Path, Problem
from roundtable_ical.programme.segments import Status
from roundtable_ical.programme.texts import BIDI_CONTROLS, Line, Text, shortened, suggested_slug

LONG_LINE = 255
LONG_TEXT = 8_000
LONG_SEGMENT_HOURS = 12


def warnings(event: SideEvent) -> tuple[Problem, ...]:
    """Return every warning about *event*, in the file's order."""
    texts = tuple(_texts(event, ()))
    found = chain(
        _outside_hours(event),
        _outside_days(event),
        double_bookings(event),
        _unused(event),
        _to_be_confirmed(event),
        _withheld_names(event),
        _long_segments(event),
        _words(texts),
        _languages(event, texts),
        _cities(event),
    )
    sections = list(type(event).model_fields)
    return tuple(sorted(found, key=lambda problem: _reading_order(sections, problem.where.path)))


def _reading_order(sections: Sequence[str], path: Path) -> tuple[int, int]:
    position = path[1] if len(path) > 1 and isinstance(path[1], int) else -1
    return sections.index(str(path[0])), position


def _outside_hours(event: SideEvent) -> Iterator[Problem]:
    if event.hours is None:
        return
    paths = paths_of(event)
    for item in event.occurrences:
        early = item.start.time() < event.hours.start.time
        late = item.end.time() > event.hours.end.time or item.end.date() != item.start.date()
        if not item.cancelled and (early or late):
            field = "start" if early else "end"
            yield Problem.warning(
                "outside-hours",
                (*paths[item.id], field),
                f"{item.id!r} is from {item.start:%H:%M} to {item.end:%H:%M}, outside the stated "
                f"hours {event.hours}",
                "move it, or correct `hours`; both are kept as they are",
            )


def _outside_days(event: SideEvent) -> Iterator[Problem]:
    days = event.days
    paths = paths_of(event)
    for item in event.occurrences:
        if days and item.start.date() not in days:
            stated = ", ".join(map(str, days))
            yield Problem.warning(
                "outside-days",
                (*paths[item.id], *_where_its_day_is(event, paths[item.id], item)),
                f"{item.id!r} is on {item.start.date()}, which is no day of the event ({stated})",
                "correct the day, or add it to `dates`",
            )


def _where_its_day_is(event: SideEvent, path: Path, item: Occurrence) -> Path:
    """Return the field that puts *item*, of the segment at *path*, on its day."""
    repeat = event.segments[int(path[1])].repeat
    day = item.rule_day
    if repeat is None or day is None:
        return ("date",)
    if day in repeat.changes and repeat.changes[day].date:
        return ("repeat", "changes", str(day), "date")
    return ("repeat", "also") if day in repeat.also else ("repeat", "rule")


def _unused(event: SideEvent) -> Iterator[Problem]:
    used_themes = set(chain.from_iterable(segment.themes for segment in event.segments))
    appearing = {part.speaker for segment in event.segments for part in segment.speakers}
    for segment in event.segments:
        for changes in segment.repeat.changes.values() if segment.repeat else ():
            appearing.update(part.speaker for part in changes.speakers or ())
    for position, theme in enumerate(event.themes):
        if theme.id not in used_themes:
            yield Problem.warning(
                "unused-theme",
                ("themes", position),
                f"no segment has the theme {theme.id!r}",
                f"write `themes: [{theme.id}]` in the segments about it, or remove it",
            )
    for position, speaker in enumerate(event.speakers):
        if speaker.id not in appearing:
            yield Problem.warning(
                "unused-speaker",
                ("speakers", position),
                f"the speaker {speaker.id!r} is in no segment",
                f"write `speakers: [{speaker.id}]` in a segment, or remove the speaker",
            )


def _to_be_confirmed(event: SideEvent) -> Iterator[Problem]:
    for position, speaker in enumerate(event.speakers):
        if speaker.tbc:
            yield Problem.warning(
                "tbc-open",
                ("speakers", position, "tbc"),
                f"{_called(speaker)} is still to be confirmed",
                "when confirmed, add the name and remove `tbc`",
            )
    for position, segment in enumerate(event.segments):
        yield from _tbc_appearances(segment.id, segment.speakers, ("segments", position))
        for day, changes in segment.repeat.changes.items() if segment.repeat else ():
            place: Path = ("segments", position, "repeat", "changes", str(day))
            told = f"{segment.id} on {day}"
            yield from _tbc_appearances(told, changes.speakers or (), place)
            if changes.status is Status.UNSCHEDULED:
                yield _untimed(told, (*place, "status"))
        if not segment.scheduled:
            yield _untimed(segment.id, ("segments", position))


def _tbc_appearances(
    segment: str, appearances: Sequence[Appearance], path: Path
) -> Iterator[Problem]:
    for number, appearance in enumerate(appearances):
        if appearance.tbc:
            yield Problem.warning(
                "tbc-open",
                (*path, "speakers", number, "tbc"),
                f"{appearance.speaker!r} is still to be confirmed for {segment!r}",
                "when confirmed, remove `tbc`",
            )


def _untimed(segment: str, path: Path) -> Problem:
    return Problem.warning(
        "unscheduled",
        path,
        f"{segment!r} has no time yet; it is listed, and in no calendar",
        "add `start` and `end` when they are known",
    )


def _withheld_names(event: SideEvent) -> Iterator[Problem]:
    """Warn where an id, which is in public addresses, tells a name that may not be said."""
    for position, speaker in enumerate(event.speakers):
        if speaker.consent or not speaker.name:
            continue
        words = {word for name in speaker.name.versions for word in suggested_slug(name).split("-")}
        told = sorted(words & set(speaker.id.split("-")))
        if told:
            yield Problem.warning(
                "name-in-id",
                ("speakers", position, "id"),
                f"{speaker.id!r} is in public addresses and tells a name without consent",
                "write an id that does not, as speaker-3",
            )


def _called(speaker: Speaker) -> str:
    return speaker.public_name(None) or speaker.place_words(None) or speaker.id


def _long_segments(event: SideEvent) -> Iterator[Problem]:
    paths = paths_of(event)
    for item in event.occurrences:
        if item.minutes > LONG_SEGMENT_HOURS * 60:
            yield Problem.warning(
                "long-segment",
                (*paths[item.id], "end"),
                f"{item.id!r} lasts {item.minutes // 60} hours",
                "check the day of its start and end",
            )


def _words(texts: Sequence[tuple[Path, Text]]) -> Iterator[Problem]:
    for path, text in texts:
        limit = LONG_LINE if isinstance(text, Line) else LONG_TEXT
        for version in text.versions:
            if len(version) > limit:
                yield Problem.warning(
                    "long-text",
                    path,
                    f"{shortened(version)!r} is {len(version):,} characters long; some calendars "
                    f"cut after {limit:,}",
                    "shorten it",
                )
            if hidden := sorted(BIDI_CONTROLS.intersection(version)):
                codes = ", ".join(f"U+{ord(character):04X}" for character in hidden)
                yield Problem.warning(
                    "bidi-control",
                    path,
                    f"{shortened(version)!r} has invisible marks of writing direction ({codes})",
                    "remove them; Arabic and Hebrew need none",
                )


def _languages(event: SideEvent, texts: Sequence[tuple[Path, Text]]) -> Iterator[Problem]:
    """Warn where a text is in several languages and not in the event's own."""
    own = event.language.partition("-")[0]
    for path, text in texts:
        spoken = {tag.partition("-")[0] for tag in text.languages}
        if spoken and own not in spoken:
            given = ", ".join(text.languages)
            yield Problem.warning(
                "language-missing",
                path,
                f"the text is in {given}, and not in {event.language}, the event's language",
                f"add `{event.language}: ...`; until then {text.languages[0]} is shown",
            )


def _cities(event: SideEvent) -> Iterator[Problem]:
    """Warn where a venue's city has another clock than the zone its times are read in."""
    moment = event.start or event.revised
    for position, venue in enumerate(event.venues):
        zone = venue.timezone or event.timezone
        known = zones.zones_of_city(str(venue.city)) if venue.city else ()
        if zones.universal(zone) or not known:
            continue
        clocks = {moment.astimezone(zones.zone(name)).utcoffset() for name in known}
        if moment.astimezone(zone).utcoffset() not in clocks:
            yield Problem.warning(
                "city-zone",
                ("venues", position, "timezone" if venue.timezone else "city"),
                f"{str(venue.city)!r} is in {' or '.join(known)}, "
                f"and its times are read in {zone.key}",
                f"write `timezone: {known[0]}` for this venue, if they are on its own clock",
            )


def _texts(value: object, path: Path) -> Iterator[tuple[Path, Text]]:
    """Yield every text inside *value* with its path."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _texts(item, (*path, position))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, (*path, str(key)))
    elif isinstance(value, Part):
        for name in _worded(type(value)):
            yield from _texts(getattr(value, name), (*path, name))


@cache
def _worded(kind: type[Part]) -> tuple[str, ...]:
    """Return the fields of *kind* that have texts in them: a large programme has many others."""
    fields = kind.model_fields
    return tuple(name for name in fields if _has_words(fields[name].annotation))


def _has_words(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return bool(_worded(annotation))
    if isinstance(annotation, type) and issubclass(annotation, Text):
        return True
    return any(map(_has_words, get_args(annotation)))
