"""A mailbox by its address."""

from collections.abc import Collection

from roundtable_ical.errors import InvalidSetting
from roundtable_ical.ports import Mailbox
from roundtable_ical.transports.imap import ImapMailbox
from roundtable_ical.transports.maildir import MaildirMailbox


def opened(address: str, read: Collection[str] = ()) -> Mailbox:
    """Return the mailbox at ``maildir:FOLDER``, ``imaps://USER@HOST/FOLDER`` or ``imap://...``.

    Args:
        address: where.
        read: names of messages that were read before; a server is only asked for what came since.

    Raises:
        InvalidSetting: there is no such kind of mailbox, or no such maildir.
    """
    match address.partition(":")[0].lower():
        case "maildir":
            return MaildirMailbox(address)
        case "imap" | "imaps":
            return ImapMailbox(address, read)
    forms = "maildir:FOLDER, imaps://USER@HOST/FOLDER"
    raise InvalidSetting(f"{address}: is no mailbox; write one of: {forms}")
