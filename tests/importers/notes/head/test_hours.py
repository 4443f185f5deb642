"""The hours of the event as a whole."""

from datetime import time

from roundtable_ical.importers.notes.head.hours import hours_of, spans_of
from roundtable_ical.importers.notes.head.sections import sections
from roundtable_ical.importers.notes.lines import Document, Line


def test_the_hours_stand_behind_a_label_or_beside_the_date() -> None:
    document = Document(lines=(Line(number=1, text="Time: 9 - 11.30 am"),))

    spans = tuple(spans_of(document, sections(document), set()))

    assert hours_of(spans) == ((time(9), time(11, 30)), 1)
    assert hours_of(()) == (None, 0)
