"""A name and what its bearer is, the line end between them lost: "Jane DoeDirector of X"."""

import re

from roundtable_ical.importers.notes.people import functions, honorifics, names
from roundtable_ical.importers.notes.times.letters import folded

_SEAM = re.compile(r"(?<=[a-zß-ÿ]{2})(?=(?P<post>[A-ZÀ-Þ][a-zß-ÿ]{3,})(?:\s|$))")
_ASKED = re.compile(r"(?<=\w\?)(?=[A-ZÀ-Þ][a-zß-ÿ]+\s[A-ZÀ-Þ][\w'’-]+\s*[,(])")
_BEFORE = re.compile(r"[^,;:()\n\t]*$")
_LONGEST = 2000
"""Characters of a line; what is longer is a text."""
_ROOM = 60
"""Characters in which a name stands."""


def unglued(text: str) -> str:
    """Return *text* with a comma between a full name and the post glued to it.

    A name glued to the question that its bearer will answer is parted by a dash.

    >>> unglued("Ms. Jane DoeDirector of Quorn")
    'Ms. Jane Doe, Director of Quorn'
    """
    if len(text) > _LONGEST:
        return text
    text = _ASKED.sub(" – ", text)
    return _SEAM.sub(lambda seam: ", " if _is_seam(seam, text) else "", text)


def _is_seam(seam: re.Match[str], text: str) -> bool:
    if not functions.is_noun(folded(seam["post"])):
        return False
    found = _BEFORE.search(text, max(0, seam.start() - _ROOM), seam.start())
    words = found.group().strip() if found else ""
    place = max(honorifics.inside(words), 0)
    name = honorifics.split(words[place:])[1]
    return names.is_full(name) and names.is_name(name)
