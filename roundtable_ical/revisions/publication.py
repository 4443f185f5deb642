"""What one publication writes, and what a reader of the store gets back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.revisions.feedstates import FeedState
from roundtable_ical.revisions.ledger import Entry, Ledger
from roundtable_ical.revisions.parts import Parts, amended


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One published state of a programme: which, when, by whom and why.

    *number* counts from 1 for each event; *tzdata* is the version its instants were computed with.
    """

    event_id: str
    number: int
    moment: datetime
    author: str
    message: str
    tzdata: str

    def __str__(self) -> str:
        by = f" by {self.author}" if self.author else ""
        why = f": {self.message}" if self.message else ""
        return f"revision {self.number} of {self.moment:%Y-%m-%d %H:%M} UTC{by}{why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """All that changes with one revision; a store keeps it whole or not at all."""

    revision: Revision
    parts: Parts
    entries: tuple[Entry, ...]
    feeds: tuple[FeedState, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """An event as it was last published; all of it of one revision."""

    revision: Revision
    event: SideEvent
    ledger: Ledger
    feeds: Mapping[str, FeedState]


def following(before: Snapshot | None, publication: Publication, event: SideEvent) -> Snapshot:
    """Return what a reader sees once *publication*, of *event*, was kept after *before*."""
    ledger = {**before.ledger} if before else {}
    feeds = {**before.feeds} if before else {}
    return Snapshot(
        revision=publication.revision,
        event=event,
        ledger=ledger | {entry.segment_id: entry for entry in publication.entries},
        feeds=feeds | {feed.path: feed for feed in publication.feeds},
    )


def stepped(before: Snapshot, publication: Publication) -> Snapshot:
    """Return what a reader of the store sees who saw *before*, and now gets *publication*.

    Raises:
        KeyError: a part is missing.
        pydantic.ValidationError, InvalidProgramme: what is stored is no programme any more.
    """
    return following(before, publication, amended(before.event, publication.parts))
