"""What the contract leaves open of counts in tables."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from roundtable_ical.errors import Unavailable
from roundtable_ical.reach.families import Family
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing.visits import FIRST, counted


@pytest.fixture
def store(tmp_path: Path) -> SqlStore:
    return SqlStore(str(tmp_path / "store.db"))


def execute(store: SqlStore, words: str) -> None:
    with store.database.writing() as connection:
        connection.execute(text(words))


def test_a_family_that_a_newer_program_counts_is_another_one(store: SqlStore) -> None:
    store.add_visits(counted())
    execute(store, "UPDATE visits SET family = 'telepathy'")

    assert [each.family for each in store.visits(FIRST).visits] == [Family.OTHER]


def test_counts_are_added_whole_or_not_at_all(store: SqlStore) -> None:
    store.add_visits(counted())
    execute(store, "DROP TABLE gaps")

    with pytest.raises(Unavailable):
        store.add_visits(counted())

    execute(store, "CREATE TABLE gaps (event_id, family, day, step, times)")
    assert store.visits(date(2026, 1, 1)).visits == counted().visits


def test_counting_wakes_nobody_who_waits_for_a_revision(store: SqlStore) -> None:
    mark = store.mark()

    store.add_visits(counted())

    assert store.mark() == mark
    assert not store.wait(0.3)
