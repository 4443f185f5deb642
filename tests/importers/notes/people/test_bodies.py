import pytest

from roundtable_ical.importers.notes.people import bodies


@pytest.mark.parametrize(
    "word", ["university", "ministere", "fundacion", "gmbh", "stadtbibliothek"]
)
def test_nouns_of_institutions(word: str) -> None:
    assert bodies.is_noun(word)


@pytest.mark.parametrize("name", ["Guinea", "the Russian Federation", "Brésil"])
def test_countries(name: str) -> None:
    assert bodies.is_country(name)


def test_a_person_is_no_body() -> None:
    assert not bodies.is_noun("doe")
    assert not bodies.is_country("Jane Doe")
