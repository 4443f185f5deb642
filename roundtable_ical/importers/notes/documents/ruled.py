"""Tables that are drawn with lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pdfplumber.page import Page

from roundtable_ical.importers.notes.documents.bullets import bullet_of
from roundtable_ical.importers.notes.documents.columns import starts_with_time
from roundtable_ical.importers.notes.documents.glyphs import Glyph, Row, rows

MOST_LINES = 5_000
"""Lines and boxes on a page; with more it is a drawing, and no table is looked for."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom; in points from the top left corner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table on a page: its rows of cells, each cell with its lines parted by line feeds."""

    box: Box
    edges: tuple[int, ...]
    """Where its columns begin: the same on the next page where it goes on there."""
    cells: tuple[tuple[str, ...], ...]
    strong: tuple[tuple[str, ...], ...]


def tables(page: Page, glyphs: Sequence[Glyph], number: int) -> tuple[list[Table], list[Glyph]]:
    """Return the tables on a page and the letters that stand outside."""
    if len(page.lines) + len(page.rects) + len(page.curves) > MOST_LINES:
        return [], list(glyphs)
    width, height = float(page.width), float(page.height)
    drawn = page.filter(lambda each: not _is_background(each, width, height))
    found = []
    rest = list(glyphs)
    for table in drawn.find_tables():
        if len(table.rows) < 2 or max(len(row.cells) for row in table.rows) < 2:
            continue
        inside = [glyph for glyph in rest if _is_in(glyph, table.bbox)]
        boxes = [list(row.cells) for row in table.rows]
        read = [[_read(inside, cell, number) for cell in row] for row in boxes]
        filled = sum(bool(text) for row in read for text, _ in row)
        if filled < 3 or sum(any(text for text, _ in row) for row in read) < 2:
            continue
        if max(sum(bool(text) for text, _ in row) for row in read) < 2:
            continue
        found.append(
            Table(
                box=table.bbox,
                edges=tuple(sorted({round(cell[0] / 4) for row in boxes for cell in row if cell})),
                cells=tuple(tuple(text for text, _ in row) for row in read),
                strong=tuple(tuple(bold for _, each in row for bold in each) for row in read),
            )
        )
        taken = {id(glyph) for glyph in inside}
        rest = [glyph for glyph in rest if id(glyph) not in taken]
    return sorted(found, key=lambda table: (table.box[1], table.box[0])), rest


def _is_background(each: dict[str, object], width: float, height: float) -> bool:
    if each.get("object_type") not in {"rect", "curve"}:
        return False
    wide, high = float(str(each["width"])), float(str(each["height"]))
    outside = float(str(each["bottom"])) > height + 2 or float(str(each["top"])) < -2
    return (wide > 0.9 * width and high > 0.5 * height) or (outside and high > 10)


def _is_in(glyph: Glyph, box: Box) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, glyph.base - 0.3 * glyph.size
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _read(glyphs: Iterable[Glyph], box: Box | None, number: int) -> tuple[str, tuple[str, ...]]:
    """Return the text of a cell and its bold words; of none, where a cell above reaches down."""
    if box is None:
        return "", ()
    found = rows((glyph for glyph in glyphs if _is_in(glyph, box)), number)
    if not found:
        return "", ()
    padding = max(2.0, min(row.x0 for row in found) - box[0])
    right = box[2] - min(padding, 0.1 * (box[2] - box[0]))
    text, bold = found[0].text, [found[0].text] if _is_bold(found[0]) else []
    for above, row in pairwise(found):
        between = _between(above, row, right)
        text += between + row.text
        if _is_bold(row):
            goes_on = between == " " and _is_bold(above)
            bold[-1:] = [f"{bold[-1]} {row.text}"] if goes_on else [*bold[-1:], row.text]
    return text, tuple(bold)


def _is_bold(row: Row) -> bool:
    return all(run.is_bold for run in row.runs)


def _between(above: Row, below: Row, right: float) -> str:
    """Return a blank where a row goes on in the next one, a line feed where it ends."""
    run = below.runs[0]
    need = run.words[0].x1 - run.words[0].x0 + 0.25 * below.size
    far = below.base - above.base > 1.7 * max(above.size, below.size)
    listed = bullet_of(run.text)[0] or starts_with_time(run.text)
    turns = above.runs[-1].is_bold != run.is_bold
    if far or listed or (turns and (above.runs[-1].is_bold or run.text[:1].isupper())):
        return "\n"
    return " " if above.x1 + need > right else "\n"
