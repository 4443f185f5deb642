"""What the contract leaves open of mail in memory."""

from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.mailing_values import CLAIM, NOON, PANEL, asked


def test_a_book_stays_as_it_was() -> None:
    store = MemoryStore()
    asked(store)
    book = store.book("breakfast")

    store.claim(NOON, NOON + CLAIM, 1)

    assert book.invitations[PANEL].told is None
    assert store.book("breakfast").invitations[PANEL].told is not None
