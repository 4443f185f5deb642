import pytest

from roundtable_ical.importers.notes.people import acting
from roundtable_ical.importers.notes.people.pieces import cut
from roundtable_ical.importers.notes.people.wording import Kind


def test_one_office_of_a_body_can_speak_and_some_office_cannot() -> None:
    assert acting.is_office("Chair of the Second Committee")
    assert not acting.is_office("un rapporteur de chaque groupe")
    assert not acting.is_office("Ministers of Health")


def test_the_last_word_before_by_tells_the_role() -> None:
    doing = acting.doing(cut("Water moderated by Ana Ruiz")[0], 15)

    assert [(atom.kind, atom.text) for atom in doing] == [
        (Kind.TEXT, "Water"),
        (Kind.ROLE, "moderated"),
    ]


def test_who_is_introduced_is_not_who_speaks() -> None:
    assert acting.ABOUT.search("Introduction of ")
    assert acting.ABOUT.search("Introduction by ") is None


@pytest.mark.parametrize(
    ("head", "deed"),
    [
        ("Entrega el premio la", "Entrega el premio"),
        ("Modera el", "Modera"),
        ("Ouvre la séance", "Ouvre la séance"),
        ("Es spricht", "Es spricht"),
        ("Homenaje a la", ""),
        ("Presentan a la", ""),
        ("Presenta el libro de la", ""),
    ],
)
def test_a_verb_stands_before_its_doer_and_not_before_whom_it_is_about(
    head: str, deed: str
) -> None:
    assert head[: acting.verb_before(head)] == deed


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Con Ana Ruiz, poeta", True),
        ("Avec Quorna Xyl (Lyon)", True),
        ("Preside el Sr. Luis Soto", True),
        ("With many thanks to all", False),
        ("Con el apoyo de Quorn", False),
    ],
)
def test_a_deed_and_its_doer_begin_a_line(text: str, does: bool) -> None:
    assert acting.introduces(text) is does
