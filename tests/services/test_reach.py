"""How far the newest revision has come, from what a store counted."""

from datetime import UTC, date, datetime, timedelta

import pytest

from roundtable_ical.reach.counts import Counted, Gaps, Visits
from roundtable_ical.reach.families import Family
from roundtable_ical.reach.rhythms import Length, Rhythm, step_of
from roundtable_ical.services.reach import FamilyReach, oldest_kept, reach, rhythms
from roundtable_ical.stores.memory import MemoryStore

NOW = datetime(2026, 9, 24, 12, tzinfo=UTC)
HALF_HOUR = Rhythm(Length(30, "minute"), Length(30, "minute"))


def visits(
    family: Family, number: int, readers: int, *, days_ago: int = 0, event_id: str = "breakfast"
) -> Visits:
    moment = NOW - timedelta(days=days_ago, hours=1)
    return Visits(
        event_id=event_id,
        family=family,
        day=moment.date(),
        number=number,
        fetches=readers * 3,
        readers=readers,
        last=moment,
    )


def gaps(family: Family, seconds: float, times: int, *, event_id: str = "lunch") -> Gaps:
    step = step_of(seconds)
    return Gaps(event_id=event_id, family=family, day=NOW.date(), step=step, times=times)


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


def test_of_each_family_it_is_told_what_it_fetched_last_and_who_is_behind(
    store: MemoryStore,
) -> None:
    store.add_visits(
        Counted(
            (
                visits(Family.THUNDERBIRD, 2, 4),
                visits(Family.THUNDERBIRD, 1, 6, days_ago=1),
                visits(Family.GOOGLE, 1, 2, days_ago=1),
                visits(Family.APPLE, 1, 2, days_ago=30),
                visits(Family.APPLE, 1, 2, event_id="lunch"),
            ),
            (gaps(Family.THUNDERBIRD, 1800, 20), gaps(Family.GOOGLE, 36_000, 19)),
        )
    )

    google, thunderbird = reach("breakfast", store, NOW)

    assert google == FamilyReach(
        family=Family.GOOGLE,
        last=NOW - timedelta(days=1, hours=1),
        fetched=1,
        held={1: 2},
        fetches=6,
        rhythm=None,
    )
    assert thunderbird == FamilyReach(
        family=Family.THUNDERBIRD,
        last=NOW - timedelta(hours=1),
        fetched=2,
        held={2: 4, 1: 2},
        fetches=30,
        rhythm=HALF_HOUR,
    )
    assert (thunderbird.behind(2), thunderbird.behind(1)) == (2, 0)


def test_who_is_behind_is_expected_one_rhythm_after_their_last_visit() -> None:
    google = FamilyReach(
        family=Family.GOOGLE,
        last=NOW,
        fetched=1,
        held={1: 1},
        fetches=3,
        rhythm=Rhythm(Length(9, "hour"), Length(13, "hour")),
    )

    assert google.expected(2) == NOW + timedelta(hours=13)
    assert google.expected(1) is None


def test_an_event_that_nobody_fetched_has_no_reach(store: MemoryStore) -> None:
    assert reach("breakfast", store, NOW) == ()


def test_rhythms_are_those_of_all_events_together(store: MemoryStore) -> None:
    store.add_visits(
        Counted(
            gaps=(
                gaps(Family.THUNDERBIRD, 1800, 12),
                gaps(Family.THUNDERBIRD, 1800, 12, event_id="breakfast"),
            )
        )
    )

    assert rhythms(store, NOW) == {Family.THUNDERBIRD: HALF_HOUR}
    assert rhythms(store, NOW, "breakfast") == {}


def test_counts_are_kept_for_three_months() -> None:
    assert oldest_kept(NOW) == date(2026, 6, 26)
