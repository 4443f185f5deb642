"""Publications as rows, and rows as what they were."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from pydantic_core import from_json
from sqlalchemy import Row

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.revisions.feedstates import FeedState
from roundtable_ical.revisions.ledger import Entry, Ledger, State
from roundtable_ical.revisions.parts import PartKey, assembled
from roundtable_ical.revisions.publication import Publication, Revision
from roundtable_ical.revisions.stamps import Stamp

Values = dict[str, Any]
"""One row to be written, by column."""


def revision_values(revision: Revision) -> Values:
    """Return the row of a revision."""
    return {
        "event_id": revision.event_id,
        "number": revision.number,
        "moment": _text(revision.moment),
        "author": revision.author,
        "message": revision.message,
        "tzdata": revision.tzdata,
    }


def part_values(publication: Publication) -> list[Values]:
    """Return the rows of the parts that *publication* changes."""
    return [
        {**_key(publication), "section": key.section, "part_id": key.id, "body": body}
        for key, body in publication.parts.items()
    ]


def entry_values(publication: Publication) -> list[Values]:
    """Return the rows of the entries that *publication* changes."""
    key = _key(publication)
    return [
        {
            **key,
            "segment_id": entry.segment_id,
            "state": entry.state.value,
            "sequence": entry.stamp.sequence,
            "modified": _text(entry.stamp.modified),
            "created": _text(entry.stamp.created) if entry.stamp.created else None,
            "starts": _text(entry.start),
            "ends": _text(entry.end),
            "tzid": entry.tzid,
            "body": entry.body,
            "themes": json.dumps(entry.themes),
            "speakers": json.dumps(entry.speakers),
            "venues": json.dumps(entry.venues),
        }
        for entry in publication.entries
    ]


def feed_values(publication: Publication) -> list[Values]:
    """Return the rows of the feeds that *publication* changes."""
    key = _key(publication)
    return [
        {**key, "path": feed.path, "digest": feed.digest, "modified": _text(feed.modified)}
        for feed in publication.feeds
    ]


def revision_of(row: Row[Any]) -> Revision:
    """Return the revision in *row*."""
    return Revision(
        event_id=row.event_id,
        number=row.number,
        moment=_moment(row.moment),
        author=row.author,
        message=row.message,
        tzdata=row.tzdata,
    )


def event_of(rows: Iterable[Row[Any]]) -> SideEvent:
    """Return the programme whose parts are *rows*; raises as `assembled`."""
    return assembled(parts_of(rows))


def ledger_of(rows: Iterable[Row[Any]]) -> Ledger:
    """Return the entries in *rows* by segment."""
    return {row.segment_id: entry_of(row) for row in rows}


def feeds_of(rows: Iterable[Row[Any]]) -> Mapping[str, FeedState]:
    """Return the states of the feeds in *rows* by path."""
    return {row.path: feed_of(row) for row in rows}


def parts_of(rows: Iterable[Row[Any]]) -> Iterator[tuple[PartKey, str | None]]:
    """Yield the parts in *rows*."""
    return ((PartKey(row.section, row.part_id), row.body) for row in rows)


def entry_of(row: Row[Any]) -> Entry:
    """Return the entry in *row*."""
    created = _moment(row.created) if row.created is not None else None
    return Entry(
        segment_id=row.segment_id,
        state=State(row.state),
        stamp=Stamp(sequence=row.sequence, modified=_moment(row.modified), created=created),
        start=_moment(row.starts),
        end=_moment(row.ends),
        tzid=row.tzid,
        body=row.body,
        themes=_ids(row.themes),
        speakers=_ids(row.speakers),
        venues=_ids(row.venues),
    )


def feed_of(row: Row[Any]) -> FeedState:
    """Return the state of a feed in *row*."""
    return FeedState(path=row.path, digest=row.digest, modified=_moment(row.modified))


def _key(publication: Publication) -> Values:
    revision = publication.revision
    return {"event_id": revision.event_id, "number": revision.number}


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


@lru_cache(4_096)
def _moment(text: str) -> datetime:
    """Read a moment; most rows have one that another has, too, and share it."""
    return datetime.fromisoformat(text)


@lru_cache(4_096)
def _ids(text: str) -> tuple[str, ...]:
    return tuple(from_json(text))
