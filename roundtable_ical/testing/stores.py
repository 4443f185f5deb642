"""The promises of a `ProgrammeStore`, as tests that every store inherits."""

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime

import pytest

from roundtable_ical.errors import RevisionConflict, Unavailable
from roundtable_ical.ports import ProgrammeStore
from roundtable_ical.testing.histories import run_histories
from roundtable_ical.testing.programmes import (
    appended,
    breakfast,
    close,
    publication,
    snapshot,
    unordered,
)
from roundtable_ical.testing.sharing import Opener, SharedStoreFacts


class ProgrammeStoreContract(SharedStoreFacts):
    """What every store promises. Subclass it and give two fixtures.

    ``store`` is the store under test, empty. ``again`` is a function that opens another store
    object on the same data; where `processes` is true it can be pickled
    (`functools.partial(MyStore, url)`).
    """

    def failing(self) -> AbstractContextManager[None] | None:
        """Return a block in which an append breaks off in the middle; None: not tested."""
        return None

    def test_it_is_a_store(self, store: ProgrammeStore) -> None:
        """Every method of the Protocol is there."""
        assert isinstance(store, ProgrammeStore)

    def test_an_empty_store_has_nothing(self, store: ProgrammeStore) -> None:
        """Questions about what is not there have answers."""
        assert store.events() == ()
        assert store.latest("breakfast") is None
        assert store.programme("breakfast", 1) is None
        assert store.history("breakfast") == ()
        assert [*store.publications("breakfast")] == []
        assert not store.wait(0)

    def test_a_publication_comes_back_whole(self, store: ProgrammeStore) -> None:
        """Every field is as it was, hostile words and every byte."""
        store.append(publication(1))

        assert store.latest("breakfast") == snapshot(1)
        assert [*map(unordered, store.publications("breakfast"))] == [unordered(publication(1))]

    def test_moments_come_back_as_moments_in_utc(self, store: ProgrammeStore) -> None:
        """Equal moments are not enough: their text is in feeds."""
        store.append(publication(1))

        found = store.latest("breakfast")

        assert found is not None
        moments: list[datetime] = [found.revision.moment]
        moments += [feed.modified for feed in found.feeds.values()]
        for entry in found.ledger.values():
            moments += [entry.start, entry.end, entry.stamp.modified]
        assert {moment.tzname() for moment in moments} == {"UTC"}

    def test_of_each_thing_the_newest_counts(self, store: ProgrammeStore) -> None:
        """What a revision does not change stays as it was."""
        store.append(publication(1))
        second = replace(publication(2), entries=publication(2).entries[:1], feeds=())
        store.append(second)

        found = store.latest("breakfast")

        assert found is not None
        entries = {entry.segment_id: entry for entry in publication(1).entries}
        assert found.ledger == entries | {second.entries[0].segment_id: second.entries[0]}
        assert found.feeds == snapshot(1).feeds
        assert found.event == breakfast(2)

    def test_a_publication_may_change_hardly_anything(self, store: ProgrammeStore) -> None:
        """A revision may be nothing but itself."""
        store.append(publication(1))
        bare = replace(publication(2), parts={}, entries=(), feeds=())

        store.append(bare)

        assert store.latest("breakfast") == replace(snapshot(1), revision=bare.revision)

    def test_events_do_not_meet(self, store: ProgrammeStore) -> None:
        """Each event has its own numbers."""
        for event_id in ("lunch", "breakfast", "a-1", "a"):
            store.append(publication(1, event_id))
        store.append(publication(2, "lunch"))

        assert store.events() == ("a", "a-1", "breakfast", "lunch")
        assert store.latest("lunch") == snapshot(2, "lunch")
        assert store.latest("breakfast") == snapshot(1)

    def test_history_is_all_revisions_in_order(self, store: ProgrammeStore) -> None:
        """Ten comes after nine."""
        appended(store, 11)

        revisions = tuple(publication(number).revision for number in range(1, 12))
        assert store.history("breakfast") == revisions
        assert [*map(unordered, store.publications("breakfast"))] == [
            unordered(publication(number)) for number in range(1, 12)
        ]

    @pytest.mark.parametrize("after", [0, 1, 9, 10, 11, 12])
    def test_what_came_after_a_revision_is_all_that_came_after(
        self, store: ProgrammeStore, after: int
    ) -> None:
        """A reader who has one takes the rest, none twice and none left out."""
        appended(store, 11)

        numbers = range(after + 1, 12)
        assert [each.number for each in store.history("breakfast", after)] == [*numbers]
        assert [*map(unordered, store.publications("breakfast", after))] == [
            unordered(publication(number)) for number in numbers
        ]

    def test_old_programmes_are_as_they_were(self, store: ProgrammeStore) -> None:
        """What was taken out later is there; what came later is not."""
        appended(store, 5)

        found = {number: store.programme("breakfast", number) for number in range(-1, 8)}

        old = {number: breakfast(number) for number in range(1, 6)}
        assert found == dict.fromkeys((-1, 0, 6, 7)) | old

    @pytest.mark.parametrize("number", [-1, 0, 1, 2, 3, 5, 6])
    def test_a_number_that_does_not_follow_leaves_nothing(
        self, store: ProgrammeStore, number: int
    ) -> None:
        """Whoever is late, or early, hears what was missed."""
        appended(store, 3)
        mark = store.mark()
        wrong = replace(publication(9), revision=replace(publication(9).revision, number=number))

        with pytest.raises(RevisionConflict) as caught:
            store.append(wrong)

        first = max(number, 1)
        missed = tuple(publication(each).revision for each in range(first, 4))
        assert caught.value.missed == missed
        assert store.latest("breakfast") == snapshot(3)
        assert len(store.history("breakfast")) == 3
        assert store.mark() == mark

    def test_an_event_does_not_begin_in_the_middle(self, store: ProgrammeStore) -> None:
        """A refused first revision makes no event."""
        with pytest.raises(RevisionConflict):
            store.append(publication(2))

        assert store.events() == ()
        assert store.latest("breakfast") is None

    def test_an_append_that_breaks_off_leaves_nothing(self, store: ProgrammeStore) -> None:
        """Half a revision is none, and the next one is kept."""
        appended(store, 1)
        mark = store.mark()
        failing = self.failing()
        if failing is None:
            pytest.skip("nothing makes an append of this store break off")

        with failing, pytest.raises(Unavailable):
            store.append(publication(2))

        assert store.latest("breakfast") == snapshot(1)
        assert store.mark() == mark
        store.append(publication(2))
        assert store.latest("breakfast") == snapshot(2)

    def test_closing_keeps_everything(self, store: ProgrammeStore, again: Opener) -> None:
        """What was appended is there for whoever opens the store next."""
        appended(store, 2)
        store.close()

        other = again()

        assert other.latest("breakfast") == snapshot(2)
        other.append(publication(3))
        assert other.latest("breakfast") == snapshot(3)
        close(other)

    def test_no_history_breaks_a_promise(self, store: ProgrammeStore, again: Opener) -> None:
        """Hypothesis makes up the histories."""
        run_histories(store, again, self.failing)
