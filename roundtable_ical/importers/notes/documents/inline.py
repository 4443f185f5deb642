"""Markup inside a line: bold words, links, entities, tags."""

import html
import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1")
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\((\S{1,500}?)(?:\s+\"[^\"]{0,200}\")?\)")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_STRONG_TAG = re.compile(r"<\s*(/?)\s*(?:b|strong)\b[^>]*>", re.IGNORECASE)
_BREAK_TAG = re.compile(r"<\s*br\b", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"(?<=\])\{:?[^{}\n]*\}|\{:\s*[.#][^{}\n]*\}")
_NESTING = "[]*_~<>"
_MOST_MARKS = 600
"""In one paragraph: beyond, it is no text, and a parser takes long to find that out."""

_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("strikethrough")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What is seen of a line: its text, the bold words and the addresses in it."""

    text: str
    strong: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


def plain(text: str) -> Words:
    """Return a line of plain text; where it was written with marks, without them."""
    strong = tuple(found[2].strip() for found in _BOLD.finditer(text))
    links = tuple(found[2] for found in _LINK.finditer(text))
    if strong:
        text = _BOLD.sub(r"\2", text)
    if links:
        text = _LINK.sub(r"\1", text)
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    return Words(text=text, strong=strong, links=links)


def marked(text: str) -> tuple[Words, ...]:
    """Return the lines of a paragraph of Markdown; a ``<br>`` inside is a line feed."""
    if sum(map(text.count, _NESTING)) > _MOST_MARKS:
        return tuple(plain(line) for line in text.split("\n"))
    lines = [_Line()]
    bold = 0
    for token in _tokens(_ATTRIBUTES.sub("", text)):
        line = lines[-1]
        match token.type:
            case "text" | "code_inline" | "text_special":
                line.add(token.content, bold=bold > 0)
            case "softbreak" | "hardbreak":
                lines.append(_Line())
            case "strong_open":
                bold += 1
            case "strong_close":
                bold -= 1
                line.close()
            case "link_open":
                line.links.append(str(token.attrGet("href") or ""))
            case "image":
                line.add(token.content, bold=False)
            case "html_inline":
                if tag := _STRONG_TAG.match(token.content):
                    bold = max(0, bold + (-1 if tag[1] else 1))
                    line.close()
                elif _BREAK_TAG.match(token.content):
                    line.add("\n", bold=False)
    return tuple(line.words() for line in lines)


def _tokens(text: str) -> list[Token]:
    parsed = _MARKDOWN.parseInline(text)
    return (parsed[0].children or []) if parsed else []


class _Line:
    """A line while it grows; bold words that stand together are one."""

    def __init__(self) -> None:
        self.text = ""
        self.strong: list[str] = []
        self.links: list[str] = []
        self._open = ""

    def add(self, words: str, *, bold: bool) -> None:
        self.text += words
        if bold:
            self._open += words

    def close(self) -> None:
        if self._open.strip():
            self.strong.append(self._open.strip())
        self._open = ""

    def words(self) -> Words:
        self.close()
        return Words(
            text=self.text,
            strong=tuple(self.strong),
            links=tuple(link for link in self.links if link),
        )
