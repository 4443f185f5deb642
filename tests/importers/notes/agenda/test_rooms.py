"""Rooms in words."""

import pytest

from roundtable_ical.importers.notes.agenda.rooms import (
    apart,
    begins_as_room,
    is_room,
    labelled,
    split,
)


@pytest.mark.parametrize(
    "words", ["Room A", "Sala 2", "Grand Ballroom", "Auditorio principal", "B-101"]
)
def test_the_names_of_rooms_are_seen(words: str) -> None:
    assert is_room(words)


@pytest.mark.parametrize("words", ["", "12", "Opening of the session by the Chair"])
def test_other_words_are_no_rooms(words: str) -> None:
    assert not is_room(words)


def test_a_labelled_room_is_read() -> None:
    assert labelled("Venue: Hall 2") == "Hall 2"
    assert labelled("Topic: Halls") is None


def test_a_room_is_parted_from_its_title() -> None:
    assert split("Opening (amphi Sciences 2 ) - Glen Millot") == (
        "Opening - Glen Millot",
        "amphi Sciences 2",
    )
    assert split("Sala 2: Migration") == ("Migration", "Sala 2")
    assert split("Trade") == ("Trade", None)


def test_brackets_behind_a_room_are_parted() -> None:
    assert apart("/ Sala 1 (Traducción)") == ("Sala 1", "(Traducción)")
    assert begins_as_room("/ Sala 1 (Traducción)")
    assert not begins_as_room("Trade (Traducción)")


def test_a_room_behind_a_comma_is_apart_from_the_title() -> None:
    assert split("Daily briefing, Room S-226") == ("Daily briefing", "Room S-226")


def test_questions_from_the_hall_are_no_room() -> None:
    assert not is_room("Questions-réponses avec la salle")


@pytest.mark.parametrize(
    "words", ["Desk open in building 4", "Accueil dans la salle 2", "Registro en el auditorio"]
)
def test_what_goes_on_in_a_room_is_no_room(words: str) -> None:
    assert not is_room(words)
