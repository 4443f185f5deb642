"""Lines that head a group of items, without the marks of a heading: "SESSION 1: RIVERS".

They are told by how the document repeats itself: several lines of one shape, each with an item
soon after it.
"""

import re
from collections.abc import Mapping, Sequence

from roundtable_ical.importers.notes.agenda import titles
from roundtable_ical.importers.notes.agenda.kinds import kind_of
from roundtable_ical.importers.notes.agenda.slots import Slot
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.people import names
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.programme.segments import Kind

_NUMBERED = re.compile(
    r"(?:(?:first|second|third|fourth|premiere|deuxieme|troisieme|primera|segunda|tercera|prima"
    r"|seconda|terza)\s+)?(?:session|sessione|sesion|sessao|seance|sitzung|panel|part|parte|partie"
    r"|teil|block|bloc|bloque|module?|modulo|sequence|section|seccion|mesa|theme|topic)"
    r"(?:\s+(?:n[o°º]\.?\s*)?(?:\d{1,2}|[ivx]{1,4}|[a-h])\b)?\s*(?:[:.,–—-]|$)"
)
_LONGEST = 160
_SHORTEST = 8
_NEAR = 8
"""Lines with words between a head and the first of its items: who chairs, a room."""
_FEWEST = 2
_PAUSES = frozenset({Kind.BREAK, Kind.MEAL})


def section_lines(lines: Sequence[Line], slotted: Mapping[int, tuple[Slot, ...]]) -> frozenset[int]:
    """Return the numbers of the lines that head groups of items.

    Args:
        lines: of the document.
        slotted: the times of items, by the number of their line.
    """
    shown = [line for line in lines if not line.is_blank]
    found: set[int] = set()
    for shape in (_is_numbered, _is_loud):
        heads = [
            at
            for at, line in enumerate(shown)
            if shape(line) and _may_head(line, shown[at - 1] if at else None, slotted)
        ]
        near = [_has_item(shown[at + 1 : at + 1 + _NEAR], slotted) for at in heads]
        after_first = [at for at in heads if shown[at].number > min(slotted, default=0)]
        if len(heads) >= _FEWEST and after_first and all(near):
            found.update(shown[at].number for at in heads)
    return frozenset(found)


def _is_numbered(line: Line) -> bool:
    return bool(_NUMBERED.match(folded(line.text)))


def _is_loud(line: Line) -> bool:
    """Whether a line is in capitals and names nobody."""
    letters = sum(letter.isalpha() for letter in line.text)
    words = line.text.split(",")[0].strip()
    return letters >= _SHORTEST and line.text.isupper() and not names.has_given(words)


def _may_head(line: Line, before: Line | None, slotted: Mapping[int, tuple[Slot, ...]]) -> bool:
    """Whether *line* stands for itself: no item, no list entry, no words right under an item."""
    if line.number in slotted or line.bullet or line.heading or len(line.text) > _LONGEST:
        return False
    if len([cell for cell in line.cells if cell]) > 1 or titles.is_role(line.text):
        return False
    over = slotted.get(before.number, ()) if before else ()
    if not over or (before and line.number > before.number + 1 and over[0].title):
        return True
    return kind_of(over[0].title) in _PAUSES


def _has_item(near: Sequence[Line], slotted: Mapping[int, tuple[Slot, ...]]) -> bool:
    """Whether an item begins in the lines *near*, before another head of its shape."""
    return any(line.number in slotted for line in near)
