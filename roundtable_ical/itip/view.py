"""The programme as speakers have answered: who accepted is confirmed, in feeds and on pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from roundtable_ical.itip.ledger import Invitations, SlotKey
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.merging.renaming import rebuilt
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
    segments = tuple(answered.segment(event, segment) for segment in event.segments)
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

    def segment(self, event: SideEvent, segment: Segment) -> Segment:
        """Return *segment*, its days too, as it was answered."""
        speakers = self._speakers(segment.id, segment.speakers)
        found = segment
        if speakers != segment.speakers:
            found = found.model_copy(update={"speakers": speakers})
        if segment.repeat is None:
            return found
        days = self._days(event, segment, speakers)
        changes = {
            day: (segment.repeat.changes.get(day) or Changes()).model_copy(
                update={"speakers": others}
            )
            for day, others in days.items()
        }
        if not changes:
            return found
        merged = {**segment.repeat.changes, **changes}
        repeat = segment.repeat.model_copy(update={"changes": merged})
        return found.model_copy(update={"repeat": repeat})

    def _days(
        self, event: SideEvent, segment: Segment, speakers: tuple[Appearance, ...]
    ) -> dict[date, tuple[Appearance, ...]]:
        """Return who speaks on each day of a series that is unlike the others now."""
        found: dict[date, tuple[Appearance, ...]] = {}
        if segment.repeat is None:
            return found
        for day, changed in segment.repeat.changes.items():
            if changed.speakers is not None:
                id_ = f"{segment.id}-{day:%Y%m%d}"
                found[day] = self._speakers(id_, changed.speakers)
        for item in event.occurrences:
            if item.series == segment.id and item.rule_day and self._told(item.id):
                said = self._speakers(item.id, item.segment.speakers)
                if said != speakers:
                    found[item.rule_day] = said
        return found

    def _told(self, segment_id: str) -> bool:
        return any(key.segment_id == segment_id for key in (*self.accepted, *self.doubted))

    def _speakers(self, segment_id: str, speakers: Iterable[Appearance]) -> tuple[Appearance, ...]:
        return tuple(self._appearance(segment_id, each) for each in speakers)

    def _appearance(self, segment_id: str, each: Appearance) -> Appearance:
        key = SlotKey(segment_id, each.speaker)
        tbc = each.tbc or key in self.doubted or each.speaker in self.named
        if key in self.accepted:
            tbc = False
        return each if tbc == each.tbc else each.model_copy(update={"tbc": tbc})
