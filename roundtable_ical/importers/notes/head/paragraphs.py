"""Lines that were wrapped become paragraphs again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from roundtable_ical.importers.notes.lines import Line

_WIDEST_WRAP = 140
"""Characters; nobody wraps by hand wider than that."""
_ENDED = re.compile(r"[.!?:;…]['\"”’»)\]]*$")
_BROKEN = re.compile(r"(?<=[a-zà-ÿ])-\s+(?=[a-zà-ÿ])(?!-?\s*(?:and|or|et|ou|y|o|und|to)\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Words that belong together, the line they begin in, and the numbers of all their lines."""

    line: int
    text: str
    bullet: str = ""
    heading: int = 0
    lines: tuple[int, ...] = ()
    strong: tuple[str, ...] = ()


def paragraphs(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of *lines*: blank lines, bullets and headings part them.

    Lines without a blank one between are joined where they look wrapped: the first is as long as
    the others, or the second goes on in the middle of a sentence.
    """
    width = max((len(line.text) for line in lines), default=0)
    groups: list[list[Line]] = []
    for line in lines:
        if line.is_blank:
            groups.append([])
        elif groups and groups[-1] and _goes_on(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_paragraph(group) for group in groups if group)


def mended(text: str) -> str:
    """Return *text* in one line, words that a line end had broken put together.

    >>> mended("well- structured  labour")
    'well-structured labour'
    """
    return _BROKEN.sub("-", " ".join(text.split()))


def _goes_on(line: Line, after: Line, width: int) -> bool:
    if after.bullet or after.heading or line.heading or after.table != line.table or after.table:
        return False
    if after.number != line.number + 1:
        return False
    begins_inside = after.text[:1].islower()
    if begins_inside and not _ENDED.search(line.text):
        return True
    if width > _WIDEST_WRAP:
        return False
    room = len(line.text) + len(after.text.split(maxsplit=1)[0])
    return room >= 0.85 * width or (begins_inside and room >= 0.6 * width)


def _paragraph(group: Sequence[Line]) -> Paragraph:
    first = group[0]
    return Paragraph(
        line=first.number,
        text=mended(" ".join(line.text for line in group)),
        bullet=first.bullet,
        heading=first.heading,
        lines=tuple(line.number for line in group),
        strong=tuple(words for line in group for words in line.strong),
    )
