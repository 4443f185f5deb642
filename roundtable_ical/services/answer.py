"""Take in what speakers answer: by mail, by web, or decided by an organiser."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import islice

from roundtable_ical.errors import InvalidField, UnknownId
from roundtable_ical.itip.ledger import Answer, Invitation, Proposal
from roundtable_ical.itip.outbox import Book, Decision, Heard, Outcome, Post
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.reading.mail import Mail, opened
from roundtable_ical.itip.reading.senders import Trust
from roundtable_ical.itip.replies import decided, judged
from roundtable_ical.itip.rsvp import awaits
from roundtable_ical.itip.slots import SlotKey
from roundtable_ical.itip.writing.messages import decline_counter, notice
from roundtable_ical.itip.writing.notices import TOLD
from roundtable_ical.ports import InvitationStore
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.services.proposals import open_proposal

_LATEST = datetime.max.replace(tzinfo=UTC)
AT_ONCE = 50
"""Messages that are read and kept in one transaction."""


@dataclass(slots=True)
class _Reading:
    """A decision in the making: messages read one after the other."""

    event: SideEvent
    book: Book
    moment: datetime
    invitations: dict[SlotKey, Invitation] = field(default_factory=dict)
    posts: list[Post] = field(default_factory=list)
    heard: dict[str, Heard] = field(default_factory=dict)

    def take(self, heard: Heard, invitation: Invitation | None) -> None:
        """Keep what one message said; the next one is read with it in mind."""
        book = self.book
        self.heard[heard.digest] = heard
        self.book = replace(book, heard={**book.heard, heard.digest: replace(heard, content=b"")})
        if invitation is None:
            return
        self.invitations[invitation.key] = invitation
        known = {**book.invitations, invitation.key: invitation}
        self.book = replace(self.book, invitations=known)
        if heard.outcome in TOLD and self.event.organizer:
            self.posts.append(notice(self.event, heard, invitation, self.moment))

    def decision(self) -> Decision:
        """Return all that was read."""
        return Decision(
            invitations=tuple(self.invitations.values()),
            posts=tuple(self.posts),
            heard=tuple(self.heard.values()),
        )


def listen(
    event: SideEvent,
    mails: Iterable[tuple[str, bytes]],
    store: InvitationStore,
    *,
    moment: Callable[[], datetime],
    trust: Trust,
) -> Iterator[tuple[str, Heard]]:
    """Read messages once each, and yield the name of each with what came of it.

    A message is told only once what it said was kept; read again it is ignored.

    Args:
        event: the programme that was asked about.
        mails: name and bytes of each message.
        store: keeps the ledger.
        moment: the clock.
        trust: whose word counts for who sent a message.

    Raises:
        Unavailable: the store failed; what was not told was not kept.
    """
    left = iter(mails)
    while some := [(name, opened(content)) for name, content in islice(left, AT_ONCE)]:
        yield from _heard(event, some, store, moment(), trust)


def _heard(
    event: SideEvent,
    mails: Sequence[tuple[str, Mail]],
    store: InvitationStore,
    moment: datetime,
    trust: Trust,
) -> Iterator[tuple[str, Heard]]:
    told: list[tuple[str, Heard]] = []

    def decide(book: Book) -> Decision:
        told.clear()
        reading = _Reading(event, book, moment)
        for name, mail in mails:
            result = judged(mail, reading.book, moment=moment, trust=trust)
            told.append((name, result.heard))
            if result.heard.digest not in reading.book.heard:
                place = name if "://" in name else ""  # so that a mailbox is not read again
                reading.take(replace(result.heard, place=place), result.invitation)
        return reading.decision()

    store.decide(event.id, decide)
    yield from told


def settle_held(
    event: SideEvent,
    digest: str,
    store: InvitationStore,
    *,
    accept: bool,
    moment: datetime,
    partstat: ParticipationStatus | None = None,
) -> Heard:
    """Apply a message that was held, or lay it aside.

    Args:
        event: the programme that was asked about.
        digest: of the message, or the beginning of it.
        store: keeps the ledger.
        accept: whether it counts as the speaker's answer.
        moment: now, aware.
        partstat: what it means, where only a person can tell.

    Raises:
        UnknownId: no message waits under this digest, or several do; lists those that wait.
        InvalidField: it says neither yes nor no, or belongs to no invitation.
        Unavailable: the store failed; nothing was kept.
    """
    whole = _whole(event.id, digest, store)
    told: list[Heard] = []

    def decide(book: Book) -> Decision:
        reading = _Reading(event, book, moment)
        _waiting(book, whole.digest)  # somebody else may have decided meanwhile
        result = decided(whole, book, accept=accept, moment=moment, partstat=partstat)
        told[:] = [result.heard]
        reading.take(result.heard, result.invitation)
        return reading.decision()

    store.decide(event.id, decide)
    return told[0]


def _whole(event_id: str, digest: str, store: InvitationStore) -> Heard:
    found = _waiting(store.book(event_id), digest)
    return store.heard(event_id, found.digest) or found


def _waiting(book: Book, digest: str) -> Heard:
    """Return the message that waits under *digest*.

    Raises:
        UnknownId: there is none, or there are several.
        InvalidField: it was read, and proposes a change.
    """
    waiting = [each for each in book.heard.values() if awaits(each)]
    named = [each for each in book.heard.values() if digest and each.digest.startswith(digest)]
    found = [each for each in named if awaits(each)]
    if not found and len(named) == 1 and named[0].outcome is Outcome.COUNTERED:
        hint = "`rsvp take EVENT SEGMENT SPEAKER` takes it, `rsvp decline` declines it"
        raise InvalidField("message", digest, "proposes a change", hint=hint)
    if len(found) != 1:
        raise UnknownId("message", digest, (each.digest[:12] for each in waiting))
    return found[0]


def answer_by_web(
    event: SideEvent, key: SlotKey, said: Answer | Proposal, store: InvitationStore
) -> Invitation:
    """Keep what a speaker answered or proposed on their page; return the invitation as it is then.

    Args:
        event: the programme that was asked about.
        key: the slot that was answered for.
        said: with the SEQUENCE that the speaker knew, and now as its DTSTAMP.
        store: keeps the ledger.

    Raises:
        UnknownId: nobody was asked for this slot.
        Unavailable: the store failed; nothing was kept.
    """
    kept: list[Invitation] = []

    def decide(book: Book) -> Decision:
        before = book.invitations.get(key)
        if before is None or before.told is None:
            raise UnknownId("invitation", "/".join(key), ())
        reading = _Reading(event, book, said.dtstamp)
        after = _with(before, said)
        reading.take(_as_heard(before.event_id, key, before.told.slot.address, said), after)
        kept[:] = [after]
        return reading.decision()

    store.decide(event.id, decide)
    return kept[0]


def decline_proposal(
    event_id: str, key: SlotKey, store: InvitationStore, *, moment: datetime
) -> Post:
    """Decline what a speaker proposed; return the message that tells them (DECLINECOUNTER).

    Raises:
        UnknownId: nothing was proposed for this slot that is open.
        Unavailable: the store failed; nothing was kept.
    """
    posted: list[Post] = []

    def decide(book: Book) -> Decision:
        proposal = open_proposal(book, key)
        invitation = book.invitations[key]
        post = decline_counter(invitation, moment)
        if post is None:  # open_proposal knows that there is one
            raise LookupError(key)
        posted[:] = [post]
        after = replace(invitation, proposal=replace(proposal, declined=True))
        return Decision(invitations=(after,), posts=(post,))

    store.decide(event_id, decide)
    return posted[0]


def _with(invitation: Invitation, said: Answer | Proposal) -> Invitation:
    """Return *invitation* with what was *said* on the page that showed it, so it is the newest.

    A mail may have come from a clock that is fast; it must not outlast what follows it.
    """
    last = invitation.answer if isinstance(said, Answer) else invitation.proposal
    if last is not None and said.rank < last.rank:
        after = last.dtstamp + min(timedelta(seconds=1), _LATEST - last.dtstamp)
        said = replace(said, sequence=last.sequence, dtstamp=after)
    if isinstance(said, Answer):
        return replace(invitation, answer=said)
    return replace(invitation, proposal=said)


_OUTCOMES = {
    ParticipationStatus.ACCEPTED: Outcome.ACCEPTED,
    ParticipationStatus.DECLINED: Outcome.DECLINED,
    ParticipationStatus.TENTATIVE: Outcome.TENTATIVE,
}


def _as_heard(event_id: str, key: SlotKey, address: str, said: Answer | Proposal) -> Heard:
    """Return what was said on a page as a message that was read."""
    words = f"{event_id}/{'/'.join(key)}/{said.dtstamp.isoformat()}/{said}"
    heard = Heard(
        event_id=event_id,
        digest=sha256(words.encode()).hexdigest(),
        message_id="",
        sender=address,
        moment=said.dtstamp,
        outcome=Outcome.COUNTERED,
        reason="Said on the page of the invitation.",
        key=key,
        sequence=said.sequence,
        dtstamp=said.dtstamp,
        comment=said.comment,
    )
    if isinstance(said, Answer):
        return replace(heard, outcome=_OUTCOMES[said.partstat], partstat=said.partstat)
    comment = said.comment or said.substitute
    return replace(heard, comment=comment, start=said.start, end=said.end)
