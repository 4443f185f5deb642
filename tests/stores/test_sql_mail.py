"""What the contract leaves open of a store that mails from tables."""

import shutil
from pathlib import Path

from roundtable_ical.itip.outbox import PostState
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing.mailing_values import CLAIM, NOON, asked, sent


def test_who_looks_in_vain_writes_nothing(tmp_path: Path) -> None:
    store = SqlStore(str(tmp_path / "store.db"))
    store.events()
    with store.database.writing():  # nobody else may write meanwhile
        impatient = SqlStore(str(tmp_path / "store.db"), patience=0)
        assert impatient.claim(NOON, NOON + CLAIM, 10) == ()
        impatient.close()
    store.close()


def test_when_all_was_sent_it_is_in_the_file_itself(tmp_path: Path) -> None:
    store = SqlStore(str(tmp_path / "store.db"))
    asked(store)
    for post in store.claim(NOON, NOON + CLAIM, 10):
        store.report(sent(post, NOON))
    assert store.claim(NOON, NOON + CLAIM, 10) == ()

    shutil.copy(tmp_path / "store.db", tmp_path / "copy.db")

    copy = SqlStore(str(tmp_path / "copy.db"))
    assert [post.state for post in copy.posts()] == [PostState.SENT]
    copy.close()
    store.close()
