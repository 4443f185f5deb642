"""Kinds and states by the words that schedules have for them."""

import pytest

from roundtable_ical.importers.kinds import kind_of, pause_of, status_of
from roundtable_ical.programme.segments import Kind, Status


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Workshop (90 min)", Kind.WORKSHOP),
        ("Keynote", Kind.KEYNOTE),
        ("Poster session", Kind.EXHIBITION),
        ("Mesa redonda", Kind.PANEL),
        ("Health", Kind.OTHER),
    ],
)
def test_a_kind_is_known_by_its_word(words: str, kind: Kind) -> None:
    assert kind_of(words) is kind


def test_only_a_title_that_is_a_pause_is_one() -> None:
    titles = ("Coffee break", "Déjeuner", "How to break a cipher at lunch")

    assert [pause_of(title) for title in titles] == [Kind.BREAK, Kind.MEAL, Kind.OTHER]


def test_a_status_is_known_by_its_word() -> None:
    words = ("confirmed", "Abgesagt", "tentative", "rejected")

    assert [status_of(each) for each in words] == [
        Status.CONFIRMED,
        Status.CANCELLED,
        Status.TENTATIVE,
        None,
    ]
