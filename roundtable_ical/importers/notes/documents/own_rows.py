"""Rows of a page that begin a line of their own, however full the row above them is."""

import re

from roundtable_ical.importers.notes.times.moments import dated

BEGINS = re.compile(
    r"[A-ZÀ-Þ]\w{0,4}\.\s|H\.\s?E\.|[^\W\d][\w'’/]*(?:\s[\w'’/]+){0,3}\s?:\s|[“\"«‘\[]"
)
"""What begins a line of its own in a list: an honorific, a label, a title in quotation marks."""


_OPEN_END = re.compile(r"(?:[,;&/(–-]|\b(?:and|et|y|und|e|of|the|de|des|du|del|la|for|on|to))$")


def is_own(above: str, text: str) -> bool:
    """Whether a row is no rest of the one *above*: a date, with few words before it."""
    early = any(each.day and each.year and each.at[0] < _EARLY for each in dated(text))
    return early and not text[:1].islower() and not _OPEN_END.search(above)


_EARLY = 25
"""Characters before the date in a row of date and place."""
