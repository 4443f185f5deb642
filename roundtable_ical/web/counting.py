"""Note which feeds are answered, and have a thread count who holds which revision.

A request only notes: the thread does the rest, every `EVERY` seconds. Of more than `MOST_NOTES` in
that time the rest is not noted, so that a flood costs nothing; counts are then those of a sample.
"""

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple
from wsgiref.types import WSGIEnvironment

from flask import Blueprint, Response, request

from roundtable_ical.errors import Unavailable
from roundtable_ical.ports import VisitStore
from roundtable_ical.reach.families import Family
from roundtable_ical.reach.rhythms import Rhythm
from roundtable_ical.services.count_visits import Visit, VisitCounter
from roundtable_ical.services.follow import Shelf
from roundtable_ical.services.follow_store import StoreShelf
from roundtable_ical.services.pool import Pool
from roundtable_ical.services.reach import oldest_kept, rhythms
from roundtable_ical.services.tags import Tags
from roundtable_ical.web.callers import Proxy, caller

EVERY = 2.0
"""Seconds between two looks at the notes."""
KEPT_EVERY = 30
"""Looks after which counts are handed to the store."""
LAST_WORDS = 1.0
"""Seconds that others, who end at the same time, have to pass on what they noted."""
MOST_NOTES = 1_000
"""Notes that are taken between two looks."""


class Note(NamedTuple):
    """A feed that was answered; held for `EVERY` seconds."""

    path: str
    given: str
    agent: str
    sent: str
    method: str
    address: str
    forwarded: str


class Counting:
    """Counts the visits of one application.

    Args:
        shelf: the events that are served.
        store: keeps the counts.
        clock: returns the present moment.
        warn: is told, in one line, that counts cannot be kept.
        proxy: network of the proxies whose ``X-Forwarded-For`` is believed; None: nobody's.
        on: whether anything is counted at all.

    Attributes:
        noting: whether `note` may be called; not while there are enough notes.
        rhythms: how often each family came lately, as far as it is known; another object only
            when it says something else, so that pages that tell of it can be kept.
    """

    def __init__(
        self,
        shelf: Shelf | StoreShelf,
        store: VisitStore,
        *,
        clock: Callable[[], datetime],
        warn: Callable[[str], None],
        proxy: Proxy | None = None,
        on: bool = True,
    ) -> None:
        self.noting = self._on = on
        self.rhythms: Mapping[Family, Rhythm] = {}
        self.store = store
        self._shelf = shelf
        self._clock = clock
        self._warn = warn
        self._proxy = proxy
        self._tags = Tags()
        self._counter = VisitCounter(self._tags)
        self._notes: list[Note] = []
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._forgotten: object = None
        self._trouble = ""
        self._pool: Pool | None = None
        if on:
            os.register_at_fork(after_in_child=self._forked)

    def note(self, path: str, given: str, environ: WSGIEnvironment) -> None:
        """Note that the feed at *path*, below the root of all events, was answered.

        Args:
            path: begins with the id of the event.
            given: tag of the feed.
            environ: of the request.
        """
        notes, get = self._notes, environ.get
        notes.append(
            Note(
                path,
                given,
                get("HTTP_USER_AGENT", ""),
                get("HTTP_IF_NONE_MATCH", ""),
                environ["REQUEST_METHOD"],
                get("REMOTE_ADDR", ""),
                get("HTTP_X_FORWARDED_FOR", "") if self._proxy else "",
            )
        )
        if len(notes) >= MOST_NOTES:
            self.noting = False
        if self._thread is None:
            self.start()

    def start(self) -> None:
        """Begin to count, unless that has begun; the first note does so, too."""
        with self._lock:
            if self.noting and self._thread is None:
                # no daemon: the interpreter waits for what it keeps in the end
                self._thread = threading.Thread(target=self._run, name="counting")
                self._thread.start()

    def count(self) -> None:
        """Count what was noted since the last look."""
        notes, self._notes = self._notes, []
        self.noting = self._on
        visits = [*self._visits(notes)]
        if not (visits and self._pool and self._pool.passed_on(visits)):
            self._add(visits)

    def join(self, pool: Pool) -> None:
        """Count together with the other processes of *pool*."""
        self._pool = pool

    def keep(self) -> None:
        """Hand the counts to the store; what it cannot take now, it gets the next time."""
        counted = self._counter.take()
        try:
            if counted:
                self.store.add_visits(counted)
            oldest = oldest_kept(self._clock())
            if self._forgotten != oldest:
                self.store.forget_visits(oldest)
                self._forgotten = oldest
        except Unavailable as error:
            self._counter.give_back(counted)
            if self._trouble != str(error):
                self._warn(f"visits are counted, and cannot be kept for now: {error}")
            self._trouble = str(error)
        else:
            self._trouble = ""
            self._learn_rhythms()

    def _add(self, visits: Sequence[Visit]) -> None:
        if visits:
            self._tags.learn(self._shelf.editions)
            self._counter.add(visits, self._clock())

    def _visits(self, notes: Iterable[Note]) -> Iterator[Visit]:
        for note in notes:
            event_id, _, feed = note.path.lstrip("/").partition("/")
            address = caller(note.address, note.forwarded, self._proxy)
            bodiless = note.method == "HEAD"
            yield Visit(event_id, feed, note.agent, address, note.sent, note.given, bodiless)

    def _run(self) -> None:
        main, looks = threading.main_thread(), 0
        self._learn_rhythms()
        if self._pool:
            self._pool.passed_on(())  # so that it is clear who counts
        while main.is_alive():
            self._wait(main)
            self.count()
            looks += 1
            if looks % KEPT_EVERY == 0:
                self.keep()
        if self._pool:
            self._add([*self._pool.received(LAST_WORDS, lambda: True)])
            self._pool.close()
        self.count()
        self.keep()

    def _wait(self, main: threading.Thread) -> None:
        """Wait until it is time to look at the notes, or all ends; others may have some, too."""
        if self._pool and self._pool.counts:
            self._add([*self._pool.received(EVERY, main.is_alive)])
        else:
            main.join(EVERY)

    def _learn_rhythms(self) -> None:
        with suppress(Unavailable):  # what is known stays; `keep` tells what is wrong
            known = rhythms(self.store, self._clock())
            if self.rhythms != known:
                self.rhythms = known

    def _forked(self) -> None:
        """Begin anew in a forked process: no thread lives on there."""
        self._notes, self._thread, self._lock = [], None, threading.Lock()
        self._counter = VisitCounter(self._tags)
        self.noting = True


def register(blueprint: Blueprint, counting: Counting) -> None:
    """Have the feeds that no table answers counted as well: mixes, and those with options."""

    def note(response: Response) -> Response:
        if counting.noting and _follows(response):
            event_id = (request.view_args or {})["event_id"]
            feed = f"/{event_id}{request.full_path}"  # whatever the site hangs before it
            counting.note(feed, response.headers.get("ETag", ""), request.environ)
        return response

    blueprint.after_request(note)


def _follows(response: Response) -> bool:
    """Whether it is a feed; one segment by itself is a copy that follows nothing."""
    return (
        response.status_code in {200, 304}
        and response.mimetype == "text/calendar"
        and not (request.endpoint or "").endswith(".segment_file")
    )
