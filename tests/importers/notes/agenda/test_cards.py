"""Cards over a text."""

from roundtable_ical.importers.notes.agenda.cards import on_cards, under_labels
from roundtable_ical.importers.notes.agenda.slots import Slot, slots
from roundtable_ical.importers.notes.documents.plain import document
from roundtable_ical.importers.notes.lines import Line


def read(text: str) -> tuple[list[Line], dict[int, tuple[Slot, ...]]]:
    shown = [line for line in document(text).lines if not line.is_blank]
    return shown, {line.number: slots(line) for line in shown}


def test_a_time_under_its_date_and_a_label_is_the_events() -> None:
    shown, found = read("Start date\n12/03/2025\n08:30 am\nEnd date\n12/03/2025\n12:30 pm\nVenue")

    assert list(under_labels(shown, found)) == [3, 6]


def test_the_first_item_under_a_day_is_none_of_a_card() -> None:
    shown, found = read("Programme\n12 March 2025\n08:30\nOpening")

    assert list(under_labels(shown, found)) == []


def test_the_one_span_under_the_one_date_is_the_events() -> None:
    shown, found = read("Rivers for all\n12 March 2025\n9:00 - 10:30\nNairobi")

    assert list(on_cards(shown, found)) == [3]
