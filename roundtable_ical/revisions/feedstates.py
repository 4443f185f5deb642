"""Which feeds a publication gives new bytes."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.places import UNSEEN
from roundtable_ical.revisions.differences import Differences, differences
from roundtable_ical.revisions.ledger import WHOLE_EVENT, Entry, Ledger, State
from roundtable_ical.revisions.stamps import whole_second

_MODULUS = 2**128
EVENT_FEED = "event.ics"
AGENDA_FEED = "agenda.ics"
_IN_HEAD = (
    "id",
    "title",
    "subtitle",
    "kind",
    "language",
    "timezone",
    "url",
    "uid_domain",
    "hosts",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What a feed last was, and the moment it became so, deletions included.

    *digest* is of all that its bytes are made of: equal digests are equal bytes. It is the sum of
    the digests of the parts, so that a change costs what it changed and not what the feed holds.
    """

    path: str
    digest: str
    modified: datetime


def paths_of(entry: Entry) -> Iterator[str]:
    """Yield the path of each feed that holds *entry*."""
    if entry.segment_id == WHOLE_EVENT:
        yield EVENT_FEED
        return
    yield AGENDA_FEED
    yield from (f"themes/{id_}.ics" for id_ in entry.themes)
    yield from (f"speakers/{id_}.ics" for id_ in entry.speakers)
    yield from (f"venues/{id_}.ics" for id_ in entry.venues)


def all_paths(event: SideEvent) -> Iterator[str]:
    """Yield the path of each feed that *event* publishes, without options."""
    yield EVENT_FEED
    yield AGENDA_FEED
    yield from (f"themes/{id_}.ics" for id_ in event.topics)
    yield from (f"speakers/{id_}.ics" for id_ in event.people)
    yield from (f"venues/{id_}.ics" for id_ in event.places)


def next_feeds(
    feeds: Mapping[str, FeedState],
    before: SideEvent | None,
    after: SideEvent,
    ledger: Ledger,
    entries: Iterable[Entry],
    *,
    moment: datetime,
    zones: Mapping[str, bytes],
    zones_before: Mapping[str, bytes],
    different: Differences | None = None,
) -> tuple[FeedState, ...]:
    """Return the states of the feeds whose bytes change; no others.

    Args:
        feeds: as they were, by path.
        before: the programme as it was; None when there was none.
        after: the programme that is published.
        ledger: what each segment said before.
        entries: what changes in the ledger.
        moment: of the publication, aware.
        zones: how feeds define the zones they use (`Renderer.zones`).
        zones_before: the same of *before*.
        different: `differences` of *before* and *after*, where the caller has them.
    """
    changed = {entry.segment_id: entry for entry in entries}
    if before is None or _head(before) != _head(after):
        anew = {*all_paths(after), *feeds}
    else:
        anew = set(_renamed(different or differences(before, after)))
    steps: Counter[str] = Counter()
    other_zones = {key for key in zones if zones_before.get(key, zones[key]) != zones[key]}
    rewritten = {id_ for id_, entry in ledger.items() if other_zones and entry.tzid in other_zones}
    for id_ in changed.keys() | rewritten:
        if id_ in ledger:
            steps.subtract(_members(ledger[id_], zones_before))
        steps.update(_members(changed.get(id_) or ledger[id_], zones))
    anew |= steps.keys() - feeds.keys()
    whole: dict[str, int] = {}
    if anew:
        words = _words(after)
        whole = {path: _sum(path, words, _own_words(after, path)) for path in anew}
        for entry in {**ledger, **changed}.values():
            for path, value in _members(entry, zones).items():
                if path in whole:
                    whole[path] += value
    for path in steps.keys() - anew:
        whole[path] = int(feeds[path].digest, 16) + steps[path]
    found = []
    for path in sorted(whole):
        digest = f"{whole[path] % _MODULUS:032x}"
        old = feeds.get(path)
        if old is None or old.digest != digest:
            least = old.modified if old else moment
            modified = whole_second(max(moment, least))
            found.append(FeedState(path=path, digest=digest, modified=modified))
    return tuple(found)


def _renamed(different: Differences) -> Iterator[str]:
    """Yield the paths of feeds that may be called otherwise."""
    for folder, ids in (
        ("themes", different.themes),
        ("speakers", different.people),
        ("venues", different.places),
    ):
        yield from (f"{folder}/{id_}.ics" for id_ in ids)


def _members(entry: Entry, zones: Mapping[str, bytes]) -> dict[str, int]:
    """Return what *entry* adds to the digest of each feed that holds it."""
    if entry.state is State.LEFT:
        return {}
    start, sequence = entry.start.isoformat(), str(entry.stamp.sequence)
    zone = zones.get(entry.tzid or "", b"").decode()
    value = _sum(entry.segment_id, start, sequence, zone)
    return dict.fromkeys(paths_of(entry), value)


def _sum(*words: str) -> int:
    """Return a number below 2^128 that no other words are known to have."""
    return int.from_bytes(hashlib.sha256(json.dumps(words).encode()).digest()[:16])


def _head(event: SideEvent) -> list[object]:
    """Return what `_words` is made of."""
    return [getattr(event, name) for name in _IN_HEAD]


def _words(event: SideEvent) -> str:
    """Return what the head of every feed of *event* says."""
    return event.model_dump_json(include={*_IN_HEAD})


def _own_words(event: SideEvent, path: str) -> str:
    """Return what the head of the feed at *path* says of its theme, speaker or venue."""
    section, _, name = path.partition("/")
    id_ = name.removesuffix(".ics")
    match section:
        case "themes" if id_ in event.topics:
            return event.topics[id_].model_dump_json(exclude={"foreign"})
        case "speakers" if id_ in event.people:
            public = {"name", "honorific", "function", "affiliation", "label", "consent"}
            return event.people[id_].model_dump_json(include=public)
        case "venues" if id_ in event.places:
            return event.places[id_].model_dump_json(exclude=UNSEEN)
    return ""
