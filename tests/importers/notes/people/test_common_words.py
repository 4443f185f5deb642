from roundtable_ical.importers.notes.people.common_words import CONNECTING, PREPOSITIONS, WORDS
from roundtable_ical.importers.notes.times.letters import folded


def test_words_of_agendas_are_folded() -> None:
    assert {"opening", "cloture", "sesion"} <= WORDS
    assert {word for word in WORDS if word != folded(word)} == set()


def test_no_phrase_ends_on_a_preposition() -> None:
    assert {"of", "de", "von"} <= CONNECTING & PREPOSITIONS
