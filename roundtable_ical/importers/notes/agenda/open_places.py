"""Places in brackets that nobody fills yet: "Panel (Moderator: tbc)"."""

import re

from roundtable_ical.importers.notes.people import roles, tbc

_LAST_BRACKET = re.compile(r"\s*[(\[](?P<words>[^()\[\]]{3,80})[)\]]\s*$")


def split(title: str) -> tuple[str, str]:
    """Return *title* without the open place at its end, and its words as a line; "" for none.

    >>> split("Panel (Moderator: tbc)")
    ('Panel', 'Moderator: tbc')
    """
    found = _LAST_BRACKET.search(title)
    if found is None or not found.start() or not _is_open(found["words"]):
        return title, ""
    words = found["words"].strip()
    return title[: found.start()], f"{words[:1].upper()}{words[1:]}"


def _is_open(words: str) -> bool:
    alone = roles.understood(words)
    if alone is not None:
        return alone.role is not None and alone.tbc
    label, rest = roles.label(words) or (None, "")
    return label is not None and label.role is not None and tbc.is_mark(rest)
