"""Who was asked, and what they have answered: the organiser's table, a row for each invitation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from roundtable_ical.itip.ledger import Invitation, Proposal
from roundtable_ical.itip.outbox import Book, Heard, Outcome, Post, PostState
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.slots import SlotKey
from roundtable_ical.programme.event import SideEvent

_LAST = datetime.max.replace(tzinfo=UTC)


class Delivery(StrEnum):
    """Where the last letter of an invitation is."""

    WAITING = "waiting"
    HELD = "held for review"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One invitation as an organiser looks at it.

    *name* and *title* are as they were told, or as the programme has them before a letter left.
    *asked* is when the letter that counts was written; *revision* the one that it tells of.
    *answered*, *comment* and *delegated_to* are of the answer that counts, None and empty without.
    *proposal* is one that nobody has decided. *waiting* are the messages of the speaker that a
    person has to look at.
    """

    key: SlotKey
    name: str
    address: str
    title: str
    start: datetime | None
    partstat: ParticipationStatus
    withdrawn: bool
    delivery: Delivery
    trouble: str = ""
    sequence: int | None = None
    revision: int | None = None
    asked: datetime | None = None
    answered: datetime | None = None
    source: str = ""
    comment: str = ""
    delegated_to: str | None = None
    proposal: Proposal | None = None
    waiting: tuple[Heard, ...] = ()


def rows(event: SideEvent, book: Book) -> tuple[Row, ...]:
    """Return a row for each invitation, in order of time; those without a time last.

    One whose letter was taken back before it left is none: nobody was asked.
    """
    waiting = {post.key: post for post in book.waiting if post.key}
    held = [each for each in book.heard.values() if awaits(each)]
    found = [
        _row(event, invitation, waiting.get(key), tuple(each for each in held if each.key == key))
        for key, invitation in book.invitations.items()
        if invitation.told or key in waiting
    ]
    return tuple(sorted(found, key=lambda row: (row.start or _LAST, row.key)))


def awaits(heard: Heard) -> bool:
    """Return whether a person has to look at a message that was read."""
    return heard.outcome is Outcome.HELD and not heard.decided


def unplaced(book: Book) -> Iterator[Heard]:
    """Yield the messages that a person has to look at, and that belong to no invitation."""
    known = book.invitations
    yield from (each for each in book.heard.values() if awaits(each) and each.key not in known)


def _row(
    event: SideEvent, invitation: Invitation, post: Post | None, held: tuple[Heard, ...]
) -> Row:
    told = invitation.told or (post.told if post else None)
    slot = told.slot if told else None
    segment = event.agenda.get(invitation.key.segment_id)
    person = event.people.get(invitation.key.speaker_id)
    answer = invitation.answer
    counts = answer is not None and invitation.told and answer.sequence >= invitation.told.asked
    return Row(
        key=invitation.key,
        name=slot.name if slot else str(person.name or "") if person else "",
        address=slot.address if slot else "",
        title=slot.title if slot else str(segment.title) if segment else "",
        start=slot.start if slot else None,
        partstat=invitation.partstat,
        withdrawn=invitation.told is not None and not invitation.invited,
        delivery=_delivery(invitation, post),
        trouble=invitation.trouble,
        sequence=told.sequence if told else None,
        revision=told.revision if told else None,
        asked=invitation.told.dtstamp if invitation.told else None,
        answered=answer.dtstamp if answer and counts else None,
        source=answer.source if answer and counts else "",
        comment=answer.comment if answer and counts else "",
        delegated_to=answer.delegated_to if answer and counts else None,
        proposal=invitation.proposed,
        waiting=held,
    )


def _delivery(invitation: Invitation, post: Post | None) -> Delivery:
    if post is not None:
        return Delivery.HELD if post.state is PostState.HELD else Delivery.WAITING
    return Delivery.FAILED if invitation.trouble else Delivery.SENT
