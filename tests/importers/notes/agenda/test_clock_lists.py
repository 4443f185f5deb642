"""Lists of places and their times."""

from roundtable_ical.importers.notes.agenda.clock_lists import as_one_moment
from roundtable_ical.importers.notes.agenda.slots import Position, slots
from roundtable_ical.importers.notes.documents import plain


def test_a_list_of_places_and_their_times_is_one_moment() -> None:
    text = "The call is at\nBoston: 16:00\nLondon: 21:00\nTokyo: 06:00 (+1)\nAgenda"
    lines = plain.document(text).lines

    found = as_one_moment(lines, {line.number: slots(line) for line in lines})

    assert [number for number, group in found.items() if group] == [2]
    (slot,) = found[2]
    assert slot.position is Position.LABEL
    assert [each.zone for each in (slot.hours, *slot.hours.others)] == [
        "Boston",
        "London",
        "Tokyo",
    ]


def test_items_are_no_places() -> None:
    lines = plain.document("9:00 Opening\n10:00 Lunch\n11:00 Closing").lines
    found = {line.number: slots(line) for line in lines}

    assert as_one_moment(lines, found) == found
