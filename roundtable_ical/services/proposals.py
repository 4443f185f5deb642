"""What a speaker proposes, as an order that changes the programme; and that it was taken."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from roundtable_ical.errors import InvalidField, UnknownId
from roundtable_ical.itip.ledger import Proposal
from roundtable_ical.itip.outbox import Book, Decision
from roundtable_ical.itip.reading.mailboxes import calendar_mailbox, same_mailbox
from roundtable_ical.itip.slots import SlotKey
from roundtable_ical.ports import InvitationStore
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.merging.renaming import rebuilt
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.people import Appearance
from roundtable_ical.programme.segments import Changes, Segment
from roundtable_ical.programme.texts import suggested_slug
from roundtable_ical.scheduling.fits import Fit
from roundtable_ical.scheduling.lanes import Lanes
from roundtable_ical.scheduling.placements import moved
from roundtable_ical.scheduling.proposals import Proposed
from roundtable_ical.scheduling.shifts import extended

_MINUTE = timedelta(minutes=1)


def open_proposal(book: Book, key: SlotKey) -> Proposal:
    """Return what was proposed for a slot and waits for a decision.

    Raises:
        UnknownId: nothing waits; lists the slots for which something does.
    """
    invitation = book.invitations.get(key)
    found = invitation.proposed if invitation else None
    if found is None:
        known = ("/".join(each.key) for each in book.invitations.values() if each.proposed)
        raise UnknownId("proposal", "/".join(key), known)
    return found


def ordered(
    event: SideEvent,
    key: SlotKey,
    proposal: Proposal,
    *,
    push: bool = False,
    fit: Fit | None = None,
) -> Proposed:
    """Return what becomes of *event* where a speaker has their way.

    Args:
        event: as it is; not changed.
        key: the slot that it is about.
        proposal: another time, another person or both.
        push: whether later segments give way to another time; else it has to be free.
        fit: what gives where not everything fits.

    Raises:
        UnknownId: there is no such segment any more, or they do not speak in it.
        InvalidField: nothing but words was proposed, or what can only be done in the file.
        InvalidProgramme: the new programme would have an error.
    """
    found = Proposed(before=event, event=event)
    if proposal.start and proposal.end:
        found = _retimed(event, key, proposal, push=push, fit=fit)
    if proposal.substitute and found.fits:
        found = replace(found, before=event, event=_replaced(found.event, key, proposal))
    if found.event == event:
        hint = "answer them, and decline it or change the programme yourself"
        raise InvalidField("proposal", "/".join(key), "changes nothing that is planned", hint=hint)
    return found


def take_proposal(event_id: str, key: SlotKey, proposal: Proposal, store: InvitationStore) -> None:
    """Keep that *proposal* was taken, unless the speaker has proposed something else since.

    Raises:
        Unavailable: the store failed; nothing was kept.
    """

    def decide(book: Book) -> Decision:
        invitation = book.invitations.get(key)
        last = invitation.proposal if invitation else None
        if invitation is None or last is None or last.rank != proposal.rank:
            return Decision()
        return Decision(invitations=(replace(invitation, proposal=replace(last, taken=True)),))

    store.decide(event_id, decide)


def substitute(words: str) -> tuple[str, str, str]:
    """Return name, function and address in what a speaker wrote of who could come.

    >>> substitute("Ms. Mona Quorn, Deputy, mona@example.org")
    ('Ms. Mona Quorn', 'Deputy', 'mona@example.org')
    """
    pieces = [piece.strip() for piece in words.split(",") if piece.strip()]
    address = next(filter(None, map(calendar_mailbox, pieces)), "")
    name, *more = [each for each in pieces if not calendar_mailbox(each)] or [""]
    return name, ", ".join(more), address


def _retimed(
    event: SideEvent, key: SlotKey, proposal: Proposal, *, push: bool, fit: Fit | None
) -> Proposed:
    start, end = proposal.start, proposal.end
    was = Lanes(event).movable(key.segment_id)
    if start is None or end is None:
        return Proposed(before=event, event=event)
    longer = (end - start) // _MINUTE - was.minutes
    found = Proposed(before=event, event=event)
    if start != was.start:
        found = moved(event, key.segment_id, to=start.astimezone(was.zone), push=push, fit=fit)
    if longer and found.fits:
        found = extended(found.event, key.segment_id, longer, absorb=True, fit=fit)
    return replace(found, before=event)


def _replaced(event: SideEvent, key: SlotKey, proposal: Proposal) -> SideEvent:
    """Return *event* with the substitute in the place of a speaker, written in where unknown."""
    item = next((each for each in event.occurrences if each.id == key.segment_id), None)
    appearing = item.segment.speakers if item else ()
    if item is None or key.speaker_id not in {each.speaker for each in appearing}:
        here = (
            f"{each.id}/{who.speaker}"
            for each in event.occurrences
            for who in each.segment.speakers
        )
        raise UnknownId("slot", "/".join(key), here)
    name, function, address = substitute(proposal.substitute)
    known = next(
        (
            each.id
            for each in event.speakers
            if same_mailbox(each.email or "", address) or (name and str(each.name) == name)
        ),
        None,
    )
    if known is None and not name:
        hint = "write the person into the programme"
        raise InvalidField("substitute", proposal.substitute, "names nobody", hint=hint)
    new = known or _new_id(event, name)
    person: dict[str, Any] = {
        "id": new,
        "name": name,
        "function": function or None,
        "email": address or None,
    }
    speakers = tuple(_instead(appearing, key.speaker_id, new))
    segments = tuple(
        _with_speakers(each, item, speakers) if each.id == item.series else each
        for each in event.segments
    )
    people = event.speakers if known else (*event.speakers, person)
    return rebuilt(event, segments=segments, speakers=people)


def _with_speakers(segment: Segment, item: Occurrence, speakers: tuple[Appearance, ...]) -> Segment:
    """Return *segment* with other *speakers*; of a series that of the day of *item* alone."""
    repeat = segment.repeat
    if repeat is None or item.rule_day is None:
        return segment.model_copy(update={"speakers": speakers})
    before = repeat.changes.get(item.rule_day) or Changes()
    after = before.model_copy(update={"speakers": speakers})
    changes = {**repeat.changes, item.rule_day: after}
    return segment.model_copy(update={"repeat": repeat.model_copy(update={"changes": changes})})


def _new_id(event: SideEvent, name: str) -> str:
    """Return an id made of *name* that nobody in *event* has."""
    base, number = suggested_slug(name)[:40].rstrip("-"), 1
    found = base
    while found in event.people:
        number += 1
        found = f"{base}-{number}"
    return found


def _instead(speakers: tuple[Appearance, ...], old: str, new: str) -> Iterator[Appearance]:
    there = any(each.speaker == new for each in speakers)
    for each in speakers:
        if each.speaker != old:
            yield each
        elif not there:
            yield each.model_copy(update={"speaker": new})
