from dataclasses import fields

import pytest

from roundtable_ical.ical.words import SPOKEN, Words, words
from roundtable_ical.programme.people import Role


def test_the_six_languages_of_the_un_are_spoken() -> None:
    assert set(SPOKEN) == {"ar", "en", "es", "fr", "ru", "zh"}


@pytest.mark.parametrize("language", SPOKEN)
def test_every_language_has_every_word_and_every_role(language: str) -> None:
    found = words(language)

    assert all(getattr(found, field.name) for field in fields(Words))
    assert set(found.roles) == set(Role)


@pytest.mark.parametrize("language", [tag for tag in SPOKEN if tag != "en"])
def test_no_language_borrows_the_english_word_for_cancelled(language: str) -> None:
    assert words(language).cancelled != words("en").cancelled


def test_a_regional_tag_speaks_its_language_and_others_english() -> None:
    assert words("fr-CH") is words("fr")
    assert words("sv") is words("en")
