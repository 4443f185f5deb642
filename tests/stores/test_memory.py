"""What the contract leaves open of the store in memory."""

from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.programmes import appended, publication


def test_who_reads_publications_is_not_disturbed_by_an_append() -> None:
    store = MemoryStore()
    appended(store, 2)
    reading = store.publications("breakfast")

    first = next(reading)
    store.append(publication(3))

    assert [first, *reading] == [publication(1), publication(2)]
