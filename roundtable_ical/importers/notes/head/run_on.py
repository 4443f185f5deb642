"""A place in a text whose lines were lost, or in a line that has the date among many words."""

import re
from collections.abc import Sequence

from roundtable_ical.importers.notes.head import place_words
from roundtable_ical.importers.notes.head.announced import Announced
from roundtable_ical.importers.notes.head.place_lines import beside_date, is_place
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.importers.notes.times.moments import dated, timed

_FIRST = 12
"""Lines with words among which the head of a note is."""
_AFTER = 160
"""Characters behind a date in which its place is."""
_NEXT = re.compile(
    r"\b(?:programm?e?|programa|agenda|ordre du jour|orden del dia|schedule|concept note|"
    r"background|"
    r"ablauf|tagesordnung|registration|opening|apertura|ouverture|welcome|accueil)\b"
)


def place(lines: Sequence[Line]) -> Announced | None:
    """Return the place behind the first date that has one, before the next time or heading.

    >>> text = "Forum of the Lakes 5 May 2014 Grand Hotel, Main Hall Agenda 9.00 Opening"
    >>> place([Line(number=1, text=text)])
    Announced(text='Grand Hotel, Main Hall', line=1)
    """
    shown = [line for line in lines if not line.is_blank][:_FIRST]
    for line in shown:
        for day in dated(line.text[: 10 * _AFTER]):
            if not day.day:
                continue
            words = line.text[day.at[1] : day.at[1] + _AFTER]
            words = _without_hours(words)
            words = words[: min((each.at[0] for each in timed(words)), default=len(words))]
            words = words[: min((each.at[0] for each in dated(words)), default=len(words))]
            if found := _NEXT.search(folded(words)):
                words = words[: found.start()]
            words = beside_date(words.split(". ")[0])
            if ":" not in words and is_place(words) and place_words.HOUSE.search(folded(words)):
                return Announced(text=words, line=line.number)
    return None


def _without_hours(words: str) -> str:
    """Return *words* without the hours that follow the date right away."""
    hours = timed(words)
    near = bool(hours) and not re.search(r"[^\W\d_]{4,}", words[: hours[0].at[0]])
    return words[hours[0].at[1] :] if near else words
