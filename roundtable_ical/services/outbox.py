"""Send what waits in the outbox: each message once, as far as SMTP allows.

A message is claimed before it goes to the mail server, and noted as departed once the server has
taken it; reports follow together. Between claim and note a sender may die: then the claim runs out
and the same bytes go out again, under the same Message-ID, by which mail programs know them. With
every end of a sender that is at most the one message on its way.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from roundtable_ical.errors import Refused, Unavailable, Unreachable, Unsure
from roundtable_ical.itip.outbox import Post, PostState
from roundtable_ical.ports import InvitationStore, Postman

CLAIM = timedelta(minutes=2)
"""How long a sender has to say how a message fared, before another one takes it."""
ENOUGH = timedelta(minutes=1)
"""A delivery is not begun with less of the claim left."""
AT_ONCE = 30
"""Messages that are claimed together."""
ENDS = 60
"""A message is given up when so many senders have ended that had it. Each end counts for all that
the sender had: these are many more than `AT_ONCE`, so that only what ends senders gets so far."""
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)
FACTOR = 6
TRIES = 16
LONG = timedelta(days=2)
"""After 1, 6, 36 and 216 minutes, then every 6 hours: so many tries are nearly three days. Ends of
senders count as tries, too: nothing is given up that has not waited for long."""
TOGETHER = AT_ONCE
SOON = timedelta(milliseconds=250)
"""The first of what was claimed is reported at once, then so many together, or those of so long."""
REPORTS = 3
"""How often the store is told how a message fared, where it fails."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What came of one try: *state* is `SENT`, `REFUSED`, or `QUEUED` until *again*.

    It is `WITHDRAWN` where the slot was over, and nothing was tried.

    *unsure* is whether it may have left nevertheless.
    """

    message_id: str
    event_id: str
    recipient: str
    subject: str
    state: PostState
    trouble: str = ""
    again: datetime | None = None
    unsure: bool = False


def wait(attempts: int) -> timedelta:
    """Return how long a message waits after so many failed tries, 1 and more.

    >>> [str(wait(attempts)) for attempts in (1, 2, 3, 4, 5, 16)]
    ['0:01:00', '0:06:00', '0:36:00', '3:36:00', '6:00:00', '6:00:00']
    """
    longer: int = FACTOR ** min(attempts - 1, 4)
    return min(FIRST_WAIT * longer, LONGEST_WAIT)


def send(
    store: InvitationStore,
    postman: Postman,
    clock: Callable[[], datetime],
    *,
    limit: int | None = None,
    event_id: str | None = None,
    ahead: bool = False,
) -> Iterator[Delivery]:
    """Send what is due, and yield what came of each message once that is kept.

    What was claimed and not tried is given back when the caller stops.

    Args:
        store: keeps the outbox; others may send from it at the same time.
        postman: delivers.
        clock: tells the moment, aware.
        limit: messages that are tried at most; all without it.
        event_id: of which event; of all without it.
        ahead: whether only letters about what is still ahead leave; one that had to wait until its
            slot was over is withdrawn.

    Raises:
        Unreachable: the mail server takes nothing now; nothing was lost, nor counted as a try.
        Unavailable: the store failed. A message that was being sent may go out once more.
    """
    left = limit
    while left is None or left > 0:
        moment = clock()
        claimed = store.claim(moment, moment + CLAIM, min(left or AT_ONCE, AT_ONCE), event_id)
        if not claimed:
            return
        tried = 0
        for delivery in _sent(claimed, store, postman, clock, ahead=ahead):
            tried += 1
            yield delivery
        if left is not None:
            left -= tried


def _sent(
    claimed: Sequence[Post],
    store: InvitationStore,
    postman: Postman,
    clock: Callable[[], datetime],
    *,
    ahead: bool,
) -> Iterator[Delivery]:
    """Try what was claimed, one after the other, while there is time."""
    begun = 0
    told: list[Post] = []
    since = clock()
    try:
        for post in claimed:
            if _ending(post, clock()):
                break
            begun += 1
            over = ahead and post.told is not None and post.told.slot.end <= clock()
            told.append(_too_late(post) if over else _tried(post, postman, clock))
            soon = len(told) < TOGETHER and since <= clock() < since + SOON
            if begun == 1 or not soon or not _noted(told[-1], store):
                yield from _kept(told, store)
                since = clock()
        yield from _kept(told, store)
    except Unreachable:
        begun -= 1
        yield from _kept(told, store)
        raise
    finally:  # of what a broken-off try had begun nobody knows: its claim runs out
        with suppress(Unavailable):
            _keep(told, store)
            _give_back(claimed[begun:], store)


def _ending(post: Post, moment: datetime) -> bool:
    return post.claimed_until is None or post.claimed_until - moment < ENOUGH


def _too_late(post: Post) -> Post:
    return replace(post, state=PostState.WITHDRAWN, trouble="it was over before this could leave")


def _tried(post: Post, postman: Postman, clock: Callable[[], datetime]) -> Post:
    """Deliver *post*, and return what is to be reported."""
    if post.attempts >= ENDS:
        return _given_up(post)
    try:
        postman.deliver(post)
    except Refused as error:
        return replace(post, state=PostState.REFUSED, trouble=_line(error))
    except Unreachable:
        raise
    except Unavailable as error:
        return _later(post, error, clock(), unsure=isinstance(error, Unsure))
    return replace(post, state=PostState.SENT, sent=clock(), trouble="")


def _noted(post: Post, store: InvitationStore) -> bool:
    """Have *post* noted if it left; return whether its report may wait."""
    if post.state is PostState.SENT:
        try:
            store.departed(post)
        except Unavailable:
            return False
    return True


def _later(post: Post, error: Unavailable, moment: datetime, *, unsure: bool) -> Post:
    attempts = post.attempts + 1
    failed = replace(post, attempts=attempts, trouble=_line(error), unsure=post.unsure or unsure)
    if attempts >= TRIES and moment - post.made >= LONG:
        return _given_up(failed)
    return replace(failed, state=PostState.QUEUED, due=moment + wait(attempts))


def _given_up(post: Post) -> Post:
    last = post.trouble or "no sender came back from it"
    trouble = f"given up after {post.attempts} tries: {last}"
    return replace(post, state=PostState.REFUSED, trouble=trouble)


def _kept(told: list[Post], store: InvitationStore) -> Iterator[Delivery]:
    """Keep the reports in *told*, empty it, and yield what came of each."""
    deliveries = [_delivery(each) for each in told]
    _keep(told, store)
    told.clear()
    yield from deliveries


def _keep(told: Sequence[Post], store: InvitationStore) -> None:
    """Keep reports, though the store may be busy: else the messages would go out once more."""
    for left in reversed(range(REPORTS if told else 0)):
        try:
            store.report(*told)
        except Unavailable:
            if not left:
                raise
        else:
            return


def _give_back(posts: Sequence[Post], store: InvitationStore) -> None:
    if posts:
        store.report(*(replace(post, state=PostState.QUEUED) for post in posts))


def _delivery(post: Post) -> Delivery:
    return Delivery(
        message_id=post.message_id,
        event_id=post.event_id,
        recipient=post.recipient,
        subject=post.subject,
        state=post.state,
        trouble=post.trouble,
        again=post.due if post.state is PostState.QUEUED else None,
        unsure=post.unsure,
    )


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:500]
