"""The parts of a note outside its agenda: what stands under which label."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from roundtable_ical.importers.notes.head.labels import Field, Label, label_of
from roundtable_ical.importers.notes.lines import Document, Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What stands under a label, or (no *label*) outside of any.

    *line* is that of the label; *lines* are what is said: the rest of the label's line first.
    """

    line: int
    lines: tuple[Line, ...]
    label: Label | None = None

    @property
    def fields(self) -> tuple[Field, ...]:
        """What the label names; none without one."""
        return self.label.fields if self.label else ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its lines, the label's among them."""
        return (self.line, *(line.number for line in self.lines if line.number != self.line))

    @property
    def text(self) -> str:
        """All its words, line by line."""
        return "\n".join(line.text for line in self.lines if not line.is_blank)


def sections(document: Document, taken: Collection[int] = ()) -> tuple[Section, ...]:
    """Return *document* in sections, the lines of the numbers *taken* left out.

    A short label (a date, a venue) ends with its paragraph, the others go on until the next label
    or until something that is taken.
    """
    found: list[Section] = []
    lines = _with_colons(document.lines)
    position = 0
    while position < len(lines):
        line = lines[position]
        if line.number in taken:
            position += 1
            continue
        label = label_of(line)
        end = _end(lines, position, label, taken)
        body = [each for each in lines[position:end] if each.number not in taken]
        found.append(_section(body, label))
        position = end
    return tuple(_without_empty(found))


_LISTS = frozenset({Field.HOSTS, Field.COHOSTS, Field.VENUE, Field.DATE})
"""Short fields whose values stand below each other under a label of its own line."""
_FULL = 65
"""Characters of a line that was broken for want of room."""
_OPEN_END = re.compile(
    r"(?:[,;&/(]|\b(?:and|et|y|e|und|of|the|de|des|du|del|la|for|to|with))$", re.IGNORECASE
)


def _with_colons(lines: Sequence[Line]) -> list[Line]:
    """Return *lines* with a colon that begins the next one put where it belongs."""
    found = list(lines)
    shown = [at for at, line in enumerate(found) if not line.is_blank]
    for at, after in pairwise(shown):
        if found[after].text.startswith(":") and not found[at].text.endswith(":"):
            found[at] = replace(found[at], text=f"{found[at].text}:")
    return found


def _end(lines: Sequence[Line], start: int, label: Label | None, taken: Collection[int]) -> int:
    """Return the position behind the section that begins at *start*."""
    short = label is not None and label.field.is_short
    has_words = label is None or bool(label.rest)
    for position in range(start + 1, len(lines)):
        line = lines[position]
        if line.number in taken:
            return position
        if line.is_blank:
            if short and has_words:
                return position
            continue
        if _is_label(line, label):
            return position
        listing = label is not None and not label.rest and label.field in _LISTS
        if short and has_words and not listing and _apart(lines[position - 1], line):
            return position
        has_words = has_words or any(letter.isalnum() for letter in line.text)
    return len(lines)


def _is_label(line: Line, inside: Label | None) -> bool:
    """Whether *line* begins another section than the one it would be *inside* of."""
    found = label_of(line)
    if found is None:
        return bool(line.heading and inside)
    # A list of speakers has "Moderator: N. N." inside, which belongs to it.
    speakers = inside is not None and inside.field is Field.SPEAKERS
    return not (speakers and found.field is Field.SPEAKERS)


def _apart(line: Line, after: Line) -> bool:
    """Whether *after* is no continuation of the short value in *line*."""
    if after.heading or after.table:
        return True
    if _OPEN_END.search(line.text) or after.text[:1].islower() or len(line.text) > _FULL:
        return False
    return not after.bullet and not after.indent > line.indent and after.text[:1] not in "(:,;-–"


def _section(body: Sequence[Line], label: Label | None) -> Section:
    first = body[0]
    if label is None:
        return Section(line=first.number, lines=tuple(body))
    rest = (replace(first, text=label.rest, bullet="", heading=0),) if label.rest else ()
    after = tuple(replace(line, text=line.text.lstrip(": ")) for line in body[1:])
    return Section(line=first.number, lines=(*rest, *after), label=label)


def _without_empty(found: Sequence[Section]) -> list[Section]:
    return [
        section
        for section in found
        if section.label or any(not line.is_blank for line in section.lines)
    ]
