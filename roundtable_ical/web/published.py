"""The table in front: feeds and pages are answered here, as ready bytes, without entering Flask.

A WSGI layer. What it does not know (options, mixes, errors) falls through to the application
behind it.
"""

import gzip
import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache
from typing import Protocol
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from roundtable_ical.web.joined import Joined

Headers = list[tuple[str, str]]
_NOT_IN_304 = frozenset({"Content-Type", "Content-Length", "Content-Disposition"})
_READING = frozenset({"GET", "HEAD"})
_UNCHANGED = "304 NOT MODIFIED"
_CALENDAR = ("Content-Type", "text/calendar; charset=utf-8")
_OF_EVERY_FEED = (
    ("X-Robots-Tag", "noindex"),
    ("X-Content-Type-Options", "nosniff"),
    ("Access-Control-Allow-Origin", "*"),
)


@dataclass(frozen=True, slots=True)
class Ready:
    """One feed or page as it is sent: headers and bytes, and the little that a 304 needs.

    A feed is in *pieces*, which it shares with others. *packed* is the same compressed, for those
    who take it; feeds have none (INTEROP section 3).
    """

    pieces: tuple[bytes, ...]
    headers: Headers
    brief: Headers
    etag: str
    modified: datetime | None
    packed: bytes = b""

    @property
    def body(self) -> bytes:
        """What is sent, in one piece; joined each time where there are several."""
        return b"".join(self.pieces)

    @property
    def length(self) -> int:
        """Bytes of the body."""
        return sum(map(len, self.pieces))

    @property
    def size(self) -> int:
        """Bytes that it takes to keep it, where no other shares its pieces."""
        return self.length + len(self.packed)

    def unchanged_since(self, environ: WSGIEnvironment) -> bool:
        """Whether the reader has these bytes already (RFC 9110 section 13.2.2)."""
        tags = environ.get("HTTP_IF_NONE_MATCH")
        if tags:
            return tags == self.etag or _matches(tags, self.etag)
        since = environ.get("HTTP_IF_MODIFIED_SINCE")
        if not since or self.modified is None:
            return False
        try:
            moment = parsedate_to_datetime(since)
        except ValueError:
            return False
        return self.modified <= (moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def ready(
    pieces: tuple[bytes, ...], *, etag: str, slug: str, modified: datetime | None, max_age: int
) -> Ready:
    """Return a feed ready to be sent.

    Args:
        pieces: the calendar.
        etag: without quotation marks.
        slug: name for whoever saves it.
        modified: moment of the last change, deletions included; None where only the ETag tells.
        max_age: seconds that it may be kept without asking.
    """
    quoted = f'"{etag}"'
    headers: Headers = [
        _CALENDAR,
        ("Content-Length", str(sum(map(len, pieces)))),
        ("Content-Disposition", f"inline; filename={slug}.ics"),
        ("ETag", quoted),
        *_validity(modified, max_age),
        *_OF_EVERY_FEED,
    ]
    brief = [header for header in headers if header[0] not in _NOT_IN_304]
    return Ready(pieces, headers, brief, quoted, modified)


@lru_cache(16)
def _validity(modified: datetime | None, max_age: int) -> Headers:
    """Return how long a feed is good; most of a table say the same."""
    headers = [("Cache-Control", f"public, max-age={max_age}")]
    if modified is not None:
        headers.append(("Last-Modified", format_datetime(modified.astimezone(UTC), usegmt=True)))
    return headers


def ready_page(body: bytes, headers: Mapping[str, str], *, language: str) -> Ready:
    """Return a page ready to be sent, with its compressed form and a tag of its bytes.

    Args:
        body: the HTML.
        headers: of this page alone, as its Content-Security-Policy.
        language: that it is written in.
    """
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    whole: Headers = [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Content-Language", language),
        ("ETag", etag),
        ("Cache-Control", "public, no-cache"),
        ("Vary", "Accept-Encoding"),
        ("Access-Control-Allow-Origin", "*"),
        *headers.items(),
    ]
    brief = [header for header in whole if header[0] not in _NOT_IN_304]
    return Ready((body,), whole, brief, etag, None, gzip.compress(body, 6, mtime=0))


class _Noting(Protocol):
    """What is told of feeds, as long as it wants to be."""

    noting: bool

    def note(self, path: str, given: str, environ: WSGIEnvironment) -> None:
        """Note that the feed at *path*, with the tag *given*, was answered."""
        ...


class _NotNoting:
    """Wants to know nothing."""

    noting = False

    def note(self, path: str, given: str, environ: WSGIEnvironment) -> None:
        """Do nothing."""


class Published:
    """A WSGI application that answers for published feeds and hands on everything else.

    *table* returns the table of this moment; it is asked once a request, so a reader sees one
    table or the next one, never a mix. *page* returns the page that is asked for, if it was made.
    *counting* is told of each feed.
    """

    def __init__(
        self,
        application: WSGIApplication,
        table: Callable[[], Mapping[str, Ready]],
        page: Callable[[WSGIEnvironment], Ready | None] | None = None,
        counting: _Noting | None = None,
    ) -> None:
        self.application = application
        self._table = table
        self._page = page
        self._counting = counting or _NotNoting()
        self._joined = Joined()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request; by the shortest way a reader who has what there is."""
        path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING")
        found = self._table().get(path)
        if found is None or query or environ["REQUEST_METHOD"] not in _READING:
            return self._other(environ, start_response)
        if self._counting.noting:
            self._counting.note(path, found.etag, environ)
        if environ.get("HTTP_IF_NONE_MATCH") == found.etag:
            start_response(_UNCHANGED, found.brief)
            return ()
        return answer(found, environ, start_response, self._joined)

    def _other(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer with a page, if it was made; hand on everything else."""
        reading = environ["REQUEST_METHOD"] in _READING and not environ.get("QUERY_STRING")
        if self._page and reading and environ.get("PATH_INFO", "").endswith("/"):
            page = self._page(environ)
            if page is not None:
                return answer(page, environ, start_response, self._joined)
        return self.application(environ, start_response)


def answer(
    found: Ready,
    environ: WSGIEnvironment,
    start_response: StartResponse,
    joined: Joined | None = None,
) -> Iterable[bytes]:
    """Send *found*: nothing of it to who has it, compressed to who takes that.

    *joined* keeps in one piece what is sent often.
    """
    if found.unchanged_since(environ):
        start_response(_UNCHANGED, found.brief)
        return ()
    packed = found.packed and "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "")
    start_response("200 OK", _packed(found) if packed else found.headers)
    if environ["REQUEST_METHOD"] == "HEAD":
        return ()
    if packed:
        return (found.packed,)
    return joined.of(found) if joined else found.pieces


def _packed(found: Ready) -> Headers:
    """Return the headers of the compressed form: another length, and a tag of its own."""
    own = {"Content-Length": str(len(found.packed)), "ETag": f'{found.etag[:-1]}-gzip"'}
    headers = [(name, own.get(name, value)) for name, value in found.headers]
    return [*headers, ("Content-Encoding", "gzip")]


def _matches(tags: str, etag: str) -> bool:
    """Whether a list of entity tags has *etag*: weakly, or with what a proxy hung on it."""
    bare = etag.strip('"')
    for tag in tags.split(","):
        word = tag.strip().removeprefix("W/").strip('"')
        if word == "*" or word == bare or word.rpartition("-")[0].rstrip("-") == bare:
            return True
    return False
