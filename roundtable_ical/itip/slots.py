"""What one speaker sees of their own slot: all that an invitation says, and nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from roundtable_ical.ical.addresses import Addresses
from roundtable_ical.ical.description import Speech, join_link
from roundtable_ical.itip.domains import in_ascii
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.people import Appearance, Role, Speaker
from roundtable_ical.programme.segments import Status
from roundtable_ical.programme.texts import public, said


class SlotKey(NamedTuple):
    """One speaker in one segment (or one day of a recurring one); what an invitation is for."""

    segment_id: str
    speaker_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One speaker's part in one segment, in the speaker's language.

    *start* and *end* are in UTC, *timezone* is the IANA zone of the venue's clock, *own_timezone*
    that of the speaker where it is known. *address* is the speaker's mailbox, *organizer_address*
    the one that answers come back to, their domains in ASCII. *others* names who else speaks, one a
    line, in the order of the programme. No text holds an e-mail address.
    """

    address: str
    name: str
    language: str
    organizer_address: str
    organizer_name: str
    event_title: str
    title: str
    start: datetime
    end: datetime
    timezone: str
    status: Status
    role: Role
    open_end: bool = False
    remote: bool = False
    location: str = ""
    description: str = ""
    others: str = ""
    join: str = ""
    page: str = ""
    own_timezone: str = ""

    @property
    def asks(self) -> tuple[datetime, datetime, Status]:
        """What an answer is for; when it changes, the answer is asked again.

        Source: RFC 5546 section 2.1.4 (DTSTART, DTEND, STATUS); words leave the answer alone.
        """
        return self.start, self.end, self.status

    @property
    def seen(self) -> "Slot":
        """The slot as far as a difference is worth a letter.

        Neither white space nor the order in which others are named is, nor the address of a page
        or the zone that one's own time is shown in.
        """
        return replace(
            self,
            address=in_ascii(self.address).lower(),
            organizer_address=in_ascii(self.organizer_address).lower(),
            language="",
            description=" ".join(self.description.split()),
            others="\n".join(sorted(self.others.split("\n"))),
            page="",
            own_timezone="",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Uninvited:
    """Somebody on the agenda who gets no invitation, and *reason*, a sentence without its dot."""

    key: SlotKey
    reason: str


def slots(event: SideEvent, base: str | None = None) -> Mapping[SlotKey, Slot]:
    """Return the slot of everybody who can be written to, in order of time.

    Args:
        event: the programme.
        base: public address of the event's page, where it is not the event's own.

    Returns:
        A slot for each speaker with an address in each segment that has a time and takes place;
        past ones too. The organizer's own mailbox is left out: a calendar that finds it among the
        guests takes the speaker for the host.
    """
    writer = _Writer(event, Addresses(base or event.url))
    found: dict[SlotKey, Slot] = {}
    for item in event.occurrences:
        for appearance in () if item.cancelled else item.segment.speakers:
            key = SlotKey(item.id, appearance.speaker)
            slot = writer.slot(item, appearance) if key not in found else None
            if slot:
                found[key] = slot
    return found


def unreachable(event: SideEvent) -> Mapping[SlotKey, str]:
    """Return who speaks in what takes place though nobody can write to them, and their names.

    They have not lost their slot, and whoever was written to before must not be told so.
    """
    return {
        SlotKey(item.id, appearance.speaker): _called(event, event.people[appearance.speaker])
        for item in event.occurrences
        if not item.cancelled
        for appearance in item.segment.speakers
        if _reason(event, appearance)
    }


def uninvited(event: SideEvent, moment: datetime) -> tuple[Uninvited, ...]:
    """Return who on the agenda gets no invitation at *moment*, and why, in order of time."""
    found: dict[SlotKey, str] = {}
    for item in event.occurrences:
        for appearance in item.segment.speakers:
            reason = _reason(event, appearance)
            if not reason and item.cancelled:
                reason = "the segment is cancelled"
            if not reason and item.span[1] <= moment:
                reason = "the segment is over"
            if reason:
                found.setdefault(SlotKey(item.id, appearance.speaker), reason)
    for segment in event.unscheduled:
        for appearance in segment.speakers:
            reason = _reason(event, appearance) or "the segment has no time yet"
            found.setdefault(SlotKey(segment.id, appearance.speaker), reason)
    return tuple(Uninvited(key=key, reason=reason) for key, reason in found.items())


def _reason(event: SideEvent, appearance: Appearance) -> str:
    """Return why nobody can write to who appears; empty where one can."""
    person = event.people[appearance.speaker]
    if event.organizer is None:
        return "the event has no organizer; write its `organizer` with name and email"
    if person.email is None:
        named = "has no address; write their `email`"
        return named if person.name else "is still to be named, and has no address"
    if in_ascii(person.email).lower() == in_ascii(event.organizer.email).lower():
        return "has the address of the organizer, and nobody invites themselves"
    return ""


class _Writer:
    """Writes the slots of one event; speakers of one language share its words."""

    def __init__(self, event: SideEvent, addresses: Addresses) -> None:
        self._event = event
        self._addresses = addresses
        self._speeches: dict[str, Speech] = {}

    def slot(self, item: Occurrence, appearance: Appearance) -> Slot | None:
        """Return the slot of who appears in *item*; None where nobody can write to them."""
        event, segment = self._event, item.segment
        person = event.people[appearance.speaker]
        if event.organizer is None or person.email is None or _reason(event, appearance):
            return None
        language = person.language or event.language
        spoken = language, event.language
        start, end = item.span
        texts = (segment.note, segment.abstract)
        return Slot(
            address=in_ascii(person.email),
            name=_called(event, person),
            language=language,
            organizer_address=in_ascii(event.organizer.email),
            organizer_name=public(event.organizer.name.said_in(*spoken)),
            event_title=public(event.title.said_in(*spoken)),
            title=public(segment.title.said_in(*spoken)),
            start=start,
            end=end,
            timezone=item.zone.key,
            status=segment.status,
            role=appearance.role,
            open_end=segment.open_end,
            remote=appearance.remote,
            location=public(item.venue.location(*spoken)) if item.venue else "",
            description=public("\n\n".join(filter(None, (said(text, *spoken) for text in texts)))),
            others=public("\n".join(self._others(item, appearance.speaker, language))),
            join=join_link(item) or "",
            page=self._addresses.segment(item.id) or "",
            own_timezone=person.timezone.key if person.timezone else "",
        )

    def _others(self, item: Occurrence, speaker_id: str, language: str) -> Iterator[str]:
        """Yield who else speaks, as the feed has it, but not whether they have agreed already."""
        speech = self._speech(language)
        for other in item.segment.speakers:
            if other.speaker == speaker_id:
                continue
            person = self._event.people[other.speaker]
            role = f"{speech.words.roles[other.role]}{speech.words.colon}"
            known = person.public_name(language, self._event.language)
            position = person.position(language, self._event.language) if known else ""
            who = ", ".join(filter(None, (speech.name(other.speaker), position)))
            aside = f" ({speech.words.remote})" if other.remote else ""
            yield f"{'' if other.role is Role.SPEAKER else role}{who}{aside}"

    def _speech(self, language: str) -> Speech:
        if language not in self._speeches:
            self._speeches[language] = Speech(self._event, language)
        return self._speeches[language]


def _called(event: SideEvent, person: Speaker) -> str:
    """Return how a letter names its reader, who need not have agreed to be named in public."""
    spoken = person.language or event.language, event.language
    words = (said(part, *spoken) for part in (person.honorific, person.name))
    return public(" ".join(filter(None, words)) if person.name else person.place_words(*spoken))
