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
