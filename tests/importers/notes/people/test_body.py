import pytest

from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.people.body import Body
from roundtable_ical.importers.notes.people.entries import entries
from roundtable_ical.programme.people import Role


def _read(*texts: str) -> Body:
    body = Body(entries([Line(number=number, text=text) for number, text in enumerate(texts, 1)]))
    body.run()
    return body


def test_lines_under_a_name_tell_function_and_body() -> None:
    body = _read("Ana Ruiz", "Presidente. World Bank", "“Water”")

    assert [(who.name, who.function, who.affiliation) for who in body.people] == [
        ("Ana Ruiz", "Presidente", "World Bank")
    ]
    assert body.rest() == ("Ana Ruiz: “Water”",)


def test_a_label_and_a_mark_keep_a_place_in_the_words_of_the_note() -> None:
    who = _read("Moderator: TBC").people[0]

    assert (who.name, who.label, who.function) == (None, "Moderator", "Moderator (TBC)")
    assert (who.role, who.tbc) == (Role.MODERATOR, True)


def test_a_sentence_behind_a_person_is_kept_as_text() -> None:
    body = _read("Ana Ruiz, historian, writer. She is now the head of the Institute of Water")

    assert [who.name for who in body.people] == ["Ana Ruiz"]
    assert body.rest() == ("Ana Ruiz: She is now the head of the Institute of Water",)


def test_bullets_are_persons_and_the_lines_under_them_what_they_are() -> None:
    body = _read(
        "Ponentes",
        "• Dr. Luis Soto",
        "Presidente, QRNsalud-Norte.",
        "• Dra. Ana Ruiz",
        "Jefa de Oncología, del hospital general de Quorn. Lugo.",
    )

    assert [(who.name, who.function, who.affiliation) for who in body.people] == [
        ("Luis Soto", "Presidente", "QRNsalud-Norte"),
        ("Ana Ruiz", "Jefa de Oncología, del hospital general de Quorn", None),
    ]
    assert body.rest() == ("Lugo.",)


def test_a_sentence_that_spells_a_name_in_another_way_tells_of_the_same_person() -> None:
    body = _read("Speakers: Jon Hale (WWF); Ida Berg", "Jonn Hale (WWF) will discuss forests.")

    assert [who.name for who in body.people] == ["Jon Hale", "Ida Berg"]


def test_a_second_person_of_a_body_is_no_misprint() -> None:
    body = _read("Speakers: Jon Hale (WWF); Jona Hale (WWF)")

    assert [who.name for who in body.people] == ["Jon Hale", "Jona Hale"]


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        (("Minister of Water", "Hon. Ana Gil"), [("Ana Gil", "Minister of Water")]),
        (("Alcalde de Quorn", "Luis Soto Paz"), [("Luis Soto Paz", "Alcalde de Quorn")]),
        (("Alcalde de Quorn", "", "Luis Soto Paz"), [(None, "Alcalde"), ("Luis Soto Paz", None)]),
        (
            ("Minister of Water", "Hon. Ana Gil, Rector"),
            [(None, "Minister"), ("Ana Gil", "Rector")],
        ),
        (
            ("Minister of Water", "Mayor of Quorn", "Hon. Ana Gil"),
            [(None, "Minister"), (None, "Mayor"), ("Ana Gil", None)],
        ),
        (
            ("Representative of Quorn", "Hon. Ana Gil"),
            [(None, "Representative"), ("Ana Gil", None)],
        ),
    ],
)
def test_an_office_alone_belongs_to_the_person_under_it_who_has_none(
    lines: tuple[str, ...], people: list[tuple[str | None, str | None]]
) -> None:
    assert [(who.name, who.function) for who in _read(*lines).people] == people
