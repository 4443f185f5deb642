"""The table of the moment: every published feed of every event, and pages, ready to be sent."""

from collections.abc import Callable, Mapping
from threading import Lock
from wsgiref.types import WSGIEnvironment

from roundtable_ical.services.editions import Edition
from roundtable_ical.web.context import Context
from roundtable_ical.web.kept import Asked, asked
from roundtable_ical.web.published import Ready, ready


class Front:
    """Makes a new table whenever another edition is served, and swaps it whole."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._serial = -1
        self._table: Mapping[str, Ready] = {}
        self._lock = Lock()

    def table(self) -> Mapping[str, Ready]:
        """Return the table of this moment."""
        if not self._context.watched:
            self._context.look()
            self.renew()
        return self._table

    def page(self, environ: WSGIEnvironment) -> Ready | None:
        """Return the page that is asked for, if it was made of what is served now."""
        context = self._context
        wanted = asked(environ, base_url=context.settings.base_url)
        edition = context.shelf.editions.get(wanted.path.strip("/"))
        return context.pages.find(wanted, context.mark(edition)) if edition else None

    def warm(self, fetch: Callable[[Asked], object]) -> None:
        """Make the pages anew that readers have asked for, so that none of them waits.

        Args:
            fetch: asks the application, which keeps what it makes.
        """
        context = self._context
        for wanted in context.pages.plain():
            edition = context.shelf.editions.get(wanted.path.strip("/"))
            if edition and context.pages.find(wanted, context.mark(edition)) is None:
                fetch(wanted)

    def renew(self) -> None:
        """Make a new table, if it is time; while somebody else is making it, go on."""
        serial = self._context.shelf.serial
        if serial != self._serial and self._lock.acquire(blocking=self._serial < 0):
            try:
                if serial != self._serial:
                    max_age = self._context.settings.max_age
                    self._table = table_of(self._context.shelf.editions, max_age, self._table)
                    self._serial = serial
            finally:
                self._lock.release()


def table_of(
    editions: Mapping[str, Edition], max_age: int, former: Mapping[str, Ready]
) -> dict[str, Ready]:
    """Return every feed without options of *editions*, by the path it is asked for.

    Args:
        editions: by event id.
        max_age: seconds that a feed may be kept without asking.
        former: the table before; what is the same is taken over.
    """
    found: dict[str, Ready] = {}
    for event_id, edition in editions.items():
        for path, feed in edition.published.items():
            address, modified = f"/{event_id}/{path}", edition.modified(path)
            was = former.get(address)
            if was is None or was.pieces is not feed.pieces or was.modified != modified:
                slug = path.rpartition("/")[2].removesuffix(".ics")
                was = ready(
                    feed.pieces, etag=feed.etag, slug=slug, modified=modified, max_age=max_age
                )
            found[address] = was
    return found
