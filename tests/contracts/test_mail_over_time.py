"""Programmes change, speakers are asked and answer, senders die: in the end everybody knows."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from icalendar import Calendar

from roundtable_ical import zones
from roundtable_ical.errors import Unavailable, Unsure
from roundtable_ical.itip.outbox import Heard, Outcome, Post, PostState
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.reading.senders import Trust
from roundtable_ical.itip.slots import SlotKey, slots
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.services.answer import listen
from roundtable_ical.services.invite import invite
from roundtable_ical.services.mailroom import Mailroom
from roundtable_ical.services.outbox import send
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing.letters import calendar_of, event, reply

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)
FRONT = "https://events.example.org"
PEOPLE = ("guy", "ann")
SEGMENTS = ("panel", "lunch")
ANSWERS = {Outcome.ACCEPTED, Outcome.DECLINED, Outcome.TENTATIVE}
_numbers = count(1)

FATES = st.sampled_from(
    ["sent", "sent", "sent", "later", "lost", "arrived and lost", "killed", "arrived and killed"]
)


class Killed(BaseException):
    """The end of a sender, in the middle of something."""


class Server:
    """A mail server to which things happen; `mailboxes` is what its users have received."""

    def __init__(self) -> None:
        self.arrived: list[Post] = []
        self.doubted: Counter[str] = Counter()
        self.fates: list[str] = []

    def deliver(self, post: Post) -> None:
        fate = self.fates.pop(0) if self.fates else "sent"
        if fate == "sent" or fate.startswith("arrived"):
            self.arrived.append(post)
        if fate.startswith("arrived"):
            self.doubted[post.message_id] += 1
        if fate.endswith("killed"):
            raise Killed
        if fate.endswith("lost"):
            raise Unsure("the connection broke off")
        if fate == "later":
            raise Unavailable("451 try again")

    def close(self) -> None:
        """There is nothing to let go of."""


class History(RuleBasedStateMachine):
    """One event of two segments and two people, as its organiser and its speakers live it."""

    def __init__(self, store: Any, again: Callable[[], Any]) -> None:
        super().__init__()
        self.again, self.opened = again, [store]
        self.event_id = f"event-{next(_numbers)}"
        self.clock = NOON
        self.server = Server()
        self.heard: list[Heard] = []
        self.addresses = dict.fromkeys(PEOPLE, 0)
        self.plan: dict[str, dict[str, Any]] = {
            name: {"id": name, "title": name, "start": f"{hour}:30", "minutes": 30}
            for hour, name in zip(("08", "12"), SEGMENTS, strict=True)
        }
        self.cast = {name: {"guy"} for name in SEGMENTS}

    @property
    def store(self) -> Any:
        return self.opened[-1]

    @property
    def room(self) -> Mailroom:
        return Mailroom(
            programmes=self.store,
            mail=self.store,
            clock=lambda: self.clock,
            base=lambda event_id: f"{FRONT}/{event_id}/",
            secret=lambda: "open sesame",
        )

    def programme(self) -> SideEvent:
        people = [
            {"id": name, "name": name.title(), "email": f"{name}{self.addresses[name]}@example.org"}
            for name in PEOPLE
        ]
        plan = [each | {"speakers": sorted(self.cast[name])} for name, each in self.plan.items()]
        return event(id=self.event_id, speakers=people, segments=plan)

    @rule(
        name=st.sampled_from(SEGMENTS),
        change=st.sampled_from(
            [
                {"start": "08:30"},
                {"start": "09:15"},
                {"title": "Work"},
                {"title": "Youth"},
                {"status": "cancelled"},
                {"status": "confirmed"},
            ]
        ),
    )
    def edit(self, name: str, change: dict[str, str]) -> None:
        self.plan[name] |= change

    @rule(name=st.sampled_from(SEGMENTS), who=st.sampled_from(PEOPLE))
    def bring_in_or_take_out(self, name: str, who: str) -> None:
        self.cast[name] ^= {who}

    @rule(who=st.sampled_from(PEOPLE), number=st.integers(0, 1))
    def readdress(self, who: str, number: int) -> None:
        self.addresses[who] = number

    @rule(minutes=st.integers(0, 4))
    def wait(self, minutes: int) -> None:
        self.clock += timedelta(minutes=minutes)

    @rule(hold=st.booleans(), settle=st.integers(0, 2))
    def publish(self, hold: bool = False, settle: int = 0) -> None:
        room = self.room
        programme = room.answered(self.programme())
        publish(
            programme,
            self.store,
            moment=self.clock,
            tzdata=zones.current().version,
            judge=lambda _: (),
            mail=room.updating(programme, hold=hold, settle=timedelta(minutes=settle)),
        )

    @rule(speakers=st.sets(st.sampled_from(PEOPLE)))
    def invite(self, speakers: set[str]) -> None:
        public = self.store.latest(self.event_id)
        if public:
            mailing = self.room.mailing(public.event, public.revision.number)
            invite(mailing, self.store, speakers=speakers)

    @rule(hold=st.booleans())
    def review(self, hold: bool) -> None:
        names = tuple(post.message_id for post in self.store.posts(self.event_id))
        self.store.approve(names, hold=hold)

    @rule(fates=st.lists(FATES, max_size=4))
    def send(self, fates: list[str]) -> None:
        self.server.fates = fates
        try:
            for _ in send(self.store, self.server, lambda: self.clock, event_id=self.event_id):
                pass
        except Killed:
            self.opened.append(self.again())
        self.server.fates = []

    @rule(
        number=st.integers(0, 50),
        said=st.sampled_from(["ACCEPTED", "DECLINED", "TENTATIVE"]),
        after=st.integers(0, 3),
    )
    def answer(self, number: int, said: str, after: int) -> None:
        letters = [post for post in self.server.arrived if post.key]
        if letters:
            mail = reply(letters[number % len(letters)], said, after=after)
            found = listen(
                self.programme(),
                [("mail", mail)],
                self.store,
                moment=lambda: self.clock,
                trust=Trust(),
            )
            self.heard += [heard for _, heard in found]
            self.room.publish_answers(self.event_id)

    def teardown(self) -> None:
        self.clock += timedelta(days=1)
        self.publish()
        self.invite(set())
        self.review(hold=False)
        for _ in range(4):
            self.clock += timedelta(hours=7)
            self.send([])
        try:
            self._nothing_is_left_to_do()
            self._nobody_heard_twice()
            self._calendars_show_the_programme()
            self._the_last_answer_counts()
        finally:
            for each in self.opened[1:]:
                each.close()

    def _nothing_is_left_to_do(self) -> None:
        states = {post.state for post in self.store.posts(self.event_id)}
        assert states <= {PostState.SENT, PostState.WITHDRAWN}
        mailing = self.room.mailing(self.programme())
        assert invite(mailing, self.store).decision.posts == ()

    def _nobody_heard_twice(self) -> None:
        contents: dict[str, set[bytes]] = {}
        for post in self.server.arrived:
            contents.setdefault(post.message_id, set()).add(post.content)
            named = message_from_bytes(post.content)["Message-ID"]
            assert named == post.message_id
            if post.told and post.before and post.told.slot.seen == post.before.slot.seen:
                assert post.told.method != post.before.method
        copies = Counter(post.message_id for post in self.server.arrived)
        assert {len(each) for each in contents.values()} <= {1}
        assert all(number <= 1 + self.server.doubted[name] for name, number in copies.items())

    def _calendars_show_the_programme(self) -> None:
        """Each mailbox is read as a calendar program does: by UID, SEQUENCE and DTSTAMP."""
        known: dict[tuple[str, str], tuple[Any, bool, tuple[object, ...]]] = {}
        for post in self.server.arrived:
            if post.key is None:
                continue
            calendar = Calendar.from_ical(calendar_of(post))
            item: Any = calendar.events[0]
            place = post.recipient, str(item["UID"])
            rank = item["SEQUENCE"], item["DTSTAMP"].dt
            span = (item[name].dt.astimezone(UTC) for name in ("DTSTART", "DTEND"))
            if place not in known or known[place][0] <= rank:
                asked = calendar["METHOD"] == "REQUEST"
                known[place] = rank, asked, (str(item["SUMMARY"]), *span)
        book = self.store.book(self.event_id).invitations
        assert {(*place, *facts) for place, (_, asked, facts) in known.items() if asked} == {
            (slot.address, book[key].uid, slot.title, slot.start, slot.end)
            for key, slot in slots(self.programme()).items()
        }

    def _the_last_answer_counts(self) -> None:
        for key, invitation in self.store.book(self.event_id).invitations.items():
            told = invitation.told
            assert invitation.partstat == self._answered(key, told.asked if told else 0)

    def _answered(self, key: SlotKey, asked: int) -> ParticipationStatus:
        said = [
            (each.sequence, each.dtstamp, each.digest, each.partstat)
            for each in self.heard
            if each.key == key and each.outcome in ANSWERS and each.sequence >= asked
        ]
        newest = max(said)[-1] if said else None
        return newest or ParticipationStatus.NEEDS_ACTION


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def again(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Any]:
    if request.param == "memory":
        memory = MemoryStore()
        return lambda: memory
    if request.param == "sqlite":
        return partial(SqlStore, str(tmp_path / "store.db"), patience=20)
    server = request.getfixturevalue("postgres")
    return partial(SqlStore, server.new_database(), patience=20)


@pytest.fixture
def store(again: Callable[[], Any]) -> Iterator[Any]:
    store = again()
    yield store
    store.close()


def test_no_letter_is_missing_and_none_comes_twice(store: Any, again: Callable[[], Any]) -> None:
    run_state_machine_as_test(
        cast("type[History]", partial(History, store, again)),
        settings=settings(
            max_examples=40,
            stateful_step_count=20,
            deadline=None,
            database=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
