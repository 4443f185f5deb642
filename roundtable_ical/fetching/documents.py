"""A document from a file, from standard input, or from an address; never too much, never too long.

Redirects are followed, and each is looked at as the first address was.
"""

import sys
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path, PurePosixPath
from threading import Thread
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from roundtable_ical.errors import InvalidField, RoundtableError, Unavailable
from roundtable_ical.fetching.connections import asked

MOST_FETCHED = 50_000_000
PATIENCE = 20.0
"""Seconds that fetching may take, name server, redirects and all."""
_MOST_REDIRECTS = 5
_SAFE = "/%:@!$&'()*+,;=~?-._"
_SUFFIXES = {
    "application/json": ".json",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/xml": ".xml",
    "application/yaml": ".yaml",
    "text/calendar": ".ics",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "text/xml": ".xml",
}


@dataclass(frozen=True, slots=True)
class Document:
    """What was fetched, and the file name that it would have; importers look at both."""

    name: str
    content: bytes


def is_address(place: str) -> bool:
    """Whether *place* is an address on the web, not a file."""
    return place.lower().startswith(("http://", "https://"))


def content(file: Path) -> bytes:
    """Return what is in *file*, a little more than is possible at the most."""
    with file.open("rb") as opened:
        return opened.read(MOST_FETCHED + 1)


def fetched(place: str, *, private: bool = False, patience: float = PATIENCE) -> Document:
    """Return the document at *place*: a file, an https address, or ``-`` for standard input.

    Args:
        place: as people name it.
        private: whether http will do, and machines that only this network can see.
        patience: seconds it may take.

    Raises:
        InvalidField: an address that cannot be used.
        Unavailable: it cannot be read, takes too long, or is over 50 MB.
    """
    try:
        if is_address(place):
            found = _in_time(place, private=private, patience=patience)
        elif place == "-":
            found = Document("-", sys.stdin.buffer.read(MOST_FETCHED + 1))
        else:
            found = Document(place, content(Path(place)))
    except InvalidField:
        raise
    except Unavailable as error:
        raise Unavailable(f"{place}: {error}") from error
    except (OSError, HTTPException, ValueError) as error:
        raise Unavailable(f"{place}: {getattr(error, 'strerror', None) or error}") from error
    if len(found.content) > MOST_FETCHED:
        raise Unavailable(f"{place}: over {MOST_FETCHED // 1_000_000} MB long")
    return found


def _in_time(place: str, *, private: bool, patience: float) -> Document:
    """Return what is at an address, or give up: no step may hold up the whole."""
    found: list[Document | Exception] = []

    def fetch() -> None:
        try:
            found.append(_followed(place, private=private, patience=patience))
        except (RoundtableError, OSError, HTTPException, ValueError) as error:
            found.append(error)

    # A name server cannot be told to hurry, and a server may send one byte now and then.
    thread = Thread(target=fetch, daemon=True)
    thread.start()
    thread.join(patience)
    if not found:
        raise Unavailable(f"no whole answer in {patience:g} seconds")
    if isinstance(found[0], Exception):
        raise found[0]
    return found[0]


def _followed(place: str, *, private: bool, patience: float) -> Document:
    parts = _parts(place, private=private)
    for _ in range(_MOST_REDIRECTS + 1):
        answer = asked(parts, private=private, most=MOST_FETCHED, patience=patience)
        if answer.elsewhere is None:
            return Document(_file_name(parts, answer.media_type), answer.content)
        try:
            parts = _parts(urljoin(parts.geturl(), answer.elsewhere), private=private)
        except InvalidField as error:
            raise Unavailable(f"it leads to {error.value}, which {error.reason}") from error
    raise Unavailable(f"it leads from one address to the next, over {_MOST_REDIRECTS} times")


def _parts(place: str, *, private: bool) -> SplitResult:
    """Return the parts of an address, as they are sent."""
    try:
        parts = urlsplit(place)
        host = (parts.hostname or "").encode("idna").decode()
        port = parts.port
    except ValueError as error:
        hint = "write it as https://example.org/note.docx"
        raise InvalidField("address", place, f"cannot be read ({error})", hint=hint) from error
    if "@" in parts.netloc:
        shown = place.replace(parts.netloc.rpartition("@")[0], "…", 1)
        hint = "fetch the document by other means, and import the file"
        raise InvalidField("address", shown, "has a name or a password inside", hint=hint)
    if parts.scheme != "https" and not (private and parts.scheme == "http"):
        hint = "write https://, or use --private where you trust the network"
        raise InvalidField("address", place, "does not begin with https://", hint=hint)
    if not host:
        raise InvalidField("address", place, "has no host", hint="write https://example.org/...")
    shown = f"[{host}]" if ":" in host else host
    where = shown if port is None else f"{shown}:{port}"
    path, query = quote(parts.path, safe=_SAFE), quote(parts.query, safe=_SAFE)
    return SplitResult(parts.scheme, where, path, query, "")


def _file_name(parts: SplitResult, media_type: str) -> str:
    """Return the last part of an address; where it has no suffix, that of its media type."""
    name = unquote(PurePosixPath(parts.path).name) or parts.hostname or "document"
    suffix = _SUFFIXES.get(media_type, "")
    known = PurePosixPath(name).suffix.lower() in {*_SUFFIXES.values(), ".htm", ".yml"}
    plain = suffix == ".txt" and "." in name
    return name if known or plain or not suffix else name + suffix
