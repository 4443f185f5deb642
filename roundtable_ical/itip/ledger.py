"""What each invited speaker was told, and has answered: the memory of the scheduling rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from roundtable_ical.itip.participation import Method, ParticipationStatus
from roundtable_ical.itip.slots import Slot, SlotKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The last message of an invitation that left, or may have left.

    *asked* is the SEQUENCE at which the speaker was last asked for an answer: answers to an older
    one are stale (RFC 5546 section 2.1.5). *dtstamp* is in UTC, whole seconds. *revision* is the
    published one that it tells of, None where the programme came from a file.
    """

    method: Method
    sequence: int
    asked: int
    dtstamp: datetime
    slot: Slot
    message_id: str
    revision: int | None = None

    @property
    def rank(self) -> tuple[int, datetime]:
        """What makes one message of an invitation newer than another, whatever the order."""
        return self.sequence, self.dtstamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer that counted; *sequence* and *dtstamp* order it among others.

    *source* is where it came from: ``mail``, ``web`` or ``organiser``. *digest* tells two answers
    of one second apart, so that their order does not matter.
    """

    partstat: ParticipationStatus
    sequence: int
    dtstamp: datetime
    source: str
    digest: str = ""
    comment: str = ""
    delegated_to: str | None = None

    @property
    def rank(self) -> tuple[int, datetime, str]:
        """What makes one answer newer than another, whatever the order they arrive in."""
        return self.sequence, self.dtstamp, self.digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Another time (COUNTER, RFC 5546 section 3.2.7) or person, for the organiser to decide.

    *start* and *end* are in UTC; None where only a *substitute* or words were proposed. *declined*
    and *taken* are what the organiser decided.
    """

    sequence: int
    dtstamp: datetime
    digest: str = ""
    start: datetime | None = None
    end: datetime | None = None
    substitute: str = ""
    comment: str = ""
    declined: bool = False
    taken: bool = False

    @property
    def rank(self) -> tuple[int, datetime, str]:
        """What makes one proposal newer than another, whatever the order they arrive in."""
        return self.sequence, self.dtstamp, self.digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """One speaker asked for one slot; it keeps its UID for ever.

    *told* is None until a message has left. *message_ids* are those of every message that left,
    oldest first (they head the thread, and bounces name them). *trouble* is what keeps mail from
    arriving. *generation* counts how often the answer link was revoked.
    """

    event_id: str
    key: SlotKey
    uid: str
    told: Told | None = None
    answer: Answer | None = None
    proposal: Proposal | None = None
    message_ids: tuple[str, ...] = ()
    trouble: str = ""
    generation: int = 0

    @property
    def partstat(self) -> ParticipationStatus:
        """What the speaker has answered to what was last asked."""
        if self.told is None or self.answer is None or self.answer.sequence < self.told.asked:
            return ParticipationStatus.NEEDS_ACTION
        return self.answer.partstat

    @property
    def proposed(self) -> Proposal | None:
        """What the speaker proposes and waits for; None once it was decided, or they asked anew."""
        said, told = self.proposal, self.told
        if said is None or said.declined or said.taken or told is None or not self.invited:
            return None
        return said if said.sequence >= told.asked else None

    @property
    def invited(self) -> bool:
        """Whether the speaker's calendar has the slot, as far as we know."""
        return self.told is not None and self.told.method is Method.REQUEST


Invitations = Mapping[SlotKey, Invitation]
"""Every invitation of an event."""

__all__ = ["Answer", "Invitation", "Invitations", "Proposal", "SlotKey", "Told"]
