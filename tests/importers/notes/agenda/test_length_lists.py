"""Items that have lengths and no times."""

from datetime import date, time

from roundtable_ical.importers.notes.agenda.items import items
from roundtable_ical.importers.notes.agenda.length_lists import counted
from roundtable_ical.importers.notes.documents.plain import document
from roundtable_ical.importers.notes.found import Item
from roundtable_ical.ports import Given

TEXT = "Agenda\nWelcome (5 min)\nPanel (40 min)\nModerator: Ann Lee\nQuestions (15 min)\n\nThanks"


def event(end: time) -> Item:
    return Item(line=9, day=date(2025, 3, 14), start=time(10), end=end, title="")


def test_lengths_that_fill_the_hours_are_counted_from_the_start() -> None:
    found = list(items(counted(document(TEXT).lines, event(time(11))), Given(), "en"))

    assert [(each.start, each.end, each.title) for each in found] == [
        (time(10), time(10, 5), "Welcome"),
        (time(10, 5), time(10, 45), "Panel"),
        (time(10, 45), time(11), "Questions"),
    ]
    assert [each.name for each in found[1].named.people] == ["Ann Lee"]
    assert {remark.code for each in found for remark in each.remarks} == {"start-counted"}


def test_lengths_of_another_sum_are_no_times() -> None:
    assert counted(document(TEXT).lines, event(time(12))) == []
