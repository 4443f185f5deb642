"""The end of the last item, where only the note says it."""

from dataclasses import replace
from datetime import date, time

from roundtable_ical.importers.notes.found import Item
from roundtable_ical.importers.notes.stated_ends import with_stated_end

DAY = date(2025, 3, 11)


def item(start: time, end: time | None) -> Item:
    return Item(line=1, day=DAY, start=start, end=end, title="Talk")


FIRST = item(time(13), time(14, 20))
LAST = item(time(14, 20), None)


def test_the_last_item_ends_when_the_note_says_the_event_does() -> None:
    (first, last) = with_stated_end((FIRST, LAST), (time(13), time(14, 30)), [DAY], 5)

    assert first == FIRST
    assert replace(last, remarks=()) == replace(LAST, end=time(14, 30))
    assert [(each.code, each.line) for each in last.remarks] == [("end-inferred", 5)]


def test_an_end_before_it_or_far_behind_it_is_not_taken() -> None:
    early, late = (time(13), time(14)), (time(9), time(19))

    assert with_stated_end((FIRST, LAST), early, [DAY], 5) == (FIRST, LAST)
    assert with_stated_end((FIRST, LAST), late, [DAY], 5) == (FIRST, LAST)


def test_hours_of_several_days_end_none() -> None:
    days = [DAY, date(2025, 3, 12)]

    assert with_stated_end((LAST,), (time(13), time(15)), days, 5) == (LAST,)
