"""Times and days as people write them, on the clock at the venue."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Any

from dateutil.parser import ParserError, parse
from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.base import Part
from roundtable_ical.programme.texts import shortened

FIRST_YEAR, LAST_YEAR = 1970, 2199
_LONGEST_DATE = 60
_CLOCK = re.compile(r"(?:(\d{4}-\d{2}-\d{2})[ T]+)?(\d{1,2}[:.]\d{2})(?::00)?")
_LOOSE_TIME = re.compile(r"(\d{1,2})\s*(?:[:.h]?\s*(\d{2}))?\s*(?:([ap])\.?m?\.?|hrs?|h)?")


@dataclass(frozen=True, slots=True)
class WallClock:
    """What a clock on the wall shows: a time of day and, where it is stated, the day."""

    time: time
    day: date | None = None

    def on(self, day: date) -> datetime:
        """Return the wall time on its own day, or else on *day*; naive on purpose."""
        return datetime.combine(self.day or day, self.time)

    def __str__(self) -> str:
        clock = f"{self.time:%H:%M}"
        return f"{self.day} {clock}" if self.day else clock


def wall_clock(value: object) -> WallClock:
    """Read ``08:15``, ``8.15``, ``2026-10-29 08:15``, a ``time`` or a naive ``datetime``.

    Raises:
        InvalidField: anything else; the hint says how to write it.

    >>> str(wall_clock("8.15"))
    '08:15'
    """
    match value:
        case WallClock():
            return value
        case datetime():
            return WallClock(_whole_minute(value.timetz()), day(value))
        case time():
            return WallClock(_whole_minute(value))
        case str():
            if found := _CLOCK.fullmatch(value.strip()):
                return WallClock(_time(found[2], value), day(found[1]) if found[1] else None)
    shown = shortened(str(value))
    raise InvalidField("time", shown, "is not a time of day", hint=_time_hint(str(value)))


def _whole_minute(value: time) -> time:
    """Return *value* as a clock on the wall shows it; what would be lost is refused."""
    if value.tzinfo is not None:
        hint = "write `timezone` for the segment, and here the time on the wall at the venue"
        raise InvalidField("time", str(value), "has a time zone of its own", hint=hint)
    if value.second or value.microsecond:
        raise InvalidField("time", str(value), "has seconds", hint="write a whole minute")
    return value.replace(fold=0)


def _time(words: str, whole: str) -> time:
    hours, minutes = map(int, words.replace(".", ":").split(":"))
    if hours > 23 or minutes > 59:
        raise InvalidField(
            "time",
            whole,
            "is not a time of day",
            hint="hours go from 00 to 23 and minutes to 59; midnight is 00:00 of the next day",
        )
    return time(hours, minutes)


def _time_hint(words: str) -> str:
    """Say how to write the time that *words* seem to mean."""
    found = _LOOSE_TIME.fullmatch(words.strip().lower())
    hours, minutes = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    if found and found[3] and hours <= 12:
        hours = hours % 12 + (12 if found[3] == "p" else 0)
    if hours > 23 or minutes > 59:
        return "write hours and minutes, as 08:15 or 14:30"
    return f"write {hours:02}:{minutes:02}"


def day(value: object) -> date:
    """Read ``2013-09-26`` or a ``date``.

    Raises:
        InvalidField: anything else; says so where only the year is missing (`MissingYear`).
    """
    if isinstance(value, datetime):
        return _of_our_time(value.date())
    if isinstance(value, date):
        return _of_our_time(value)
    words = str(value).strip()
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", words, re.ASCII):
        raise _unread(words)
    try:
        found = date.fromisoformat(words)
    except ValueError:
        raise InvalidField("date", words, "does not exist", hint="check month and day") from None
    return _of_our_time(found)


def _of_our_time(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        hint = f"check the year; {FIRST_YEAR} to {LAST_YEAR} are possible"
        raise InvalidField("date", str(day), "is too far away", hint=hint)
    return day


def _unread(words: str) -> InvalidField:
    """Return what keeps *words* from being a date."""
    leap, common = _parsed(words, 2000), _parsed(words, 2001)
    if leap is None:
        hint = "write year-month-day, as 2026-09-26"
        return InvalidField("date", shortened(words), "is not a date", hint=hint)
    if common is None or leap.year != common.year:
        hint = f"write the year too, as YYYY-{leap:%m-%d}"
        return MissingYear("date", words, "has no year", hint=hint)
    other = _parsed(words, 2000, dayfirst=True)
    meant = f"{leap.date()} or {other.date()}" if other and other != leap else f"{leap.date()}"
    hint = f"write {meant}, if that is what it means"
    return InvalidField("date", words, "is not written as year-month-day", hint=hint)


def _parsed(words: str, year: int, *, dayfirst: bool = False) -> datetime | None:
    if len(words) > _LONGEST_DATE or not words.isprintable():
        return None
    try:
        first = datetime(year, 1, 1)
        return parse(words, default=first, ignoretz=True, dayfirst=dayfirst)
    except (ParserError, OverflowError, ValueError, TypeError, ArithmeticError):
        return None


class MissingYear(InvalidField):
    """A date without its year."""


def _moment(value: object) -> datetime:
    moment: object = value
    if isinstance(value, str):
        try:
            moment = datetime.fromisoformat(value.strip())
        except ValueError:
            hint = "write day, time and offset, as 2026-10-01T09:00:00Z"
            raise InvalidField("moment", shortened(value), "is not a moment", hint=hint) from None
    if not isinstance(moment, datetime) or moment.utcoffset() is None:
        hint = "write time and offset too, as 2026-10-01T09:00:00Z or 2026-10-01T09:00:00-04:00"
        raise InvalidField("moment", str(value), "has no UTC offset", hint=hint)
    if moment.tzname() in {"LMT", "-00"}:
        hint = "write zone.localize(datetime(...)), or use zoneinfo"
        raise InvalidField("moment", str(moment), "is in pytz's local mean time", hint=hint)
    _of_our_time(moment.date())
    return moment.replace(microsecond=0)


_CLOCK_SCHEMA = {"type": "string", "description": "as 08:15 or 2026-10-29 08:15, at the venue"}
_DAY_SCHEMA = {"type": "string", "format": "date", "description": "as 2026-10-29"}
_MOMENT_SCHEMA = {"type": "string", "format": "date-time", "description": "with its offset"}

Clock = Annotated[
    WallClock, BeforeValidator(wall_clock), PlainSerializer(str), WithJsonSchema(_CLOCK_SCHEMA)
]
Day = Annotated[date, BeforeValidator(day), WithJsonSchema(_DAY_SCHEMA)]
Moment = Annotated[datetime, BeforeValidator(_moment), WithJsonSchema(_MOMENT_SCHEMA)]


class Hours(Part):
    """The hours that an invitation states, as printed; the agenda may say otherwise."""

    start: Clock
    end: Clock

    @model_validator(mode="after")
    def _in_order(self) -> "Hours":
        if self.end.time <= self.start.time:
            hint = "write the earlier time first"
            raise InvalidField("hours", str(self), "ends before it starts", hint=hint)
        return self

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"


def _hours(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    ends = re.split(r"\s*(?:-|–|—|\bto\b)\s*", value.strip())
    if len(ends) != 2:
        raise InvalidField(
            "hours", shortened(value), "is no span of hours", hint="write it as 08:30-10:00"
        )
    start, end = map(wall_clock, ends)
    if end.time <= start.time:
        raise InvalidField(
            "hours", value, "ends before it starts", hint="write the earlier time first"
        )
    return Hours(start=start, end=end)


StatedHours = Annotated[
    Hours,
    BeforeValidator(_hours),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "description": "as 08:30-10:00"}),
    Field(description="as the invitation states them"),
]
