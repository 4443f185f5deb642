"""Which feeds a publication gives new bytes."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.revisions.differences import changed_ids
from roundtable_ical.revisions.ledger import WHOLE_EVENT, Entry, Ledger, State
from roundtable_ical.revisions.stamps import whole_second

EVENT_FEED = "event.ics"
AGENDA_FEED = "agenda.ics"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What a feed last was, and the moment it became so, deletions included.

    *digest* is of all that its bytes are made of: equal digests are equal bytes.
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
) -> tuple[FeedState, ...]:
    """Return the states of the feeds whose bytes change; no others.

    Args:
        feeds: as they were, by path.
        before: the programme as it was; None when there was none.
        after: the programme that is published.
        ledger: what each segment said before.
        entries: what changes in the ledger.
        moment: of the publication, aware.
    """
    changed = {entry.segment_id: entry for entry in entries}
    words = _words(after)
    touched = set(all_paths(after)) - feeds.keys()
    if before is None or _words(before) != words:
        touched |= {*all_paths(after), *feeds}
    for id_, entry in changed.items():
        touched |= {*paths_of(entry), *(paths_of(ledger[id_]) if id_ in ledger else ())}
    if before is not None:
        touched |= set(_renamed(before, after))
    members: dict[str, list[Entry]] = {path: [] for path in touched}
    for entry in {**ledger, **changed}.values():
        if entry.state is not State.LEFT:
            for path in paths_of(entry):
                if path in members:
                    members[path].append(entry)
    found = []
    for path in sorted(touched):
        digest = _digest(path, words, _own_words(after, path), members[path])
        old = feeds.get(path)
        if old is None or old.digest != digest:
            least = old.modified if old else moment
            modified = whole_second(max(moment, least))
            found.append(FeedState(path=path, digest=digest, modified=modified))
    return tuple(found)


def _renamed(before: SideEvent, after: SideEvent) -> Iterator[str]:
    """Yield the paths of feeds that may be called otherwise."""
    for section, was, now in (
        ("themes", before.topics, after.topics),
        ("speakers", before.people, after.people),
        ("venues", before.places, after.places),
    ):
        yield from (f"{section}/{id_}.ics" for id_ in changed_ids(was, now))


def _digest(path: str, words: str, own: str, members: Iterable[Entry]) -> str:
    said = sorted(
        (entry.start.isoformat(), entry.segment_id, entry.stamp.sequence, entry.tzid or "")
        for entry in members
    )
    return hashlib.sha256(json.dumps([path, words, own, said]).encode()).hexdigest()[:32]


def _words(event: SideEvent) -> str:
    """Return what the head of every feed of *event* says."""
    fields = {
        "id",
        "title",
        "subtitle",
        "kind",
        "language",
        "timezone",
        "url",
        "uid_domain",
        "hosts",
    }
    return event.model_dump_json(include=fields)


def _own_words(event: SideEvent, path: str) -> str:
    """Return what the head of the feed at *path* says of its theme, speaker or venue."""
    section, _, name = path.partition("/")
    id_ = name.removesuffix(".ics")
    match section:
        case "themes" if id_ in event.topics:
            return event.topics[id_].model_dump_json()
        case "speakers" if id_ in event.people:
            public = {"name", "honorific", "function", "affiliation", "label", "consent"}
            return event.people[id_].model_dump_json(include=public)
        case "venues" if id_ in event.places:
            return event.places[id_].model_dump_json()
    return ""
