"""Web pages."""

import pytest

from roundtable_ical.importers.notes.documents.html import document, opened, table_lines
from roundtable_ical.importers.notes.documents.opened import Unreadable
from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.ports import Source

PAGE = """<!DOCTYPE html><html lang="es"><head><title>Jornada  abierta</title>
<meta name="author" content="UNAM"><style>p {color: red}</style></head><body>
<nav><a href="/">Inicio</a></nav><h1>Jornada</h1>
<p>Lugar: <b>Sala 1</b>,<br>Madrid<sup>1</sup></p><p hidden>no</p>
<ol start="3"><li>Uno<li><a href="https://x.example">Dos</a></ol></body></html>"""


def test_what_is_visible_is_read_and_nothing_else() -> None:
    assert document(PAGE) == Document(
        lines=(
            Line(number=1, text="Jornada", heading=1, strong=("Jornada",)),
            Line(number=2, text=""),
            Line(number=3, text="Lugar: Sala 1,", strong=("Sala 1",)),
            Line(number=4, text="Madrid¹"),
            Line(number=5, text=""),
            Line(number=6, text="Uno", bullet="3.", indent=2),
            Line(number=7, text="Dos", bullet="4.", indent=2, links=("https://x.example",)),
        ),
        about={"title": "Jornada abierta", "author": "UNAM", "language": "es"},
    )


def test_cells_that_reach_over_others_leave_these_empty() -> None:
    table = (
        "<table><tr><th>Time<th>Title<th>Room</tr>"
        "<tr><td rowspan=2>9:00<td><p>Opening<p>Ms. Ana<td>A<tr><td>Side<td>B"
        "<tr><td colspan=3>Break</table>"
    )

    assert [line.text for line in table_lines(table, first=7, table=2)] == [
        "Time\tTitle\tRoom",
        "9:00\tOpening\nMs. Ana\tA",
        "\tSide\tB",
        "Break",
    ]
    assert [line.number for line in table_lines(table, first=7, table=2)] == [7, 8, 9, 10]


def test_a_table_that_only_places_things_is_none() -> None:
    page = "<table><tr><td><h2>Agenda</h2><table><tr><td>9:00<td>Opening</table></table>"

    assert [(line.text, line.table) for line in document(page).lines] == [
        ("Agenda", 0),
        ("", 0),
        ("9:00\tOpening", 1),
    ]


def test_words_that_only_looks_part_are_parted() -> None:
    page = '<div><span class="t">9:00</span><span class="u">Open</span><b>in</b>g</div>'

    assert [line.text for line in document(page).lines] == ["9:00 Opening"]


def test_the_page_says_its_encoding() -> None:
    page = '<meta charset="iso-8859-1"><p>Été – 9 h'.encode("cp1252")

    assert [line.text for line in opened(Source("a.html", page)).document.lines] == ["Été – 9 h"]


def test_a_page_without_end_inside_itself_is_refused() -> None:
    with pytest.raises(Unreadable, match="nested more than 200 deep"):
        document("<div>" * 300 + "a")
