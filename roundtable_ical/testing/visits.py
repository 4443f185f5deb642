"""The promises of a `VisitStore`, as tests that every store inherits which counts visits."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from typing import Any

from roundtable_ical.ports import VisitStore
from roundtable_ical.reach.counts import Counted, Gaps, Visits, added
from roundtable_ical.reach.families import Family

FIRST = date(2026, 9, 24)
NOON = datetime(2026, 9, 24, 12, tzinfo=UTC)
TIMES = 20


def counted(
    days: int = 0, event_id: str = "breakfast", number: int = 1, readers: int = 2
) -> Counted:
    """Return what a server counted some days after the first."""
    day = FIRST + timedelta(days=days)
    visits = Visits(
        event_id=event_id,
        family=Family.APPLE,
        day=day,
        number=number,
        fetches=5,
        readers=readers,
        last=NOON + timedelta(days=days, seconds=number),
    )
    gaps = Gaps(event_id=event_id, family=Family.APPLE, day=day, step=40, times=3)
    return Counted((visits,), (gaps,))


class VisitStoreContract:
    """What a store promises that counts visits. Subclass it and give two fixtures.

    ``store`` is the store under test, empty. ``again`` is a function that opens another store
    object on the same data.
    """

    def test_it_counts_visits(self, store: VisitStore) -> None:
        """Every method of the Protocol is there."""
        assert isinstance(store, VisitStore)

    def test_nothing_was_counted_at_first(self, store: VisitStore) -> None:
        """Questions about what is not there have answers."""
        assert store.visits(FIRST) == Counted()
        store.add_visits(Counted())
        store.forget_visits(FIRST)
        assert store.visits(FIRST) == Counted()

    def test_what_is_counted_adds_up(self, store: VisitStore) -> None:
        """Sums of numbers, also of those below zero; of two moments the later one."""
        [early], [late] = counted(number=1).visits, counted(number=1).visits
        moved = Counted(
            (
                _changed(late, readers=-1, fetches=0, last=early.last - timedelta(hours=1)),
                _changed(late, number=2, readers=1, fetches=1),
            )
        )
        store.add_visits(counted())
        store.add_visits(moved)

        found = store.visits(FIRST)

        assert found == added(counted(), moved)
        assert [(each.number, each.readers) for each in found.visits] == [(1, 1), (2, 1)]
        assert found.visits[0].last == early.last

    def test_events_and_days_are_apart(self, store: VisitStore) -> None:
        """Of one event or of all; from a day on, which counts."""
        several = [counted(days, id_) for days in (0, 1, 2) for id_ in ("breakfast", "lunch")]
        store.add_visits(added(*several))

        tomorrow = FIRST + timedelta(days=1)
        assert store.visits(FIRST) == added(*several)
        assert store.visits(tomorrow) == added(*several[2:])
        assert store.visits(tomorrow, "lunch") == added(several[3], several[5])
        assert store.visits(FIRST, "dinner") == Counted()

    def test_old_counts_are_forgotten(self, store: VisitStore) -> None:
        """Those before a day, and no others."""
        store.add_visits(added(counted(0), counted(1), counted(2)))

        store.forget_visits(FIRST + timedelta(days=1))

        assert store.visits(FIRST) == added(counted(1), counted(2))

    def test_several_servers_add_at_the_same_time(
        self, store: VisitStore, again: Callable[[], Any]
    ) -> None:
        """Nothing is lost, and nobody waits for ever."""
        other = again()
        several = added(*(counted(0, "breakfast", number) for number in range(1, 6)))

        def add(number: int) -> None:
            (store if number % 2 else other).add_visits(several)

        with ThreadPoolExecutor(4) as pool:
            assert [*pool.map(add, range(TIMES))] == [None] * TIMES

        assert store.visits(FIRST) == added(*[several] * TIMES)
        other.close()


def _changed(visits: Visits, **changes: Any) -> Visits:
    values = {name: getattr(visits, name) for name in Visits.__slots__}
    return Visits(**values | changes)
