"""Items that name their speaker first."""

from roundtable_ical.importers.notes.agenda.people_first import titled
from roundtable_ical.importers.notes.lines import Line


def lines(*texts: str) -> list[Line]:
    return [Line(number=at, text=text) for at, text in enumerate(texts, 2)]


def test_the_title_under_a_speaker_and_a_body_is_the_title() -> None:
    body = lines("University of Medellín", "Palabras de bienvenida")

    title, rest, found = titled("Dr. Jane Roe", body, 1, "en")

    assert title == "Palabras de bienvenida"
    assert [line.text for line in rest] == ["Dr. Jane Roe", "University of Medellín"]
    assert [each.name for each in found] == ["Jane Roe"]


def test_a_quoted_title_over_two_lines_is_whole() -> None:
    title, _, _ = titled("Dr. Jane Roe", lines("“The law of the sea", "and its makers”"), 1, "en")

    assert title == "“The law of the sea and its makers”"


def test_a_title_stays_the_title() -> None:
    body = lines("Dr. Jane Roe")

    assert titled("Opening of the meeting", body, 1, "en") == ("Opening of the meeting", body, ())


def test_the_first_of_several_talks_is_not_the_title_of_all() -> None:
    body = lines("“One talk”", "", "Dr. John Doe (IBM) “Another talk”")
    body = [body[0], body[2]]

    assert titled("Dr. Jane Roe (FAO)", body, 1, "en") == ("Dr. Jane Roe (FAO)", body, ())
