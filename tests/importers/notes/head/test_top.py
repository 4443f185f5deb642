"""The top of a note."""

from roundtable_ical.importers.notes.head.top import begins_with_time, top
from roundtable_ical.importers.notes.lines import Document, Line


def texts(*words: str, taken: tuple[int, ...] = ()) -> list[str]:
    lines = tuple(Line(number=number, text=text) for number, text in enumerate(words, 1))
    return [line.text for line in top(Document(lines=lines), taken) if not line.is_blank]


def test_it_ends_where_sections_items_or_prose_begin() -> None:
    prose = "This is a sentence of a paragraph that goes on and on about the world. " * 5

    assert texts("Title", "Venue: Geneva", "Background", "Old.") == ["Title", "Venue: Geneva"]
    assert texts("Title", "", "9:00 Opening") == ["Title"]
    assert texts("Title", "", prose) == ["Title"]
    assert texts("Title", "What", "Item", taken=(2,)) == ["Title"]


def test_hours_below_a_date_are_no_item() -> None:
    assert texts("Title", "3 March 2025", "9:00 - 10:30", "Room 4") == [
        "Title",
        "3 March 2025",
        "9:00 - 10:30",
        "Room 4",
    ]


def test_an_item_begins_with_its_time() -> None:
    assert begins_with_time(Line(number=1, text="9:00 - 10:00 Opening"))
    assert not begins_with_time(Line(number=1, text="Opening at 9:00"))
    assert not begins_with_time(Line(number=1, text="9 steps"))
