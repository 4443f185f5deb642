"""Which clock the times of a table are on."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo

import pytest

from roundtable_ical import zones
from roundtable_ical.importers.sheets.moments import Told
from roundtable_ical.importers.sheets.records import Record
from roundtable_ical.importers.sheets.zoned import clock_named, clocks
from roundtable_ical.ports import Given

BERLIN = zones.zone("Europe/Berlin")
NINE = datetime(2026, 5, 4, 9)


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("Europe/Berlin", BERLIN),
        ("CET", BERLIN),
        ("EST", timezone(timedelta(hours=-5))),
        ("UTC+2", timezone(timedelta(hours=2))),
        ("GMT-03:30", timezone(-timedelta(hours=3, minutes=30))),
        ("UTC", zones.zone("UTC")),
        ("x" * 100, None),
    ],
)
def test_clocks_are_known_by_name_letters_and_offset(words: str, clock: tzinfo | None) -> None:
    assert clock_named(words, BERLIN) == clock


def test_a_zone_in_the_heading_is_that_of_all_times() -> None:
    found = clocks([], ["UTC"], "", Given(timezone=BERLIN))

    assert found.moment(NINE, "").isoformat() == "2026-05-04T11:00:00+02:00"


def test_a_zone_in_a_cell_is_that_of_its_row() -> None:
    records = [Record(line=2, sheet=0, title="A", zone="America/Chicago")]

    found = clocks(records, [], "", Given())

    assert found.home.key == "America/Chicago"
    assert found.moment(NINE, "America/Chicago").astimezone(UTC).hour == 14


def test_the_zone_is_asked_for_where_nothing_says_it() -> None:
    found = clocks([], [], "", Given())

    assert [problem.question.name for problem in found.problems if problem.question] == ["tz"]


def test_a_zone_above_the_table_is_taken_and_told() -> None:
    found = clocks([], [], "All times in Asia/Tokyo", Given())

    assert (found.home.key, [problem.code for problem in found.problems]) == (
        "Asia/Tokyo",
        ["zone-inferred"],
    )


def test_a_time_that_the_clock_skips_is_known() -> None:
    found = clocks([], [], "", Given(timezone=BERLIN))

    assert found.skips(datetime(2026, 3, 29, 2, 30), "")
    assert not found.skips(NINE, "")


def test_the_city_above_a_table_is_taken_and_asked_about() -> None:
    found = clocks([], [], "Forum on Water\nGeneva, Switzerland", Given())

    assert found.home == zones.zone("Europe/Zurich")
    assert [each.question is not None for each in found.problems] == [True]


def test_offsets_of_the_times_tell_the_clock_and_it_is_asked_about() -> None:
    start = Told(moment=datetime(2026, 7, 4, 9, tzinfo=timezone(timedelta(hours=9))))

    found = clocks([Record(line=2, sheet=0, title="A", start=start)], [], "", Given())

    assert found.home.utcoffset(datetime(2026, 7, 4)) == timedelta(hours=9)
    assert [each.question is not None for each in found.problems] == [True]
