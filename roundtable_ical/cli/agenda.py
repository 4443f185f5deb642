"""An agenda on a terminal."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from rich.console import Group
from rich.table import Table
from rich.text import Text

from roundtable_ical.ical.description import Speech
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.segments import Status
from roundtable_ical.zones import city_of

_BAR = "█"


def agenda_table(event: SideEvent, other: ZoneInfo | None = None) -> Table:
    """Return the agenda as a table, times at the venue and, where asked for, in *other*."""
    table = Table(box=None, expand=True, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("When", no_wrap=True)
    if other:
        table.add_column(city_of(other), no_wrap=True, style="dim")
    table.add_column("What", ratio=1, overflow="fold")
    table.add_column("Who", ratio=1, overflow="fold")
    speech = Speech(event)
    several_zones = len({item.zone.key for item in event.occurrences}) > 1
    several_places = len({item.venue and item.venue.id for item in event.occurrences}) > 1
    by_day = sorted(event.occurrences, key=lambda item: item.start.date())  # of several zones
    several_days = len({item.start.date() for item in by_day}) > 1
    for day, items in groupby(by_day, key=lambda item: item.start.date()):
        if several_days:
            table.add_row(Text(f"{day:%A} {day}", style="bold"))
        for item in items:
            when = f"{item.start:%H:%M}-{_end(item, item.end)}"
            cells = [f"{when} {city_of(item.zone)}" if several_zones else when]
            if other:
                cells.append(_in_zone(item, other))
            cells += _row(item, speech, place=several_places)
            table.add_row(*map(Text, cells), style=_style(item))
    for segment in event.unscheduled:
        who = "\n".join(speech.speakers(segment))
        cells = ["time open", *([""] if other else []), str(segment.title), who]
        table.add_row(*map(Text, cells), style="dim")
    return table


def _row(item: Occurrence, speech: Speech, *, place: bool) -> Iterator[str]:
    status = "" if item.segment.status is Status.CONFIRMED else f" ({item.segment.status})"
    where = f"\n{speech.named('venues', item.venue.id)}" if place and item.venue else ""
    yield f"{item.segment.title}{status}{where}"
    yield "\n".join(speech.speakers(item.segment))


def _style(item: Occurrence) -> str:
    return "strike dim" if item.cancelled else ""


def _in_zone(item: Occurrence, zone: ZoneInfo) -> str:
    start, end = (moment.astimezone(zone) for moment in item.span)
    shift = (start.date() - item.start.date()).days
    day = f" {shift:+d} day" if shift else ""
    return f"{start:%H:%M}-{_end(item, end)}{day}"


def _end(item: Occurrence, end: datetime) -> str:
    return "" if item.segment.open_end else f"{end:%H:%M}"


def timeline(event: SideEvent, width: int, zone: ZoneInfo | None = None) -> Group:
    """Return a bar for each segment, each day as wide as *width* columns allow.

    Days and times are those of *zone*, by default the event's.
    """
    lines: list[Text] = []
    zone = zone or event.timezone
    days = groupby(event.occurrences, key=lambda item: item.start.astimezone(zone).date())
    for day, grouped in days:
        items = list(grouped)
        first, last = min(item.span[0] for item in items), max(item.span[1] for item in items)
        names = max(len(item.id) for item in items)
        columns = max(width - names - 16, 10)
        lines.append(Text())
        lines.append(Text(f"{day}  {_clock(first, zone)}-{_clock(last, zone)} {city_of(zone)}"))
        for item in items:
            before, length = _columns(item, first, last, columns)
            bar = " " * before + ("░" if item.cancelled else _BAR) * length
            lines.append(Text(f"{_clock(item.span[0], zone)} {item.id:<{names}} {bar}"))
    return Group(*lines)


def _columns(item: Occurrence, first: datetime, last: datetime, columns: int) -> tuple[int, int]:
    start, end = item.span
    before = round((start - first) / (last - first) * columns)
    return before, max(1, round((end - first) / (last - first) * columns) - before)


def _clock(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.replace(tzinfo=UTC).astimezone(zone):%H:%M}"
