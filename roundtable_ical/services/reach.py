"""Tell how far the newest revision has come, from counts of visits.

Fetches are not people: one fetch of Google serves everybody who follows that feed there, several
people behind one address with the same program are one, and one who moves about is several.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from roundtable_ical.ports import VisitStore
from roundtable_ical.reach.counts import Counted, Gaps, Visits
from roundtable_ical.reach.families import Family
from roundtable_ical.reach.held import held
from roundtable_ical.reach.rhythms import Rhythm, duration_of, rhythm

READERS_OF = timedelta(days=7)
"""Days back of which readers are told: who has not come for longer follows no more."""
RHYTHM_OF = timedelta(days=30)
"""Days back of which rhythms are told."""
KEPT = timedelta(days=90)
"""Days for which stores keep counts."""
_Each = TypeVar("_Each", Visits, Gaps)


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyReach:
    """What is known of a family of calendar programs.

    *fetched* is the number of the revision that was last fetched, *last* when. *held* is about how
    many readers (for a family that fetches for many: feeds) have each revision, newest first.
    """

    family: Family
    last: datetime
    fetched: int
    held: Mapping[int, int]
    fetches: int
    rhythm: Rhythm | None

    def behind(self, newest: int) -> int:
        """Return about how many readers hold an older revision than *newest*."""
        return sum(readers for number, readers in self.held.items() if number < newest)

    def expected(self, newest: int) -> datetime | None:
        """Return by when the last of them should have fetched *newest*; None where nobody knows."""
        if self.rhythm is None or self.fetched >= newest:
            return None
        return self.last + duration_of(self.rhythm.most)


def reach(event_id: str, store: VisitStore, moment: datetime) -> tuple[FamilyReach, ...]:
    """Return what the families that came lately know of an event, in the order of `Family`.

    Raises:
        Unavailable: the store is out of reach.
    """
    today = moment.astimezone(UTC).date()
    counted = store.visits(today - READERS_OF, event_id)
    known = rhythms(store, moment)
    found = _by_family(counted.visits)
    return tuple(
        _family_reach(family, found[family], known.get(family))
        for family in Family
        if family in found
    )


def rhythms(
    store: VisitStore, moment: datetime, event_id: str | None = None
) -> Mapping[Family, Rhythm]:
    """Return how often each family came lately, where enough is known to say so.

    Args:
        store: has the counts.
        moment: now.
        event_id: of one event alone; None for all, since a program treats all alike.

    Raises:
        Unavailable: the store is out of reach.
    """
    counted = store.visits(moment.astimezone(UTC).date() - RHYTHM_OF, event_id)
    return _rhythms(counted)


def _rhythms(counted: Counted) -> Mapping[Family, Rhythm]:
    gaps = _by_family(counted.gaps)
    found = {family: rhythm(gaps[family]) for family in Family if family in gaps}
    return {family: each for family, each in found.items() if each is not None}


def _family_reach(family: Family, visits: list[Visits], known: Rhythm | None) -> FamilyReach:
    newest = max(visits, key=lambda each: (each.last, each.number))
    return FamilyReach(
        family=family,
        last=newest.last,
        fetched=newest.number,
        held=held(visits),
        fetches=sum(each.fetches for each in visits),
        rhythm=known,
    )


def _by_family(several: Iterable[_Each]) -> dict[Family, list[_Each]]:
    found: dict[Family, list[_Each]] = defaultdict(list)
    for each in several:
        found[each.family].append(each)
    return found


def oldest_kept(moment: datetime) -> date:
    """Return the first day whose counts are kept."""
    return moment.astimezone(UTC).date() - KEPT
