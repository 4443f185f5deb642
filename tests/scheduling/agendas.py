"""Agendas of a few words, and random ones: near clock changes, written in every way."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from roundtable_ical import zones
from roundtable_ical.errors import InvalidProgramme
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.segments import Kind

DAYS = (
    ("America/New_York", date(2026, 9, 24)),
    ("America/New_York", date(2026, 11, 1)),
    ("America/New_York", date(2026, 3, 8)),
    ("Europe/Berlin", date(2026, 10, 25)),
    ("Europe/Berlin", date(2026, 3, 29)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Asia/Kathmandu", date(2026, 11, 1)),
)
"""Zones, and days on which some of their clocks change."""
GENEVA = {"id": "geneva", "name": "Geneva", "timezone": "Europe/Zurich"}
_MINUTE = timedelta(minutes=1)


def day(*segments: str, **changes: Any) -> SideEvent:
    """Return a day in a hall; a segment is ``id start minutes`` and words as fixed or kind=break.

    Keywords replace fields of the event.
    """
    listed = []
    for words in segments:
        id_, start, minutes, *rest = words.split()
        values: dict[str, Any] = {"id": id_, "title": id_, "start": start, "minutes": int(minutes)}
        for word in rest:
            key, _, value = word.partition("=")
            values |= {key: value or True}
        listed.append(values)
    values = {
        "id": "day",
        "title": "Day",
        "timezone": "America/New_York",
        "date": "2026-11-01",
        "revised": "2026-01-01T00:00:00Z",
        "venues": [{"id": "hall", "name": "Hall"}, {"id": "side", "name": "Side"}, GENEVA],
        "venue": "hall",
        "segments": listed,
    }
    return SideEvent.model_validate(values | changes)


@st.composite
def agendas(draw: st.DrawFn) -> SideEvent:
    """Return an event of one to three rooms; in a room nothing runs beside anything else."""
    name, day = draw(st.sampled_from(DAYS))
    zone = ZoneInfo(name)
    values: dict[str, Any] = {
        "id": "random",
        "title": "Random",
        "timezone": name,
        "revised": "2026-01-01T00:00:00Z",
        "date": day.isoformat(),
        "venues": [],
        "segments": [],
    }
    if draw(st.booleans()):
        values["hours"] = draw(st.sampled_from(("01:00-12:00", "06:00-23:30", "08:30-10:00")))
    for number in range(draw(st.integers(1, 3))):
        room = {"id": f"room-{number}", "name": f"Room {number}"}
        if draw(st.booleans()):
            room["hours"] = draw(st.sampled_from(("00:30-13:00", "08:00-18:00", "10:00-01:00")))
        values["venues"].append(room)
        values["segments"] += draw(_room(f"room-{number}", zone, day))
    return SideEvent.model_validate(values)


@st.composite
def _room(draw: st.DrawFn, room: str, zone: ZoneInfo, day: date) -> list[dict[str, Any]]:
    midnight = datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)
    moment = midnight + draw(st.integers(0, 10 * 60)) * _MINUTE
    found = []
    for number in range(draw(st.integers(1, 8))):
        length = draw(st.sampled_from((25, 10, 15, 45, 5, 30, 60, 7, 90, 1)))
        gap = draw(st.sampled_from((0, 0, 0, 1, 5, 30)))
        start, moment = moment, moment + (length + gap) * _MINUTE
        if start.astimezone(zone).date() != day:
            break
        values = draw(_segment(start, start + length * _MINUTE, zone))
        found.append({"id": f"{room}-{number}", "title": f"{number}", "venue": room, **values})
    return found


@st.composite
def _segment(draw: st.DrawFn, start: datetime, end: datetime, zone: ZoneInfo) -> dict[str, Any]:
    first, last = start.astimezone(zone), end.astimezone(zone)
    values: dict[str, Any] = {"kind": draw(st.sampled_from(list(Kind))).value}
    flexible = draw(st.sampled_from(("", "", "", "", "fixed", "elastic", "stiff")))
    if flexible == "fixed":
        values["fixed"] = True
    elif flexible:
        values["elastic"] = flexible == "elastic"
    if draw(st.booleans()):
        values["least"] = draw(st.integers(1, 60))
    values["open_end"] = draw(st.booleans())
    in_start = draw(st.booleans())
    values["start"] = f"{first:%Y-%m-%d %H:%M}" if in_start else f"{first:%H:%M}"
    if not in_start and draw(st.booleans()):
        values["date"] = first.date().isoformat()
    twice = [each for each in (first, last) if zones.ambiguous(each)]
    if twice:
        values["fold"] = ("first", "second")[twice[0].fold]
    if len({each.fold for each in twice}) > 1 or draw(st.booleans()):
        values["minutes"] = (end - start) // _MINUTE
    else:
        dated = last.date() != first.date() or draw(st.booleans())
        values["end"] = f"{last:%Y-%m-%d %H:%M}" if dated else f"{last:%H:%M}"
    return values if twice else draw(_series(values, zone, first))


@st.composite
def _series(
    draw: st.DrawFn, values: dict[str, Any], zone: ZoneInfo, start: datetime
) -> dict[str, Any]:
    """Return *values*, at times for three days, where the clock shows the time on all of them."""
    if not draw(st.sampled_from((False, False, True))):
        return values
    several = {**values, "repeat": {"rule": "FREQ=DAILY;COUNT=3"}}
    try:
        alone = {"id": "series", "title": "Series", "date": start.date(), "timezone": zone.key}
        segment = {"id": "each", "title": "Each", **several}
        event = {**alone, "revised": "2026-01-01T00:00:00Z", "segments": [segment]}
        SideEvent.model_validate(event)
    except InvalidProgramme:
        return values
    return several
