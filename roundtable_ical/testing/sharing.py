"""Promises of a store to those who share it: threads, processes, readers, and who waits."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from typing import ClassVar

import pytest

from roundtable_ical.errors import RevisionConflict
from roundtable_ical.ports import ProgrammeStore
from roundtable_ical.testing.processes import publisher
from roundtable_ical.testing.programmes import appended, close, publication, snapshot

Opener = Callable[[], ProgrammeStore]
MANY = 30


class SharedStoreFacts:
    """What every store promises to those who share it."""

    processes: ClassVar[bool] = True
    """Whether other processes see what is appended."""

    def test_of_threads_with_the_same_number_one_wins(
        self, store: ProgrammeStore, again: Opener
    ) -> None:
        """Threads of one store object, and of several."""
        stores = [store, store, again(), again()]
        barrier = Barrier(len(stores))

        def try_(number: int, own: ProgrammeStore) -> bool | None:
            barrier.wait()
            try:
                own.append(publication(number))
            except RevisionConflict as conflict:
                return conflict.missed == (publication(number).revision,)
            return None

        with ThreadPoolExecutor(len(stores)) as pool:
            for number in range(1, 6):
                told = [*pool.map(try_, [number] * len(stores), stores)]
                assert sorted(told, key=str) == [None, True, True, True]

        assert store.latest("breakfast") == snapshot(5)
        close(*stores[2:])

    def test_of_processes_with_the_same_number_one_wins(
        self, store: ProgrammeStore, again: Opener
    ) -> None:
        """The other is told what it missed."""
        self._needs_processes()
        with publisher(again) as one, publisher(again) as other:
            for number in range(1, 6):
                one.append(number)
                other.append(number)
                answers = [one.appended(), other.appended()]
                assert sorted(answer.kept for answer in answers) == [False, True]
                assert {answer.missed for answer in answers} == {(), (number,)}

        assert store.latest("breakfast") == snapshot(5)

    def test_readers_never_see_a_mix(self, store: ProgrammeStore, again: Opener) -> None:
        """All that is read is of one revision, and revisions only rise."""
        appended(store, 1)
        done = Event()

        def read(own: ProgrammeStore) -> list[int]:
            seen = []
            while not done.is_set():
                found = own.latest("breakfast")
                assert found is not None
                assert found == snapshot(found.revision.number)
                seen.append(found.revision.number)
            return seen

        readers = [store, again(), again()]
        with ThreadPoolExecutor(len(readers)) as pool:
            reading = [pool.submit(read, own) for own in readers]
            try:
                for number in range(2, MANY + 2):
                    store.append(publication(number))
                    time.sleep(0.01)
            finally:
                done.set()
            for each in reading:
                seen = each.result()
                assert seen == sorted(seen)
                assert len({*seen}) > 2
        close(*readers[1:])

    def test_the_mark_is_another_iff_something_was_appended(
        self, store: ProgrammeStore, again: Opener
    ) -> None:
        """By this store object or by another."""
        other = again()
        marks = [store.mark()]
        for number in range(1, 4):
            (store if number % 2 else other).append(publication(number))
            store.latest("breakfast")
            assert store.mark() == store.mark()
            marks.append(store.mark())
        other.append(publication(1, "lunch"))
        marks.append(store.mark())

        assert len({*marks}) == len(marks)
        close(other)

    def test_waiting_tells_of_each_append_once(self, store: ProgrammeStore, again: Opener) -> None:
        """Several at once are told once."""
        other = again()
        store.append(publication(1))
        assert store.wait(5)
        assert not store.wait(0.3)
        other.append(publication(2))
        other.append(publication(3))

        assert store.wait(5)
        assert not store.wait(0)
        close(other)

    def test_who_waits_is_woken_at_once(self, store: ProgrammeStore, again: Opener) -> None:
        """An append by another store object ends the wait."""
        other = again()
        store.wait(0)
        store.wait(0.2)

        with ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(store.wait, 10)
            time.sleep(0.3)
            start = time.monotonic()
            other.append(publication(1))
            assert waiting.result()
            assert time.monotonic() - start < 1

        close(other)

    def test_who_waits_is_woken_by_another_process(
        self, store: ProgrammeStore, again: Opener
    ) -> None:
        """Within a second."""
        self._needs_processes()
        with publisher(again) as other:
            for number in range(1, 5):
                other.append(number, delay=0.3)
                assert store.wait(10)
                woken = time.monotonic()
                assert store.latest("breakfast") == snapshot(number)
                assert woken - other.appended().at < 1

    def _needs_processes(self) -> None:
        if not self.processes:
            pytest.skip("other processes do not see this store")
