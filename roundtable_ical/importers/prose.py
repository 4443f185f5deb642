"""Marked-up words as plain ones: tags and entities out, paragraphs and list items kept."""

import re
from html import unescape

_TAGS = (
    "a abbr address article aside b big blockquote body br caption center cite code dd del details "
    "div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 head header hr html i img ins "
    "kbd li main mark nav ol p pre q s samp section small span strike strong sub summary sup table "
    "tbody td tfoot th thead time tr tt u ul var wbr o:p"
).split()
_TAG = re.compile(rf"<(/?)({'|'.join(map(re.escape, _TAGS))})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_GONE = re.compile(
    r"<(script|style|title)\b[^<>]*>[^<]*</\1\s*>|<!--[^<>]*-->|<!doctype[^<>]*>", re.IGNORECASE
)
_PARAGRAPHS = frozenset(
    "address article blockquote dl div figure h1 h2 h3 h4 h5 h6 ol p pre section table ul".split()
)
_LINES = frozenset("br dd dt hr tr".split())
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});", re.IGNORECASE)
_LONGEST = 400_000


def prose(words: str) -> str:
    """Return *words* without HTML; text that has none stays as it is.

    >>> prose("<p>A &amp; B</p><ul><li>one</li></ul> 2 < 3")
    'A & B\\n\\n- one\\n\\n2 < 3'
    """
    text = words[:_LONGEST]
    if "<" in text and _TAG.search(text):
        text = _TAG.sub(_broken, _GONE.sub("", re.sub(r"[ \t]+", " ", text)))
        text = re.sub(r"[ \t]*\n[ \t]*", "\n", text)
    if _ENTITY.search(text):
        text = unescape(text).replace("\u00a0", " ")
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def one_line(words: str) -> str:
    """Return *words* without HTML, in one line."""
    return " ".join(prose(words).split())


def _broken(tag: re.Match[str]) -> str:
    name = tag[2].lower()
    if name == "li":
        return "" if tag[1] else "\n- "
    if name in _PARAGRAPHS:
        return "\n\n"
    return "\n" if name in _LINES and not (tag[1] and name == "br") else ""
