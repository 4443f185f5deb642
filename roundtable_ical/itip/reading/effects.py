"""What an answer changes: the newest one counts, whatever the order they arrive in."""

from dataclasses import replace
from datetime import UTC, datetime

from roundtable_ical.itip.ledger import Answer, Invitation, Proposal
from roundtable_ical.itip.outbox import Heard, Outcome
from roundtable_ical.itip.participation import ParticipationStatus

_OUTCOMES = {
    ParticipationStatus.ACCEPTED: (Outcome.ACCEPTED, "accepts"),
    ParticipationStatus.DECLINED: (Outcome.DECLINED, "declines"),
    ParticipationStatus.TENTATIVE: (Outcome.TENTATIVE, "says perhaps to"),
    ParticipationStatus.DELEGATED: (Outcome.DELEGATED, "wants somebody else to take"),
}
_EARLIEST = datetime.min.replace(tzinfo=UTC)


def untimely(invitation: Invitation, sequence: int) -> str:
    """Return why nothing answers *invitation* at *sequence*, as a sentence; "" where it may.

    Source: RFC 5546 section 2.1.5.
    """
    told = invitation.told
    if told is None:
        return "It answers an invitation that has not been sent yet"
    if not invitation.invited:
        return f"It answers an invitation to “{told.slot.title}” that was withdrawn"
    if sequence < told.asked:
        return f"It answers “{told.slot.title}” as it was before it changed; they were asked again"
    if sequence > told.sequence:
        return f"It answers a version of “{told.slot.title}” that we never sent"
    return ""


def effect(invitation: Invitation, heard: Heard) -> tuple[Heard, Invitation]:
    """Return what becomes of *heard*, which is believed, and *invitation* with it.

    A proposed time is one more thing beside an answer; with it a no to the present time is taken
    as perhaps, because the speaker would come. What the slot is does not change.
    """
    if reason := untimely(invitation, heard.sequence):
        return replace(heard, outcome=Outcome.IGNORED, reason=f"{reason}."), invitation
    slot = invitation.told.slot if invitation.told else None
    name, title = (slot.name or slot.address, slot.title) if slot else ("", "")
    proposes = heard.start is not None or heard.outcome is Outcome.COUNTERED
    partstat = heard.partstat
    if proposes and partstat:
        maybe = partstat in (ParticipationStatus.TENTATIVE, ParticipationStatus.DECLINED)
        partstat = ParticipationStatus.TENTATIVE if maybe else None
    after, newest, known = invitation, False, True
    if partstat:
        answer, last = _answer(heard, partstat), invitation.answer
        newest = last is None or answer.rank > last.rank
        known = last is not None and replace(answer, digest=last.digest) == last
        after = replace(after, answer=answer) if newest else after
    if proposes:
        proposal, before = _proposal(heard), invitation.proposal
        newest = before is None or proposal.rank > before.rank
        if before and proposal == replace(
            before, digest=heard.digest, declined=False, taken=False
        ):  # a copy asks nothing again
            proposal = replace(proposal, declined=before.declined, taken=before.taken)
        else:
            known = False
        after = replace(after, proposal=proposal) if newest else after
    if known and (partstat or proposes):
        reason = f"{name} has sent the same about “{title}” before, which counts."
        return replace(heard, outcome=Outcome.IGNORED, reason=reason), after
    if not newest:
        reason = f"{name} has sent something newer about “{title}”, which counts."
        return replace(heard, outcome=Outcome.IGNORED, reason=reason), after
    if proposes or partstat is None:
        what = "another time" if heard.start else "a change"
        reason = f"{name} proposes {what} for “{title}”; take it or decline it."
        return replace(heard, outcome=Outcome.COUNTERED, partstat=partstat, reason=reason), after
    outcome, does = _OUTCOMES[partstat]
    by = f": {heard.delegated_to}, who was not invited" if heard.delegated_to else ""
    return replace(heard, outcome=outcome, reason=f"{name} {does} “{title}”{by}."), after


def _answer(heard: Heard, partstat: ParticipationStatus) -> Answer:
    return Answer(
        partstat=partstat,
        sequence=heard.sequence,
        dtstamp=heard.dtstamp or _EARLIEST,
        source="mail",
        digest=heard.digest,
        comment=heard.comment,
        delegated_to=heard.delegated_to,
    )


def _proposal(heard: Heard) -> Proposal:
    return Proposal(
        sequence=heard.sequence,
        dtstamp=heard.dtstamp or _EARLIEST,
        digest=heard.digest,
        start=heard.start,
        end=heard.end,
        comment=heard.comment,
    )
