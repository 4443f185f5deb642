"""The top of a note: what stands before its sections and its agenda."""

import re
from collections.abc import Collection, Sequence

from roundtable_ical.importers.notes.head.labels import label_of
from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.importers.notes.times.moments import dated, timed

_MOST = 40
"""Lines with words; no head of a note is longer."""
_NEAR = 14
"""Lines above the agenda that may be its date and place."""
_PROSE = 220
"""Characters of a line or of lines in a row that no title has."""
_SENTENCE = re.compile(r"[a-zà-ÿ)]\.(?:\s+[A-ZÀ-Ý]|$)")


def top(document: Document, taken: Collection[int] = ()) -> tuple[Line, ...]:
    """Return the lines before the first section, agenda item or paragraph of prose.

    Args:
        document: the note.
        taken: numbers of lines that the agenda was made of, where it is known already.
    """
    found: list[Line] = []
    running = 0
    before: Line | None = None
    for line in document.lines:
        if line.is_blank:
            running = 0
            before = None
            found.append(line)
            continue
        running += len(line.text)
        beside_date = before is not None and bool(dated(before.text)) and _is_time(line)
        if (
            _ends(line, taken, running, beside_date)
            or sum(not each.is_blank for each in found) >= _MOST
        ):
            break
        found.append(line)
        before = line
    return _without_prose(found)


def lead(document: Document, taken: Collection[int]) -> tuple[Line, ...]:
    """Return the lines right above the agenda, where prose parts them from the top of the note.

    Args:
        document: the note.
        taken: numbers of the lines from its first item on.
    """
    if not taken:
        return ()
    first = min(taken)
    above = [line for line in document.lines if first - _NEAR <= line.number < first]
    found: list[Line] = []
    for line in reversed(above):
        label = label_of(line)
        if len(line.text) > _PROSE // 2 or (
            label and not label.field.is_short and label.field != "agenda"
        ):
            break
        found.append(line)
    return tuple(reversed(found))


def begins_with_time(line: Line) -> bool:
    """Whether *line* looks like an agenda item: a time, and words behind it or none."""
    hours = timed(line.text)
    return (
        bool(hours) and not hours[0].doubtful and not line.text[: hours[0].at[0]].strip(" |•*-–[(")
    )


def _is_time(line: Line) -> bool:
    """Whether nothing but a time is in *line*: under a date it is the hours of the event."""
    spans = timed(line.text)
    return len(spans) == 1 and not line.text[spans[0].at[1] :].strip(" .)")


def _ends(line: Line, taken: Collection[int], running: int, beside_date: bool) -> bool:
    if line.number in taken or (begins_with_time(line) and not beside_date):
        return True
    label = label_of(line)
    if label is not None:
        return not label.field.is_short and label.field != "agenda"
    return running > _PROSE and bool(_SENTENCE.search(line.text))


def _without_prose(found: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines without what began the paragraph that ended the search."""
    kept = list(found)
    while kept and kept[-1].is_blank:
        kept.pop()
    return tuple(kept)
