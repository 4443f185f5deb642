"""Which letters are due: what speakers were told against what is planned now."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from roundtable_ical.itip.identity import invitation_uid, message_id
from roundtable_ical.itip.ledger import Invitation, Invitations, Told
from roundtable_ical.itip.outbox import Post
from roundtable_ical.itip.participation import Method
from roundtable_ical.itip.slots import Slot, SlotKey
from roundtable_ical.revisions.stamps import whole_second


class LetterKind(StrEnum):
    """Why a speaker is written to."""

    INVITATION = "invitation"
    MOVED = "moved"
    """Time or status are others: the answer is asked again."""
    REWORDED = "reworded"
    """Only words are others: the answer stands."""
    RETURNED = "returned"
    """The slot was taken back, and is theirs again."""
    CANCELLED = "cancelled"
    READDRESSED = "readdressed"
    """A CANCEL to an address that was taken out; another one is asked in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One message to one speaker, before it is written.

    *told* is what the speaker will have been told by it, *was* the slot as they knew it before,
    None where they did not. *before* is what `Invitation.told` is until then, *references* are the
    messages that it follows on, oldest first.
    """

    key: SlotKey
    kind: LetterKind
    recipient: str
    told: Told
    was: Slot | None
    before: Told | None
    invitation: Invitation
    references: tuple[str, ...] = ()


def due(
    event_id: str,
    invitations: Invitations,
    slots: Mapping[SlotKey, Slot],
    moment: datetime,
    domain: str,
    only: Callable[[SlotKey], bool] | None = None,
    unreachable: Mapping[SlotKey, str] | None = None,
    again: Callable[[SlotKey], bool] | None = None,
) -> tuple[Letter, ...]:
    """Return the fewest letters after which every speaker knows their slots of *slots*.

    Args:
        event_id: of the event.
        invitations: what was told so far.
        slots: what is planned now.
        moment: of the decision, aware. What was over by then is left alone, and so is what was
            moved to before it.
        domain: behind the ``@`` of new names.
        only: tells which invitations are looked at; all without it.
        unreachable: names of those who still speak, and whom nobody can write to any more. Who was
            told of a slot under that name has not lost it, and hears nothing.
        again: tells who is written to once more if their last letter was refused or came back;
            nobody without it.

    Returns:
        A letter for each invitation of which something is to be said, those of new slots first;
        two where the address is another: one to either. SEQUENCE rises where the answer is asked
        again and where the slot is taken back, DTSTAMP with every letter.

    Source: RFC 5546 sections 2.1.4, 2.1.5, 3.2.2 and 3.2.5.
    """
    found: list[Letter] = []
    silent = unreachable or {}
    for key in dict.fromkeys((*slots, *invitations)):
        if only is not None and not only(key):
            continue
        invitation = invitations.get(key) or Invitation(
            event_id=event_id, key=key, uid=invitation_uid(event_id, key, domain)
        )
        told = invitation.told
        if key in slots or told is None or silent.get(key) != told.slot.name:
            letters = [*_letters(invitation, slots.get(key), moment)]
            found += letters or (_repeated(invitation, moment) if again and again(key) else ())
    return tuple(found)


def outstanding(post: Post, invitations: Invitations) -> bool:
    """Return whether a waiting *post* has to leave whatever is decided now.

    A letter to an address that was taken out may still wait while the new address has been asked;
    `due` goes by what was told last, and knows no more of the old one.
    """
    invitation = invitations.get(post.key) if post.key else None
    told = invitation.told if invitation else None
    return post.told is not None and told is not None and post.told.rank <= told.rank


def repeats(post: Post, invitations: Invitations) -> bool:
    """Return whether *post* says again what its reader was told last."""
    invitation = invitations.get(post.key) if post.key else None
    told, said = invitation.told if invitation else None, post.told
    return (
        told is not None
        and said is not None
        and (said.method, said.sequence, said.slot) == (told.method, told.sequence, told.slot)
    )


def _letters(invitation: Invitation, slot: Slot | None, moment: datetime) -> Iterator[Letter]:
    told = invitation.told
    if slot is not None and slot.end <= moment:
        return
    if told is None or told.method is Method.CANCEL:
        if slot is not None:
            known = told is not None and slot.seen.address == told.slot.seen.address
            kind = LetterKind.RETURNED if known else LetterKind.INVITATION
            yield _letter(invitation, kind, slot, moment)
    elif slot is None:
        if told.slot.end > moment:
            yield _letter(invitation, LetterKind.CANCELLED, told.slot, moment)
    elif slot.seen.address != told.slot.seen.address:
        yield from _readdressed(invitation, told, slot, moment)
    elif slot.asks != told.slot.asks:
        yield _letter(invitation, LetterKind.MOVED, slot, moment)
    elif slot.seen != told.slot.seen:
        yield _letter(invitation, LetterKind.REWORDED, slot, moment)


def _repeated(invitation: Invitation, moment: datetime) -> Iterator[Letter]:
    """Yield what was said last, where it did not arrive: whole, as if for the first time."""
    told = invitation.told
    if told is None or not invitation.trouble or told.slot.end <= moment:
        return
    asking = told.method is Method.REQUEST
    kind = LetterKind.INVITATION if asking else LetterKind.CANCELLED
    stamp = max(whole_second(moment), told.dtstamp + timedelta(seconds=1))
    yield Letter(
        key=invitation.key,
        kind=kind,
        recipient=told.slot.address,
        told=_stamped(invitation, told, stamp),
        was=None,
        before=told,
        invitation=invitation,
    )


def _readdressed(
    invitation: Invitation, told: Told, slot: Slot, moment: datetime
) -> Iterator[Letter]:
    """Yield a letter to the old address, where it could be reached, and one to the new one."""
    before = told
    if told.slot.end > moment and not invitation.trouble:
        farewell = _letter(invitation, LetterKind.READDRESSED, told.slot, moment)
        yield farewell
        before = farewell.told
    asked = _letter(invitation, LetterKind.INVITATION, slot, moment)
    # Newer than the other by a second: what was told last is told by this one.
    later = max(asked.told.dtstamp, before.dtstamp + timedelta(seconds=1))
    yield replace(asked, before=before, told=_stamped(invitation, asked.told, later))


def _letter(invitation: Invitation, kind: LetterKind, slot: Slot, moment: datetime) -> Letter:
    told = invitation.told
    taken = kind in {LetterKind.CANCELLED, LetterKind.READDRESSED}
    stamp, sequence, asked = whole_second(moment), 0, 0
    if told is not None:
        stamp = max(stamp, told.dtstamp + timedelta(seconds=1))
        sequence = told.sequence + (kind is not LetterKind.REWORDED)
        asked = told.asked if taken or kind is LetterKind.REWORDED else sequence
    method = Method.CANCEL if taken else Method.REQUEST
    first = kind is LetterKind.INVITATION
    draft = Told(
        method=method, sequence=sequence, asked=asked, dtstamp=stamp, slot=slot, message_id=""
    )
    return Letter(
        key=invitation.key,
        kind=kind,
        recipient=slot.address,
        told=_stamped(invitation, draft, stamp),
        was=told.slot if told and not first else None,
        before=told,
        invitation=invitation,
        references=() if first else invitation.message_ids,
    )


def _stamped(invitation: Invitation, told: Told, stamp: datetime) -> Told:
    """Return *told* of the moment *stamp*, and the name of the message that tells it."""
    name = message_id(invitation.uid, told.method, told.sequence, stamp, told.slot)
    return replace(told, dtstamp=stamp, message_id=name)
