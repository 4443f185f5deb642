"""The items of an agenda, from files and from code."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import pytz  # noqa: TID251 - as a caller has it
from dateutil import tz
from pydantic import ValidationError

from roundtable_ical.programme.clock import WallClock
from roundtable_ical.programme.segments import Fold, Segment, Status

WALL = datetime(2026, 10, 29, 8, 15)
NEW_YORK = "America/New_York"
AWARE = {
    "zoneinfo": WALL.replace(tzinfo=ZoneInfo(NEW_YORK)),
    "pytz": pytz.timezone(NEW_YORK).localize(WALL),
    "dateutil": WALL.replace(tzinfo=tz.gettz(NEW_YORK)),
}


def segment(**fields: Any) -> Segment:
    return Segment.model_validate({"id": "welcome", "title": "Welcome", **fields})


@pytest.mark.parametrize("library", AWARE)
def test_an_aware_datetime_becomes_wall_time_and_zone(library: str) -> None:
    start = AWARE[library]

    found = segment(start=start, end=start + timedelta(minutes=45))

    assert found == segment(
        start="2026-10-29 08:15", end="2026-10-29 09:00", timezone="America/New_York"
    )


def test_a_moment_in_utc_is_told_by_the_clock_in_the_stated_zone() -> None:
    start = datetime(2026, 10, 29, 12, 15, tzinfo=UTC)

    found = segment(start=start, timezone="Europe/Zurich", minutes=30)

    assert found == segment(start="2026-10-29 13:15", timezone="Europe/Zurich", minutes=30)


@pytest.mark.parametrize(("hour", "fold"), [(5, Fold.FIRST), (6, Fold.SECOND)])
def test_a_moment_keeps_which_of_two_equal_wall_times_it_is(hour: int, fold: Fold) -> None:
    start = datetime(2026, 11, 1, hour, 30, tzinfo=UTC).astimezone(ZoneInfo(NEW_YORK))

    found = segment(start=start, minutes=30)

    assert (found.start, found.fold) == (WallClock(time(1, 30), date(2026, 11, 1)), fold)


def test_local_mean_time_of_pytz_is_refused_with_what_to_write() -> None:
    start = WALL.replace(tzinfo=pytz.timezone(NEW_YORK))

    with pytest.raises(ValidationError) as caught:
        segment(start=start, minutes=30)

    assert caught.value.errors()[0]["ctx"]["error"].hint == (
        'write pytz.timezone("America/New_York").localize(datetime.datetime(2026, 10, 29, 8, 15))'
    )


@pytest.mark.parametrize(
    ("fields", "scheduled"),
    [
        ({"start": "08:15"}, True),
        ({}, False),
        ({"start": "08:15", "status": "unscheduled"}, False),
        ({"start": "08:15", "status": "tentative"}, True),
    ],
)
def test_a_segment_is_scheduled_when_its_start_stands(
    fields: dict[str, str], scheduled: bool
) -> None:
    assert segment(**fields).scheduled is scheduled


def test_what_nobody_says_of_a_segment_is_confirmed() -> None:
    assert segment().status is Status.CONFIRMED


def test_a_segment_cannot_be_changed() -> None:
    found = segment()

    with pytest.raises(ValidationError):
        found.title = "Other"  # type: ignore[misc, assignment]  # what is refused


@pytest.mark.parametrize(
    ("fields", "shortest"),
    [
        ({}, 30),
        ({"kind": "break"}, 5),
        ({"kind": "meal", "least": 20}, 20),
        ({"kind": "meal", "least": 45}, 30),
        ({"kind": "break", "elastic": False}, 30),
        ({"kind": "break", "fixed": True}, 30),
        ({"elastic": True}, 5),
    ],
)
def test_breaks_and_meals_give_way_unless_said_otherwise(
    fields: dict[str, Any], shortest: int
) -> None:
    assert segment(**fields).shortest(30) == shortest


def test_what_is_short_already_is_not_made_longer() -> None:
    assert segment(kind="break").shortest(3) == 3


def test_an_anchor_does_not_give_way() -> None:
    with pytest.raises(ValidationError, match="is fixed, and gives way; keep one of the two"):
        segment(fixed=True, elastic=True)
