"""The table of the moment: every published feed of every event, ready to be sent."""

from collections.abc import Callable, Mapping
from threading import Lock

from roundtable_ical.services.editions import Edition
from roundtable_ical.web.context import Context
from roundtable_ical.web.published import Ready, ready


class Front:
    """Makes a new table whenever another edition is served, and swaps it whole.

    *look* takes what is new, by default as `Context` does.
    """

    def __init__(self, context: Context, look: Callable[[], None] | None = None) -> None:
        self._context = context
        self._look = look or context.look
        self._serial = -1
        self._table: Mapping[str, Ready] = {}
        self._lock = Lock()

    def table(self) -> Mapping[str, Ready]:
        """Return the table; while somebody else is making a new one, the one there is."""
        self._look()
        serial = self._context.shelf.serial
        if serial != self._serial and self._lock.acquire(blocking=self._serial < 0):
            try:
                if serial != self._serial:
                    max_age = self._context.settings.max_age
                    self._table = table_of(self._context.shelf.editions, max_age)
                    self._serial = serial
            finally:
                self._lock.release()
        return self._table


def table_of(editions: Mapping[str, Edition], max_age: int) -> dict[str, Ready]:
    """Return every feed without options of *editions*, by the path it is asked for."""
    return {
        f"/{event_id}/{path}": ready(
            feed.body,
            etag=feed.etag,
            slug=path.rpartition("/")[2].removesuffix(".ics"),
            modified=edition.modified(path),
            max_age=max_age,
        )
        for event_id, edition in editions.items()
        for path, feed in edition.published.items()
    }
