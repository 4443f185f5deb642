"""Days that sentences name."""

from datetime import date

from roundtable_ical.importers.notes.agenda.told_days import from_first_to_last, told_days
from roundtable_ical.importers.notes.documents import plain


def told(text: str, slotted: tuple[int, ...] = ()) -> list[tuple[int, int | None]]:
    return [(line, each.day) for line, each in told_days(plain.document(text).lines, slotted)]


def test_a_day_in_a_sentence_before_the_agenda_wins_over_those_behind() -> None:
    text = "No dia 15 de abril, será realizada a conferência.\n9h Abertura\nOutra: 3 de maio."

    assert told(text, (2,)) == [(1, 15)]


def test_deadlines_are_no_days_of_the_event() -> None:
    assert told("Deadline for papers: 3 May 2024\nIt takes place on 9 June 2024.") == [(2, 9)]


def test_days_from_the_first_to_the_last_are_one_event() -> None:
    days = (date(2016, 4, 8), date(2016, 4, 6))

    assert from_first_to_last(days) == (date(2016, 4, 6), date(2016, 4, 7), date(2016, 4, 8))


def test_days_far_apart_are_not_one_event() -> None:
    assert from_first_to_last((date(2016, 1, 8), date(2016, 12, 6))) == (date(2016, 1, 8),)
