"""Cells of a column of people."""

import pytest

from roundtable_ical.importers.notes.agenda.people_cells import told
from roundtable_ical.importers.notes.lines import Line


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("Laurent + Maria", "Speakers: Laurent; Maria"),
        ("Director General RBC", "Speakers: Director General RBC"),
        ("All", "All"),
        ("Lakeside University", "Lakeside University"),
        ("Chair: to be elected", "Chair: to be elected"),
        ("Jane Doe (UNEP)", "Jane Doe (UNEP)"),
    ],
)
def test_given_names_and_offices_are_people_where_their_column_says_so(
    cell: str, read: str
) -> None:
    assert told(Line(number=1, text=cell), "Who").text == read
