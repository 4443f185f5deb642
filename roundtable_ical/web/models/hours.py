"""A span of time as pages show it: at the venue, and on the reader's clock."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from roundtable_ical.web.reader import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """From *start* to *end* on one clock; *day* is said where it is another day than the one above.

    *end* is empty where nobody knows it, *end_at* then what calendars show for it. *start_at* and
    *end_at* are for ``<time datetime>``; *city* is what the clock is called by.
    """

    start: str
    end: str
    start_at: str
    end_at: str
    city: str = ""
    day: str = ""

    def __str__(self) -> str:
        return f"{self.start}–{self.end}"


def hours(
    start: datetime, end: datetime, reader: Reader, city: str = "", *, open_end: bool = False
) -> Hours:
    """Return the span in the zone that its moments are in; *open_end* where its end is a guess."""
    return Hours(
        start=reader.time(start),
        end="" if open_end else reader.time(end),
        start_at=start.isoformat(timespec="minutes"),
        end_at=end.isoformat(timespec="minutes"),
        city=city,
    )


def readers_hours(
    start: datetime, end: datetime, reader: Reader, *, open_end: bool = False
) -> Hours | None:
    """Return the span on the reader's clock; None where they asked for none, or it is the same."""
    if reader.zone is None:
        return None
    here, there = start.astimezone(reader.zone), end.astimezone(reader.zone)
    if (here.utcoffset(), there.utcoffset()) == (start.utcoffset(), end.utcoffset()):
        return None
    city, other = reader.city_name(reader.city), here.date() != start.date()
    found = hours(here, there, reader, city, open_end=open_end)
    return replace(found, day=reader.weekday(here.date())) if other else found


def offset(moment: datetime) -> str:
    """Return how far a clock is from UTC: "UTC−4", "UTC+5:30"."""
    delta = moment.utcoffset()
    minutes = round(delta.total_seconds() / 60) if delta else 0
    hour, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hour}" + (f":{rest:02}" if rest else "") if minutes else "UTC"


def in_zone(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return *moment* on the clock of *zone*."""
    return moment.astimezone(UTC).astimezone(zone)
