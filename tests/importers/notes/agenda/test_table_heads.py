"""Columns by their heads."""

import pytest

from roundtable_ical.importers.notes.agenda.table_heads import heads, is_head
from roundtable_ical.importers.notes.lines import Line


@pytest.mark.parametrize(
    ("cells", "held"),
    [
        (["Time", "Session Title", "Location"], ["time", "title", "room"]),
        (["Time (EDT)", "Speaker", "Format", "Title"], ["time", "people", "kind", "title"]),
        (["Horario", "Temática", "Expositor"], ["time", "other", "people"]),
        (["Actividad", "Hora inicio", "Hora fin"], ["title", "start", "end"]),
        (["START", "FINISH", "ACTIVITY", "LED BY"], ["start", "end", "title", "other"]),
        (["", "Monday 3 May", "Tuesday 4 May"], ["other", "day", "day"]),
        (["Time", "Room A", "Room B"], ["time", "track", "track"]),
        (["Uhrzeit", "Thema"], ["time", "title"]),
        (["Tarde", "Sala 1", "Sala 2"], ["other", "track", "track"]),
        (["Horário", "Sessão", "Orador"], ["time", "title", "people"]),
    ],
)
def test_a_head_names_its_columns(cells: list[str], held: list[str]) -> None:
    columns = heads(cells)

    assert columns is not None
    assert [column.holds.value for column in columns] == held


@pytest.mark.parametrize("cells", [["09:00", "Opening"], ["", ""], ["Opening", "Chair", "x" * 70]])
def test_other_rows_are_no_heads(cells: list[str]) -> None:
    assert heads(cells) is None


def test_heads_may_stand_between_pipes() -> None:
    assert is_head(Line(number=1, text="Time | Room 1 | Room 2"))
    assert is_head(Line(number=1, text="Time\tTopic"))
    assert not is_head(Line(number=1, text="Time and topic"))
