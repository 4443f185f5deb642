"""What a report of a mail server means for an invitation."""

from dataclasses import replace
from datetime import UTC, datetime

from roundtable_ical.itip.ledger import Invitation
from roundtable_ical.itip.outbox import Book, Heard, Outcome
from roundtable_ical.itip.reading.bounces import Fate, Report
from roundtable_ical.itip.reading.mailboxes import same_mailbox
from roundtable_ical.itip.reading.placing import by_address, by_message

_EARLIEST = datetime.min.replace(tzinfo=UTC)


def undelivered(
    report: Report, uids: frozenset[str], heard: Heard, book: Book
) -> tuple[Heard, Invitation | None]:
    """Return what becomes of *heard*, which says *report*, and the invitation that is in trouble.

    A failure is of the mail that it names, else of the event that comes back with it (*uids*), else
    of who it names. It troubles an invitation as long as that was last sent to this address; of
    several the one of the newest date is told.
    """
    known = (each for each in book.invitations.values() if each.uid in uids)
    invitation = by_message(report.messages, book.invitations) or next(known, None)
    for address in report.recipients if invitation is None else ():
        if theirs := by_address(address, book.invitations):
            invitation = theirs[0]
            break
    key = invitation.key if invitation else None
    if report.fate is Fate.RECEIVED:
        reason = "A receipt: our mail has arrived or was opened; no answer."
        return replace(heard, outcome=Outcome.NOT_A_REPLY, reason=reason, key=key), None
    if report.fate is Fate.DELAYED:
        reason = "A mail server is still trying to deliver our mail; nothing to do yet."
        return replace(heard, outcome=Outcome.NOT_A_REPLY, reason=reason, key=key), None
    if report.fate is Fate.UNCLEAR and invitation is not None:
        reason = "A mail server wrote about our mail, in words that no program here knows; read it."
        return replace(heard, outcome=Outcome.HELD, reason=reason, key=key), None
    if invitation is None or invitation.told is None:
        who = report.recipients[0] if report.recipients else "somebody"
        reason = f"A mail to {who} was not delivered, and it was no invitation of this event."
        return replace(heard, outcome=Outcome.IGNORED, reason=reason), None
    return _failed(report, heard, book, invitation)


def _failed(
    report: Report, heard: Heard, book: Book, invitation: Invitation
) -> tuple[Heard, Invitation | None]:
    told = invitation.told
    address = told.slot.address if told else ""
    named = any(same_mailbox(each, address) for each in report.recipients)
    latest = told is not None and told.message_id in report.messages
    current = named or latest or not report.recipients
    bounced = address if current else report.recipients[0]
    why = f": {report.why}" if report.why else ""
    elsewhere = (
        f" (it was sent on to {report.recipients[0]})"
        if latest and not named and report.recipients
        else ""
    )
    advice = (
        "check the address, or reach the speaker another way"
        if current
        else f"they have been written to at {address} since"
    )
    reason = f"Our mail to {bounced}{elsewhere} was not delivered{why}; {advice}."
    heard = replace(
        heard, outcome=Outcome.BOUNCED, reason=reason, key=invitation.key, bounced=bounced
    )
    if not current:
        return heard, None
    known = [
        each
        for each in (*book.heard.values(), heard)
        if each.outcome is Outcome.BOUNCED
        and each.key == invitation.key
        and same_mailbox(each.bounced or "", address)
    ]
    newest = max(known, key=lambda each: (each.dtstamp or _EARLIEST, each.digest))
    return heard, replace(invitation, trouble=newest.reason)
