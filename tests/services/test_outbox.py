"""Everything in the outbox leaves once, whatever the mail server says."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from roundtable_ical.errors import Refused, Unavailable, Unreachable, Unsure
from roundtable_ical.itip.outbox import Decision, Post, PostState
from roundtable_ical.services.outbox import AT_ONCE, CLAIM, ENDS, TRIES, Delivery, send, wait
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.mailing_values import NOON, PANEL, asked, post, told

MINUTE = timedelta(minutes=1)


@dataclass
class Server:
    """A way to deliver that takes everything, but for what is said of a try; it takes its time."""

    says: list[Exception | None] = field(default_factory=list)
    takes: timedelta = timedelta(0)
    moment: datetime = NOON
    got: list[Post] = field(default_factory=list)

    def deliver(self, post: Post) -> None:
        self.moment += self.takes
        error = self.says.pop(0) if self.says else None
        if error is not None:
            raise error
        self.got.append(post)

    def close(self) -> None:
        """Do nothing."""

    def now(self) -> datetime:
        return self.moment


def filled(count: int) -> MemoryStore:
    store = MemoryStore()
    notice = replace(post(told(0)), key=None, told=None)
    many = tuple(replace(notice, message_id=f"<{number}@x>") for number in range(count))
    store.decide("breakfast", lambda _: Decision(posts=many))
    return store


def sent_from(store: MemoryStore, server: Server, limit: int | None = None) -> list[Delivery]:
    return [*send(store, server, server.now, limit=limit)]


def states(store: MemoryStore) -> list[PostState]:
    return [each.state for each in store.posts()]


def test_all_that_is_due_leaves_in_order() -> None:
    store, server = filled(AT_ONCE + 5), Server()

    found = sent_from(store, server)

    names = [each.message_id for each in store.posts()]
    assert [each.message_id for each in server.got] == names
    assert [each.message_id for each in found] == names
    assert {*states(store)} == {PostState.SENT}
    assert found[0] == Delivery(
        message_id="<0@x>",
        event_id="breakfast",
        recipient="guy@example.org",
        subject="Panel 0",
        state=PostState.SENT,
    )
    assert sent_from(store, server) == []


@pytest.mark.parametrize(("limit", "left"), [(0, 5), (2, 3), (9, 0)])
def test_no_more_leaves_than_is_wanted(limit: int, left: int) -> None:
    store = filled(5)

    sent_from(store, Server(), limit=limit)

    assert states(store).count(PostState.QUEUED) == left


def test_what_cannot_leave_now_is_tried_later_and_later() -> None:
    store = filled(1)
    server = Server([Unavailable("451 greylisted,\nsee  below")] * 3)

    [first] = sent_from(store, server)
    assert (first.state, first.trouble) == (PostState.QUEUED, "451 greylisted, see below")
    assert first.again == NOON + MINUTE
    assert sent_from(store, server) == []
    server.moment = first.again
    [second] = sent_from(store, server)

    assert second.again == NOON + 7 * MINUTE


def test_after_nearly_three_days_it_is_given_up() -> None:
    store, tries = filled(1), 0
    server = Server([Unavailable("451 later")] * 100)
    found = [Delivery(message_id="", event_id="", recipient="", subject="", state=PostState.QUEUED)]

    while found[-1].state is PostState.QUEUED:
        server.moment = found[-1].again or NOON
        found += sent_from(store, server)
        tries += 1

    assert tries == TRIES
    assert timedelta(days=2) < server.moment - NOON < timedelta(days=3)
    assert found[-1].state is PostState.REFUSED
    assert found[-1].trouble == "given up after 16 tries: 451 later"
    assert sent_from(store, server) == []


def test_waits_never_fall() -> None:
    waits = [wait(attempts) for attempts in range(1, 100)]

    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (MINUTE, timedelta(hours=6))


def test_a_refusal_is_kept_in_the_words_of_the_server() -> None:
    store = MemoryStore()
    asked(store)

    [found] = sent_from(store, Server([Refused("550 5.1.1 no such user")]))

    assert (found.state, found.trouble) == (PostState.REFUSED, "550 5.1.1 no such user")
    assert store.book("breakfast").invitations[PANEL].trouble == "550 5.1.1 no such user"


@pytest.mark.parametrize("ahead", [True, False])
def test_what_was_over_before_it_could_leave_is_withdrawn_where_that_is_wanted(ahead: bool) -> None:
    store = MemoryStore()
    written = asked(store)
    server = Server(moment=written.told.slot.end if written.told else NOON)

    [found] = send(store, server, server.now, ahead=ahead)

    assert found.state is (PostState.WITHDRAWN if ahead else PostState.SENT)
    assert found.trouble == ("it was over before this could leave" if ahead else "")
    assert [each.content for each in server.got] == ([] if ahead else [written.content])
    invitation = store.book("breakfast").invitations[PANEL]
    assert (invitation.told, invitation.trouble) == (None if ahead else written.told, "")
    assert sent_from(store, server) == []


def test_until_the_end_a_letter_still_leaves() -> None:
    store = MemoryStore()
    written = asked(store)
    end = written.told.slot.end if written.told else NOON

    server = Server(moment=end - timedelta(seconds=1))

    [found] = send(store, server, server.now, ahead=True)

    assert found.state is PostState.SENT


def test_a_doubt_is_kept_and_the_same_bytes_go_out_again() -> None:
    store = MemoryStore()
    written = asked(store)
    server = Server([Unsure("fell silent")])

    [first] = sent_from(store, server)
    assert (first.state, first.unsure, first.again) == (PostState.QUEUED, True, NOON + MINUTE)
    assert store.book("breakfast").waiting == ()
    server.moment += MINUTE
    sent_from(store, server)

    assert [each.content for each in server.got] == [written.content]


def test_a_server_that_takes_nothing_costs_no_try() -> None:
    store, server = filled(3), Server([None, Unreachable("nobody there")])
    before = store.posts()
    found: list[PostState] = []

    with pytest.raises(Unreachable):
        found.extend(each.state for each in send(store, server, server.now))

    assert found == [PostState.SENT]
    assert store.posts()[1:] == before[1:]
    sent_from(store, server)
    assert len(server.got) == 3


def test_who_stops_gives_back_what_was_not_begun() -> None:
    store, server = filled(4), Server()
    sending = send(store, server, server.now)

    next(sending)
    sending.close()  # type: ignore[attr-defined]  # a generator

    assert states(store) == [PostState.SENT] + [PostState.QUEUED] * 3


@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError("a mistake of ours")])
def test_of_what_breaks_off_in_the_middle_nobody_knows(error: Exception) -> None:
    store, server = filled(3), Server([None, error])

    with pytest.raises(type(error)):
        sent_from(store, server)

    assert states(store) == [PostState.SENT, PostState.SENDING, PostState.QUEUED]
    server.moment += CLAIM
    sent_from(store, server)
    assert sorted(each.message_id for each in server.got) == ["<0@x>", "<1@x>", "<2@x>"]


def test_no_delivery_is_begun_when_the_claim_is_about_to_end() -> None:
    store, server = filled(5), Server(takes=timedelta(seconds=50))

    sent_from(store, server)

    assert len(server.got) == 5
    ends = [each.claimed_until for each in server.got]
    begun = [NOON + number * server.takes for number in range(5)]
    assert all(end and end - start >= MINUTE for end, start in zip(ends, begun, strict=True))
    assert {each.unsure for each in server.got} == {False}


def test_a_store_that_is_busy_is_told_again() -> None:
    store = Busy(2)
    asked(store)

    assert [each.state for each in sent_from(store, Server())] == [PostState.SENT]


def test_a_store_that_fails_is_told_and_the_message_stays_claimed() -> None:
    store = Busy(9)
    asked(store)

    with pytest.raises(Unavailable, match="locked"):
        sent_from(store, Server())

    assert states(store) == [PostState.SENDING]


def test_of_what_was_sent_and_not_reported_at_most_one_is_sent_again() -> None:
    store, server = Busy(0), Server()
    notice = replace(post(told(0)), key=None, told=None)
    many = tuple(replace(notice, message_id=f"<{number}@x>") for number in range(9))
    store.decide("breakfast", lambda _: Decision(posts=many))
    sending = send(store, server, server.now)

    next(sending)
    store.times = 99
    with pytest.raises(Unavailable):
        next(sending)
    store.times = 0
    assert states(store).count(PostState.SENT) == 1
    assert len(server.got) > 2
    server.moment += CLAIM
    sent_from(store, server)

    names = [each.message_id for each in server.got]
    assert sorted({*names}) == [each.message_id for each in many]
    assert len(names) <= len(many) + 1
    assert {*states(store)} == {PostState.SENT}


def test_what_cannot_be_noted_is_reported_at_once() -> None:
    store = Illegible()
    notice = replace(post(told(0)), key=None, told=None)
    many = tuple(replace(notice, message_id=f"<{number}@x>") for number in range(3))
    store.decide("breakfast", lambda _: Decision(posts=many))
    server = Server()
    sending = send(store, server, server.now)

    found = [next(sending).state, next(sending).state]

    assert found == [PostState.SENT] * 2
    assert len(server.got) == 2


def test_what_kills_every_sender_is_given_up() -> None:
    store = MemoryStore()
    asked(store)
    moment = NOON
    for _ in range(ENDS + 1):
        store.claim(moment, moment + CLAIM, 1)
        moment += CLAIM
    server = Server(moment=moment)

    [found] = sent_from(store, server)

    assert server.got == []
    assert found.trouble == "given up after 61 tries: no sender came back from it"


def test_what_senders_had_in_hand_when_they_ended_is_not_given_up_for_that() -> None:
    store = MemoryStore()
    asked(store)
    moment = NOON
    for _ in range(TRIES + 5):
        store.claim(moment, moment + CLAIM, 1)
        moment += CLAIM
    server = Server([Unavailable("451 greylisted")], moment=moment)

    [found] = sent_from(store, server)

    assert found.state is PostState.QUEUED


class Busy(MemoryStore):
    """A store that is locked a few times."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    def report(self, *posts: Post) -> None:
        if self.times:
            self.times -= 1
            raise Unavailable("store.db: is locked by another program")
        super().report(*posts)


class Illegible(MemoryStore):
    """A store that takes no notes."""

    def departed(self, post: Post) -> None:
        raise Unavailable(f"store.db: no room for {post.message_id}")
