"""What the contract leaves open of links in a table."""

from pathlib import Path

from roundtable_ical.itip.outbox import Decision
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.stores.tables import METADATA
from roundtable_ical.testing.mailing import TOKEN


def test_a_link_itself_has_no_column() -> None:
    assert [*METADATA.tables["tokens"].columns.keys()] == [
        "digest",
        "event_id",
        "scope",
        "subject",
        "made",
        "generation",
        "revoked",
    ]


def test_links_of_a_letter_are_kept_with_it(tmp_path: Path) -> None:
    store = SqlStore(str(tmp_path / "store.db"))

    store.decide("breakfast", lambda _: Decision(tokens=(TOKEN, TOKEN)))

    assert store.tokens("breakfast") == (TOKEN,)
    assert store.mailed() == ("breakfast",)
    store.close()
