"""Which invitation a message is about, where no calendar in it says so: a hint for a person."""

from collections.abc import Iterable

from roundtable_ical.itip.ledger import Invitation, Invitations, SlotKey
from roundtable_ical.itip.reading.mail import Mail
from roundtable_ical.itip.reading.mailboxes import same_mailbox


def by_message(messages: Iterable[str], invitations: Invitations) -> Invitation | None:
    """Return the invitation that one of *messages* (Message-IDs, nearest first) was sent for."""
    known = {each: found for found in invitations.values() for each in found.message_ids}
    known |= {found.told.message_id: found for found in invitations.values() if found.told}
    return next((known[each] for each in messages if each in known), None)


def by_address(address: str, invitations: Invitations) -> tuple[Invitation, ...]:
    """Return the invitations that were sent to *address*, the one told last first."""
    found = [
        (each.told.rank, each.key, each)
        for each in invitations.values()
        if each.told and same_mailbox(each.told.slot.address, address)
    ]
    ordered = sorted(found, key=lambda known: (known[0][1], known[1]), reverse=True)
    return tuple(each for _, _, each in ordered)


def likely(mail: Mail, invitations: Invitations, subject: str = "") -> SlotKey | None:
    """Return what *mail* is probably about: the mail it answers, or who wrote it, and of what.

    *subject* is another one than that of the mail itself, as in a winmail.dat.
    """
    if found := by_message(mail.answers_to, invitations):
        return found.key
    theirs = by_address(mail.sender, invitations)
    words = f"{mail.subject}\n{subject}".casefold()
    named = [each for each in theirs if each.told and each.told.slot.title.casefold() in words]
    certain = named if len(named) == 1 else theirs
    return certain[0].key if len(certain) == 1 else None
