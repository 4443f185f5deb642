from roundtable_ical.importers.notes.people.atoms import atoms
from roundtable_ical.importers.notes.people.wording import Kind


def _kinds(text: str) -> list[tuple[Kind, str]]:
    return [(atom.kind, atom.text) for atom in atoms(text)]


def test_an_entry_is_name_function_body_and_mark() -> None:
    assert _kinds("Ms. Jane Doe, Director, Green Climate Fund (GCF) (tbc)") == [
        (Kind.NAME, "Jane Doe"),
        (Kind.FUNCTION, "Director"),
        (Kind.BODY, "Green Climate Fund (GCF)"),
        (Kind.TBC, "tbc"),
    ]


def test_an_honorific_parted_by_a_comma_goes_to_its_name() -> None:
    assert [(atom.honorific, atom.text) for atom in atoms("Ing, Oscar Peppo")] == [
        ("Ing", "Oscar Peppo")
    ]


def test_how_somebody_takes_part_is_a_mark() -> None:
    assert _kinds("Jane Doe, BBC - virtual")[-1] == (Kind.MODE, "virtual")


def test_those_who_follow_without_a_name_are_not_said_of_the_first() -> None:
    assert _kinds("Commissioner Jane Doe followed by representatives of the cities") == [
        (Kind.FUNCTION, "Commissioner"),
        (Kind.NAME, "Jane Doe"),
        (Kind.TEXT, "representatives of the cities"),
    ]
    assert _kinds("Jane Doe seguida por Luis Soto") == [
        (Kind.NAME, "Jane Doe"),
        (Kind.NAME, "Luis Soto"),
    ]


def test_a_campus_in_brackets_is_nobody() -> None:
    assert _kinds("Desk in building 4 (QUB, Elmwood Campus)")[1:] == [
        (Kind.BODY, "QUB"),
        (Kind.BODY, "Elmwood Campus"),
    ]
