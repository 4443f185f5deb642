"""Texts in calendars."""

import pytest

from roundtable_ical.importers.calendars.components import Component
from roundtable_ical.importers.calendars.lines import content_lines
from roundtable_ical.importers.calendars.texts import called_off, description, items, text


def item(content: str) -> Component:
    return Component("VEVENT", 1, content_lines(content.encode())[0])


def test_escapes_are_undone_once() -> None:
    (line,) = content_lines(rb"DESCRIPTION:a\, b\; c\nd \\n e")[0]

    assert text(line) == "a, b; c\nd \\n e"


def test_categories_are_parted_by_bare_commas() -> None:
    (line,) = content_lines(rb"CATEGORIES:Web,Law\, rights,Web")[0]

    assert items(line) == ("Web", "Law, rights")


def test_the_marked_up_description_is_read_where_the_plain_one_is_empty() -> None:
    found = item("DESCRIPTION: \nX-ALT-DESC;FMTTYPE=text/html:<p>Hello</p>")

    assert description(found) == "Hello"


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("CANCELLED: Visit", "Visit"),
        ("Abgesagt: Visite", "Visite"),
        ("[Cancelled] Visit", "Visit"),
        ("ANNULÉ : Visite", "Visite"),
        ("Cancelled culture", None),
        ("CANCELLED:", None),
    ],
)
def test_words_that_call_off_stand_before_a_title(title: str, rest: str | None) -> None:
    assert called_off(title) == rest
