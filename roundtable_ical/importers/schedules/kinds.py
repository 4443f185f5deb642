"""What sort of item a schedule's type, format or title names."""

import re
from functools import lru_cache

from roundtable_ical.importers.notes.agenda.kinds import kind_of as named
from roundtable_ical.programme.segments import Kind

_OF_TITLES = frozenset(
    {Kind.MEAL, Kind.BREAK, Kind.REGISTRATION, Kind.RECEPTION, Kind.OPENING, Kind.CLOSING}
    | {Kind.KEYNOTE, Kind.NETWORKING, Kind.WELCOME}
)
_SHORT = 40
_LONGEST = 200
_CANCELLED = re.compile(
    r"[\[(*\s]*(?:cancell?ed|abgesagt|entfällt|annulée?|cancelad[oa]|annullat[oa]|geannuleerd)"
    r"\s*(?:[\])*:!–—-]|\s|$)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def kind_of(type_: str, title: str = "", *, service: bool = False) -> Kind:
    """Return the kind that the words of a type say, else those of a short title.

    *service* is for what is no talk: breaks, meals, the door.
    """
    of_type = named(type_.replace("_", " ")[:_LONGEST]) if type_ else Kind.OTHER
    if of_type not in {Kind.OTHER, Kind.PRESENTATION} and not service:
        return of_type
    if service or len(title) <= _SHORT:
        of_title = named(title[:_LONGEST])
        if of_title in _OF_TITLES or (service and of_title is not Kind.PRESENTATION):
            return of_title
    return of_type


def says_cancelled(title: str) -> bool:
    """Tell whether *title* begins with a word that it will not take place."""
    return _CANCELLED.match(title) is not None
