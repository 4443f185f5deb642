import pytest

from roundtable_ical.importers.notes.people import tbc


@pytest.mark.parametrize(
    "written",
    [
        "Jane Doe (tbc)",
        "Jane Doe (TBC)",
        "Jane Doe [to be confirmed]",
        "Jane Doe, tbd",
        "Jane Doe – à confirmer",
        "Jane Doe (par confirmer)",
        "Jane Doe (por confirmar)",
        "Jane Doe, por definir",
        "Jane Doe (all tbc)",
        "Jane Doe (tbc",
    ],
)
def test_a_mark_is_taken_off_and_told(written: str) -> None:
    assert tbc.without(written) == ("Jane Doe", True)


def test_without_a_mark_the_words_stay() -> None:
    assert tbc.without("Jane Doe, Tbilisi") == ("Jane Doe, Tbilisi", False)


@pytest.mark.parametrize("words", ["TBC", "name to be confirmed", "por confirmar asistencia"])
def test_words_that_are_only_a_mark(words: str) -> None:
    assert tbc.is_mark(words)


def test_other_words_are_no_mark() -> None:
    assert not tbc.is_mark("Representative of Chile")


@pytest.mark.parametrize("words", ["La agenda pendiente", "Trabajo pendiente"])
def test_pending_work_is_no_mark(words: str) -> None:
    assert tbc.without(words) == (words, False)


@pytest.mark.parametrize("words", ["Ana Ruiz, pendiente", "Ana Ruiz (pendiente)"])
def test_a_pending_person_is(words: str) -> None:
    assert tbc.without(words) == ("Ana Ruiz", True)
