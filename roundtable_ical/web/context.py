"""What every view needs: the events, the settings, and a look at the files now and then."""

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from flask import current_app

from roundtable_ical import bootstrap
from roundtable_ical.config import Settings
from roundtable_ical.errors import UnknownId
from roundtable_ical.services.editions import Edition
from roundtable_ical.services.follow import Shelf
from roundtable_ical.services.follow_store import StoreShelf
from roundtable_ical.services.mailroom import Mailroom
from roundtable_ical.services.retell import Retelling
from roundtable_ical.web.counting import Counting
from roundtable_ical.web.kept import Kept
from roundtable_ical.web.limits import Limits

EXTENSION = "roundtable_ical"


@dataclass
class Context:
    """The events of one application.

    *watched* is whether a thread takes what is new, so that no request has to look.
    """

    shelf: Shelf | StoreShelf
    settings: Settings
    counting: Counting
    watched: bool = False
    clock: Callable[[], datetime] = bootstrap.now
    pages: Kept = field(default_factory=Kept)
    """Pages that were made for somebody."""
    retelling: Retelling = field(default_factory=Retelling)
    """What revisions changed, remembered for all pages and feeds that tell of it."""
    limits: Limits = field(default_factory=Limits)
    _looked: float = field(default_factory=time.monotonic)

    @cached_property
    def mailroom(self) -> Mailroom | None:
        """The mail of the events; None where they come from files alone."""
        store: object = self.shelf.store if isinstance(self.shelf, StoreShelf) else None
        room = bootstrap.mailroom(store, self.settings)
        return replace(room, clock=self.clock) if room else None

    def look(self) -> None:
        """Take what is new, at most every `watch` seconds, unless a thread does."""
        if self.watched:
            return
        moment = time.monotonic()
        if moment - self._looked >= self.settings.watch:
            self._looked = moment
            self.shelf.refresh()

    def edition(self, event_id: str) -> Edition:
        """Return what is served of an event.

        Raises:
            UnknownId: there is no such event; lists those there are.
        """
        editions = self.shelf.editions
        if event_id not in editions:
            raise UnknownId("event", event_id, editions)
        return editions[event_id]

    def is_stale(self, edition: Edition) -> bool:
        """Whether there is something newer than *edition* that cannot be used."""
        return any(file.stale and file.edition is edition for file in self.shelf.files)

    def mark(self, edition: Edition) -> Hashable:
        """Return what changes whenever a page of *edition* may."""
        return edition, self.is_stale(edition), frozenset(self.counting.rhythms.items())


def context() -> Context:
    """Return the context of the application that answers this request."""
    found: Context = current_app.extensions[EXTENSION]
    return found
