"""The page on which a speaker answers for one slot."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from roundtable_ical.itip.ledger import Invitation
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.revisions.publication import Revision
from roundtable_ical.web.languages import marked as _
from roundtable_ical.web.models.agenda import Agenda, Row
from roundtable_ical.web.models.head import Head, head
from roundtable_ical.web.models.hours import in_zone
from roundtable_ical.web.models.said import Voice
from roundtable_ical.web.reader import Reader

ANSWERS: Mapping[ParticipationStatus, str] = {
    ParticipationStatus.ACCEPTED: _("Yes, I will speak"),
    ParticipationStatus.TENTATIVE: _("Not sure yet"),
    ParticipationStatus.DECLINED: _("No, I cannot"),
}
STATES: Mapping[ParticipationStatus, str] = {
    **ANSWERS,
    ParticipationStatus.NEEDS_ACTION: _("No answer yet"),
    ParticipationStatus.DELEGATED: _("Handed on to somebody else"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPage:
    """What the page shows; *row* and *day* are None and empty where the slot is gone.

    *closed* is whether the session has ended, so that there is nothing to answer any more. *asked*
    is the day of the invitation. *shown* is what the form sends back, to tell whether the session
    has moved since the page was opened. *proposed* is whether a proposal of theirs is undecided.
    """

    head: Head
    name: str
    role: str
    state: ParticipationStatus
    asked: str
    comment: str
    row: Row | None
    day: str
    gone_title: str
    closed: bool
    date: str
    shown: str
    proposed: bool

    @property
    def word(self) -> str:
        """The message for the state."""
        return STATES[self.state]

    @property
    def open(self) -> bool:
        """Whether the slot can be answered for."""
        return self.row is not None and not self.closed


def answer_page(
    event: SideEvent,
    invitation: Invitation,
    reader: Reader,
    moment: datetime,
    *,
    revision: Revision | None = None,
) -> AnswerPage:
    """Return the page for *invitation*, as the programme is now; *moment* is now, aware."""
    say = Voice(reader, event.language)
    key, told = invitation.key, invitation.told
    item = slot_of(event, invitation)
    person = event.people.get(key.speaker_id)
    appearing = item.segment.speakers if item else ()
    appearance = next((each for each in appearing if each.speaker == key.speaker_id), None)
    name = person.public_name(reader.wanted, event.language) if person else None
    answer = invitation.answer
    counts = invitation.partstat is not ParticipationStatus.NEEDS_ACTION
    return AnswerPage(
        head=head(event, say, revision),
        name=name or (told.slot.name if told else ""),
        role=reader.words.roles[appearance.role] if appearance else "",
        state=invitation.partstat,
        asked=reader.short_day(in_zone(told.dtstamp, event.timezone).date()) if told else "",
        comment=answer.comment if answer and counts else "",
        row=Agenda(event, say).row(item) if item else None,
        day=reader.day(item.start.date()) if item else "",
        gone_title=told.slot.title if told else "",
        closed=item is not None and item.span[1] <= moment,
        date=item.start.date().isoformat() if item else "",
        shown=item.span[0].isoformat() if item else "",
        proposed=invitation.proposed is not None,
    )


def slot_of(event: SideEvent, invitation: Invitation) -> Occurrence | None:
    """Return the session that *invitation* is for; None where it is not theirs any more."""
    key = invitation.key
    for item in event.occurrences:
        if item.id == key.segment_id and not item.cancelled:
            speaks = any(each.speaker == key.speaker_id for each in item.segment.speakers)
            return item if speaks else None
    return None
