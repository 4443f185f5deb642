from roundtable_ical.importers.notes.people import names
from roundtable_ical.importers.notes.people.everyday_words import HARD, SOFT
from roundtable_ical.importers.notes.times.letters import folded


def test_everyday_words_are_folded_and_of_one_sort() -> None:
    assert {word for word in HARD | SOFT if word != folded(word)} == set()
    assert not HARD & SOFT


def test_everyday_words_make_no_name_without_another_one() -> None:
    assert not names.is_name("Green Rivers")
    assert not names.is_name("Quorn Rainforest")
    assert names.is_name("Xan Rivers")
    assert names.is_name("Anna Love")
