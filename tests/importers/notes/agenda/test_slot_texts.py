"""The parts of a line around its time."""

from roundtable_ical.importers.notes.agenda.slot_texts import hours_in, in_text, is_overview
from roundtable_ical.importers.notes.lines import Line


def test_dates_and_times_of_a_text_do_not_mix() -> None:
    dates, hours = hours_in("September 26, 8.30 - 10.00 am")

    assert ([each.month for each in dates], len(hours)) == ([9], 1)


def test_spans_side_by_side_are_an_overview() -> None:
    text = "09:00-11:15, 11:45-13:45"

    assert is_overview(text, hours_in(text)[1])


def test_a_sentence_is_prose() -> None:
    text = "The meeting will be convened by the Presidency from 10 a.m. to 1 p.m. in the hall"

    (slot,) = in_text(Line(number=1, text=text))

    assert slot.position.value == "prose"
