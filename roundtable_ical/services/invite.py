"""Ask speakers for their slots, and tell them what has become of them: posts for the outbox."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from roundtable_ical.itip.ledger import Invitation, Invitations
from roundtable_ical.itip.outbox import Book, Decide, Decision, Post, PostState
from roundtable_ical.itip.requests import Letter, due, outstanding, repeats
from roundtable_ical.itip.slots import SlotKey, Uninvited, slots, uninvited, unreachable
from roundtable_ical.itip.tokens import Token
from roundtable_ical.itip.writing.messages import Links, message, subject
from roundtable_ical.ports import InvitationStore
from roundtable_ical.programme.event import SideEvent

LinksOf = Callable[[Invitation], tuple[Links | None, tuple[Token, ...]]]
"""The personal addresses that a letter names, and what a store keeps of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """How the letters about one programme are written, and when they leave.

    *base* is the public address of the event's page. *settle* is how long a letter waits for a
    newer one to take its place; with *hold* it waits for an organiser. *revision* is the one that
    the letters tell of, None for a programme from a file. *links* is None where answers come by
    mail alone.
    """

    event: SideEvent
    moment: datetime
    base: str | None = None
    links: LinksOf | None = None
    settle: timedelta = timedelta(0)
    hold: bool = False
    revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was written, and who gets nothing and why."""

    decision: Decision
    uninvited: tuple[Uninvited, ...]


def invite(
    mailing: Mailing,
    store: InvitationStore,
    *,
    speakers: Iterable[str] = (),
    segments: Iterable[str] = (),
    again: bool = False,
    dry_run: bool = False,
) -> Asked:
    """Write what each speaker has to be told of their slots, and no more.

    Args:
        mailing: the programme, and how letters leave.
        store: keeps the ledger and the outbox.
        speakers: ids of those who are written to; all where none is given.
        segments: ids of those it is about; all where none is given.
        again: also write once more to those whom the last letter did not reach.
        dry_run: only say what would be written.

    Raises:
        Unavailable: the store failed; nothing was written.
    """
    people, items = frozenset(speakers), frozenset(segments)

    def wanted(key: SlotKey, _: Invitations) -> bool:
        return (not people or key.speaker_id in people) and (not items or key.segment_id in items)

    decide = letters(mailing, wanted, again=again)
    event_id = mailing.event.id
    decision = decide(store.book(event_id)) if dry_run else store.decide(event_id, decide)
    left_out = uninvited(mailing.event, mailing.moment)
    return Asked(
        decision=decision,
        uninvited=tuple(each for each in left_out if wanted(each.key, {})),
    )


def updates(mailing: Mailing) -> Decide:
    """Return what a publication tells those who have been written to before.

    Nobody hears of an event for the first time because it was published: that is `invite`.
    """

    def known(key: SlotKey, invitations: Invitations) -> bool:
        return key.speaker_id in {each.speaker_id for each in invitations}

    written = letters(mailing, known)
    return lambda book: written(book) if book.invitations else Decision()


def letters(
    mailing: Mailing, wanted: Callable[[SlotKey, Invitations], bool], *, again: bool = False
) -> Decide:
    """Return the decision that brings the outbox to what *mailing* has to tell.

    Letters that have not left give way to newer ones, or to none where nothing is left to say; the
    same letter again stays as it was.
    """
    event = mailing.event

    def decide(book: Book) -> Decision:
        planned = slots(event, mailing.base)
        repeated = {each.key for each in book.waiting if repeats(each, book.invitations)}
        found = due(
            event.id,
            book.invitations,
            planned,
            mailing.moment,
            event.uid_domain,
            only=lambda key: wanted(key, book.invitations),
            unreachable=unreachable(event),
            again=lambda key: again or key in repeated,
        )
        waiting = [
            post
            for post in book.waiting
            if post.key is not None
            and wanted(post.key, book.invitations)
            and not outstanding(post, book.invitations)
        ]
        new = [(each, _twin(each, waiting)) for each in found]
        kept = {twin.message_id for _, twin in new if twin}
        held = {post.key for post in waiting if post.state is PostState.HELD}
        written = [(each, *_links(each.invitation, mailing)) for each, twin in new if twin is None]
        return Decision(
            invitations=tuple(
                each.invitation for each, *_ in written if each.key not in book.invitations
            ),
            posts=tuple(
                _post(each, mailing, links, hold=each.key in held) for each, links, _ in written
            ),
            tokens=tuple(token for *_, tokens in written for token in tokens),
            withdrawn=tuple(post.message_id for post in waiting if post.message_id not in kept),
        )

    return decide


def _twin(letter: Letter, waiting: Iterable[Post]) -> Post | None:
    """Return the post that says the same as *letter* and has not left yet."""
    for post in waiting:
        told = post.told
        if (
            told is not None
            and post.key == letter.key
            and post.recipient == letter.recipient
            and replace(told, dtstamp=letter.told.dtstamp, message_id="", revision=None)
            == replace(letter.told, message_id="", revision=None)
        ):
            return post
    return None


def _links(invitation: Invitation, mailing: Mailing) -> tuple[Links | None, tuple[Token, ...]]:
    return mailing.links(invitation) if mailing.links else (None, ())


def _post(letter: Letter, mailing: Mailing, links: Links | None, *, hold: bool) -> Post:
    return Post(
        message_id=letter.told.message_id,
        event_id=mailing.event.id,
        kind=letter.kind.value,
        sender=letter.told.slot.organizer_address,
        recipient=letter.recipient,
        subject=subject(letter),
        content=message(letter, links),
        made=mailing.moment,
        due=mailing.moment + mailing.settle,
        state=PostState.HELD if mailing.hold or hold else PostState.QUEUED,
        key=letter.key,
        told=replace(letter.told, revision=mailing.revision),
        before=letter.before,
        revision=mailing.revision,
    )
