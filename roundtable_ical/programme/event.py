"""The side event: one value that holds the whole programme."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property
from itertools import chain
from typing import Annotated

from pydantic import AfterValidator, Field, PrivateAttr, field_validator, model_validator

from roundtable_ical.errors import InvalidField, InvalidProgramme
from roundtable_ical.programme.base import Part
from roundtable_ical.programme.clock import Day, Moment, StatedHours
from roundtable_ical.programme.constraints import Constraint
from roundtable_ical.programme.foreign import Foreign
from roundtable_ical.programme.integrity import (
    doubled_ids,
    doubled_occurrences,
    listed,
    rooms,
    unknown_id,
    unknown_ids,
    unknown_places,
    unknown_wishes,
)
from roundtable_ical.programme.occurrences import Frame, Occurrence, occurrences, unscheduled
from roundtable_ical.programme.people import Host, Organizer, Speaker
from roundtable_ical.programme.places import Venue, Zone
from roundtable_ical.programme.problems import Path, Problem, problem_of
from roundtable_ical.programme.segments import Segment, Status
from roundtable_ical.programme.texts import Domain, LanguageTag, Line, PageAddress, Slug, Text
from roundtable_ical.programme.themes import Theme
from roundtable_ical.programme.walks import Walk

RESERVED_IDS = frozenset({"api", "console", "healthz", "metrics", "readyz"})
"""Addresses of a server that no event can have."""


def _unreserved(id_: str) -> str:
    if id_ in RESERVED_IDS:
        hint = f"write another one, as {id_}-2026"
        raise InvalidField("id", id_, "is an address of the server itself", hint=hint)
    return id_


class SideEvent(Part):
    """A side event and its agenda; it cannot exist with an error inside.

    Raises:
        pydantic.ValidationError: fields that cannot be read; holds all of them.
        InvalidProgramme: fields that do not fit each other (an unknown speaker, a wall time that
            the clock skips, an end before its start); holds all of them.
    """

    id: Annotated[Slug, AfterValidator(_unreserved)]
    title: Line
    subtitle: Line | None = None
    kind: Line | None = Field(None, description='as "High-Level Breakfast Roundtable"')
    status: Status = Status.CONFIRMED
    language: LanguageTag = "en"
    timezone: Zone
    date: Day | None = Field(None, description="the day, of an event of one day")
    dates: tuple[Day, ...] = Field((), description="the days, of an event of several")
    hours: StatedHours | None = None
    url: PageAddress | None = Field(None, description="address of the event's public page")
    uid_domain: Domain = Field(
        "roundtable-ical",
        description="behind the @ of every UID; never change it once published",
    )
    created: Moment | None = Field(None, description="moment the programme was first written")
    revised: Moment = Field(description="moment of the last change to the programme")
    revision: int | None = Field(None, ge=0, lt=2**31, description="number of that change")
    hosts: tuple[Host, ...] = ()
    organizer: Organizer | None = Field(None, description="sender of invitations")
    objective: Text | None = None
    background: Text | None = None
    participants: tuple[Line, ...] = Field((), description="who takes part, by category")
    venue: Slug | None = Field(None, description="for segments that name none; else the only one")
    venues: tuple[Venue, ...] = ()
    walks: tuple[Walk, ...] = Field((), description="minutes between venues; else from `geo`")
    themes: tuple[Theme, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    segments: tuple[Segment, ...] = ()
    constraints: tuple[Constraint, ...] = Field((), description="what a plan keeps")
    foreign: Foreign = Field({})

    _occurrences: tuple[Occurrence, ...] = PrivateAttr(())
    _unscheduled: tuple[Segment, ...] = PrivateAttr(())
    _span: tuple[datetime, datetime] | None = PrivateAttr(None)
    _zone_spans: Mapping[str, tuple[datetime, datetime]] = PrivateAttr({})

    @field_validator("status")
    @classmethod
    def _known_when(cls, status: Status) -> Status:
        if status is Status.UNSCHEDULED:
            hint = "write confirmed, tentative or cancelled"
            raise InvalidField("status", status.value, "is for segments alone", hint=hint)
        return status

    @model_validator(mode="after")
    def _hangs_together(self) -> "SideEvent":
        problems = list(self._broken_references())
        frame = self.frame
        timed: list[tuple[Path, Occurrence]] = []
        untimed: list[Segment] = []
        for position, segment in enumerate(self.segments):
            path: Path = ("segments", position)
            try:
                timed += [(path, occurrence) for occurrence in occurrences(segment, frame)]
                untimed += unscheduled(segment, frame)
            except InvalidField as error:
                problems.append(problem_of(error, (*path, *error.field.split("."))))
        problems += doubled_occurrences(timed)
        if problems:
            raise InvalidProgramme(problems)
        in_order = sorted((occurrence for _, occurrence in timed), key=lambda item: item.span)
        self._occurrences = tuple(in_order)
        self._unscheduled = tuple(untimed)
        self._measure()
        return self

    def _broken_references(self) -> Iterator[Problem]:
        yield from doubled_ids("theme", listed("themes", self.themes))
        yield from doubled_ids("speaker", listed("speakers", self.speakers))
        yield from doubled_ids("host", listed("hosts", self.hosts))
        yield from doubled_ids("venue", rooms(self.venues))
        yield from doubled_ids("segment", listed("segments", self.segments))
        known = {
            "theme": frozenset(theme.id for theme in self.themes),
            "speaker": frozenset(speaker.id for speaker in self.speakers),
            "venue": frozenset(self.places),
        }
        yield from unknown_id("venue", self.venue, ("venue",), known)
        yield from unknown_ids(self.segments, known)
        yield from unknown_places(self.walks, known)
        if self.constraints:
            known |= {"segment": frozenset(segment.id for segment in self.segments)}
            yield from unknown_wishes(self.constraints, known)

    @cached_property
    def places(self) -> Mapping[str, Venue]:
        """Every venue and every room of one, by id, in the file's order."""
        expanded = chain.from_iterable(venue.expanded() for venue in self.venues)
        return {place.id: place for place in expanded}

    @cached_property
    def _buildings(self) -> Mapping[str, str]:
        return {room.id: venue.id for venue in self.venues for room in venue.rooms}

    def building_of(self, place_id: str) -> str | None:
        """Return the id of the venue that a room is in; None for what is no room."""
        return self._buildings.get(place_id)

    @cached_property
    def people(self) -> Mapping[str, Speaker]:
        """Every speaker by id, in the file's order."""
        return {speaker.id: speaker for speaker in self.speakers}

    @cached_property
    def topics(self) -> Mapping[str, Theme]:
        """Every theme by id, in the file's order."""
        return {theme.id: theme for theme in self.themes}

    @cached_property
    def agenda(self) -> Mapping[str, Segment]:
        """Everything on the agenda by id, each day of a recurring segment by its own."""
        timed = {item.id: item.segment for item in self.occurrences}
        return timed | {segment.id: segment for segment in self.unscheduled}

    @cached_property
    def frame(self) -> Frame:
        """What segments take from the event where they say nothing themselves."""
        days = self.days
        only_venue = self.venues[0].id if len(self.places) == 1 else None
        return Frame(
            zone=self.timezone,
            day=days[0] if len(days) == 1 else None,
            venue=self.venue or only_venue,
            venues=self.places,
            status=self.status,
        )

    @property
    def days(self) -> tuple[Day, ...]:
        """The days that the event states, in order."""
        return tuple(sorted({*self.dates, *([self.date] if self.date else [])}))

    @property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """Everything that has a time, cancelled ones too, in order of time."""
        return self._occurrences

    @property
    def unscheduled(self) -> tuple[Segment, ...]:
        """Everything whose time is open, in the file's order."""
        return self._unscheduled

    @property
    def start(self) -> datetime | None:
        """First moment of the agenda, in the event's zone; None while nothing has a time."""
        return self._span[0] if self._span else None

    @property
    def end(self) -> datetime | None:
        """First moment after the agenda, in the event's zone."""
        return self._span[1] if self._span else None

    @cached_property
    def holders(self) -> Mapping[tuple[str, str], tuple[int, ...]]:
        """Positions in `occurrences` by section and id, as ``("themes", "skills")``."""
        found: dict[tuple[str, str], list[int]] = {}
        for position, item in enumerate(self.occurrences):
            keys = [("segments", item.id)]
            keys += [("themes", id_) for id_ in item.segment.themes]
            keys += [("speakers", part.speaker) for part in item.segment.speakers]
            if item.venue:
                keys.append(("venues", item.venue.id))
                if building := self.building_of(item.venue.id):
                    keys.append(("venues", building))
            for key in keys:
                positions = found.setdefault(key, [])
                if positions[-1:] != [position]:  # somebody may have two roles in it
                    positions.append(position)
        return {key: tuple(positions) for key, positions in found.items()}

    @property
    def zone_spans(self) -> Mapping[str, tuple[datetime, datetime]]:
        """First and last moment (UTC) that is written in each zone, by its name."""
        return self._zone_spans

    def _measure(self) -> None:
        """Note what is asked for at every publication, once."""
        spans: dict[str, tuple[datetime, datetime]] = {}
        taking_place: list[tuple[datetime, datetime]] = []
        everything: list[tuple[datetime, datetime]] = []
        for item in self._occurrences:
            start, end = item.span
            first, last = spans.get(item.zone.key, (start, end))
            spans[item.zone.key] = min(first, start), max(last, end)
            everything.append((start, end))
            if not item.cancelled:
                taking_place.append((start, end))
        if found := taking_place or everything:
            first, last = found[0][0], max(end for _, end in found)
            self._span = first.astimezone(self.timezone), last.astimezone(self.timezone)
            known = spans.get(self.timezone.key, (first, last))
            spans[self.timezone.key] = min(known[0], first), max(known[1], last)
        self._zone_spans = spans
