"""Who chairs what follows a break, named in the lines under the break."""

import itertools
from collections.abc import Sequence

from roundtable_ical.importers.notes.agenda.kinds import kind_of
from roundtable_ical.importers.notes.agenda.rows import Rough
from roundtable_ical.importers.notes.found import Remark
from roundtable_ical.importers.notes.people import roles
from roundtable_ical.programme.people import Role
from roundtable_ical.programme.segments import Kind

_PAUSES = frozenset({Kind.BREAK, Kind.MEAL})
_OF_SESSIONS = frozenset({Role.CHAIR, Role.MODERATOR})
"""Roles that nobody has in a break."""
_MOST_WORDS = 4
"""Of the title of a pause: "Lunch and panel on the future of ..." is none."""
_MOST_LINES = 2
"""Of who chairs; more are a list of people of the pause itself."""


def hand_on(entries: Sequence[Rough]) -> None:
    """Move who chairs or moderates from under each break to the item behind it, with a remark.

    Args:
        entries: in the order of the document; changed in place.
    """
    for pause, following in itertools.pairwise(entries):
        title = " ".join(pause.parts)
        plain = len(title.split()) <= _MOST_WORDS and ":" not in title
        if kind_of(title) not in _PAUSES or not plain or pause.day != following.day:
            continue
        begun = next((at for at, line in enumerate(pause.body) if _leads(line.text)), None)
        if begun is None or len(pause.body) - begun > _MOST_LINES:
            continue
        moved, pause.body = pause.body[begun:], pause.body[:begun]
        following.body[:0] = moved
        message = f"{moved[0].text!r} stands under a break; taken for what follows it"
        following.remarks.append(
            Remark(
                field="speakers",
                line=moved[0].number,
                code="taken-for-next",
                message=message,
                sure=0.7,
            )
        )


def _leads(text: str) -> bool:
    said = roles.label(text)
    return bool(said and said[0].role in _OF_SESSIONS and not said[0].weak)
