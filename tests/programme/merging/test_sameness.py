"""What two programmes have in common; the rest of merging is in test_merging.py."""

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.merging.matching import Match
from roundtable_ical.programme.merging.sameness import (
    added_by_hand,
    explained,
    ids,
    matches,
    names,
    without_series,
)
from roundtable_ical.testing.programmes import values

FILE = SideEvent.model_validate(values())
PANEL = {"id": "x", "title": "Panel", "start": "08:30", "end": "09:00"}
DOCUMENT = SideEvent.model_validate(
    values(segments=[PANEL, {"id": "panel", "title": "Lunch"}], themes=[], speakers=[])
)


def test_a_new_thing_never_gets_the_id_of_another_one() -> None:
    found = names(matches(FILE, DOCUMENT), FILE, DOCUMENT)

    assert (found.segments, found.places) == ({"x": "panel", "panel": "panel-2"}, {"hall": "hall"})


def test_what_both_have_got_since_the_file_was_made_is_one() -> None:
    first = SideEvent.model_validate(values(segments=values()["segments"][:1]))

    added = added_by_hand(matches(first, DOCUMENT), matches(FILE, DOCUMENT), first)

    assert {section: pairs for section, pairs in added.items() if pairs} == {
        "segments": [Match("panel", "x")]
    }


def test_a_match_is_told_by_what_things_are_called() -> None:
    match = Match("panel", "panel", 0.5, "same time")

    assert explained(match, "segments", FILE, DOCUMENT).message == (
        "the segment 'Lunch' is taken to be 'Panel' (panel): same time"
    )


def test_rooms_are_places() -> None:
    venue = {"id": "un", "name": "UN", "rooms": [{"id": "r4", "name": "Room 4"}]}

    event = SideEvent.model_validate(values(venues=[venue]))

    assert (ids(event, "places"), ids(None, "places")) == (["un", "r4"], [])


def test_a_document_without_days_of_a_series_is_as_it_was() -> None:
    assert without_series(FILE, DOCUMENT) is DOCUMENT
