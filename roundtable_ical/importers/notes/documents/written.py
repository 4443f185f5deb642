"""What the formats have in common that are text: its size, its encoding, its indentation."""

from collections.abc import Callable

from roundtable_ical.importers.decoded import Decoded, Undecodable, decoded
from roundtable_ical.importers.notes.documents.opened import (
    LONGEST_LINE,
    MOST_LINES,
    Opened,
    bounded,
    refuse,
    within,
)
from roundtable_ical.importers.notes.lines import Document
from roundtable_ical.ports import Source

LARGEST = 2_000_000
"""Bytes; some 700 printed pages of nothing but text."""

_TAB = 8


def text_of(source: Source, largest: int = LARGEST) -> Decoded:
    """Return the text of *source*.

    Raises:
        Unreadable: it is no text, or has more than *largest* bytes.
    """
    within(len(source.content), largest)
    try:
        return decoded(source.content)
    except Undecodable as error:
        refuse("not-text", str(error), "save the document as .docx, .pdf or text (UTF-8)")


def opened_as(text: Decoded, document: Callable[[str], Document]) -> Opened:
    """Return the lines that *document* makes of *text*, and what was assumed of its encoding.

    Raises:
        Unreadable: it is empty, or more than a person can have written.
    """
    lines = text.text.split("\n")
    if len(lines) > MOST_LINES:
        message = f"the document has {len(lines):,} lines, more than {MOST_LINES:,}"
        refuse("too-large", message, "import a part of it", MOST_LINES + 1)
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            message = f"a line has {len(line):,} characters, more than {LONGEST_LINE:,}"
            refuse("too-large", message, "look whether it is the right file", number)
    return Opened(document=bounded(document(text.text)), problems=text.problems)


def indent_of(written: str) -> int:
    """Return how many columns of white space stand before the first word of a line."""
    spread = written.expandtabs(_TAB)
    return len(spread) - len(spread.lstrip())
