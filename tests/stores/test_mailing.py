"""What the contract leaves open of mail in tables."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import text

from roundtable_ical.itip.outbox import Decision
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing.mailing_values import CLAIM, NOON, asked, post, told
from roundtable_ical.testing.postgres import PostgresServer


def test_senders_go_round_what_another_one_has_in_hand(postgres: PostgresServer) -> None:
    store = SqlStore(postgres.new_database())
    first = asked(store)
    second = replace(first, message_id="<second@example.org>", key=None, told=None)
    store.decide("breakfast", lambda _: Decision(posts=(second,)))

    with store.database.writing() as connection:
        held = "SELECT * FROM posts WHERE message_id = :name FOR UPDATE"
        connection.execute(text(held), {"name": first.message_id})
        taken = store.claim(NOON, NOON + CLAIM, 10)

    assert [each.message_id for each in taken] == [second.message_id]
    assert len(store.claim(NOON, NOON + CLAIM, 10)) == 1
    store.close()


def test_what_is_due_is_found_by_an_index(tmp_path: Path) -> None:
    store = SqlStore(str(tmp_path / "store.db"))
    store.events()

    with store.database.reading() as connection:
        plan = connection.execute(
            text("EXPLAIN QUERY PLAN SELECT * FROM posts WHERE ready <= '2026'")
        ).all()

    assert "USING INDEX posts_by_readiness" in str(plan)
    store.close()


def test_thousands_of_letters_can_be_withdrawn_at_once(tmp_path: Path) -> None:
    store = SqlStore(str(tmp_path / "store.db"))
    one = post(told(0))
    names = tuple(f"<{number}@example.org>" for number in range(5_000))
    many = tuple(replace(one, message_id=name, key=None) for name in names)
    store.decide("breakfast", lambda _: Decision(posts=many))

    store.decide("breakfast", lambda _: Decision(withdrawn=names))

    assert store.book("breakfast").waiting == ()
    store.close()
