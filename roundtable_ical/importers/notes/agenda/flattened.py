"""Tables that lost their rows: cells between pipes, one a line or all in one line.

Web pages that were turned to text often have "09:00 |" in one line and "Registration |" in the
next, or a whole table in one line.  Each cell becomes a line of its own here; a time that was
broken over two lines becomes one again.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from roundtable_ical.importers.notes.agenda.slots import clean
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times import clocks
from roundtable_ical.importers.notes.times.clocks import Hours

_FEWEST = 3
"""Rows that make a table."""
_FEWEST_CLOSED = 2
"""Rows that make one where a pipe ends them too."""
_COLUMNS = re.compile(r"\s*\|\s*")
_ROW = re.compile(r"[^|]{1,24}\|\s*\S[^|]+")
_MANY = 6
"""Pipes in a line that make it a table of its own."""
_WORD = re.compile(r"\w")
_DASH = re.compile(r"\s*[-–—]\s*")
_DASH_END = re.compile(r"\s*(?:-|–|—|to|à|a|bis)\s*\|?\s*$", re.IGNORECASE)


def unflattened(lines: Sequence[Line]) -> list[Line]:
    """Return *lines* with one cell a line where pipes part cells; numbers stay what they are."""
    rows = _rows(lines)
    shown = (
        replace(line, text=_COLUMNS.sub("\t", line.text)) if line.number in rows else line
        for line in lines
    )
    cells = [cell for line in shown for cell in _cells(line)]
    return list(_with_whole_times(cells))


def _rows(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines that are rows: "9.00 | Opening | A. Person", where several are."""
    rows = [
        line.number
        for line in lines
        if not line.table
        and _ROW.match(line.text)
        and line.text.count("|") < _MANY
        and _lone(replace(line, text=_COLUMNS.split(line.text)[0]))
    ]
    closed = sum(line.number in rows and line.text.endswith("|") for line in lines)
    if len(rows) < _FEWEST and closed < _FEWEST_CLOSED:
        return frozenset()
    return frozenset((*rows, *_heads_over(lines, frozenset(rows))))


def _heads_over(lines: Sequence[Line], rows: frozenset[int]) -> Iterator[int]:
    """Yield the lines right above rows that have as many cells: "Time | Room 1 | Room 2"."""
    for line, after in itertools.pairwise(line for line in lines if not line.is_blank):
        same = line.text.count("|") == after.text.count("|") > 0
        if after.number in rows and line.number not in rows and same and not line.table:
            yield line.number


def _cells(line: Line) -> Iterator[Line]:
    text = line.text
    if line.table or len(line.cells) > 1 or "|" not in text:
        yield line if _WORD.search(text) else replace(line, text="")
        return
    bare = text.strip(" |")
    if not _WORD.search(bare):
        yield replace(line, text="")
    elif text.count("|") >= _MANY and len(clocks.found(text)) >= 2:
        for cell in bare.split("|"):
            if _WORD.search(cell):
                yield replace(line, text=cell.strip())
    elif text.rstrip().endswith("|") or text.lstrip().startswith("|"):
        yield replace(line, text=bare)
    else:
        yield line


def _with_whole_times(lines: Sequence[Line]) -> Iterator[Line]:
    """Join "4:00 pm -" and "6:00 pm", and starts and ends that stand under each other."""
    paired = _are_paired(lines)
    skipped = -1
    for at, line in enumerate(lines):
        if at <= skipped:
            continue
        first = _lone(line)
        after = next((n for n in range(at + 1, min(at + 3, len(lines))) if lines[n].text), None)
        last = _lone(_without_dash(lines[after])) if after is not None else None
        broken = first is not None and bool(_DASH_END.search(line.text[first.at[1] :]))
        broken = broken or (last is not None and _begins_with_dash(lines[after or 0]))
        open_ended = first is not None and last is not None and first.end is last.end is None
        if first and after is not None and open_ended and (broken or paired):
            joined = f"{line.text[: first.at[1]]} - {_without_dash(lines[after]).text}"
            yield replace(line, text=joined)
            skipped = after
            continue
        yield line


def _begins_with_dash(line: Line) -> bool:
    """Whether a dash stands before the words, as it may have been taken for a bullet."""
    return line.bullet in {"-", "–", "—"} or bool(_DASH.match(line.text))


def _without_dash(line: Line) -> Line:
    return replace(line, text=_DASH.sub("", line.text, count=1)) if line.text[:1] in "-–—" else line


def _lone(line: Line) -> Hours | None:
    """Return the time that a line is and nothing else."""
    if line.table or len(line.cells) > 1 or len(line.text) > 24:
        return None
    found = clocks.found(line.text)
    if len(found) != 1 or found[0].start is None:
        return None
    rest = line.text[: found[0].at[0]] + line.text[found[0].at[1] :]
    return (
        None
        if _WORD.search(_DASH_END.sub("", rest)) or clean(_DASH_END.sub("", rest))
        else found[0]
    )


def _are_paired(lines: Sequence[Line]) -> bool:
    """Whether times alone in their lines come in twos: a start over an end."""
    shown = [line for line in lines if line.text]
    runs: list[int] = []
    length = 0
    for line in (*shown, Line(number=0, text="x")):
        lone = _lone(line)
        if lone is not None and lone.end is None:
            length += 1
        elif length:
            runs.append(length)
            length = 0
    return runs.count(2) >= 2 and runs.count(2) * 3 >= len(runs) * 2
