"""Titles that were broken where the page was full: the next word had no room in their line."""

import re
from collections.abc import Sequence

from roundtable_ical.importers.notes.agenda import titles
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.people import honorifics, names

_WIDEST = 100
"""Columns of a text that was broken by hand or by a program."""
_NEAR, _FEWEST = 8, 3
"""Columns from the edge, and lines that end there, of a text that was broken at one width."""
_DONE_BY = re.compile(r"\w+(?: \w+)? (?:by|par|por|von) [A-ZÀ-Ý]")
"""What somebody does there: "Moderated by Anna Berg"."""
_NAME_END = re.compile(r"[,.;:(]|\s[-–—]\s")


def edge(lines: Sequence[Line]) -> int | None:
    """Return the column at which the lines of a text were broken; None where they were not."""
    ends = [_end(line) for line in lines if not line.table and not line.is_blank]
    last = max(ends, default=0)
    near = sum(end >= last - _NEAR for end in ends)
    return last if near >= _FEWEST and last <= _WIDEST else None


def goes_on(line: Line, after: Line, last: int | None) -> bool:
    """Whether *after* goes on with the title that *line* ends with.

    It stands further in than the line of the time does, right below it, and *last*, the `edge`
    of the text, left no room for its first word. A person or a role begins anew all the same.
    """
    if last is None or line.table or after.table or after.bullet or after.heading:
        return False
    if after.indent <= line.indent or after.number != line.number + 1 or len(after.cells) > 1:
        return False
    word = after.text.split(maxsplit=1)[0]
    full = _end(line) + 1 + len(word) > last
    return full and not line.text.endswith((":", ";")) and not _names_somebody(after.text)


def ended_as(part: str, line: Line) -> str:
    """Return *part* of a title that goes on, with the full stop that *line* has behind it."""
    return f"{part}." if line.text.rstrip().endswith(f"{part}.") else part


def _names_somebody(text: str) -> bool:
    first = _NAME_END.split(text, maxsplit=1)[0].strip()
    named = " " in first and names.is_name(first)
    if named or _DONE_BY.match(text) or titles.is_role(text):
        return True
    return honorifics.split(text)[0] is not None


def _end(line: Line) -> int:
    """Return the column of the last letter; two blanks parted what a tab does here."""
    return line.indent + len(line.text) + line.text.count("\t")
