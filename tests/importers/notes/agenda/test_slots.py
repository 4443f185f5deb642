"""Times in lines, and what stands around them."""

import pytest

from roundtable_ical.importers.notes.agenda.slots import slots
from roundtable_ical.importers.notes.lines import Line


@pytest.mark.parametrize(
    ("text", "position", "title"),
    [
        ("09:00 - 09:15 hs. - Palabras de Apertura", "front", "Palabras de Apertura"),
        ("9:30 h. Inauguración", "front", "Inauguración"),
        ("Abertura (autoridades) (9:00 – 10:00 horas)", "back", "Abertura (autoridades)"),
        ("Opening Plenary – 9:00am - 10:30am (New York)", "back", "Opening Plenary"),
        ("1st meeting  (Plenary Hall,  10 a.m. – 1 p.m.)", "back", "1st meeting"),
        ("Panel 1 (9:00-10:00): Trade", "middle", "Panel 1 (9:00-10:00): Trade"),
        ("10:30 – 11:00", "alone", ""),
        ("Time: 9:00-10:00", "label", ""),
        ("Tuesday, 7 July 2020, 9:15 AM-12:00 PM The decade", "front", "The decade"),
        ("09:00-11:15 and 11:45-13:45 and 14:00-16:00", "prose", ""),
        ("10:00 - 10:30\tKeynote", "cell", ""),
    ],
)
def test_where_a_time_stands(text: str, position: str, title: str) -> None:
    (slot,) = slots(Line(number=1, text=text))

    assert slot.position.value == position
    if position != "middle":
        assert slot.title == title


def test_an_agenda_without_line_ends_gives_a_slot_for_each_span() -> None:
    found = slots(Line(number=1, text="08:30-09:00 Coffee 09:00-09:45 Opening 09:45-10:30 Talks"))

    assert [slot.title for slot in found] == ["Coffee", "Opening", "Talks"]


def test_text_before_a_full_date_belongs_to_what_was_above() -> None:
    (slot,) = slots(
        Line(number=1, text="Theme: action Tuesday, 7 July 2020, 9:00 AM-9:15 AM Opening")
    )

    assert (slot.before, slot.title) == ("Theme: action", "Opening")


def test_start_and_end_in_two_columns_are_one_span() -> None:
    (slot,) = slots(Line(number=1, text="09:00\t09:30\tOpening"))

    assert [clock.minutes for clock in slot.hours.clocks] == [540, 570]


def test_a_line_without_a_time_has_no_slot() -> None:
    assert slots(Line(number=1, text="Welcome")) == ()
