"""Signs that a note explains once for all: "* to be confirmed" at its end."""

import re
from collections.abc import Iterable
from dataclasses import replace

from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.importers.notes.people import tbc

_SIGN = r"\*{1,3}|[†‡§¹²³°#^]"
_LEGEND = re.compile(
    rf"""[(\[]?\s*(?P<sign>{_SIGN})\s*[)\]]?\s*[:=–—-]?\s*
    (?:(?:speakers?|names?|panell?ists?|participation|attendance|intervenants?|ponentes?|noms?|
       nombres|participación|presence|présence)\s+)?
    (?:(?:is|are|still|est|sont|yet|está|están)\s+)*
    (?:{tbc.WORDS}|{tbc.ALONE})\s*[.)\]]?""",
    re.IGNORECASE | re.VERBOSE,
)
_TBC = " (tbc)"


def explained(document: Document) -> Document:
    """Return *document* with "(tbc)" in place of the signs that it says mean so."""
    signs = {sign for line in document.lines for sign in _signs(line)}
    if not signs:
        return document
    marked = "|".join(re.escape(sign) for sign in sorted(signs, key=len, reverse=True))
    found = re.compile(rf"(?<=[^\s*])\s?[(\[]?(?:{marked})[)\]]?(?=$|[\s,;:.)\t])")
    lines = (line if any(_signs(line)) else _spelt(line, found) for line in document.lines)
    return replace(document, lines=tuple(lines))


def _signs(line: Line) -> Iterable[str]:
    """Yield the sign that *line* explains; the reader of documents may take it for a bullet."""
    legend = _LEGEND.fullmatch(f"{line.bullet} {line.text}".strip())
    if legend:
        yield legend["sign"]


def _spelt(line: Line, sign: re.Pattern[str]) -> Line:
    text = sign.sub(_TBC, line.text)
    return line if text == line.text else replace(line, text=text)
