"""Texts of a calendar as people read them."""

import re

from roundtable_ical.ical.words import SPOKEN, words
from roundtable_ical.importers.calendars.components import Component
from roundtable_ical.importers.calendars.lines import ContentLine
from roundtable_ical.importers.prose import one_line, prose

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_COMMA = re.compile(r"(?<!\\),")
_CALLED_OFF = {
    *map(re.escape, (words(language).cancelled for language in SPOKEN)),
    *(
        "cancelled canceled annulé annule annulée cancelado cancelada cancellato annullato "
        "abgesagt entfällt geannuleerd odwołane inställt aflyst avlyst отменено ملغى 已取消 取消"
    ).split(),
}
_WORDS = "|".join(sorted(_CALLED_OFF))
_PREFIX = re.compile(
    rf"\s*(?:[\[(]\s*(?:{_WORDS})\s*[\])]\s*[:：-]?|(?:{_WORDS})\s*[:：])\s*(?=\S)", re.IGNORECASE
)


def text(line: ContentLine) -> str:
    """Return the value of a TEXT property, its escapes undone, HTML in it made plain."""
    return prose(_unescaped(line.value))


def title(line: ContentLine) -> str:
    """Return the value of a TEXT property in one line."""
    return one_line(_unescaped(line.value))


def items(line: ContentLine) -> tuple[str, ...]:
    """Return the values of a list, as of CATEGORIES."""
    found = (one_line(_unescaped(piece)) for piece in _COMMA.split(line.value))
    return tuple(dict.fromkeys(word for word in found if word))


def description(item: Component) -> str:
    """Return what is told of an item: the plain words, or else those of the HTML beside them."""
    plain = item.first("DESCRIPTION")
    said = text(plain) if plain else ""
    if not said:
        for name in ("STYLED-DESCRIPTION", "X-ALT-DESC"):
            marked = item.first(name)
            said = said or (text(marked) if marked else "")
    return said


def called_off(summary: str) -> str | None:
    """Return a title without "CANCELLED: " before it; None where that does not stand there."""
    match = _PREFIX.match(summary)
    return summary[match.end() :] if match else None


def _unescaped(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
