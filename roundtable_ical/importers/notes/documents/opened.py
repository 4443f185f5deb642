"""A file that became lines, or the one reason why it did not."""

import re
from dataclasses import dataclass, replace
from typing import NoReturn

from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.programme.problems import Problem

MOST_LINES = 20_000
LONGEST_LINE = 10_000
"""Characters. The longest paragraph of a real note has some 4,000."""
_LONGEST_RUN = 100
_RUN = re.compile(rf"(\s|[^\w\s]\s?)\1{{{_LONGEST_RUN},}}")


@dataclass(frozen=True, kw_only=True)
class Opened:
    """The lines of a file, and what is to be told of the file as a whole."""

    document: Document
    problems: tuple[Problem, ...] = ()


class Unreadable(Exception):
    """Nothing can be made of the file; carries the one problem there is, and its line."""

    def __init__(self, problem: Problem, line: int | None = None) -> None:
        super().__init__(str(problem))
        self.problem = problem
        self.line = line


def refuse(code: str, message: str, hint: str, line: int | None = None) -> NoReturn:
    """Say why nothing can be made of the file.

    Raises:
        Unreadable: always.
    """
    raise Unreadable(Problem.error(code, (), message, hint), line) from None


def within(size: int, most: int, hint: str = "leave out pictures, or split the document") -> None:
    """Let a file of *size* bytes pass.

    Raises:
        Unreadable: it has more than *most*.
    """
    if size > most:
        message = f"the file has {size / 1_000_000:.1f} MB, more than {most / 1_000_000:g} MB"
        refuse("too-large", message, hint)


def bounded(document: Document) -> Document:
    """Let a document through that a person can have written, drawn lines and gaps shortened.

    Raises:
        Unreadable: it is empty, has too many lines, or one that is too long.
    """
    if all(line.is_blank for line in document.lines):
        refuse("no-text", "there is no text in the file", "look whether it is the right file")
    if len(document.lines) > MOST_LINES:
        message = f"the document has {len(document.lines):,} lines, more than {MOST_LINES:,}"
        refuse("too-large", message, "import a part of it", MOST_LINES + 1)
    for line in document.lines:
        if len(line.text) > LONGEST_LINE:
            message = f"a line has {len(line.text):,} characters, more than {LONGEST_LINE:,}"
            refuse("too-large", message, "look whether it is the right file", line.number)
    shorter = [_without_long_runs(line) for line in document.lines]
    return replace(document, lines=tuple(shorter))


def _without_long_runs(line: Line) -> Line:
    """Return *line* with what repeats one sign for ever cut to what still parts its words."""
    text = _RUN.sub(lambda run: run[1] * _LONGEST_RUN, line.text)
    return line if text == line.text else replace(line, text=text)
