from roundtable_ical.importers.notes.people.phrases import words_of
from roundtable_ical.importers.notes.people.pieces import cut
from roundtable_ical.importers.notes.people.wording import Kind


def _kinds(text: str) -> list[tuple[Kind, str]]:
    return [(atom.kind, atom.text) for atom in words_of(cut(text)[0], first=True)]


def test_who_acts_stands_behind_by() -> None:
    assert _kinds("Keynote talk by Jane Doe") == [
        (Kind.TEXT, "Keynote talk"),
        (Kind.NAME, "Jane Doe"),
    ]


def test_a_post_may_stand_before_the_name() -> None:
    assert _kinds("Prime Minister Jane Doe") == [
        (Kind.FUNCTION, "Prime Minister"),
        (Kind.NAME, "Jane Doe"),
    ]


def test_a_post_may_stand_behind_the_name_without_a_sign() -> None:
    assert _kinds("Luis Marina Bravo Consejero Cultural") == [
        (Kind.NAME, "Luis Marina Bravo"),
        (Kind.FUNCTION, "Consejero Cultural"),
    ]


def test_two_names_are_joined_by_and() -> None:
    assert _kinds("Ana Ruiz y Juan Soto") == [(Kind.NAME, "Ana Ruiz"), (Kind.NAME, "Juan Soto")]


def test_who_is_spoken_about_is_nobody() -> None:
    assert _kinds("Présentation du Professeur Dupont") == [
        (Kind.TEXT, "Présentation du Professeur Dupont")
    ]


def test_signs_behind_a_name_are_no_post() -> None:
    assert _kinds("Ann Doe …") == [(Kind.OTHER, "Ann Doe …")]
