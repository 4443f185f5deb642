"""Words in front of what they name."""

import pytest

from roundtable_ical.importers.notes.head.labels import LABELS, Field, Label, fields_of, label_of
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.letters import folded


def label(text: str, **more: object) -> Label | None:
    return label_of(Line(number=1, text=text, **more))  # type: ignore[arg-type]  # test arguments


def said(text: str) -> tuple[tuple[str, ...], str] | None:
    found = label(text)
    return (tuple(found.fields), found.rest) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Date: 3 March 2025", (("date",), "3 March 2025")),
        ("LIEU : Dakar", (("venue",), "Dakar")),
        ("📍 Venue: Hall 2", (("venue",), "Hall 2")),
        ("Date and venue: 3 March 2025, Geneva", (("date", "venue"), "3 March 2025, Geneva")),
        ("Fecha y hora: 3 de marzo, 9:00", (("date", "time"), "3 de marzo, 9:00")),
        ("Lugar de celebración: Lima", (("venue",), "Lima")),
        ("Venue\tHall 2", (("venue",), "Hall 2")),
        ("Organised by the Water Fund", (("hosts",), "the Water Fund")),
        ("Organisé par le Fonds pour l’eau", (("hosts",), "le Fonds pour l’eau")),
        ("Co-organizers: A and B", (("cohosts",), "A and B")),
        ("OBJECTIVES", (("objective",), "")),
        ("2. Background and rationale", (("background",), "")),
    ],
)
def test_a_label_is_seen_in_many_languages_and_forms(
    text: str, expected: tuple[tuple[str, ...], str]
) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Registration deadline: 3 March 2025",
        "Place",
        "Time\tSession title\tRoom",
        "The organisers of the meeting welcome everybody",
        "EU Energy Day",
        "https://example.org/date: no",
    ],
)
def test_what_is_no_label_of_the_event_is_none(text: str) -> None:
    assert label(text) is None


def test_a_heading_with_more_words_is_a_label_too() -> None:
    found = label("Objectives of the second session", heading=2)

    assert found is not None
    assert found.field is Field.OBJECTIVE


def test_every_label_is_written_as_it_is_looked_up() -> None:
    assert [words for words in LABELS if words != folded(words)] == []
    assert [words for words in LABELS if fields_of(words) != (LABELS[words],)] == []
