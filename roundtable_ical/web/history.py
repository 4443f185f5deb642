"""What a store remembers of an event, for pages and feeds that tell what changed."""

from collections.abc import Mapping

from roundtable_ical.services.editions import Edition
from roundtable_ical.services.follow_store import StoreShelf
from roundtable_ical.services.retell import Retold
from roundtable_ical.web.context import context
from roundtable_ical.web.models.moves import Move, moves


def retold(edition: Edition) -> tuple[Retold, ...] | None:
    """Return what the revisions of *edition* changed, newest first; None where nobody remembers.

    Raises:
        Unavailable: the store is out of reach.
    """
    shelf = context().shelf
    if edition.snapshot is None or not isinstance(shelf, StoreShelf):
        return None
    return context().retelling.of(edition.snapshot, shelf.store)


def moves_of(edition: Edition) -> Mapping[str, Move]:
    """Return what moved lately, by segment.

    Raises:
        Unavailable: the store is out of reach.
    """
    return moves(retold(edition) or ())
