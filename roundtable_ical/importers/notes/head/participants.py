"""Who takes part, by category."""

import re
from collections.abc import Sequence

from roundtable_ical.importers.notes.head.paragraphs import paragraphs
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.letters import folded

_AND = re.compile(r"\s+(?:and|et|y|e|as well as|ainsi que|asi como|así como|&)\s+")
_PREPOSITION = re.compile(
    r"\b(?:of|from|for|in|with|to|de|du|des|del|pour|para|dans|en|within|among|by|on|who|at)\b"
)
_LEAD = re.compile(r"^(?:and|et|y|e|as well as|ainsi que|así como|&)\s+", re.IGNORECASE)
_LONG = 300


def categories(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the categories of participants that *lines* list, in order.

    >>> from roundtable_ical.importers.notes.lines import Line
    >>> categories([Line(number=1, text="Ministers, experts from unions, business and media.")])
    ('Ministers', 'experts from unions, business and media')
    """
    found = paragraphs(lines)
    listed = [each.text for each in found if each.bullet]
    if listed:
        return tuple(text.strip(" ;,.") for text in listed)
    words = [each.text for each in found]
    if len(words) == 1 and not re.search(r"[.!?]\s+[A-ZÀ-Ý]", words[0]):
        return _split(words[0])
    return tuple(words)


def _split(text: str) -> tuple[str, ...]:
    bare = text.strip().removesuffix(".")
    if ";" in bare:
        return _clean(bare.split(";"))
    if len(bare) > _LONG * 3:
        return (bare,)
    return _clean(_joined(_outside_brackets(bare)))


def _joined(parts: Sequence[str]) -> list[str]:
    """Put enumerations inside a category together again: "trade unions, business and media"."""
    found: list[str] = []
    for part in parts:
        before = _AND.split(part)[0] if _AND.search(part) else None
        inner = before is not None and not _PREPOSITION.search(folded(before))
        if found and inner and len(before or "") < len(part) and not _LEAD.match(part):
            found[-1] = f"{found[-1]}, {part}"
        else:
            found.append(part)
    return found


def _outside_brackets(text: str) -> list[str]:
    parts, depth, last = [], 0, 0
    for position, letter in enumerate(text):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth <= 0:
            parts.append(text[last:position].strip())
            last = position + 1
    return [*parts, text[last:].strip()]


def _clean(parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(bare for part in parts if (bare := _LEAD.sub("", part.strip(" .,;"))))
