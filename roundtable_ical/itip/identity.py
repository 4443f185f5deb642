"""Names of invitations and of their messages: made of what they name, the same at every try."""

from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from roundtable_ical.itip.participation import Method
from roundtable_ical.itip.slots import Slot, SlotKey


def invitation_uid(event_id: str, key: SlotKey, domain: str) -> str:
    """Return the UID of an invitation: of one speaker in one segment, and never that of a feed.

    A calendar that subscribes to the feed would else refuse or double the invitation.
    """
    namespace = uuid5(NAMESPACE_URL, f"urn:roundtable-ical:{event_id}:invitations")
    return f"{uuid5(namespace, '/'.join(key))}@{domain}"


def message_id(uid: str, method: Method, sequence: int, dtstamp: datetime, slot: Slot) -> str:
    """Return the Message-ID, in its angle brackets, of the message that says *slot* to its speaker.

    Two messages that differ in anything have different ones. Source: RFC 5322 section 3.6.4.
    """
    named, _, domain = uid.rpartition("@")
    words = "\n".join((named, method.value, str(sequence), dtstamp.isoformat(), repr(slot)))
    return f"<{uuid5(NAMESPACE_URL, f'urn:roundtable-ical:messages:{words}')}@{domain}>"


def notice_id(uid: str, what: str) -> str:
    """Return the Message-ID, in its angle brackets, of a mail about an invitation: of *what*."""
    named, _, domain = uid.rpartition("@")
    return f"<{uuid5(NAMESPACE_URL, f'urn:roundtable-ical:notices:{named}:{what}')}@{domain}>"
