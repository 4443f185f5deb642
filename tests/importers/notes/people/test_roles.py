import pytest

from roundtable_ical.importers.notes.people import roles
from roundtable_ical.programme.people import Role


@pytest.mark.parametrize(
    ("text", "role", "rest"),
    [
        ("Moderator: Jane Doe", Role.MODERATOR, "Jane Doe"),
        ("Moderated by :", Role.MODERATOR, ""),
        ("Coordinadora / Chair: Ana Ruiz", Role.CHAIR, "Ana Ruiz"),
        ("Modérateur : M. Ba", Role.MODERATOR, "M. Ba"),
        ("Ponente: Ana Ruiz", Role.SPEAKER, "Ana Ruiz"),
        ("Intervenants :", Role.SPEAKER, ""),
        ("Master of ceremonies: Jane Doe", Role.MODERATOR, "Jane Doe"),
        ("Panelists", Role.PANELLIST, ""),
        ("Lead discussants: Chile", Role.DISCUSSANT, "Chile"),
        ("Rapporteur: Jane Doe", Role.DISCUSSANT, "Jane Doe"),
        ("Président de séance : Jean Dupont", Role.CHAIR, "Jean Dupont"),
        ("Speaker 2: Jane Doe", Role.SPEAKER, "Jane Doe"),
        ("Co-présidente : Marie Durand", Role.CHAIR, "Marie Durand"),
    ],
)
def test_a_label_tells_the_role_of_whom_it_names(text: str, role: Role, rest: str) -> None:
    found = roles.label(text)

    assert found is not None
    assert (found[0].role, found[1]) == (role, rest)


@pytest.mark.parametrize(
    "text", ["Moderated discussion: fisheries", "Venue: Hall 2", "Panel: fisheries", "9:30 Coffee"]
)
def test_other_labels_are_none_of_people(text: str) -> None:
    assert roles.label(text) is None


def test_a_label_may_say_that_all_are_to_be_confirmed() -> None:
    found = roles.understood("Speakers (tbc)")

    assert found == roles.Label(
        words="Speakers (tbc)", role=Role.SPEAKER, plural=True, weak=False, tbc=True
    )


def test_a_role_is_told_by_its_word_alone() -> None:
    assert roles.role_of("Moderator") is Role.MODERATOR
    assert roles.role_of("World Bank") is None
