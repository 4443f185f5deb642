"""Words of schedule files as the programme takes them: tidy, without markup, by language."""

import html
import re
from collections.abc import Mapping
from typing import Any

from roundtable_ical.programme.foreign import DEEPEST, LONGEST
from roundtable_ical.programme.texts import LANGUAGE, LINE_ENDS

Words = str | dict[str, str]
"""One text, or one per language."""

_ENDS = ("\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
_SHORT = 80
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_TAG = re.compile(
    r"</?(?:p|br|div|ul|ol|li|a|b|i|u|em|strong|small|sub|sup|span|h[1-6]|hr|pre|code|blockquote"
    r"|table|thead|tbody|tr|td|th|img|font|dl|dt|dd)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});", re.IGNORECASE)
_BREAK = re.compile(
    r"<(?:br|hr)(?:\s[^<>]*)?/?>|</(?:p|div|ul|ol|h[1-6]|pre|blockquote|table|tr|dl|dt|dd)>"
    r"|<(?:p|div|ul|ol|h[1-6]|blockquote)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_ITEM = re.compile(r"<li(?:\s[^<>]*)?>", re.IGNORECASE)


class Scribe:
    """Makes words tidy, and counts what it took out of them that nobody can read."""

    def __init__(self) -> None:
        self.odd = 0
        self.first = ""
        self._lines: dict[str, str] = {}

    def line(self, value: object) -> str:
        """Return *value* as one line; empty where it is no words."""
        words = value if isinstance(value, str) else _spoken(value)
        if words in self._lines:
            return self._lines[words]
        said = " ".join(self._readable(words, markup="<" in words or "&" in words).split())
        if len(words) < _SHORT:
            self._lines[words] = said
        return said

    def text(self, value: object) -> str:
        """Return *value* as lines."""
        words = self._readable(value if isinstance(value, str) else _spoken(value), markup=True)
        if any(map(words.__contains__, _ENDS)):
            words = LINE_ENDS.sub("\n", words)
        return words.strip(" \n\t\ufeff")

    def lines(self, value: object) -> Words:
        """Return *value* as one line, or as one in each of its languages."""
        return self._by_language(value, self.line)

    def texts(self, value: object) -> Words:
        """Return *value* as lines, in each of its languages."""
        return self._by_language(value, self.text)

    def _by_language(self, value: object, tidy: Any) -> Words:
        if not isinstance(value, Mapping):
            return str(tidy(value))
        told = {tag.replace("_", "-"): tidy(words) for tag, words in value.items() if words}
        said = {tag: words for tag, words in told.items() if words and LANGUAGE.fullmatch(tag)}
        if len(said) != len(told):
            return str(tidy(value))
        different = set(said.values())
        return said if len(different) > 1 else next(iter(different), "")

    def _readable(self, words: str, *, markup: bool) -> str:
        if markup and "<" in words and _TAG.search(words):
            words = _ITEM.sub("\n- ", _BREAK.sub("\n", words))
            words = html.unescape(_TAG.sub("", words))
            words = re.sub(r"[ \t]*\n[ \t]*", "\n", words)
            words = re.sub(r"\n{3,}", "\n\n", words)
        elif markup and "&" in words and _ENTITY.search(words):
            words = html.unescape(words)
        if words.isprintable() or words.replace("\n", "").isprintable():
            return words
        return _ODD.sub(self._mended, words) if _ODD.search(words) else words

    def _mended(self, found: re.Match[str]) -> str:
        """Return the character of Windows-1252 that was meant, or nothing."""
        self.odd += 1
        self.first = self.first or f"U+{ord(found[0]):04X}"
        if "\x80" <= found[0] <= "\x9f":
            return bytes([ord(found[0])]).decode("cp1252", errors="ignore")
        return ""


def readable(value: Any, depth: int = 0) -> Any:
    """Return nested texts, lists and mappings without what no programme keeps: see `Foreign`."""
    if isinstance(value, str):
        if value.isprintable() and len(value) <= LONGEST:
            return value
        short = value if len(value) <= LONGEST else value[:LONGEST]
        return _ODD.sub("", short) if _ODD.search(short) else short
    if depth >= DEEPEST:
        return ""
    if isinstance(value, dict):
        return {
            key if key.isprintable() else readable(key): readable(item, depth + 1)
            for key, item in value.items()
        }
    return [readable(item, depth + 1) for item in value]


def _spoken(value: object) -> str:
    """Return the words that *value* is or has, in English where there are several languages."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        for key in ("name", "title", "en"):
            if value.get(key):
                return _spoken(value[key])
        return next((words for words in value.values() if isinstance(words, str) and words), "")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return ""
