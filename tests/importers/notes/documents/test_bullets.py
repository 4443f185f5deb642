"""What stands in front of a line."""

import pytest

from roundtable_ical.importers.notes.documents.bullets import bullet_of, without_picture


@pytest.mark.parametrize(
    ("text", "bullet", "rest"),
    [
        ("- Opening", "-", "Opening"),
        ("– Opening", "–", "Opening"),
        ("•Opening", "•", "Opening"),
        ("\uf0b7 Opening", "\uf0b7", "Opening"),
        ("1) Opening", "1)", "Opening"),
        ("- 1) Opening", "1)", "Opening"),
        ("(iii) Opening", "(iii)", "Opening"),
        ("2.", "2.", ""),
        ("1.2.3 Opening", "1.2.3", "Opening"),
        ("o\tOpening", "o", "Opening"),
        ("🎤 Speakers", "🎤", "Speakers"),
        ("- 9:00 Opening", "-", "9:00 Opening"),
        ("• 9:00 Opening", "•", "9:00 Opening"),
        ("– 10:00 Opening", "", "– 10:00 Opening"),
        ("9. 30 Opening", "", "9. 30 Opening"),
        ("10.00 - 11.00", "", "10.00 - 11.00"),
        ("A. Smith", "", "A. Smith"),
        ("o evento", "", "o evento"),
        ("-5 °C", "", "-5 °C"),
        ("3 March", "", "3 March"),
    ],
)
def test_a_sign_is_told_from_a_word_and_from_a_time(text: str, bullet: str, rest: str) -> None:
    assert bullet_of(text) == (bullet, rest)


def test_pictures_in_front_are_no_words() -> None:
    assert without_picture("⏰ Time") == "Time"
    assert without_picture("Time ⏰") == "Time ⏰"


def test_signs_without_end_are_no_bullets_without_end() -> None:
    sign, rest = bullet_of("- * " * 2_000 + "Trade")

    assert sign in "-*"
    assert rest.endswith("* Trade")
