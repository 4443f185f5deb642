"""Moments as a segment says them, and ends that are not said."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical import zones
from roundtable_ical.importers.spans import Timed, ended, span, whole_minute
from roundtable_ical.programme.event import SideEvent

BERLIN = zones.zone("Europe/Berlin")


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 5, 4, hour, minute, tzinfo=BERLIN)


def test_a_segment_says_its_day_and_hours() -> None:
    assert span(at(9), at(10, 30), BERLIN) == {
        "date": "2026-05-04",
        "start": "09:00",
        "end": "10:30",
    }


def test_an_end_on_the_next_day_has_its_date_and_another_zone_its_name() -> None:
    assert span(at(23), at(23) + timedelta(hours=2), zones.zone("UTC")) == {
        "date": "2026-05-04",
        "start": "23:00",
        "end": "2026-05-05 01:00",
        "timezone": "Europe/Berlin",
    }


def test_seconds_are_rounded() -> None:
    assert whole_minute(at(9) + timedelta(seconds=59)) == at(9, 1)


def test_an_end_that_is_not_said_is_the_next_start_in_that_room() -> None:
    items = [
        Timed(path=("segments", 0), start=at(9), end=None, room="a"),
        Timed(path=("segments", 1), start=at(9, 30), end=at(9, 45), room="b"),
        Timed(path=("segments", 2), start=at(10), end=None, room="a"),
    ]

    found = [(end.astimezone(BERLIN), problem and problem.sure) for _, end, problem in ended(items)]

    assert found == [(at(10), 0.7), (at(9, 45), None), (at(10, 15), 0.3)]


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)).map(
        lambda m: m.replace(second=0, microsecond=0)
    ),
    st.integers(1, 3000),
)
def test_every_span_is_read_back_as_the_same_moments(start: datetime, minutes: int) -> None:
    begin = start.replace(tzinfo=UTC).astimezone(BERLIN)
    end = (start + timedelta(minutes=minutes)).replace(tzinfo=UTC)
    values: dict[str, Any] = {
        "id": "e",
        "title": "E",
        "timezone": "Europe/Berlin",
        "revised": "2020-01-01T00:00:00Z",
        "segments": [{"id": "s", "title": "S", **span(begin, end, BERLIN)}],
    }

    event = SideEvent.model_validate(values)

    assert event.occurrences[0].span == (begin.astimezone(UTC), end)
