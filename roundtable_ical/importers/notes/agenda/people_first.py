"""Items that name their speaker before their title."""

import itertools
from collections.abc import Sequence

from roundtable_ical.importers.notes.agenda import titles
from roundtable_ical.importers.notes.agenda.kinds import kind_of
from roundtable_ical.importers.notes.found import Person
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.people import people
from roundtable_ical.programme.segments import Kind

_QUOTES = "“«\"'‘"
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"))
_MOST = 4
"""Lines of one item: a person, what they are, where, and the title."""


def titled(
    title: str, body: Sequence[Line], line: int, language: str
) -> tuple[str, list[Line], tuple[Person, ...]]:
    """Return the title of an item, the lines under it, and who stood in place of the title.

    Where *title* is nothing but a person, the title is the last line of the block under it; the
    person comes first in the lines.

    Args:
        title: as it stands first.
        body: the lines under it.
        line: number of the line of *title*.
        language: of the document.
    """
    if any(title.count(opening) > title.count(closing) for opening, closing in _PAIRS):
        return title, list(body), ()
    rest, found = people.in_title(title, line, language)
    if rest or not any(each.name for each in found):
        return title, list(body), ()
    block = _block(body)
    at = _last_begun(block)
    said = titles.joined([each.text for each in block[at:]]) if block else ""
    if not 0 <= at < _MOST or not _is_title(said, block[at], len(block), language):
        return title, list(body), ()
    if said[:1] in _QUOTES and people.named(body[len(block) :], language).people:
        # The first of several talks.
        return title, list(body), ()
    person = Line(number=line, text=title)
    return said, [person, *body[:at], *body[len(block) :]], found


def _last_begun(block: Sequence[Line]) -> int:
    """Return where the last line begins that was broken over several; -1 without any."""
    at = len(block) - 1
    while at > 0:
        text = block[at].text
        if not (text[:1].islower() or any(text.count(b) > text.count(a) for a, b in _PAIRS)):
            break
        at -= 1
    return at


def _block(body: Sequence[Line]) -> list[Line]:
    """Return the lines that follow each other without a blank one."""
    block = list(body[:1])
    for before, line in itertools.pairwise(body):
        if line.number - before.number > 1 or line.bullet:
            break
        block.append(line)
    return block


def _is_title(said: str, line: Line, lines: int, language: str) -> bool:
    if line.bullet or titles.is_role(said) or people.named([line], language).people:
        return False
    if said[:1] in _QUOTES or kind_of(said) is not Kind.OTHER:
        return True
    return lines > 1 and not line.table
