"""Cells of a column of people: who stands there without the marks of a name."""

import re
from dataclasses import replace

from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.people import names, roles
from roundtable_ical.importers.notes.people.wording import Kind, kind_of

_PARTS = re.compile(r"\s*(?:[+&,;/]|\b(?:and|et|y|e|und)\b)\s*")
_MOST_WORDS = 8
"""Of an office in a cell; more are a text."""


def told(line: Line, head: str) -> Line:
    """Return a line of a cell under *head*, labelled where only its column tells that it is people.

    Given names alone ("Brandon + Laurent") and offices ("Director General RBC") are such; bodies
    and "All" are not.
    """
    parts = [part for part in _PARTS.split(line.text) if part]
    if (
        roles.label(line.text)
        or not parts
        or not (_are_given_names(parts) or _is_office(line.text))
    ):
        return line
    said = roles.label(f"{head}:")
    label = head if said and said[0].role and said[0].plural and not said[0].weak else _LABEL
    words = "; ".join(parts) if _are_given_names(parts) else line.text
    return replace(line, text=f"{label}: {words}")


_LABEL = "Speakers"


def _are_given_names(parts: list[str]) -> bool:
    single = all(len(part.split()) == 1 and names.is_name(part) for part in parts)
    return single and any(names.is_given(part) for part in parts)


def _is_office(text: str) -> bool:
    words = text.split()
    return 1 < len(words) <= _MOST_WORDS and kind_of(text) is Kind.FUNCTION
