"""Keep a tree of plain objects at what is public, for a static server or object storage.

A list in the tree, `LIST`, tells what is there. It is written twice: before the first object with
those marked that are about to change, and at the end. So a run that dies leaves whole objects, old
or new, and the next one knows which of them not to trust.
"""

import gzip
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Protocol
from urllib.parse import quote
from uuid import uuid4

from roundtable_ical.errors import Unavailable
from roundtable_ical.services.editions import Edition

LIST = ".roundtable.json"
INDEX = "index.html"
ASSETS = (
    *(f"-/static/fonts/source-serif-4-{script}-wght-normal.woff2" for script in
      ("latin", "latin-ext", "cyrillic")),
    "-/static/style.css",
    "-/static/icon.svg",
)  # fmt: skip
COPY = "roundtable.copy"
"""In the environment of a request: a page is asked for as a file, with no server behind it."""
AT_ONCE = 8
"""Objects that are put at the same time where each is a request of its own."""
KEPT_HEADERS = ("Content-Type", "Cache-Control", "Content-Disposition")
_UNSURE: dict[str, object] = {}
"""What the list says of an object that is being written."""


class Answer(Protocol):
    """What the server answers for one address."""

    @property
    def status_code(self) -> int:
        """200 where it is there."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """Its headers."""
        ...

    @property
    def data(self) -> bytes:
        """Its body."""
        ...


class Target(Protocol):
    """Where the tree stands. Every method may raise `Unavailable`.

    *name* is for messages. *typed* says that each object has headers of its own there, as in object
    storage; of a folder, a static server tells the type by the name.
    """

    name: str
    typed: bool

    def read(self, path: str) -> bytes | None:
        """Return the object at *path*; None where there is none."""
        ...

    def sizes(self, folder: str) -> Mapping[str, int]:
        """Return the size of every object in *folder* and below it, by its path."""
        ...

    def write(self, path: str, body: bytes, headers: Mapping[str, str]) -> None:
        """Put an object at *path*, so that readers see the old one or the new one, whole.

        Several threads may write at once where *typed*.
        """
        ...

    def remove(self, path: str) -> None:
        """Take the object at *path* away; nothing happens where there is none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """What was done to a tree; *total* counts the objects that are there now."""

    written: int
    total: int
    removed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Object:
    path: str
    body: bytes
    headers: Mapping[str, str]

    @property
    def entry(self) -> dict[str, object]:
        """What the list says of it."""
        return {"sha256": sha256(self.body).hexdigest(), "headers": dict(self.headers)}


def lay_out(edition: Edition, fetch: Callable[[str], Answer], target: Target) -> LaidOut:
    """Bring the tree at *target* to what is public of one event.

    Only what changed is written, and nothing before what it links to: style, feeds, pages of
    segments, themes, speakers and venues, the lists of them, what changed, page of the event, index
    of events. What is no longer published goes when all else is there. Pages are compressed
    beforehand: in object storage they are sent so, in a folder a ``.gz`` stands beside each, for
    servers that look for one.

    Args:
        edition: the event as it is served.
        fetch: gives the server's answer for an address that begins with a slash.
        target: where the tree stands.

    Raises:
        Unavailable: something could not be written or made; what is there is whole, and the next
            run completes it.
    """
    event_id = edition.event.id
    known = _listed(target, event_id)
    sizes = target.sizes(event_id)
    entries: dict[str, dict[str, object]] = {}
    stages: list[list[_Object]] = []
    for stage in _stages(edition, fetch, typed=target.typed):
        entries |= {each.path: each.entry for each in stage}
        there = (_is_there(each, known, sizes, typed=target.typed) for each in stage)
        stages.append([each for each, is_there in zip(stage, there, strict=True) if not is_there])
    stale = [each for stage in stages for each in stage]
    assets = [each for path in ASSETS if _differs(each := _fetched(fetch, path), target)]
    index = [each for each in [_fetched(fetch, "", INDEX)] if _differs(each, target)]
    gone = sorted(known.keys() - entries.keys())
    begun = b""
    if stale or gone:
        unsure = {each.path: _UNSURE for each in stale}
        begun = _write_list(target, event_id, known | unsure, run=uuid4().hex)
    for stage in (assets, *stages, index):
        _write_all(target, stage)
    for path in gone:
        target.remove(path)
    if begun and target.read(list_path(event_id)) != begun:
        # neither run knows what is there: trust nothing, and forget no path that may have to go
        paths = [*_listed(target, event_id), *known, *entries]
        _write_list(target, event_id, dict.fromkeys(paths, _UNSURE))
        raise Unavailable(f"{target.name}: another run wrote there too; publish again")
    if entries != known or stale:
        _write_list(target, event_id, entries)
    total = len(entries) + len(ASSETS) + 1
    written = len(assets) + len(stale) + len(index)
    return LaidOut(written=written, total=total, removed=len(gone))


