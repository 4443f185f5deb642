"""People in one cell or line: who they are, and how many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.importers.draft import Draft
from roundtable_ical.importers.speakers import Cast, Somebody, like_a_name, several
from roundtable_ical.ports import Source
from roundtable_ical.programme.people import Role


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ana Gil, Bo Ek and Li Wei", ["Ana Gil", "Bo Ek", "Li Wei"]),
        ("Ana Gil; Bo Ek", ["Ana Gil", "Bo Ek"]),
        ("Ana Gil\nBo Ek", ["Ana Gil", "Bo Ek"]),
        ("Marina Coelho & Bob Ek", ["Marina Coelho", "Bob Ek"]),
        ("Hans Müller und Erika Muster", ["Hans Müller", "Erika Muster"]),
        ("Jane Doe (ACME), John Roe (Foo, Inc)", ["Jane Doe", "John Roe"]),
        ("Marcus da Gloria Martins", ["Marcus da Gloria Martins"]),
        ("王小明、李雷", ["王小明", "李雷"]),
        ("madonna", ["madonna"]),
        ("", []),
    ],
)
def test_people_are_told_from_each_other(words: str, names: list[str]) -> None:
    assert [each.name for each in several(words)] == names


def test_what_stands_behind_a_name_is_where_somebody_is_from() -> None:
    assert several("Dr. Elke Wolf, TU München; Bo Ek - Director, WWF (tbc)") == (
        Somebody(name="Elke Wolf", honorific="Dr.", affiliation="TU München"),
        Somebody(name="Bo Ek", affiliation="Director, WWF", tbc=True),
    )


def test_a_role_before_or_behind_a_name_is_what_somebody_does() -> None:
    found = several("Moderator: Jane Doe; Ana Gil; Bo Ek (Chair)")

    assert [(each.name, each.role) for each in found] == [
        ("Jane Doe", Role.MODERATOR),
        ("Ana Gil", Role.SPEAKER),
        ("Bo Ek", Role.CHAIR),
    ]


def test_an_address_is_no_part_of_a_name() -> None:
    assert [each.name for each in several("Jane Doe <jane@example.org>, Bob Roe")] == [
        "Jane Doe",
        "Bob Roe",
    ]


def test_an_organisation_is_not_like_a_name() -> None:
    assert [like_a_name(words) for words in ("Ana Gil", "Lund University", "UNEP")] == [
        True,
        False,
        False,
    ]


def test_the_same_name_is_the_same_person() -> None:
    draft = Draft(Source("x", b""))
    cast = Cast(draft)

    first = cast.appearances(several("Dr. Ana Gil"), 2)
    second = cast.appearances(several("Ana Gil (ACME); Bo Ek (Moderator)"), 3)

    assert first == [{"speaker": "ana-gil"}]
    assert second == [{"speaker": "ana-gil"}, {"speaker": "bo-ek", "role": "moderator"}]
    assert draft.values["speakers"] == [
        {"id": "ana-gil", "name": "Ana Gil", "honorific": "Dr.", "affiliation": "ACME"},
        {"id": "bo-ek", "name": "Bo Ek"},
    ]


@given(st.text(alphabet="Ab ,;()-&.:\n@", max_size=120))
def test_no_cell_breaks_it(words: str) -> None:
    assert all(each.name for each in several(words))


def test_letters_inside_of_a_name_are_no_honorific() -> None:
    found = several("Tim Pritlow, David Smith and William Jones")

    assert [each.name for each in found] == ["Tim Pritlow", "David Smith", "William Jones"]


def test_an_initial_is_no_honorific() -> None:
    assert [(each.honorific, each.name) for each in several("M. Gil; M. Jean Petit")] == [
        (None, "M. Gil"),
        ("M.", "Jean Petit"),
    ]


def test_family_names_before_commas_are_put_behind() -> None:
    assert [each.name for each in several("Gil, Ana; Ek, Bo T")] == ["Ana Gil", "Bo T Ek"]


def test_stars_of_corresponding_authors_and_points_of_abbreviations() -> None:
    (author,), (other,) = several("Ana Gil (WEHI)*"), several("Bo Ek, Bitkom e.V.")

    assert (author.name, author.affiliation) == ("Ana Gil", "WEHI")
    assert other.affiliation == "Bitkom e.V."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Alice (ACME), Bob (Foo Inc.)", [("Alice", "ACME"), ("Bob", "Foo Inc.")]),
        ("Ana Gil, Bo Ek, et al.", [("Ana Gil", None), ("Bo Ek", None)]),
        ("Ana Gil (she/her), Bo Ek (he/him)", [("Ana Gil", None), ("Bo Ek", None)]),
        ("Herr Gil und Frau Ek", [("Gil", None), ("Ek", None)]),
        ("Omar Al-Said, Fatima bint Omar", [("Omar Al-Said", None), ("Fatima bint Omar", None)]),
        ("Ana Gil (WHO/FAO), Bo Ek (MIT)", [("Ana Gil", "WHO/FAO"), ("Bo Ek", "MIT")]),
        ("李娜（清华大学）", [("李娜", "清华大学")]),
        ("He Wei; HE Ana Gil", [("He Wei", None), ("Ana Gil", None)]),
        ("Prof. Dr. h.c. Ana Gil", [("Ana Gil", None)]),
        ("Dipl.-Ing. Bo Ek, TU Wien", [("Bo Ek", "TU Wien")]),
    ],
)
def test_lists_of_people_in_many_forms(words: str, found: list[tuple[str, str | None]]) -> None:
    assert [(each.name, each.affiliation) for each in several(words)] == found
