"""What the public sees of one segment, as a value that compares."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.people import Appearance, Role, Speaker
from roundtable_ical.programme.segments import Segment, Status
from roundtable_ical.programme.themes import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One segment with all that it takes from its venue, speakers and themes.

    *occurrence* is None while its time is open.
    """

    segment: Segment
    occurrence: Occurrence | None
    themes: tuple[Theme, ...]
    people: tuple[tuple[Appearance, Speaker], ...]

    @property
    def status(self) -> Status:
        """How sure it is; unscheduled while its time is open."""
        return self.occurrence.segment.status if self.occurrence else Status.UNSCHEDULED

    @property
    def day(self) -> date | None:
        """The day it begins on, at its venue."""
        return self.occurrence.start.date() if self.occurrence else None

    @property
    def place(self) -> str:
        """Where it is, in words; empty where nobody said."""
        venue = self.occurrence.venue if self.occurrence else None
        return venue.location(None) if venue else ""

    @property
    def when(self) -> str:
        """Day and hours on the clock at the venue, as ``2026-10-29 08:15-08:30``."""
        if self.occurrence is None:
            return "time open"
        start, end = self.occurrence.start, self.occurrence.end
        last = f"{end:%H:%M}" if end.date() == start.date() else f"{end:%Y-%m-%d %H:%M}"
        last = "" if self.segment.open_end else last
        return f"{start:%Y-%m-%d %H:%M}-{last}"


def seen(event: SideEvent, ids: Container[str]) -> dict[str, Seen]:
    """Return what *event* has on its agenda by id, in order of time, unscheduled last; of *ids*."""
    timed = (item for item in event.occurrences if item.id in ids)
    found = {item.id: _seen(event, item.segment, item) for item in timed}
    untimed = (segment for segment in event.unscheduled if segment.id in ids)
    return found | {segment.id: _seen(event, segment, None) for segment in untimed}


def _seen(event: SideEvent, segment: Segment, occurrence: Occurrence | None) -> Seen:
    return Seen(
        segment=segment,
        occurrence=occurrence,
        themes=tuple(event.topics[id_] for id_ in segment.themes),
        people=tuple((part, event.people[part.speaker]) for part in segment.speakers),
    )


def said_name(appearance: Appearance, speaker: Speaker) -> str:
    """Return who appears, as a "was / is" line names them: role, name and position."""
    name = speaker.public_name(None) or speaker.place_words(None) or "a speaker to be announced"
    position = speaker.position(None)
    whole = f"{name}, {position}" if speaker.public_name(None) and position else name
    return whole if appearance.role is Role.SPEAKER else f"{whole} ({appearance.role})"
