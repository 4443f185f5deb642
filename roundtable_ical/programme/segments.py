"""The items of an agenda."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, Field, model_validator

from roundtable_ical import zones
from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.base import Part
from roundtable_ical.programme.clock import Clock, Day
from roundtable_ical.programme.foreign import Foreign
from roundtable_ical.programme.people import Appearance
from roundtable_ical.programme.places import Thing, Zone
from roundtable_ical.programme.recurrence import checked_rule
from roundtable_ical.programme.texts import Line, Slug, Text, WebAddress


class Kind(StrEnum):
    """What sort of item it is."""

    WELCOME = "welcome"
    OPENING = "opening"
    CEREMONY = "ceremony"
    VIDEO = "video"
    KEYNOTE = "keynote"
    STATEMENT = "statement"
    PRESENTATION = "presentation"
    DISCUSSION = "discussion"
    PANEL = "panel"
    ROUNDTABLE = "roundtable"
    QUESTIONS = "questions"
    WORKSHOP = "workshop"
    BRIEFING = "briefing"
    PERFORMANCE = "performance"
    EXHIBITION = "exhibition"
    NETWORKING = "networking"
    REGISTRATION = "registration"
    BREAK = "break"
    MEAL = "meal"
    RECEPTION = "reception"
    CLOSING = "closing"
    OTHER = "other"


ELASTIC_KINDS = frozenset({Kind.BREAK, Kind.MEAL})
"""Kinds that give way where nobody says otherwise."""
LEAST_MINUTES = 5
"""What is left of one that gives way and says nothing."""


class Status(StrEnum):
    """How sure it is (RFC 5545 section 3.8.1.11); *unscheduled* has no time yet."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"
    UNSCHEDULED = "unscheduled"


class Fold(StrEnum):
    """Which of the two is meant when the clock shows a time twice."""

    FIRST = "first"
    SECOND = "second"


class Changes(Part):
    """What is different at one occurrence of a recurring segment."""

    title: Line | None = None
    abstract: Text | None = None
    date: Day | None = None
    start: Clock | None = None
    end: Clock | None = None
    minutes: int | None = Field(None, ge=1, le=7 * 24 * 60, description="in place of an end")
    open_end: bool | None = Field(
        None, description="whether nobody knows its end; one that is written here is known"
    )
    fold: Fold | None = Field(None, description="which one, where the clock shows a time twice")
    venue: Slug | None = None
    speakers: tuple[Appearance, ...] | None = None
    status: Status | None = None
    note: Line | None = None


class Repeat(Part):
    """The days of a recurring segment (RFC 5545 section 3.8.5)."""

    rule: Annotated[str, AfterValidator(checked_rule)] = Field(
        description="RRULE of days, as FREQ=DAILY;COUNT=5"
    )
    without: tuple[Day, ...] = Field((), description="days left out (EXDATE)")
    also: tuple[Day, ...] = Field((), description="further days (RDATE)")
    changes: Mapping[Day, Changes] = Field({}, description="by the day it would have been on")


class Segment(Part):
    """One item of the agenda; its `start` and `end` are wall times at the venue.

    In code `start` and `end` may be aware datetimes (zoneinfo, pytz localised, dateutil); they
    become wall time and zone.
    """

    id: Slug
    title: Line
    abstract: Text | None = None
    kind: Kind = Kind.OTHER
    status: Status = Status.CONFIRMED
    date: Day | None = Field(None, description="day of the start, where the event has several")
    start: Clock | None = Field(None, description="none: unscheduled")
    end: Clock | None = None
    minutes: int | None = Field(None, ge=1, le=7 * 24 * 60, description="in place of an end")
    open_end: bool = Field(
        False, description="nobody knows its end; `end` or `minutes` is what calendars show"
    )
    fold: Fold | None = Field(None, description="which one, where the clock shows a time twice")
    timezone: Zone | None = Field(None, description="where it differs from the venue's")
    venue: Slug | None = None
    url: WebAddress | None = Field(None, description="join link of this segment alone")
    themes: tuple[Slug, ...] = ()
    speakers: tuple[Appearance, ...] = ()
    repeat: Repeat | None = None
    fixed: bool = Field(False, description="an anchor: neither its start nor its end may move")
    elastic: bool | None = Field(
        None, description="may give way when others need time; breaks and meals do unless said"
    )
    least: int | None = Field(
        None, ge=1, le=7 * 24 * 60, description="minutes that are left of it when it gives way"
    )
    audience: int | None = Field(None, ge=1, le=1_000_000, description="people expected")
    needs: tuple[Thing, ...] = Field((), description="what its room must have")
    note: Line | None = Field(None, description="a line beside the status, as why it is cancelled")
    foreign: Foreign = Field({})

    @model_validator(mode="before")
    @classmethod
    def _from_moments(cls, values: Any) -> Any:
        """Turn aware datetimes into wall time and zone."""
        if not isinstance(values, Mapping):
            return values
        moments = {
            field: zones.normalised(value, field=field)
            for field in ("start", "end")
            if isinstance(value := values.get(field), datetime) and value.tzinfo is not None
        }
        if not moments:
            return values
        told = values.get("timezone")
        zone = zones.zone(told) if told else next(iter(moments.values())).tzinfo
        local = {field: moment.astimezone(zone) for field, moment in moments.items()}
        twice = [moment for moment in local.values() if zones.ambiguous(moment)]
        fold: dict[str, object] = {}
        if twice and values.get("fold") is None:
            fold["fold"] = list(Fold)[twice[0].fold]
        if len({moment.fold for moment in twice}) > 1:
            # One word cannot say that it begins in the first pass and ends in the second.
            elapsed = moments["end"].astimezone(UTC) - moments["start"].astimezone(UTC)
            del local["end"]
            fold |= {"end": None, "minutes": elapsed // timedelta(minutes=1)}
        walls = {field: moment.replace(tzinfo=None) for field, moment in local.items()}
        return {**values, **walls, **fold, "timezone": zone}

    @model_validator(mode="after")
    def _anchored(self) -> "Segment":
        if self.fixed and self.elastic:
            hint = "keep one of the two"
            raise InvalidField("elastic", self.id, "is fixed, and gives way", hint=hint)
        return self

    @property
    def gives_way(self) -> bool:
        """Whether it may become shorter when others need time."""
        told = self.kind in ELASTIC_KINDS if self.elastic is None else self.elastic
        return told and not self.fixed

    def shortest(self, minutes: int) -> int:
        """Return what must be left of it, of *minutes* that it has: all, unless it gives way."""
        return min(self.least or LEAST_MINUTES, minutes) if self.gives_way else minutes

    @property
    def scheduled(self) -> bool:
        """Whether its time is known."""
        return self.start is not None and self.status is not Status.UNSCHEDULED
