"""Pages that were made, kept as ready bytes for whoever asks next, within bounds."""

from collections import OrderedDict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from threading import Lock
from wsgiref.types import WSGIEnvironment

from roundtable_ical.services.statically import COPY
from roundtable_ical.web.published import Ready

MOST_PAGES = 512
MOST_BYTES = 48_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: *root* is how this server was reached, *query* in canonical order."""

    root: str
    path: str
    query: str = ""
    copy: bool = False


def asked(environ: WSGIEnvironment, *, base_url: str | None, query: str = "") -> Asked:
    """Return what *environ* asks for; the host counts where no public address is known."""
    host = ""
    if not base_url:
        named = environ.get("HTTP_HOST") or (
            f"{environ.get('SERVER_NAME', '')}:{environ.get('SERVER_PORT', '')}"
        )
        host = f"{environ.get('wsgi.url_scheme', 'http')}://{named}"
    root = f"{host}{environ.get('SCRIPT_NAME', '')}"
    return Asked(root, environ.get("PATH_INFO", ""), query, bool(environ.get(COPY)))


@dataclass(slots=True)
class Kept:
    """The pages that were asked for last; each is good as long as its *mark* is the same."""

    most_pages: int = MOST_PAGES
    most_bytes: int = MOST_BYTES
    _pages: OrderedDict[Asked, tuple[Hashable, Ready]] = field(default_factory=OrderedDict)
    _bytes: int = 0
    _lock: Lock = field(default_factory=Lock)

    def find(self, wanted: Asked, mark: Hashable) -> Ready | None:
        """Return the page, unless it was made of something else than *mark*."""
        with self._lock:
            found = self._pages.get(wanted)
            if found is None or found[0] != mark:
                return None
            self._pages.move_to_end(wanted)
            return found[1]

    def keep(self, wanted: Asked, mark: Hashable, page: Ready) -> None:
        """Remember *page*; the one that was asked for longest ago is forgotten."""
        with self._lock:
            former = self._pages.pop(wanted, None)
            self._bytes -= former[1].size if former else 0
            self._pages[wanted] = mark, page
            self._bytes += page.size
            while len(self._pages) > self.most_pages or (
                self._bytes > self.most_bytes and len(self._pages) > 1
            ):
                _, (_, oldest) = self._pages.popitem(last=False)
                self._bytes -= oldest.size

    def plain(self) -> Iterator[Asked]:
        """Yield what was asked for without a query."""
        with self._lock:
            known = list(self._pages)
        yield from (each for each in known if not each.query and not each.copy)
