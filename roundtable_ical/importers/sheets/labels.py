"""What stands above the columns of a grid: days, rooms, tracks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from roundtable_ical.importers.prose import one_line
from roundtable_ical.importers.sheets.cells import Cell, Row, said
from roundtable_ical.importers.sheets.headings import Meaning, heading
from roundtable_ical.importers.sheets.moments import Told, told
from roundtable_ical.zones.places import folded

ROOM = re.compile(
    r"\b(?:room|raum|saal|horsaal|seminarraum|salle|sala|hall|aula|stage|buhne|auditorium|amphi"
    r"|salon|zaal|theat|lokal|зал|ауд)|\b[a-z]{1,3}[ .-]?\d{1,4}\b|室|会場|ホール|教室|厅|廳",
)
"""What halls and rooms are called, in folded words."""
_TRACK = re.compile(r"\b(?:track|stream|strang|parcours|trilha|pista|theme|thema|трек)\b")
_ALONE = frozenset({Meaning.ROOM, Meaning.BUILDING, Meaning.THEME, Meaning.TITLE, Meaning.KIND})
"""What a single word may head a column of items all the same, with more words behind it."""
_LONGEST_LABEL = 80


@dataclass(frozen=True, slots=True)
class Label:
    """What stands above a column."""

    day: Told | None = None
    room: str = ""
    theme: str = ""


def above(row: Row, at: int, axis: int) -> Cell:
    """Return what stands above column *at* in *row*: in it, or in one that spans several."""
    filled = [each for each in row.filled if axis < each <= at]
    return row[filled[-1]] if filled else None


def label(cells: Sequence[Cell]) -> Label | None:
    """Return what the cells above a column say of it; None where it is a column of a table."""
    day: Told | None = None
    room = theme = ""
    for cell in cells:
        found = told(cell, times=False)
        words = one_line(said(cell))
        if found.dated and found.start is None:
            known = day is not None and not floats(day)
            day = day if known else replace(found, start=None, end=None)
            beside = _beside(words, found) if isinstance(cell, str) else ""
            room = beside or room
            continue
        if not isinstance(cell, str) or len(words) > _LONGEST_LABEL:
            return None
        meant = heading(words)
        if meant and (meant.meaning not in _ALONE or len(words.split()) < 2) and not _called(words):
            return None
        if _TRACK.search(folded(words)):
            theme = words
        else:
            room = words
    return Label(day, room, theme)


def _beside(words: str, day: Told) -> str:
    """Return the room that stands in one cell with *day*."""
    if day.written is None:
        return ""
    begin, end = day.written.at
    rest = f"{words[:begin]} {words[end:]}".strip(" -–—,;:|()/")
    return rest if ROOM.search(folded(rest)) else ""


def _called(words: str) -> bool:
    """Whether *words* call a room by a name or number of its own."""
    return bool(ROOM.search(folded(words))) and (
        len(words.split()) > 1 or any(map(str.isdigit, words))
    )


def floats(day: Told) -> bool:
    """Whether it is only a day of the week."""
    if day.day or day.number or day.moment:
        return False
    return day.written is None or day.written.day is None or day.written.month is None
