from roundtable_ical.importers.notes.people.assembly import heard
from roundtable_ical.importers.notes.people.evidence import of_person, of_place, prose


def _sure(text: str, *, title: bool = False) -> float:
    said = heard(text, None, title=title)
    return of_person(said.people[0], said, None, title=title)


def test_an_honorific_leaves_little_doubt() -> None:
    assert _sure("Ms. Jane Doe") > _sure("Xyla Quorn")


def test_two_capitals_alone_are_no_speaker_in_a_title() -> None:
    assert _sure("Resistencia: Ciudad Quorn", title=True) < 0.5


def test_an_office_of_a_body_stands_for_somebody() -> None:
    said = heard("Vice Chairperson of KPPU", None)

    assert of_place(said.people[0], said, None, "Vice Chairperson of KPPU", title=False) >= 0.5


def test_sentences_are_prose() -> None:
    assert prose("this session will look at what has been done so far")
    assert not prose("Opening remarks")


def test_houses_and_what_stands_behind_a_room_are_nobody() -> None:
    assert _sure("Blue Quorn Resort") == 0.0
    assert _sure("Paper session / Room 12 - Portal Quorn") == 0.0
