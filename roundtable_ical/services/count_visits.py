"""Count who fetches feeds, without remembering who: by family, day and revision held.

Addresses and User-Agents are hashed with a salt that changes daily. Salt and hashes are in memory,
two days at most, and nowhere else; what `VisitCounter.take` hands out are numbers.
"""

import secrets
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from roundtable_ical.reach.counts import Counted, Gaps, Visits, added
from roundtable_ical.reach.families import Family, family_of
from roundtable_ical.reach.rhythms import SAME_VISIT, step_of
from roundtable_ical.services.tags import Tags, bare

MOST_READERS = 50_000
"""Readers of a day that are told apart; of those beyond only the fetches count."""


def new_salt() -> bytes:
    """Return bytes that nobody can guess, to hash with."""
    return secrets.token_bytes(16)


_family = lru_cache(1_024)(family_of)
_Key = tuple[str, Family, int]


class Visit(NamedTuple):
    """One feed as it was fetched. *sent* are the tags that the reader had, *given* is the answer's.

    *bodiless* is whether only the headers were asked for.
    """

    event_id: str
    feed: str
    agent: str
    address: str
    sent: str
    given: str
    bodiless: bool = False


class _Fetched(NamedTuple):
    """When a reader last began to fetch a feed, and the tag of what they hold of it."""

    moment: datetime
    tag: str


@dataclass(slots=True)
class _Reader:
    """One hash: which feeds it fetched."""

    event_id: str
    family: Family
    feeds: dict[str, _Fetched] = field(default_factory=dict)


class _Day:
    """The readers of one day, by a hash that only this day's salt can make."""

    def __init__(self, day: date, salt: bytes) -> None:
        self.day = day
        self._salt = salt
        self.readers: dict[bytes, _Reader] = {}
        self.fetches: Counter[_Key] = Counter()
        self.last: dict[_Key, datetime] = {}
        self.told: Counter[_Key] = Counter()

    def hashed(self, family: Family, visit: Visit) -> bytes:
        who = (visit.feed, "") if family.fetches_for_many else (visit.address, visit.agent)
        words = "\0".join((visit.event_id, *who)).encode(errors="replace")
        return blake2b(words, digest_size=8, key=self._salt).digest()


class VisitCounter:
    """Adds up visits; one for all events of a process, used by one thread.

    Args:
        tags: tells which revision a tag is of.
        salt: makes a new salt, once a day.
    """

    def __init__(self, tags: Tags, salt: Callable[[], bytes] = new_salt) -> None:
        self._tags = tags
        self._salt = salt
        self._today = _Day(date.min, salt())
        self._yesterday = self._today
        self._gaps: Counter[tuple[str, Family, date, int]] = Counter()
        self._waiting = Counted()

    def add(self, visits: Iterable[Visit], moment: datetime) -> None:
        """Count *visits*, all of about the same *moment*."""
        utc = moment.astimezone(UTC).replace(microsecond=0)
        if utc.date() > self._today.day:
            self._next_day(utc.date())
        for visit in visits:
            self._add(visit, utc)

    def take(self) -> Counted:
        """Return what came since this was asked last, to be added to what is kept."""
        found = added(self._waiting, self._since(self._today), self._gaps_since())
        self._waiting = Counted()
        return found

    def give_back(self, counted: Counted) -> None:
        """Take back what could not be kept; the next `take` has it again."""
        self._waiting = added(self._waiting, counted)

    def _next_day(self, day: date) -> None:
        self._waiting = added(self._waiting, self._since(self._today))
        if day - self._today.day > timedelta(days=1):  # what is between saw nobody
            self._today = _Day(day - timedelta(days=1), self._salt())
        self._yesterday, self._today = self._today, _Day(day, self._salt())

    def _add(self, visit: Visit, moment: datetime) -> None:
        family = _family(visit.agent)
        given = bare(visit.given)
        key = (visit.event_id, family, self._tags.served(visit.event_id, given))
        self._today.fetches[key] += 1
        self._today.last[key] = moment
        hashed = self._today.hashed(family, visit)
        reader = self._today.readers.get(hashed)
        if reader is None:
            if len(self._today.readers) >= MOST_READERS:
                return
            reader = self._today.readers[hashed] = _Reader(visit.event_id, family)
        former = reader.feeds.get(visit.feed) or self._fetched_yesterday(family, visit)
        begun = moment
        if former is not None and family.follows:
            gap = (moment - former.moment).total_seconds()
            if gap < SAME_VISIT:
                begun = former.moment
            else:
                self._gaps[visit.event_id, family, self._today.day, step_of(gap)] += 1
        reader.feeds[visit.feed] = _Fetched(begun, self._held(visit, given, former))

    def _held(self, visit: Visit, given: str, former: _Fetched | None) -> str:
        """Return the tag of what the reader has after *visit*; "" where that is not known."""
        sent = bare(visit.sent)
        if sent == given:
            return given
        number = self._tags.number(visit.event_id, sent)
        if visit.bodiless:
            return sent if number is not None else former.tag if former else ""
        had = self._tags.number(visit.event_id, former.tag) if former else None
        if number is not None and had is not None and number < had:
            return sent  # it was given a newer one before, and did not take it
        return given

    def _fetched_yesterday(self, family: Family, visit: Visit) -> _Fetched | None:
        reader = self._yesterday.readers.get(self._yesterday.hashed(family, visit))
        return reader.feeds.get(visit.feed) if reader else None

    def _since(self, day: _Day) -> Counted:
        """Return what is new of *day*."""
        holding: Counter[_Key] = Counter()
        for reader in day.readers.values():
            numbers = [self._tags.number(reader.event_id, it.tag) for it in reader.feeds.values()]
            known = [number for number in numbers if number is not None]
            if known:  # who follows several feeds has the whole of none newer than the oldest
                holding[reader.event_id, reader.family, min(known)] += 1
        found = []
        for key in {*day.fetches, *holding, *day.told}:
            event_id, family, number = key
            readers, fetches = holding[key] - day.told[key], day.fetches[key]
            if readers or fetches:
                last = day.last.get(key) or self._last(day, event_id, family)
                found.append(
                    Visits(
                        event_id=event_id,
                        family=family,
                        day=day.day,
                        number=number,
                        fetches=fetches,
                        readers=readers,
                        last=last,
                    )
                )
        day.told, day.fetches = holding, Counter()
        return Counted(tuple(found))

    @staticmethod
    def _last(day: _Day, event_id: str, family: Family) -> datetime:
        """Return the first visit of *family*: of a revision that was fetched by nobody as such."""
        return min(last for key, last in day.last.items() if key[:2] == (event_id, family))

    def _gaps_since(self) -> Counted:
        gaps, self._gaps = self._gaps, Counter()
        return Counted(
            gaps=tuple(
                Gaps(event_id=event_id, family=family, day=day, step=step, times=times)
                for (event_id, family, day, step), times in gaps.items()
            )
        )
