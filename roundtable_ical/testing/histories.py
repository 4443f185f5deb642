"""Histories that no one would think of: publish, change, crash, in any order, beside a model."""

import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from roundtable_ical.errors import RevisionConflict, Unavailable
from roundtable_ical.ical.identity import uid
from roundtable_ical.ports import ProgrammeStore
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.revisions.ledger import WHOLE_EVENT, Entry, State
from roundtable_ical.revisions.publication import Snapshot, stepped
from roundtable_ical.services.publish import KEEP_CANCELLED, Published, publish, rollback
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.programmes import values

Failing = Callable[[], AbstractContextManager[None] | None]
IDS = ("opening", "panel", "lunch")
ALWAYS = "opening"
_STAMPS = re.compile(rb"^(?:SEQUENCE|DTSTAMP|LAST-MODIFIED):.*\r\n", re.MULTILINE)
_UID = re.compile(rb"^UID:(.*)\r$", re.MULTILINE)
_numbers = count(1)

ids = st.sampled_from(IDS)
removable = st.sampled_from([id_ for id_ in IDS if id_ != ALWAYS])


def run_histories(
    store: ProgrammeStore, again: Callable[[], ProgrammeStore], fail: Failing
) -> None:
    """Run the machine on *store*; each history has an event of its own there."""
    run_state_machine_as_test(
        cast("type[StoreHistory]", partial(StoreHistory, store, again, fail)),
        settings=settings(
            max_examples=20,
            stateful_step_count=16,
            deadline=None,
            database=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )


class StoreHistory(RuleBasedStateMachine):
    """One event of three segments: what is drawn happens, and is compared with what was before."""

    def __init__(
        self, store: ProgrammeStore, again: Callable[[], ProgrammeStore], fail: Failing
    ) -> None:
        super().__init__()
        self.again, self.fail = again, fail
        self.store = store
        self.opened: list[ProgrammeStore] = []
        self.shadow = MemoryStore()
        self.event_id = f"history-{next(_numbers)}"
        self.clock = datetime(2026, 9, 20, 12, tzinfo=UTC)
        self.room = "Dining Hall"
        self.segments: dict[str, dict[str, Any]] = {id_: _segment(id_) for id_ in IDS}
        self.drafts: dict[int, tuple[str, dict[str, dict[str, Any]]]] = {}
        self.known: Snapshot | None = None
        self.older: Snapshot | None = None

    @rule(id_=ids, hour=st.integers(6, 20), minutes=st.integers(1, 180))
    def move(self, id_: str, hour: int, minutes: int) -> None:
        """Move a segment, or make it longer or shorter."""
        self._edit(id_, start=f"{hour:02}:15", minutes=minutes)
        self._publish()

    @rule(id_=ids, status=st.sampled_from(["confirmed", "tentative", "cancelled"]))
    def decide(self, id_: str, status: str) -> None:
        """Cancel a segment, confirm it, or make it tentative."""
        self._edit(id_, status=status)
        self._publish()

    @rule(id_=ids, theme=st.booleans())
    def sort(self, id_: str, theme: bool) -> None:
        """Put a segment under a theme, or take it from there: other feeds hold it."""
        self._edit(id_, themes=["skills"] if theme else [])
        self._publish()

    @rule(id_=removable)
    def remove(self, id_: str) -> None:
        """Take a segment out."""
        self.segments.pop(id_, None)
        self._publish()

    @rule(id_=removable)
    def bring_back(self, id_: str) -> None:
        """Put a segment in again under the id it had."""
        self.segments.setdefault(id_, _segment(id_))
        self._publish()

    @rule(room=st.sampled_from(["Dining Hall", "Salle à manger 🍽"]))
    def rename_the_room(self, room: str) -> None:
        """Change what all segments inherit."""
        self.room = room
        self._publish()

    @rule(days=st.integers(-1, 40))
    def let_time_pass(self, days: int) -> None:
        """Go on, or set the clock of the machine back."""
        self.clock += timedelta(days=days)

    @rule()
    def publish_the_same(self) -> None:
        """Publish twice: the second time makes no revision."""
        self._publish()
        assert self._published(moment=self.clock + timedelta(seconds=1)).revision is None

    @precondition(lambda self: self.known is not None)
    @rule(data=st.data())
    def roll_back(self, data: st.DataObject) -> None:
        """Publish again what an old revision was."""
        number = data.draw(st.sampled_from([*self.drafts]))
        self.room, segments = self.drafts[number]
        self.segments = dict(segments)
        self.clock += timedelta(minutes=1)
        done = rollback(self.event_id, number, self.store, moment=self.clock, tzdata="2026a")
        self._check(done)

    @precondition(lambda self: self.older is not None)
    @rule()
    def publish_late(self) -> None:
        """Publish without having seen the newest revision: nothing happens."""
        self._edit(ALWAYS, title=f"Late {self.clock}")
        with pytest.raises(RevisionConflict) as caught:
            self._published(moment=self.clock, before=self.older)
        assert self.known is not None
        assert caught.value.missed == (self.known.revision,)
        assert self.store.latest(self.event_id) == self.known

    @rule()
    def crash(self) -> None:
        """Open the store anew without having closed it."""
        self.store = self.again()
        self.opened.append(self.store)
        assert self.store.latest(self.event_id) == self.known

    @rule(id_=ids, title=st.sampled_from(["One", "Two", "Three"]))
    def crash_in_the_middle(self, id_: str, title: str) -> None:
        """Break off an append, open the store anew, publish again."""
        self._edit(id_, title=title)
        failing = self.fail()
        if failing and (self.known is None or self.known.event != self.event):
            with failing, pytest.raises(Unavailable):
                self._published(moment=self.clock)
            self.crash()
        self._publish()

    def teardown(self) -> None:
        """Close what was opened."""
        for store in self.opened:
            store.close()

    def _edit(self, id_: str, **changes: Any) -> None:
        self.segments[id_] = self.segments.get(id_, _segment(id_)) | changes

    @property
    def event(self) -> SideEvent:
        """The programme as it is drawn now."""
        venues = [{"id": "hall", "name": self.room, "city": "New York"}]
        segments = [self.segments[id_] for id_ in IDS if id_ in self.segments]
        return SideEvent.model_validate(values(self.event_id, venues=venues, segments=segments))

    def _published(self, *, moment: datetime, before: Snapshot | None = None) -> Published:
        return publish(self.event, self.store, moment=moment, tzdata="2026a", before=before)

    def _publish(self) -> None:
        self.clock += timedelta(minutes=1)
        self._check(self._published(moment=self.clock))

    def _check(self, done: Published) -> None:
        """Compare what the store says now with what it said before."""
        before, after = self.known, self.store.latest(self.event_id)
        ledger: Mapping[str, Entry] = before.ledger if before else {}
        expiring = [
            id_
            for id_, entry in ledger.items()
            if entry.state is State.GONE
            and id_ not in self.segments
            and entry.end + KEEP_CANCELLED <= self.clock
        ]
        assert after is not None
        assert after.event == self.event
        assert (done.revision is not None) == (
            before is None or before.event != self.event or bool(expiring)
        )
        assert after.revision == (done.revision or (before and before.revision))
        for id_, entry in after.ledger.items():
            self._check_entry(id_, ledger.get(id_), entry, left=id_ in expiring)
        if before:
            _check_feeds(before, after)
        assert done.snapshot == after
        if done.revision:
            self.older = before
            self.drafts[done.revision.number] = self.room, dict(self.segments)
            [newest] = self.store.publications(self.event_id, done.revision.number - 1)
            self.shadow.append(newest)
            assert before is None or stepped(before, newest) == after
        assert self.shadow.latest(self.event_id) == after
        assert self.shadow.history(self.event_id) == self.store.history(self.event_id)
        self.known = after

    def _check_entry(self, id_: str, was: Entry | None, now: Entry, *, left: bool) -> None:
        if id_ in self.segments or id_ == WHOLE_EVENT:
            assert now.state is State.LIVE
        elif left or (was and was.state is State.LEFT):
            assert now.state is State.LEFT
        else:
            assert now.state is State.GONE
            assert b"\r\nSTATUS:CANCELLED\r\n" in now.body
        if now.body:
            [said] = _UID.findall(now.body)
            assert id_ == WHOLE_EVENT or said.decode() == uid(self.event, id_)
        if was is None:
            assert now.stamp.sequence == 0
        elif now.state is State.LEFT or (was.body and _said(was) == _said(now)):
            assert now.stamp == was.stamp
        else:
            assert now.stamp.sequence == was.stamp.sequence + 1
            assert now.stamp.modified > was.stamp.modified
            assert now.stamp.created == was.stamp.created


def _segment(id_: str) -> dict[str, Any]:
    start = f"{9 + IDS.index(id_):02}:00"
    return {"id": id_, "title": id_.title(), "start": start, "minutes": 45}


def _said(entry: Entry) -> tuple[object, ...]:
    return _STAMPS.sub(b"", entry.body), entry.start, entry.end


def _check_feeds(before: Snapshot, after: Snapshot) -> None:
    for path, old in before.feeds.items():
        new = after.feeds[path]
        assert new.modified >= old.modified
        assert new.digest != old.digest or new == old
