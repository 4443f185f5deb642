"""The moment at which a text was published, as news pages print it above their title."""

import re

from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.importers.notes.times.moments import dated, timed

_PUBLISHED = re.compile(
    r"\b(?:publi\w+|post(?:ed|ad[oa])|updat\w+|modifi\w+|actualiz\w+|atualiz\w+|mis(?:e)? a jour"
    r"|last (?:edited|changed)|aggiornat\w+|veroffentlicht|aktualisiert|pubblicat\w+)\b"
)
_FEW_WORDS = 4
_LONGEST = 40


def is_stamp(text: str) -> bool:
    """Whether *text* is the moment at which something was published, to the very minute.

    >>> is_stamp("Monday, 5 March 2018 | 17:08"), is_stamp("Monday, 5 March 2018, 17:00")
    (True, False)
    """
    days, clock = dated(text), timed(text)
    if len(days) != 1 or len(clock) != 1 or clock[0].start is None or clock[0].end is not None:
        return False
    rest = text
    for begin, end in sorted((days[0].at, clock[0].at), reverse=True):
        rest = f"{rest[:begin]} {rest[end:]}"
    words = re.findall(r"[^\W\d_]{3,}", rest)
    told = len(words) <= _FEW_WORDS and bool(_PUBLISHED.search(folded(rest)))
    return told or (clock[0].start.minute % 5 > 0 and len(words) <= 1)


def same_moment(text: str, other: str) -> bool:
    """Whether *text* is nothing but the moment that stands in *other*: a stamp and its change."""
    days, clock = dated(text), timed(text)
    if len(days) != 1 or len(clock) != 1 or len(text) > _LONGEST:
        return False
    moments = [text[slice(*each.at)].strip() for each in (*days, *clock)]
    return all(moment in other for moment in moments)
