"""The sort of an item from its title."""

import pytest

from roundtable_ical.importers.notes.agenda.kinds import kind_of


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Coffee Break", "break"),
        ("Pause-café", "break"),
        ("Almuerzo / Lunch", "meal"),
        ("Networking Lunch & Exhibition", "meal"),
        ("Registration and Coffee", "registration"),
        ("Accueil des participants", "registration"),
        ("Opening remarks", "opening"),
        ("Palabras de bienvenida", "welcome"),
        ("Keynote Speech", "keynote"),
        ("Panel 1 (primera parte)", "panel"),
        ("Mesa redonda", "roundtable"),
        ("Tavola rotonda", "roundtable"),
        ("Q&A", "questions"),
        ("Interactive Dialogue", "discussion"),
        ("Family photo", "ceremony"),
        ("Closing remarks", "closing"),
        ("Encerramento", "closing"),
        ("Temperature Check", "other"),
    ],
)
def test_the_words_of_a_title_tell_its_sort(title: str, kind: str) -> None:
    assert kind_of(title).value == kind
