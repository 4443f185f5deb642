"""How alike words are in the eyes of whoever compares two documents."""

import pytest

from roundtable_ical.programme.merging.likeness import alike, normal, same_person


def test_case_accents_and_signs_do_not_count() -> None:
    assert normal("  Réception, de BIENVENUE! ") == normal("reception de bienvenue")
    assert normal(None) == ""
    assert normal("欢迎 — мир") == "欢迎 мир"


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("welcome and opening", "opening and welcome", 1.0, 1.0),
        ("welcome", "welcome and opening", 0.9, 0.9),
        ("closing remarks", "closing remark", 0.9, 1.0),
        ("panel 1 skills", "panel 2 skills", 0.5, 0.5),
        ("coffee", "statements by delegations", 0.0, 0.45),
        ("", "coffee", 0.0, 0.0),
    ],
)
def test_titles(one: str, other: str, least: float, most: float) -> None:
    assert least <= alike(one, other) <= most


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("j smith", "john smith", True),
        ("john smith", "smith john", True),
        ("jon smith", "john smith", True),
        ("ann smith", "john smith", False),
        ("j smith", "ann smith", False),
        ("", "john smith", False),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert (same_person(one, other) >= 0.84) is same
