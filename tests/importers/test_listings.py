"""Places and themes: each is listed once."""

from roundtable_ical.importers.draft import Draft
from roundtable_ical.importers.listings import Listing, said_shortly, tell_only_place, text_of
from roundtable_ical.ports import Source


def test_the_same_words_are_the_same_place() -> None:
    draft = Draft(Source("x", b""))
    venues = Listing(draft, "venues", "name")

    ids = [venues.id_of(words, 1) for words in ("Room A", "room  a", "Room B")]

    assert ids == ["room-a", "room-a", "room-b"]
    assert draft.values["venues"] == [
        {"id": "room-a", "name": "Room A"},
        {"id": "room-b", "name": "Room B"},
    ]


def test_what_is_too_long_is_cut_and_told() -> None:
    draft = Draft(Source("x", b""))

    line, text = said_shortly(draft, "a " * 800, 3), text_of(draft, "b" * 60_000, 4)

    assert (len(line), len(text)) == (1_000, 50_000)
    assert [problem.code for problem in draft.problems] == ["cut", "cut"]


def test_being_at_the_only_place_is_told() -> None:
    draft = Draft(Source("x", b""))
    Listing(draft, "venues", "name").id_of("Hall", 1)
    draft.values["segments"] = [{"id": "a", "venue": "hall"}, {"id": "b"}]

    tell_only_place(draft)

    assert [problem.message for problem in draft.problems] == [
        "1 items name no place; they are taken to be at 'Hall', the only one"
    ]


def test_a_room_is_listed_in_its_house() -> None:
    draft = Draft(Source("x.csv", b""))
    venues = Listing(draft, "venues", "name")

    ids = [venues.id_of("Hall", 1, house="Mill"), venues.id_of("Hall", 2), venues.id_of("Mill", 3)]

    assert ids == ["hall", "hall-2", "mill"]
    assert draft.values["venues"] == [
        {"id": "mill", "name": "Mill", "rooms": [{"id": "hall", "name": "Hall"}]},
        {"id": "hall-2", "name": "Hall"},
    ]
