"""Stores are upgraded, checked and copied without losing a byte."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from roundtable_ical.errors import InvalidSetting, Unavailable
from roundtable_ical.itip.outbox import Decision
from roundtable_ical.reach.counts import Counted
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.stores.migrations.schema import NEWEST, VERSION_TABLE
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.stores.upkeep import check, copy, upgrade
from roundtable_ical.testing.mailing import HEARD, TOKEN
from roundtable_ical.testing.mailing_values import CLAIM, NOON, asked
from roundtable_ical.testing.postgres import PostgresServer
from roundtable_ical.testing.programmes import appended, publication, snapshot, unordered


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "store.db")
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.new_database()


@pytest.fixture
def store(url: str) -> Iterator[SqlStore]:
    store = SqlStore(url)
    yield store
    store.close()


def execute(store: SqlStore, *statements: str) -> None:
    with store.database.writing() as connection:
        for words in statements:
            connection.execute(text(words))


def test_upgrading_makes_tables_once(url: str) -> None:
    assert upgrade(url) == ("0001", "0002", NEWEST)
    assert upgrade(url) == ()
    assert check(url) == ()


def test_upgrading_brings_old_tables_up_to_date(url: str, store: SqlStore) -> None:
    appended(store, 1)
    older = f"UPDATE {VERSION_TABLE} SET version_num = '0001'"
    newer = ("visits", "gaps", "invitations", "posts", "contents", "heard", "tokens")
    execute(store, *(f"DROP TABLE {name}" for name in newer), older)
    assert check(url) == (
        "the tables are of an older roundtable-ical; run `roundtable store upgrade`",
    )

    assert upgrade(url) == ("0002", NEWEST)

    assert store.latest("breakfast") == snapshot(1)
    assert store.visits(date(2026, 1, 1)) == Counted()
    assert store.posts() == ()


def test_tables_of_the_future_are_not_touched(url: str, store: SqlStore) -> None:
    store.events()
    execute(store, f"UPDATE {VERSION_TABLE} SET version_num = '9999'")

    with pytest.raises(Unavailable, match="newer roundtable-ical"):
        upgrade(url)

    assert check(url) == ("the tables are of a newer roundtable-ical; upgrade the program",)


def test_a_good_store_has_nothing_wrong(url: str, store: SqlStore) -> None:
    appended(store, 3)
    store.append(publication(1, "lunch"))

    assert check(url) == ()


def test_a_database_without_tables_is_told(url: str, store: SqlStore) -> None:
    store.database.create()

    assert check(url) == ("there are no tables; publish, or run `roundtable store upgrade`",)


def test_everything_that_is_wrong_is_told(url: str, store: SqlStore) -> None:
    appended(store, 3)
    store.append(publication(1, "lunch"))
    store.append(publication(1, "supper"))
    execute(
        store,
        *(f"DELETE FROM {name} WHERE event_id = 'breakfast' AND number = 2"
          for name in ("feeds", "entries", "parts", "revisions")),
        "UPDATE parts SET body = '{' WHERE event_id = 'lunch' AND section = 'event'",
        "DELETE FROM feeds WHERE event_id = 'supper' AND path = 'themes/skills.ics'",
        "DELETE FROM entries WHERE event_id = 'supper' AND segment_id = 'lunch'",
        "UPDATE entries SET body = '' WHERE event_id = 'supper' AND segment_id = 'welcome'",
    )  # fmt: skip

    found = check(url)

    assert found[0] == "breakfast: revision 2 is missing before 3"
    assert found[1].startswith("lunch, revision 1 cannot be read (ValueError: ")
    assert found[2:] == (
        "supper: panel is in themes/skills.ics, and there is no such feed",
        "supper: welcome has no VEVENT",
        "supper: lunch is on the agenda, and has no VEVENT",
    )


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    store = SqlStore(str(file))
    appended(store, 20)
    store.close()
    content = bytearray(file.read_bytes())
    content[8_192:20_480] = bytes(12_288)
    file.write_bytes(content)

    try:
        found = check(str(file))
    except Unavailable as error:
        found = (str(error),)

    assert found


def test_a_copy_is_the_same_to_the_byte(url: str, store: SqlStore, tmp_path: Path) -> None:
    source, back = MemoryStore(), SqlStore(str(tmp_path / "back.db"))
    appended(source, 11)
    source.append(publication(1, "lunch"))

    assert copy(source, store) == {"breakfast": 11, "lunch": 1}
    assert copy(store, back) == {"breakfast": 11, "lunch": 1}

    for event_id in source.events():
        assert back.latest(event_id) == source.latest(event_id)
        assert back.history(event_id) == source.history(event_id)
        assert [*map(unordered, back.publications(event_id))] == [
            *map(unordered, source.publications(event_id))
        ]
    assert check(url) == ()
    back.close()


def test_a_copy_has_all_the_mail(url: str, store: SqlStore) -> None:
    source = MemoryStore()
    appended(source, 1)
    for number in range(3):
        asked(source, number, NOON + timedelta(minutes=number))
        source.claim(NOON + timedelta(minutes=number), NOON + CLAIM, 1)
    asked(source, event_id="unpublished")
    source.decide("breakfast", lambda _: Decision(heard=(HEARD,), tokens=(TOKEN,)))

    assert copy(source, store) == {"breakfast": 1}

    assert store.mailed() == source.mailed() == ("breakfast", "unpublished")
    for event_id in source.mailed():
        assert store.book(event_id) == source.book(event_id)
        assert store.tokens(event_id) == source.tokens(event_id)
    for post in source.posts():
        assert store.post(post.message_id) == source.post(post.message_id)
    assert store.heard("breakfast", HEARD.digest) == HEARD
    assert check(url) == ()
    with pytest.raises(InvalidSetting, match="the target has breakfast, unpublished already"):
        copy(source, store)


def test_mail_that_cannot_be_read_is_told(url: str, store: SqlStore) -> None:
    asked(store)
    execute(store, "UPDATE posts SET body = '{'")

    [found] = check(url)

    assert found.startswith("breakfast: post in the store cannot be read (")


def test_a_copy_does_not_mix_with_what_is_there(store: SqlStore) -> None:
    source = MemoryStore()
    appended(source, 2)
    source.append(publication(1, "a-lunch"))
    store.append(publication(1))

    with pytest.raises(InvalidSetting, match="the target has breakfast already"):
        copy(source, store)

    assert store.events() == ("breakfast",)
    assert store.latest("breakfast") == snapshot(1)
