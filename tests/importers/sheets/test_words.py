"""The words that headings are made of."""

from roundtable_ical.importers.sheets.words import WHOLE, WORDS


def test_every_word_stands_once_for_what_it_speaks_of() -> None:
    lines = [*WORDS.values(), *WHOLE.values()]

    assert [line for line in lines if len(line.split()) != len(set(line.split()))] == []


def test_headings_of_scripts_without_blanks_mean_one_thing() -> None:
    words = [word for line in WHOLE.values() for word in line.split()]

    assert len(words) == len(set(words))
