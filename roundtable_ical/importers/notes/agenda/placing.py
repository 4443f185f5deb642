"""Where lines without a time belong: what their neighbours tell."""

import re
from collections.abc import Sequence

from roundtable_ical.importers.notes.agenda.rows import Rough
from roundtable_ical.importers.notes.lines import Line

_LOOK_BACK = 40
"""Items that are looked back on to see how lines are indented."""


def is_aside(rough: Rough, line: Line) -> bool:
    """Return whether only brackets stand behind a time, and the title in the line below."""
    if len(rough.parts) != 1 or rough.body or line.bullet or line.number != rough.line + 1:
        return False
    return bool(re.fullmatch(r"\([^()]*\)", rough.parts[0]))


def has_indents(items: Sequence[Rough]) -> bool:
    """Return whether what stands under the latest of *items* is indented."""
    bodies = [line for rough in items[-_LOOK_BACK:-1] for line in rough.body]
    indented = sum(bool(line.indent) for line in bodies)
    return len(bodies) >= 2 and indented * 10 >= 7 * len(bodies)


def block_above(above: Sequence[Line]) -> list[Line]:
    """Return those of the lines *above* that stand behind the last blank one."""
    shown: list[Line] = []
    for line in reversed(above):
        if line.is_blank:
            break
        shown.insert(0, line)
    return shown