def _write_all(target: Target, objects: Sequence[_Object]) -> None:
    """Write *objects*, of which none links to another; the first failure ends it."""
    if not target.typed:
        for each in objects:
            target.write(each.path, each.body, each.headers)
        return
    with ThreadPoolExecutor(AT_ONCE) as pool:
        writes = [pool.submit(target.write, o.path, o.body, o.headers) for o in objects]
        try:
            for write in writes:
                write.result()
        except Unavailable:
            pool.shutdown(cancel_futures=True)
            raise


def list_path(event_id: str) -> str:
    """Return where the list of an event's objects is; there is one where the event is."""
    return f"{event_id}/{LIST}"


def _stages(
    edition: Edition, fetch: Callable[[str], Answer], *, typed: bool
) -> Iterator[list[_Object]]:
    """Yield every object below the event's page as the server answers for it, pages last."""
    event = edition.event
    ready = [
        *edition.published,
        *(f"segments/{item.id}.ics" for item in event.occurrences),
        *(f"themes/{id_}.atom" for id_ in event.topics),
        *(f"speakers/{id_}.atom" for id_ in event.people),
        "changes.atom",
        "event.json",
    ]
    yield [_fetched(fetch, f"{event.id}/{path}") for path in dict.fromkeys(ready)]
    parts = {"segments": event.agenda, "themes": event.topics, "speakers": event.people}
    parts["venues"] = event.places
    pages = [f"{event.id}/{kind}/{id_}" for kind, ids in parts.items() for id_ in ids]
    yield [
        form
        for page in pages
        for form in _packed(_fetched(fetch, page, path=_stored(page, typed=typed)), typed=typed)
    ]
    lists = [f"{event.id}/{kind}/" for kind in ("themes", "speakers", "venues")]
    told = [f"{event.id}/{name}" for name in ("changes", "embed")]
    for stage in (lists, told, [f"{event.id}/"]):
        yield [
            form
            for page in stage
            for form in _packed(_fetched(fetch, page, path=_stored(page, typed=typed)), typed=typed)
        ]


def _stored(page: str, *, typed: bool) -> str:
    """Return where *page* is kept: as an index in a folder, and where it ends in a slash."""
    if page.endswith("/"):
        return f"{page}{INDEX}"
    return page if typed else f"{page}/{INDEX}"


def _packed(page: _Object, *, typed: bool) -> Iterator[_Object]:
    """Yield *page* as it is stored: compressed, or with its compressed form beside it."""
    packed = replace(page, body=gzip.compress(page.body, mtime=0))
    if typed:
        yield replace(packed, headers={**page.headers, "Content-Encoding": "gzip"})
    else:
        yield page
        yield replace(packed, path=f"{page.path}.gz")


def _differs(shared: _Object, target: Target) -> bool:
    """Whether an object that all events of the tree share is another there: no list has it."""
    return target.read(shared.path) != shared.body


def _fetched(fetch: Callable[[str], Answer], address: str, path: str | None = None) -> _Object:
    """Return what the server answers.

    Raises:
        Unavailable: it has no answer at the moment.
    """
    answer = fetch(f"/{quote(address)}")
    if answer.status_code != 200:
        raise Unavailable(f"/{address}: cannot be made at the moment ({answer.status_code})")
    headers = {name: answer.headers[name] for name in KEPT_HEADERS if name in answer.headers}
    headers.setdefault("Cache-Control", "public, no-cache")
    return _Object(path=path or address, body=answer.data, headers=headers)


def _is_there(
    each: _Object,
    known: Mapping[str, Mapping[str, object]],
    sizes: Mapping[str, int],
    *,
    typed: bool,
) -> bool:
    entry = known.get(each.path, {})
    same = entry if typed else {**entry, "headers": dict(each.headers)}
    return sizes.get(each.path) == len(each.body) and same == each.entry


def _listed(target: Target, event_id: str) -> dict[str, dict[str, object]]:
    """Return what the tree says is there; nothing where its list is lost or broken."""
    content = target.read(list_path(event_id))
    try:
        found = json.loads(content or b"{}")["objects"]
    except (ValueError, KeyError, TypeError):
        return {}
    if isinstance(found, dict) and all(_is_below(path, event_id) for path in found):
        return {path: entry for path, entry in found.items() if isinstance(entry, dict)}
    return {}


def _is_below(path: str, folder: str) -> bool:
    """Whether *path* leads into *folder*: a list that was tampered with removes nothing else."""
    first, *rest = path.split("/")
    return first == folder and bool(rest) and not {"", ".", "..", LIST}.intersection(rest)


def _write_list(
    target: Target, event_id: str, entries: Mapping[str, Mapping[str, object]], **more: str
) -> bytes:
    content = json.dumps({"objects": entries, **more}, indent=1, sort_keys=True).encode()
    headers = {"Content-Type": "application/json", "Cache-Control": "no-store"}
    target.write(list_path(event_id), content, headers)
    return content
