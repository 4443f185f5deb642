from datetime import UTC, datetime
from typing import Any

from roundtable_ical.errors import Origin
from roundtable_ical.importers.draft import Draft, Ids, refused
from roundtable_ical.ports import Given, Source
from roundtable_ical.programme.problems import Problem, Severity

MOMENT = datetime(2026, 9, 1, 12, tzinfo=UTC)
SOURCE = Source("note.txt", b"", Given(moment=MOMENT))


def draft(*segments: dict[str, Any]) -> Draft:
    """Return the draft of a lunch; each segment was read from the line ten times its place."""
    found = Draft(SOURCE)
    found.values |= {
        "id": "lunch",
        "title": "Lunch",
        "timezone": "Europe/Zurich",
        "date": "2026-10-01",
        "segments": list(segments),
    }
    found.lines = {("segments", place): 10 * (place + 1) for place in range(len(segments))}
    return found


def segment(id_: str, start: str, end: str) -> dict[str, Any]:
    return {"id": id_, "title": id_.title(), "start": start, "end": end}


def test_what_is_right_becomes_the_event_and_the_reading_knows_when() -> None:
    reading = draft(segment("soup", "12:00", "12:20")).reading()

    assert reading.required().revised == MOMENT
    assert [each.id for each in reading.required().segments] == ["soup"]
    assert reading.problems == ()


def test_what_is_wrong_is_left_out_with_its_line_and_the_rest_is_kept() -> None:
    reading = draft(segment("Soup!", "12:00", "12:20"), segment("fish", "12:20", "12:40")).reading()

    assert [each.id for each in reading.required().segments] == ["fish"]
    [problem] = reading.problems
    assert problem.severity is Severity.WARNING
    assert problem.where.origin == Origin("note.txt", 10)
    assert problem.message.endswith("it was left out")


def test_a_note_stays_with_its_value_where_one_before_it_was_left_out() -> None:
    found = draft(segment("Soup!", "12:00", "12:20"), segment("fish", "12:20", "12:40"))
    found.tell(Problem.inferred("end", ("segments", 1, "end"), "ends with the next", sure=0.8))

    notes = [each for each in found.reading().problems if each.sure is not None]

    assert [(each.where.path, each.where.origin) for each in notes] == [
        (("segments", 0, "end"), Origin("note.txt", 20))
    ]


def test_what_an_event_cannot_be_without_stays_an_error() -> None:
    found = draft(segment("soup", "12:00", "12:20"))
    del found.values["title"]

    reading = found.reading()

    assert reading.event is None
    assert [each.where.path for each in reading.errors] == [("title",)]


def test_words_that_nothing_was_made_of_are_told_with_their_line() -> None:
    found = draft()
    found.unread(7, "Dress code: business")

    [problem] = found.reading().problems

    assert str(problem).startswith("note.txt, line 7: not understood: 'Dress code: business'")


def test_a_document_that_is_none_gives_one_problem() -> None:
    problem = Problem.error("not-xml", (), "this is no XML")

    reading = refused(SOURCE, problem, 3)

    assert reading.event is None
    assert [str(each) for each in reading.problems] == ["note.txt, line 3: this is no XML"]


def test_an_id_is_given_once_and_cut_between_words() -> None:
    ids = Ids(["panel"])

    assert [ids.new("Panel"), ids.new("Panel")] == ["panel-2", "panel-3"]
    assert ids.new("Innovations in labour migration governance") == (
        "innovations-in-labour-migration"
    )
    assert ids.new("x" * 60) == "x" * 40
