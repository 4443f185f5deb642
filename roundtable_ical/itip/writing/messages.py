"""Whole mails (RFC 5322, RFC 6047): letters to speakers, and notices to the organizer.

A mail is made of values alone: the same letter gives the same bytes, in every process.
"""

from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

from roundtable_ical.errors import InvalidField
from roundtable_ical.itip.identity import notice_id
from roundtable_ical.itip.ledger import Invitation
from roundtable_ical.itip.outbox import Heard, Post
from roundtable_ical.itip.participation import Method
from roundtable_ical.itip.requests import Letter
from roundtable_ical.itip.writing import headers, mime
from roundtable_ical.itip.writing.calendars import calendar, declined_counter
from roundtable_ical.itip.writing.html import html
from roundtable_ical.itip.writing.notices import of_notice
from roundtable_ical.itip.writing.plain import plain
from roundtable_ical.itip.writing.wording import Links, Wording, of_declined_counter, of_letter
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.revisions.stamps import whole_second

_MOST_REFERENCES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Envelope:
    """What stands in the head of a mail; *sender* and *recipient* are name and address."""

    sender: tuple[str, str]
    recipient: tuple[str, str]
    date: datetime
    message_id: str
    references: tuple[str, ...] = ()


def subject(letter: Letter) -> str:
    """Return the subject of *letter*, on one line."""
    return of_letter(letter).subject


def message(letter: Letter, links: Links | None = None) -> bytes:
    """Return the whole mail of *letter*, its lines ended by CRLF.

    Text, HTML and calendar are alternatives; the calendar stands once more as a file, the same
    bytes, since some programs show buttons for the one and some for the other.
    """
    told = letter.told
    slot = told.slot
    envelope = _Envelope(
        sender=(slot.organizer_name, slot.organizer_address),
        recipient=(slot.name, letter.recipient),
        date=told.dtstamp,
        message_id=told.message_id,
        references=letter.references,
    )
    return _mail(envelope, of_letter(letter, links), (calendar(letter), told.method))


def decline_counter(invitation: Invitation, moment: datetime) -> Post | None:
    """Return the mail that tells a speaker at *moment* that their proposal is not taken up.

    None where nothing was proposed. Source: RFC 5546 section 3.2.8.
    """
    told, proposal = invitation.told, invitation.proposal
    if told is None or proposal is None:
        return None
    stamp = whole_second(moment)
    wording = of_declined_counter(told.slot, proposal)
    envelope = _Envelope(
        sender=(told.slot.organizer_name, told.slot.organizer_address),
        recipient=(told.slot.name, told.slot.address),
        date=stamp,
        message_id=notice_id(invitation.uid, f"{Method.DECLINECOUNTER}:{proposal.rank}"),
        references=invitation.message_ids,
    )
    content = declined_counter(invitation.uid, told.slot, proposal, stamp)
    mail = _mail(envelope, wording, (content, Method.DECLINECOUNTER))
    return _post(invitation, "decline-counter", envelope, wording.subject, mail, moment)


def notice(event: SideEvent, heard: Heard, invitation: Invitation, moment: datetime) -> Post:
    """Return the mail that tells the organizer at *moment* what a message has said.

    Args:
        event: the programme.
        heard: the message, with an outcome of `notices.TOLD`.
        invitation: the one that it is about.
        moment: of the decision.

    Raises:
        InvalidField: the event has no organizer.
    """
    if event.organizer is None:
        hint = "write its `organizer` with name and email"
        raise InvalidField("organizer", event.id, "has nobody to be told", hint=hint)
    wording = of_notice(event, heard, invitation)
    own = event.organizer.name.said_in(event.language), event.organizer.email
    envelope = _Envelope(
        sender=own,
        recipient=own,
        date=whole_second(moment),
        message_id=notice_id(invitation.uid, heard.digest),
    )
    mail = _mail(envelope, wording, None)
    return _post(invitation, "notice", envelope, wording.subject, mail, moment)


def _post(
    invitation: Invitation,
    kind: str,
    envelope: _Envelope,
    title: str,
    content: bytes,
    moment: datetime,
) -> Post:
    """Return a post that changes nothing of what the speaker was told."""
    return Post(
        message_id=envelope.message_id,
        event_id=invitation.event_id,
        kind=kind,
        sender=envelope.sender[1],
        recipient=envelope.recipient[1],
        subject=title,
        content=content,
        made=moment,
        due=moment,
    )


def _mail(envelope: _Envelope, wording: Wording, inside: tuple[bytes, Method] | None) -> bytes:
    seed = envelope.message_id
    alternatives = [mime.text(plain(wording), "plain"), mime.text(html(wording), "html")]
    if inside is None:
        return _head(envelope, wording) + mime.multipart("alternative", alternatives, seed)
    alternatives.append(mime.calendar(*inside))
    body = mime.multipart("alternative", alternatives, seed)
    parts = (body, mime.attachment(inside[0], "invite.ics"))
    return _head(envelope, wording) + mime.multipart("mixed", parts, seed)


def _head(envelope: _Envelope, wording: Wording) -> bytes:
    """Return the header fields before those of the body.

    Exchange answers no mail that asks it not to; others know Auto-Submitted (RFC 3834).
    """
    known = envelope.references
    if len(known) > _MOST_REFERENCES:
        known = (known[0], *known[1 - _MOST_REFERENCES :])
    fields = [
        ("Date", format_datetime(envelope.date)),
        ("From", headers.mailbox(*envelope.sender)),
        ("To", headers.mailbox(*envelope.recipient)),
        ("Subject", headers.words(wording.subject)),
        ("Message-ID", headers.listed([envelope.message_id])),
    ]
    if known:
        fields += [
            ("In-Reply-To", headers.listed(known[-1:])),
            ("References", headers.listed(known)),
        ]
    fields += [
        ("MIME-Version", "1.0"),
        ("Auto-Submitted", "auto-generated"),
        ("X-Auto-Response-Suppress", "OOF, AutoReply"),
        ("Content-Language", wording.words.locale.replace("_", "-")),
    ]
    return b"".join(headers.field(name, value) for name, value in fields)


__all__ = ["Links", "decline_counter", "message", "notice", "subject"]
