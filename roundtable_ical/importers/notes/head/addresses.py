"""A place by its address: in prose, or in the last lines of a note."""

import re
from collections.abc import Sequence

from roundtable_ical.importers.notes.head import place_words
from roundtable_ical.importers.notes.head.announced import Announced
from roundtable_ical.importers.notes.head.labels import Field, label_of
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.importers.notes.times.moments import dated, timed

_LAST = 14
"""Lines with words at the end of a note that may have the address of the place."""
_ROWS = 3
"""Lines of an address above the one with the postal code."""
_OF_SENDER = re.compile(
    r"\b(?:contact\w*|kontakt|tel|telephone|phone|fax|e-?mail|correo|courriel|secretaria\w*|"
    r"secretariat|rsvp|inscri\w+|anmeld\w+|regist\w+)\b|www\.|@|https?:"
)


def at_end(lines: Sequence[Line]) -> Announced | None:
    """Return the house and its address in the last lines; none where it is that of a sender.

    >>> rows = ("19h Cocktail", "Grand Hotel", "Rue du Lac 2", "1204 Genève")
    >>> found = at_end([Line(number=at, text=row) for at, row in enumerate(rows, 1)])
    >>> found.text, found.line
    ('Grand Hotel, Rue du Lac 2, 1204 Genève', 2)
    """
    last = [line for line in lines if not line.is_blank][-_LAST:]
    for at, line in enumerate(last):
        if not place_words.POSTAL.match(line.text.strip()):
            continue
        near = last[max(0, at - _ROWS - 1) : at + 3]
        if any(_OF_SENDER.search(folded(each.text)) for each in near):
            return None
        for begin in range(at - 1, max(-1, at - _ROWS - 1), -1):
            if not _may_be(last[begin]):
                break
            plain = folded(last[begin].text)
            if place_words.HOUSE.search(plain) or place_words.CAMPUS.search(plain):
                rows = [each.text.strip(" ,") for each in last[begin : at + 1]]
                return Announced(text=", ".join(rows), line=last[begin].number)
    return None


def _may_be(line: Line) -> bool:
    label = label_of(line)
    return (
        not dated(line.text)
        and not timed(line.text)
        and (label is None or label.field in {Field.ADDRESS, Field.VENUE})
    )
