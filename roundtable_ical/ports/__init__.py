"""What the house needs from outside, as Protocols.

In: nothing.  Out: `Source`, `Importer`, `Exporter`, the stores' Protocols, `MailTransport`.
May import: the core.
"""

from roundtable_ical.ports.documents import Exporter, Given, Importer, Source
from roundtable_ical.ports.mail import LONGEST, Mailbox, MailTransport, Postman
from roundtable_ical.ports.stores import InvitationStore, ProgrammeStore, Upkeep, VisitStore

__all__ = [
    "LONGEST",
    "Exporter",
    "Given",
    "Importer",
    "InvitationStore",
    "MailTransport",
    "Mailbox",
    "Postman",
    "ProgrammeStore",
    "Source",
    "Upkeep",
    "VisitStore",
]
