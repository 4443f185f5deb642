"""What an organizer is told of answers that ask for a decision, and of mail that came back."""

from collections.abc import Iterator

from roundtable_ical.ical.words import words as feed_words
from roundtable_ical.itip.ledger import Invitation
from roundtable_ical.itip.outbox import Heard, Outcome
from roundtable_ical.itip.writing import dates
from roundtable_ical.itip.writing.wording import Row, Wording
from roundtable_ical.itip.writing.words import words
from roundtable_ical.itip.writing.words.vocabulary import Words
from roundtable_ical.programme.event import SideEvent

TOLD = frozenset({Outcome.DECLINED, Outcome.DELEGATED, Outcome.COUNTERED, Outcome.BOUNCED})
"""What an organizer hears of by mail."""
_LONGEST = 2_000
"""Characters of a comment that are shown; the message itself is kept with the rest."""


def of_notice(event: SideEvent, heard: Heard, invitation: Invitation) -> Wording:
    """Return what the organizer of *event* is told of a message that was read.

    Args:
        event: the programme; the notice is in its language.
        heard: the message, with an outcome of `TOLD`.
        invitation: the one that it is about.
    """
    said = words(event.language)
    segment = event.agenda.get(invitation.key.segment_id)
    slot = invitation.told.slot if invitation.told else None
    title = segment.title.said_in(event.language) if segment else slot.title if slot else ""
    name = slot.name if slot else invitation.key.speaker_id
    subject = said.notices[heard.outcome].format(name=name)
    return Wording(
        words=said,
        language=event.language,
        subject=f"{subject}{feed_words(event.language).colon}{title}",
        heading=event.title.said_in(event.language),
        greeting="",
        opening=said.told[heard.outcome].format(name=name),
        rows=tuple(row for row in _rows(heard, invitation, title, said) if row.value),
    )


def _rows(heard: Heard, invitation: Invitation, title: str, said: Words) -> Iterator[Row]:
    yield Row(said.session, title)
    if invitation.told is not None:
        slot = invitation.told.slot
        end = None if slot.open_end else slot.end
        yield Row(said.when, dates.when(slot.start, end, slot.timezone, said))
        if heard.start is not None:
            yield Row(said.proposed, dates.when(heard.start, heard.end, slot.timezone, said))
    proposal = invitation.proposal
    named = proposal.substitute if proposal and proposal.digest == heard.digest else ""
    yield Row(said.substitute, heard.delegated_to or named)
    yield Row(said.comment, heard.comment[:_LONGEST])
    if heard.outcome is Outcome.BOUNCED:
        yield Row(said.address, heard.bounced or "")
        yield Row(said.reason, heard.reason)
