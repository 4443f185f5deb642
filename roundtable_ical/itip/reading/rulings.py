"""What becomes of a mail with a calendar: applied, ignored, or held with the reason.

The order of the questions matters: what concerns nobody is ignored before a person is asked, and
who sent it is asked last, so that the reason names what is the matter with the rest.
"""

import re
from dataclasses import replace

from roundtable_ical.itip.ledger import Invitation
from roundtable_ical.itip.outbox import Book, Heard, Outcome
from roundtable_ical.itip.participation import Method, ParticipationStatus
from roundtable_ical.itip.reading.attached import Calendars
from roundtable_ical.itip.reading.effects import effect, untimely
from roundtable_ical.itip.reading.incoming import Attendee, Incoming
from roundtable_ical.itip.reading.mail import Mail
from roundtable_ical.itip.reading.mailboxes import same_mailbox
from roundtable_ical.itip.reading.placing import by_message
from roundtable_ical.itip.reading.senders import Trust, distrust

_NOT_FOR_US = {
    Method.REQUEST: "An invitation, and no answer to one",
    Method.CANCEL: "It cancels an event, which nobody but the organiser can do",
    Method.PUBLISH: "An event to look at, and no answer",
    Method.ADD: "It adds to an event, which nobody but the organiser can do",
    Method.REFRESH: "It asks for the invitation again, and is no answer",
    Method.DECLINECOUNTER: "It turns down a proposal that we never made",
}
_SENT_ON = re.compile(
    r"\s*(?:re|fwd?|aw|wg|tr|rv|sv|vs|rif|i|enc|пересл|отв|转发|回复|答复)\s*[:：]", re.I
)
_OTHERS = {"VTODO": "a task", "VJOURNAL": "a note", "VFREEBUSY": "free and busy times"}
_ASK = "ask the speaker to answer again, or by the link in the invitation"
_ANSWERS = {each.value: each for each in ParticipationStatus}


def ruling(
    mail: Mail, seen: Calendars, heard: Heard, book: Book, trust: Trust
) -> tuple[Heard, Invitation | None]:
    """Return what becomes of *heard*, a mail with the calendars *seen*, and its invitation."""
    by_uid = {each.uid: each for each in book.invitations.values()}
    items = seen.answers or seen.items
    item = next((each for each in items if each.uid in by_uid), items[0])
    named = by_uid.get(item.uid)
    invitation = named or by_message(mail.answers_to, book.invitations)
    told = invitation.told if invitation else None
    sequence = item.sequence if item.sequence is not None else told.sequence if told else 0
    heard = replace(
        heard, sequence=sequence, dtstamp=item.dtstamp or heard.dtstamp, comment=item.comment
    )
    who = _who(item, told.slot.address) if told else None
    if invitation:
        heard = _said(replace(heard, key=invitation.key), item, who, invitation)
    if reason := _ignored(mail, item, ours=named is not None):
        return _ruled(heard, Outcome.IGNORED, reason), None
    if not item.whole:
        return _ruled(heard, Outcome.HELD, f"Its calendar is cut off in the middle; {_ASK}"), None
    if invitation is None and item.uid:
        return _ruled(heard, Outcome.IGNORED, "It answers an event that is not one of ours"), None
    if invitation is None or named is None:
        what = f"has another UID ({item.uid[:60]})" if item.uid else "has no UID"
        reason = f"Its calendar {what}, so nobody can tell what it answers; {_ASK}"
        return _ruled(heard, Outcome.HELD, reason), None
    if len(items) > 1:
        what = "Its calendars say different things, or are about more than one event"
        return _ruled(heard, Outcome.HELD, f"{what}; {_ASK}"), None
    if told is None or untimely(invitation, sequence):
        return _ruled(heard, Outcome.IGNORED, untimely(invitation, sequence)), None
    if reason := _doubt(item, who, invitation) or distrust(mail, told.slot.address, trust):
        return _ruled(heard, Outcome.HELD, reason), None
    if heard.partstat is ParticipationStatus.NEEDS_ACTION and item.method == Method.REPLY:
        if heard.comment:
            waits = "They have not decided yet, and write something; read it"
            return _ruled(heard, Outcome.HELD, waits), None
        return _ruled(heard, Outcome.IGNORED, "They have not decided yet"), None
    return effect(invitation, heard)


