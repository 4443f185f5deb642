"""The programme as speakers have answered: who accepted is confirmed, in feeds and on pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from roundtable_ical.itip.ledger import Invitations, SlotKey
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.merging.renaming import rebuilt
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.people import Appearance
from roundtable_ical.programme.segments import Changes, Segment

Declined = Literal["keep", "tbc"]
"""What becomes of who declined: shown as before, or as to be confirmed again."""


def as_answered(
    event: SideEvent, invitations: Invitations, declined: Declined = "keep"
) -> SideEvent:
    """Return *event* as its speakers have answered; *event* itself where nothing is different.

    Args:
        event: as the organiser planned it.
        invitations: with the answers that count.
        declined: whether a slot that was declined is to be confirmed again.

    Returns:
        An event whose words differ in nothing but who is to be confirmed. Of a person who is to be
        confirmed altogether, that stays true of the slots that they have not accepted.
    """
    answers = {
        key: invitation.partstat for key, invitation in invitations.items() if invitation.invited
    }
    accepted = {key for key, said in answers.items() if said is ParticipationStatus.ACCEPTED}
    doubted = {key for key, said in answers.items() if said is ParticipationStatus.DECLINED}
    answered = _Answered(
        accepted=frozenset(accepted),
        doubted=frozenset(doubted if declined == "tbc" else ()),
        named=frozenset(
            key.speaker_id
            for key in accepted
            if key.speaker_id in event.people and event.people[key.speaker_id].tbc
        ),
    )
    days: dict[str, list[Occurrence]] = {}
    told = {key.segment_id for key in (*answered.accepted, *answered.doubted)}
    for item in event.occurrences:
        if item.id in told and item.rule_day:
            days.setdefault(item.series, []).append(item)
    segments = tuple(answered.segment(each, days.get(each.id, ())) for each in event.segments)
    if segments == event.segments and not answered.named:
        return event
    people = tuple(
        person.model_copy(update={"tbc": False}) if person.id in answered.named else person
        for person in event.speakers
    )
    return rebuilt(event, segments=segments, speakers=people)


@dataclass(frozen=True, slots=True)
class _Answered:
    """Slots that were accepted, slots in doubt, and people confirmed for some of their slots."""

    accepted: frozenset[SlotKey]
    doubted: frozenset[SlotKey]
    named: frozenset[str]

    def segment(self, segment: Segment, days: Iterable[Occurrence]) -> Segment:
        """Return *segment* as it was answered; of a series *days* are those that were."""
        speakers = self._speakers(segment.id, segment.speakers)
        found = segment
        if speakers != segment.speakers:
            found = found.model_copy(update={"speakers": speakers})
        repeat = segment.repeat
        if repeat is None:
            return found
        changed: dict[date, tuple[Appearance, ...]] = {}
        for day, changes in repeat.changes.items():
            if changes.speakers is not None:
                id_ = f"{segment.id}-{day:%Y%m%d}"
                changed[day] = self._speakers(id_, changes.speakers)
        for item in days:
            said = self._speakers(item.id, item.segment.speakers)
            if item.rule_day and said != speakers:
                changed[item.rule_day] = said
        merged = {**repeat.changes}
        for day, said in changed.items():
            before = merged.get(day) or Changes()
            merged[day] = before.model_copy(update={"speakers": said})
        if merged == repeat.changes:
            return found
        return found.model_copy(update={"repeat": repeat.model_copy(update={"changes": merged})})

    def _speakers(self, segment_id: str, speakers: Iterable[Appearance]) -> tuple[Appearance, ...]:
        return tuple(self._appearance(segment_id, each) for each in speakers)

    def _appearance(self, segment_id: str, each: Appearance) -> Appearance:
        key = SlotKey(segment_id, each.speaker)
        tbc = each.tbc or key in self.doubted or each.speaker in self.named
        if key in self.accepted:
            tbc = False
        return each if tbc == each.tbc else each.model_copy(update={"tbc": tbc})
