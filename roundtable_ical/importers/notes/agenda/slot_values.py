"""A time in a line of an agenda, and what else stands there."""

from dataclasses import dataclass
from enum import StrEnum

from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times import dates
from roundtable_ical.importers.notes.times.clocks import Hours
from roundtable_ical.importers.notes.times.dates import Written

SIGNS = " \t\n¬-–—‐―−:|•·●○▪*_~.,;=>→⇒()[]<>\u2060\u200b\ufeff⏰🕐📅"
"""What parts a time from a title."""


class Position(StrEnum):
    """Where in its line a time stands.

    *front* before its title, *back* behind it, *middle* between a number or sort and the title
    ("Panel 1 (9:00-10:00): Trade"), *alone* in a line of its own, *cell* in a column, *label*
    behind "Time:" and the like, *prose* inside a sentence.
    """

    FRONT = "front"
    MIDDLE = "middle"
    BACK = "back"
    ALONE = "alone"
    CELL = "cell"
    LABEL = "label"
    PROSE = "prose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A time in a line, and what else stands there.

    Args:
        line: the line.
        hours: the time or span.
        position: where it stands.
        title: the other words, as far as they can be its title.
        before: words before it that belong to what was above (text without line ends).
        dates: the dates before the time.
        day: the number of a day ("Day 2") before the time.
        column: of a row, which column has the time, from 0; None outside columns.
    """

    line: Line
    hours: Hours
    position: Position
    title: str = ""
    before: str = ""
    dates: tuple[Written, ...] = ()
    day: int | None = None
    column: int | None = None

    @property
    def shape(self) -> tuple[object, ...]:
        """What slots of one agenda have in common."""
        line = self.line
        return (self.position, bool(line.heading), bool(line.table), bool(line.bullet))


def dated(text: str) -> tuple[Written, ...]:
    """Return the dates in *text*, without numbers that may be none."""
    return tuple(each for each in dates.found(text) if not each.doubtful)


def clean(words: str) -> str:
    """Return *words* without the signs that part them from a time."""
    text = words.strip(SIGNS)
    begin = words.find(text) if text else 0
    if begin and words[begin - 1] in "([" and ("(" in words[:begin] or "[" in words[:begin]):
        closing = ")" if words[begin - 1] == "(" else "]"
        if closing in words[begin:]:
            text = words[begin - 1 :].strip()
    text = _closed(text, words, begin)
    return " ".join(text.split())


def _closed(text: str, words: str, begin: int) -> str:
    """Return *text* with the closing bracket or full stop that was stripped but belongs to it."""
    behind = words[begin + len(text.lstrip("([")) :] if text else ""
    for opening, closing in ("()", "[]"):
        stop = behind.partition(closing)[0] if closing in behind else "-"
        if text.count(opening) > text.count(closing) and not stop.strip(" ."):
            return f"{text}{stop.strip()}{closing}"
    return text