def _ignored(mail: Mail, item: Incoming, *, ours: bool) -> str:
    """Return why a calendar is none that anybody waits for, as a sentence; "" where it may be."""
    if item.method in _NOT_FOR_US:
        returned = ours and item.method == Method.REQUEST and _SENT_ON.match(mail.subject)
        return "" if returned else _NOT_FOR_US[Method(item.method)]
    if item.kind != "VEVENT":
        return f"It is about {_OTHERS.get(item.kind, 'something else')}, and we invite to events"
    return ""


def _doubt(item: Incoming, who: Attendee | None, invitation: Invitation) -> str:
    """Return why a calendar cannot be taken at its word, as a sentence; "" where it can."""
    told = invitation.told
    slot = told.slot if told else None
    if slot is None or item.method == Method.REQUEST:
        return "Somebody sent our own invitation back; read what they wrote beside it"
    if item.method not in (Method.REPLY, Method.COUNTER):
        says = f"says METHOD {item.method[:40]}" if item.method else "has no METHOD"
        return f"Its calendar {says}, so nobody can tell whether it is an answer; {_ASK}"
    if not item.attendees:
        return f"Its calendar does not say who answers (no ATTENDEE); {_ASK}"
    if len(item.attendees) > 1 and item.method == Method.REPLY:
        return f"Its calendar answers for {len(item.attendees)} people at once; {_ASK}"
    if item.dtstamp is None or item.sequence is None:
        what = "DTSTAMP" if item.dtstamp is None else "SEQUENCE"
        return f"Its calendar does not say when it was written ({what}); {_ASK}"
    if item.organizer is not None and not same_mailbox(item.organizer, slot.organizer_address):
        whom = item.organizer or "an unreadable address"
        return f"It answers {whom}, and {slot.organizer_address} invited; {_ASK}"
    if who is None:
        other = item.attendees[0].address or "an unreadable address"
        return (
            f"It answers for {other}, and {slot.address} was invited; accept it if you know that "
            "this is the speaker, or may answer for them"
        )
    if who.sent_by and not same_mailbox(who.sent_by, slot.address):
        return (
            f"Somebody else ({who.sent_by}) answers for {slot.address}; "
            "accept it if you know that they may"
        )
    if item.recurs and item.recurrence != slot.start:
        return f"It answers one day of a series, and the slot is no series; {_ASK}"
    if item.status[:1] in ("3", "4", "5"):
        return f"Their calendar program reports an error ({item.status[:80]}); {_ASK}"
    if item.method == Method.COUNTER:
        return (
            item.unplaced
            and f"It proposes another time, but {item.unplaced}; ask the speaker which they mean"
        )
    if who.partstat not in _ANSWERS:
        says = f"says {who.partstat[:40]}" if who.partstat else "says nothing"
        return f"Its calendar {says} where yes, no or perhaps should stand; {_ASK}"
    if who.partstat == ParticipationStatus.DELEGATED and not who.delegated_to:
        return "They want somebody else to take the slot, and do not say who; ask them"
    return ""


def _who(item: Incoming, address: str) -> Attendee | None:
    return next((each for each in item.attendees if same_mailbox(each.address, address)), None)


def _said(heard: Heard, item: Incoming, who: Attendee | None, invitation: Invitation) -> Heard:
    """Return *heard* with all that a calendar says, believed or not."""
    person = who or (item.attendees[0] if len(item.attendees) == 1 else None)
    partstat = _ANSWERS.get(person.partstat) if person else None
    delegated = partstat is ParticipationStatus.DELEGATED and person and person.delegated_to
    heard = replace(heard, partstat=partstat, delegated_to=delegated[0] if delegated else None)
    if item.method != Method.COUNTER:
        return heard
    slot = invitation.told.slot if invitation.told else None
    start, end = item.start, item.end
    if slot and start and end is None:
        end = start + (slot.end - slot.start)
    if slot and (start, end) == (slot.start, slot.end):
        start, end = None, None
    return replace(heard, start=start, end=end, outcome=Outcome.COUNTERED)


def _ruled(heard: Heard, outcome: Outcome, reason: str) -> Heard:
    return replace(heard, outcome=outcome, reason=f"{reason}.")
