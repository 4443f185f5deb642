"""A mail and the ledger -> what becomes of the mail, and of the ledger (RFC 5546, 6047).

Nothing but what a speaker answered is ever taken from a mail: not the time, the place or the title
of a slot, and nobody is added. What is not certain is held for a person.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from roundtable_ical.errors import InvalidField
from roundtable_ical.itip.ledger import Invitation
from roundtable_ical.itip.outbox import Book, Heard, Outcome
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.reading.attached import Calendars, calendars
from roundtable_ical.itip.reading.automatic import automatic
from roundtable_ical.itip.reading.bounces import reported
from roundtable_ical.itip.reading.effects import effect
from roundtable_ical.itip.reading.hidden import hidden
from roundtable_ical.itip.reading.mail import Mail, shown
from roundtable_ical.itip.reading.own_words import own_words
from roundtable_ical.itip.reading.placing import likely
from roundtable_ical.itip.reading.rulings import ruling
from roundtable_ical.itip.reading.senders import Trust
from roundtable_ical.itip.reading.undelivered import undelivered
from roundtable_ical.itip.reading.winmail import winmail

__all__ = ["Judged", "Trust", "decided", "judged"]

_KEPT = 1_000_000
"""Octets of a message that are kept, but for personal links, so that a person can look at it."""

_NOBODY = Trust()


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a message: *invitation* as it is now, None where none has changed."""

    heard: Heard
    invitation: Invitation | None = None


def judged(mail: Mail, book: Book, *, moment: datetime, trust: Trust = _NOBODY) -> Judged:
    """Return what becomes of *mail*, and of the invitation that it answers.

    Args:
        mail: as it was received.
        book: what was told and heard so far.
        moment: now, in UTC; it is noted, and decides nothing.
        trust: whose word counts for who sent a message.

    Returns:
        An outcome with its reason, a sentence for an organiser. Any order of the same mails gives
        the same invitations. A message that was read before is ignored, and is in the book.
    """
    before = book.heard.get(mail.digest)
    if before is not None:
        reason = f"This message was read before; it was: {before.outcome}."
        return Judged(replace(before, outcome=Outcome.IGNORED, reason=reason, content=b""))
    heard = Heard(
        event_id=book.event_id,
        digest=mail.digest,
        message_id=mail.message_id,
        sender=mail.sender,
        moment=moment,
        outcome=Outcome.HELD,
        reason="",
        subject=mail.subject,
        dtstamp=mail.date,
        content=hidden(mail.content) if len(mail.content) <= _KEPT else b"",
    )
    found, invitation = _found(mail, heard, book, trust)
    known = book.invitations.get(found.key) if found.key else None
    return Judged(_unless_copied(found, book), None if invitation == known else invitation)


def decided(
    heard: Heard,
    book: Book,
    *,
    accept: bool,
    moment: datetime,
    partstat: ParticipationStatus | None = None,
) -> Judged:
    """Return what becomes of a message that was held, as a person decides.

    Args:
        heard: the message.
        book: what was told and heard so far.
        accept: apply what it says as if nothing had spoken against it; or lay it aside.
        moment: now, in UTC; the time of an answer that does not say its own.
        partstat: what it means, where it does not say so in a form that programs read.

    Raises:
        InvalidField: it belongs to no invitation, or says neither yes nor no.
    """
    if not accept:
        reason = f"{heard.reason} Somebody has laid it aside."
        return Judged(replace(heard, decided="rejected", reason=reason))
    invitation = book.invitations.get(heard.key) if heard.key else None
    shortly = heard.digest[:12]
    if invitation is None:
        raise InvalidField(
            "message", shortly, "belongs to no invitation", hint="lay it aside, and answer it"
        )
    said = replace(heard, partstat=partstat or heard.partstat, dtstamp=heard.dtstamp or moment)
    if said.partstat in (None, ParticipationStatus.NEEDS_ACTION) and said.start is None:
        raise InvalidField(
            "message", shortly, "says neither yes nor no", hint="read it, and say what it means"
        )
    found, after = effect(invitation, replace(said, decided="accepted"))
    return Judged(found, None if after == invitation else after)


