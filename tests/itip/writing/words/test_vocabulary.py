"""Every language has every word, and fills in what it is given."""

from dataclasses import asdict, fields
from string import Formatter

import pytest

from roundtable_ical.ical.words import SPOKEN
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.requests import LetterKind
from roundtable_ical.itip.writing.notices import TOLD
from roundtable_ical.itip.writing.words import LANGUAGES, words
from roundtable_ical.itip.writing.words.vocabulary import Words

ANSWERED = set(ParticipationStatus) - {ParticipationStatus.NEEDS_ACTION}
FILLED: dict[str, set[str]] = {
    "subjects": {"title", "when"},
    "counter_subject": {"title", "when"},
    "greeting": {"name"},
    "openings": {"event"},
    "altered": {"event"},
    "counter": {"event"},
    "local": {"city"},
    "stands": {"answer"},
    "notices": {"name"},
    "told": {"name"},
}


def braces(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}


def patterns(said: Words, name: str) -> list[str]:
    value = getattr(said, name)
    return [*value.values()] if isinstance(value, dict) else [value]


def test_letters_are_written_in_the_languages_of_feeds() -> None:
    assert sorted(LANGUAGES) == sorted(SPOKEN)


def test_another_language_is_written_to_in_english() -> None:
    assert words("pt-BR") is LANGUAGES["en"]
    assert words("FR-ca") is LANGUAGES["fr"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_word_and_its_gaps(language: str) -> None:
    said = words(language)

    assert (set(said.subjects), set(said.openings)) == (set(LetterKind), set(LetterKind))
    assert set(said.notices) == set(said.told) == set(TOLD)
    assert set(said.answers) == ANSWERED
    for each in fields(said):
        if each.name != "right_to_left":
            for pattern in patterns(said, each.name):
                assert pattern, each.name
                assert braces(pattern) == FILLED.get(each.name, set()), each.name


def test_no_two_languages_share_a_sentence() -> None:
    openings = [text for said in LANGUAGES.values() for text in asdict(said)["openings"].values()]

    assert len(set(openings)) == len(LANGUAGES) * len(LetterKind)
