"""An entry of a list of people, cut at its commas, dashes, brackets and quotation marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_PAIRS = {
    "(": ")",
    "[": "]",
    "“": "”",
    "«": "»",
    "„": "“”",
    "（": "）",
    '"': '"',
    "‹": "›",
    "{": "}",
}
_QUOTES = '“«„"‹'
_SIGN = re.compile(
    r"""\s*(?: ,(?!\d) | ; | [:：](?=\s|$) | [|\n\t•·●] | \s[/]\s | \s[-–—]+\s | \s[–—](?=\S)
        | (?<!Univ)(?<!Prof)(?<!Dept)(?<!Inst)(?<!Asst)(?<!Assoc)(?<!Corp)(?<!Govt)(?<!Natl)
            (?<!Intl)(?<!Tech)(?<!Retd)(?<!Dott)(?<!Excmo)(?<!Excma)(?<!Ilmo)(?<!Ilma)(?<!Engr)
            (?<=[a-zß-ÿ]{3})\.\s(?=[A-ZÀ-Þ]) | (?<=[)”»"])\.\s(?=\S)
        | (?<=\d{4})\.\s(?=[A-ZÀ-Þ])
        | (?<=[\w)])[–—]\s | (?<=[a-zß-ÿ)]{2})-\s(?=[A-ZÀ-Þ]) | \s[-–—]+$ | ，|、 )\s*""",
    re.VERBOSE,
)


class Shape(Enum):
    """How a piece is set apart."""

    PLAIN = auto()
    BRACKETED = auto()
    QUOTED = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two signs: *sign* is the one before; *start* and *end* where they stand.

    Brackets and quotation marks are in the span and not in the text.
    """

    sign: str
    shape: Shape
    text: str
    start: int
    end: int


def cut(text: str, offset: int = 0) -> list[Piece]:
    """Return the pieces of *text* in their order; *offset* is added to where they stand."""
    return [piece for piece in _pieces(text, offset) if piece.text]


def _pieces(text: str, offset: int) -> Iterator[Piece]:
    at, begun, sign = 0, 0, ""
    while at < len(text):
        letter = text[at]
        if letter in _PAIRS and (close := _closing(text, at)) and _opens(text, at):
            yield _plain(text, begun, at, sign, offset)
            if text[begun:at].strip():
                sign = ""
            shape = Shape.QUOTED if letter in _QUOTES else Shape.BRACKETED
            inner = text[at + 1 : close].strip().rstrip('])”»"')
            yield Piece(sign, shape, inner, at + offset, min(close + 1, len(text)) + offset)
            at = begun = close + 1
            sign = ""
        elif found := _SIGN.match(text, at):
            yield _plain(text, begun, at, sign, offset)
            before = "" if text[begun:at].strip() else sign
            sign = _kind(found.group()) if not (before and not found.group().strip()) else before
            at = begun = found.end()
        else:
            at += 1
    yield _plain(text, begun, len(text), sign, offset)


def _plain(text: str, start: int, end: int, sign: str, offset: int) -> Piece:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip(" .*_"))
    kept = text[left:end].rstrip(" *_")
    return Piece(sign, Shape.PLAIN, kept, left + offset, left + len(kept) + offset)


def _kind(sign: str) -> str:
    sign = sign.strip()
    if sign and sign[0] in "-–—":
        return "–"
    return {"：": ":", "，": ",", "、": ",", "•": ";", "●": ";", "·": ";", "": "\n"}.get(sign, sign)


def _opens(text: str, at: int) -> bool:
    """Return whether the straight quotation mark at *at* begins something."""
    return text[at] != '"' or at == 0 or not text[at - 1].isalnum()


def _closing(text: str, at: int) -> int:
    """Return where what opens at *at* closes; the end where a bracket stays open; 0 for nowhere."""
    opening, closing, depth = text[at], _PAIRS[text[at]], 0
    for place in range(at + 1, len(text)):
        letter = text[place]
        if letter in closing:
            if depth == 0:
                return place
            depth -= 1
        elif letter == opening:
            depth += 1
    return len(text) if opening in "([" and len(text) - at < 60 else 0