def _found(mail: Mail, heard: Heard, book: Book, trust: Trust) -> tuple[Heard, Invitation | None]:
    seen = calendars(mail)
    report = None if seen.answers else reported(mail)
    if report is not None:
        uids = frozenset(each.uid for each in calendars(mail, forwarded=True).items)
        return undelivered(report, uids, heard, book)
    if seen.items and not (mail.trouble or seen.trouble):
        found, invitation = ruling(mail, seen, heard, book, trust)
        waits = found.outcome is Outcome.HELD
        return (_hinted(found, mail, book) if waits and found.key is None else found), invitation
    within = calendars(mail, forwarded=True)
    if within.answers and not mail.trouble:
        said, _ = ruling(mail, within, heard, book, trust)
        reason = "Somebody has forwarded an answer; accept it if you believe that it is genuine."
        sent_on = replace(said, outcome=Outcome.HELD, reason=reason)
        return sent_on if sent_on.key else _hinted(sent_on, mail, book), None
    return _in_words(mail, seen, heard, book), None


def _in_words(mail: Mail, seen: Calendars, heard: Heard, book: Book) -> Heard:
    """Return what becomes of a mail without a calendar that can be read."""
    hidden = next(
        (found for part in mail.parts if (found := winmail(part.content)) is not None), None
    )
    certain = not (seen.trouble or mail.trouble or (hidden and hidden.partstat))
    if certain and (robot := automatic(mail)):
        told = replace(heard, outcome=Outcome.NOT_A_REPLY, reason=f"{robot}.")
        return _hinted(told, mail, book)
    heard = replace(heard, comment=shown(own_words(mail.text), 1_000))
    ask = "ask the speaker to answer by the link in the invitation"
    if trouble := mail.trouble or seen.trouble:
        reason = f"It was not read to its end, because {trouble}; open it yourself, or {ask}."
        return _hinted(replace(heard, reason=reason), mail, book)
    if hidden or any(part.name == "winmail.dat" for part in mail.parts):
        says = f", and seems to say {hidden.partstat}" if hidden and hidden.partstat else ""
        reason = (
            f"Outlook sent it as winmail.dat (TNEF), which other programs cannot read{says}; "
            f"{ask}, or to send it as HTML instead of Rich Text."
        )
        said = replace(heard, reason=reason, partstat=hidden.partstat if hidden else None)
        return _hinted(said, mail, book, hidden.subject if hidden else "")
    if any("multipart/encrypted" in part.around or _is_sealed(part.type) for part in mail.parts):
        reason = f"It is encrypted; open it in your mail program, or {ask}."
        return _hinted(replace(heard, reason=reason), mail, book)
    reason = f"A person wrote, and no calendar answered; read it and record what it says, or {ask}."
    return _hinted(replace(heard, reason=reason), mail, book)


def _is_sealed(kind: str) -> bool:
    return kind in (
        "application/pkcs7-mime",
        "application/x-pkcs7-mime",
        "application/pgp-encrypted",
    )


def _hinted(heard: Heard, mail: Mail, book: Book, subject: str = "") -> Heard:
    """Return *heard* with the invitation that it is probably about, as that stands now."""
    key = likely(mail, book.invitations, subject)
    told = book.invitations[key].told if key else None
    return replace(heard, key=key, sequence=told.asked if told else 0)


def _unless_copied(heard: Heard, book: Book) -> Heard:
    """Return *heard*, ignored where another copy of the same message has said the same."""
    for each in book.heard.values() if heard.message_id else ():
        if each.message_id != heard.message_id:
            continue
        same = (each.key, each.partstat, each.sequence, each.dtstamp) == (
            heard.key,
            heard.partstat,
            heard.sequence,
            heard.dtstamp,
        )
        alike = heard.outcome in (each.outcome, Outcome.HELD, Outcome.IGNORED)
        if same and alike and not each.decided:
            reason = f"Another copy of a message that was read before; it was: {each.outcome}."
            return replace(heard, outcome=Outcome.IGNORED, reason=reason)
    return heard
