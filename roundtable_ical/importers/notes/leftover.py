"""Lines of a note that left no word in the event and none in a problem: never in silence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from roundtable_ical.importers.notes.agenda.noise import noise
from roundtable_ical.importers.notes.head.labels import label_of
from roundtable_ical.importers.notes.head.title_blocks import is_generic
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.importers.notes.times.moments import dated, timed

_FEWEST = 2
"""Words of a line that says something; one alone is a heading of a column or a sign."""
_WORD = re.compile(r"[^\W\d_]{4,}")


def leftover(lines: Sequence[Line], values: Any, told: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield number and words of every line that says something and is nowhere.

    Dates and times are not looked for, as they stand in an event in another form; labels, heads
    of tables, running heads and the names of sorts of documents say nothing by themselves.

    Args:
        lines: of the note.
        values: what was made of it, as plain values.
        told: the messages of the problems so far.
    """
    known = {word for text in (*_texts(values), *told) for word in _words(text)}
    unwanted = noise(lines)
    for line in lines:
        if line.is_blank or line.number in unwanted:
            continue
        words = _words(line.text)
        if len(words) < _FEWEST or not known.isdisjoint(words):
            continue
        if len(_words(_undated(line.text))) >= _FEWEST and not _is_empty(line):
            yield line.number, line.text


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(folded(text)))


def _undated(text: str) -> str:
    """Return *text* without dates and times."""
    spans = [*(each.at for each in dated(text)), *(each.at for each in timed(text))]
    for begin, end in sorted(spans, reverse=True):
        text = f"{text[:begin]} {text[end:]}"
    return text


def _is_empty(line: Line) -> bool:
    """Whether *line* is only a label, a head of a table or a sort of document."""
    label = label_of(line)
    head = len(line.cells) > 1 and all(len(cell.split()) <= _FEWEST for cell in line.cells)
    return bool(label and not label.rest) or head or is_generic(line.text)
