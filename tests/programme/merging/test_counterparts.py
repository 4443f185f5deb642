"""The same thing is found again in another programme, whatever its id is there."""

from typing import Any

import pytest

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.merging.counterparts import Counterparts
from roundtable_ical.programme.merging.matching import Match
from roundtable_ical.programme.merging.renaming import rebuilt
from roundtable_ical.testing.programmes import values


def event(**changes: Any) -> SideEvent:
    empty: dict[str, Any] = {"themes": [], "speakers": [], "segments": [], "venues": []}
    return SideEvent.model_validate(values(**(empty | changes)))


def agenda(*items: str) -> SideEvent:
    """Return an event with segments ``id start title``, each half an hour long."""
    parts = [item.split(" ", 2) for item in items]
    return event(
        segments=[
            {"id": id_, "title": title, "start": start, "minutes": 30}
            for id_, start, title in parts
        ]
    )


def segments(old: SideEvent, new: SideEvent) -> dict[str, str]:
    return {match.new: match.old for match in Counterparts(old, new).segments({})}


def test_a_break_more_moves_no_id() -> None:
    old = agenda("coffee 10:00 Coffee", "coffee-2 16:00 Coffee")
    new = agenda("coffee 08:00 Coffee", "coffee-2 10:00 Coffee", "coffee-3 16:00 Coffee")

    assert segments(old, new) == {"coffee-2": "coffee", "coffee-3": "coffee-2"}


def test_two_that_take_each_others_time_stay_who_they_are() -> None:
    old = agenda("a 09:00 Panel one: skills", "b 10:00 Panel two: rights")
    new = agenda("x 09:00 Panel two: rights", "y 10:00 Panel one: skills")

    assert segments(old, new) == {"x": "b", "y": "a"}


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ("x 09:00 Welcome", {"x": "a"}),
        ("x 11:00 Welcome and opening", {"x": "a"}),
        ("x 09:00 Opening and welcome remarks", {"x": "a"}),
        ("x 09:00 Tea", {}),
        ("x 15:00 Tea", {}),
    ],
)
def test_a_segment_that_was_moved_or_renamed_is_found(new: str, found: dict[str, str]) -> None:
    assert segments(agenda("a 09:00 Welcome and opening"), agenda(new)) == found


def test_why_a_match_is_not_exact_is_said() -> None:
    [match] = Counterparts(agenda("a 09:00 Welcome"), agenda("b 09:00 Wellcome")).segments({})

    assert (match.old, match.new, match.reason) == ("a", "b", "titles 93 % alike, same time")
    assert 0.9 < match.sure < 1


def test_an_id_of_the_format_outdoes_all_words() -> None:
    def talk(id_: str, title: str, guid: str) -> dict[str, Any]:
        return {"id": id_, "title": title, "foreign": {"frab": {"guid": guid}}}

    old = event(segments=[talk("a", "Skills", "1"), talk("b", "Rights", "2")])
    new = event(segments=[talk("c", "Rights", "1"), talk("d", "Skills", "2")])

    assert segments(old, new) == {"c": "a", "d": "b"}


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Guy Ryder", "Guy RYDER", True),
        ("Guy Ryder; ILO", "G. Ryder; ILO", True),
        ("Guy Ryder; ILO", "G. Ryder; UN", False),
        ("Guy Ryder", "Ann Ryder", False),
        ("; Government of Tonga", "Sina Taufa; Government of Tonga", True),
        ("; Government of Tonga", "Sina Taufa; Government of Ghana", False),
        ("Sina Taufa; Tonga", "; Tonga", False),
        ("; Representative of Tonga", "; Representative of Ghana", False),
    ],
)
def test_people_are_known_by_name_and_places_for_them_by_affiliation(
    old: str, new: str, found: bool
) -> None:
    def of(id_: str, words: str) -> SideEvent:
        name, _, affiliation = words.partition("; ")
        return event(
            speakers=[{"id": id_, "name": name or None, "affiliation": affiliation or None}]
        )

    assert bool(Counterparts(of("a", old), of("b", new)).speakers()) is found


def test_a_room_is_found_whether_it_is_a_venue_or_a_part_of_one() -> None:
    rooms = [{"id": "r4", "name": "Conference Room 4"}, {"id": "r8", "name": "Conference Room 8"}]
    old = event(venues=[{"id": "un", "name": "United Nations", "rooms": rooms}])
    new = event(
        venues=[
            {"id": "a", "name": "United Nations", "room": "Conference Room 8"},
            {"id": "b", "name": "United Nations", "room": "Conference room 4"},
        ]
    )

    found = {match.new: match.old for match in Counterparts(old, new).places()}

    assert found == {"a": "r8", "b": "r4"}


def test_a_building_is_known_by_its_rooms() -> None:
    def building(id_: str, name: str) -> SideEvent:
        rooms = [{"id": f"{id_}-room", "name": "Salle XIV"}]
        return event(venues=[{"id": id_, "name": name, "rooms": rooms}])

    old, new = building("palais", "Palais des Nations"), building("unog", "Palais des Nations")

    assert Counterparts(old, new).places() == [
        Match("palais-room", "unog-room"),
        Match("palais", "unog"),
    ]


def test_the_same_name_in_another_city_is_another_place() -> None:
    old = event(venues=[{"id": "a", "name": "UN House", "city": "Geneva"}])
    new = event(venues=[{"id": "b", "name": "The UN House", "city": "New York"}])

    assert Counterparts(old, new).places() == []


def test_themes_and_hosts_are_known_by_what_they_are_called() -> None:
    old = event(
        themes=[{"id": "a", "title": "Skills and jobs"}], hosts=[{"id": "h", "name": "ILO"}]
    )
    new = event(
        themes=[{"id": "x", "title": "Rights"}, {"id": "y", "title": "Skills and Jobs!"}],
        hosts=[{"id": "z", "name": "I.L.O."}, {"id": "w", "name": "ILO"}],
    )

    assert [(each.old, each.new) for each in Counterparts(old, new).themes()] == [("a", "y")]
    assert [(each.old, each.new) for each in Counterparts(old, new).hosts()] == [("h", "w")]


def test_a_translated_agenda_is_known_by_its_times() -> None:
    old = agenda("a 09:00 Welcome", "b 10:00 Coffee")
    new = rebuilt(agenda("x 09:00 Bienvenue", "y 11:00 Pause café"), language="fr")

    assert Counterparts(old, new).segments({}) == [
        Match("a", "x", 0.99, "titles in two languages, same time")
    ]


def test_texts_are_compared_in_the_language_of_the_document() -> None:
    title = {"en": "Welcome", "fr": "Mot de bienvenue"}
    old = event(segments=[{"id": "a", "title": title}])
    new = event(language="fr", segments=[{"id": "x", "title": "Mot de bienvenue"}])

    assert Counterparts(old, new).segments({}) == [Match("a", "x")]
