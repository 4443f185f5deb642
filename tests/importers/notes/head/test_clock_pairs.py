"""Two clocks side by side."""

from datetime import date

from roundtable_ical.importers.notes.head.clock_pairs import first_of_pair
from roundtable_ical.importers.notes.lines import Line

DAY = date(2022, 10, 24)


def zone(*rows: str) -> str | None:
    found = first_of_pair([Line(number=at, text=row) for at, row in enumerate(rows, 1)], DAY)
    return found[0].key if found else None


def test_the_times_side_by_side_tell_israel_india_and_ireland_apart() -> None:
    assert zone("Time (IST / PST)", "14:00-14:05 / 4:00-4:05") == "Asia/Jerusalem"
    assert zone("Time (IST / PST)", "16:30 / 4:00") == "Asia/Kolkata"
    assert zone("Time (IST / EST)", "14:00 / 09:00") == "Europe/Dublin"


def test_one_clock_or_no_times_tell_nothing() -> None:
    assert zone("Time (IST)", "14:00 Start") is None
    assert zone("Time (IST / PST)", "Start") is None
