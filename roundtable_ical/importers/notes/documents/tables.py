"""Rows of tables, whatever they were written in."""

import re
from collections.abc import Iterator, Sequence

_TIME = re.compile(r"\(?\s*(?:[01]?\d|2[0-4])\s*(?:[:.hH]\s*[0-5]\d|[hH]\b|\s?[ap]\.?m\b)")


def rows(cells: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the rows that a row of a table is seen as.

    Cells have line feeds inside. People put a whole agenda into one row, times below each other in
    one cell and what happens then at the same height in the next: each time begins a row then.
    """
    lines = [cell.split("\n") for cell in cells]
    starts = [number for number, line in enumerate(lines[0] if lines else ()) if _TIME.match(line)]
    others = max((len(cell) for cell in lines[1:]), default=0)
    if len(starts) < 2 or starts[0] > 0 or others <= starts[-1] or not _aligned(lines, starts):
        yield tuple("\n".join(line for line in cell if line.strip()) for cell in lines)
        return
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        yield tuple("\n".join(line for line in cell[start:end] if line.strip()) for cell in lines)


def row_text(cells: Sequence[str]) -> str:
    """Return the text of a row: cells parted by tabs, none at the end."""
    return "\t".join(cell.replace("\t", " ").strip() for cell in cells).rstrip()


def _aligned(lines: Sequence[Sequence[str]], starts: Sequence[int]) -> bool:
    """Whether some cell has words beside each time, and as many lines as the times."""
    return any(
        len(cell) == len(lines[0]) and all(cell[start].strip() for start in starts)
        for cell in lines[1:]
    )
