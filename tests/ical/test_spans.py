from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.ical.lines import line
from roundtable_ical.ical.spans import Clockwork, written, zones_used

Make = Callable[..., SideEvent]


def on(
    day: str, zone: str, start: str = "08:00", end: str = "09:00", **more: str
) -> dict[str, object]:
    """Return the fields of an event with one segment on *day*."""
    segment = {"id": "a", "title": "A", "start": start, "end": end, **more}
    return {"timezone": zone, "date": day, "venues": [], "segments": [segment]}


def test_a_zone_with_a_plain_rule_is_written_by_its_name(make_event: Make) -> None:
    event = make_event(**on("2026-09-24", "Europe/Zurich"))

    clockwork = Clockwork(event)

    assert list(clockwork.definitions) == ["Europe/Zurich"]
    assert zones_used(event.occurrences, clockwork) == ["Europe/Zurich"]


def test_utc_needs_no_definition(make_event: Make) -> None:
    event = make_event(**on("2026-09-24", "UTC"))

    clockwork = Clockwork(event)

    assert clockwork.definitions == {}
    assert zones_used(event.occurrences, clockwork) == []


@pytest.mark.parametrize("fold", ["first", "second"])
def test_a_time_that_the_clock_shows_twice_is_written_in_utc(make_event: Make, fold: str) -> None:
    event = make_event(**on("2026-11-01", "America/New_York", "01:15", "01:45", fold=fold))

    clockwork = Clockwork(event)

    item = event.occurrences[0]
    assert clockwork.zone_of(item.start, item.end) is None


def test_a_segment_beside_the_repeated_hour_keeps_its_zone(make_event: Make) -> None:
    event = make_event(**on("2026-11-01", "America/New_York", "02:00", "03:00"))

    item = event.occurrences[0]

    assert Clockwork(event).zone_of(item.start, item.end) == "America/New_York"


def test_a_zone_whose_government_moves_the_clock_at_will_is_written_in_utc(
    make_event: Make,
) -> None:
    """Casablanca: one hour back for Ramadan only, by decree (INTEROP section 2.2)."""
    ramadan = [
        {"id": "a", "title": "A", "date": "2024-03-09", "start": "08:00", "end": "09:00"},
        {"id": "b", "title": "B", "date": "2024-03-12", "start": "08:00", "end": "09:00"},
    ]
    event = make_event(timezone="Africa/Casablanca", date=None, venues=[], segments=ramadan)

    clockwork = Clockwork(event)

    assert zones_used(event.occurrences, clockwork) == []
    assert [item.span[0].hour for item in event.occurrences] == [7, 8]


def test_a_moment_is_written_as_wall_time_with_its_zone_or_in_utc() -> None:
    moment = datetime(2026, 9, 24, 8, 15, tzinfo=ZoneInfo("America/New_York"))

    values = [written(moment, "America/New_York"), written(moment, None)]

    assert [line("X", value) for value in values] == [
        b"X;TZID=America/New_York:20260924T081500\r\n",
        b"X:20260924T121500Z\r\n",
    ]
    assert values[1].dt == datetime(2026, 9, 24, 12, 15, tzinfo=UTC)
