"""Nothing of a note is dropped in silence."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as some

from roundtable_ical.importers.notes.formats import TextImporter
from roundtable_ical.importers.notes.leftover import leftover
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.ports import Given, Source

MOMENT = datetime(2026, 11, 24, tzinfo=UTC)
HEAD = "Forum on Water\nGeneva, 3 March 2025\n\nAgenda\n9:00 - 10:00 Opening\n10:00 - 11:00 Talk\n"


def line(text: str) -> list[Line]:
    return [Line(number=1, text=text)]


def test_a_line_without_any_word_in_the_event_is_told() -> None:
    values = {"title": "Forum on Water", "segments": [{"title": "Opening"}]}

    assert list(leftover(line("Bring your umbrella"), values, ())) == [(1, "Bring your umbrella")]
    assert list(leftover(line("The opening remarks"), values, ())) == []
    assert list(leftover(line("Bring your umbrella"), values, ["an umbrella"])) == []


def test_dates_and_heads_of_tables_say_nothing_by_themselves() -> None:
    assert list(leftover(line("Thursday, 9 December 2021"), {}, ())) == []
    assert list(leftover(line("Hours\tActivity\tSpeaker"), {}, ())) == []


@settings(deadline=None)  # the first note loads the modules of the reader
@given(
    some.lists(
        some.text(alphabet="abcdefgh ", min_size=12, max_size=60).filter(lambda text: text.strip()),
        max_size=4,
    )
)
def test_every_line_of_a_note_is_in_its_event_or_in_a_problem(rows: list[str]) -> None:
    text = HEAD + "\n".join(rows)
    source = Source(name="note.txt", content=text.encode(), given=Given(moment=MOMENT))

    reading = TextImporter().read(source)

    assert reading.event is not None
    values = reading.event.model_dump(mode="json")
    lines = [Line(number=at, text=row.strip()) for at, row in enumerate(text.split("\n"), 1)]
    assert list(leftover(lines, values, [str(each) for each in reading.problems])) == []
