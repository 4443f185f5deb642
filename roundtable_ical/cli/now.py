"""What runs, what is late, and what comes next."""

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from roundtable_ical import bootstrap, zones
from roundtable_ical.cli.options import JSON, STORE
from roundtable_ical.cli.programmes import programmes, store_there
from roundtable_ical.cli.reader_zone import TZ
from roundtable_ical.errors import InvalidField, RepeatedTime, RoundtableError
from roundtable_ical.ports import ProgrammeStore
from roundtable_ical.programme.clock import WallClock, wall_clock
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.now import Now, Turn
from roundtable_ical.scheduling.now import now as at_moment
from roundtable_ical.scheduling.spoken import span
from roundtable_ical.zones import city_of


class Moment(click.ParamType[datetime | WallClock]):
    """A moment with its offset, or a time on the clock of the event."""

    name = "moment"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime | WallClock:
        """Return the moment or the time, or end with the way to write it."""
        with suppress(ValueError):
            if (found := datetime.fromisoformat(value)).utcoffset() is not None:
                return found
        try:
            return wall_clock(value)
        except InvalidField:
            hint = 'write 9:00 or "2026-10-29 9:00" as the event\'s clock shows it'
            self.fail(f"{value!r} is no moment; {hint}, or 2026-10-29T09:00-04:00", param, ctx)


def _moment(at: datetime | WallClock | None, event: SideEvent) -> datetime:
    """Return the moment *at*: on the event's clock, today or else on its first day."""
    present = bootstrap.now()
    if not isinstance(at, WallClock):
        return at or present
    today = present.astimezone(event.timezone).date()
    days = event.days or sorted({item.start.date() for item in event.occurrences})
    wall = at.on(today if today in days or not days else days[0])
    try:
        return zones.moment(wall, event.timezone, field="--at")
    except RepeatedTime as error:
        hint = f"write it with its offset, as {wall:%Y-%m-%dT%H:%M}-04:00"
        raise InvalidField(error.field, error.value, error.reason, hint=hint) from None


@click.command()
@click.argument("event", metavar="EVENT")
@TZ
@click.option(
    "--at",
    type=Moment(),
    metavar="MOMENT",
    help="Another moment than the present; 9:00 is on the event's clock.",
)
@click.option("--watch", is_flag=True, help="Go on until stopped, and read the programme again.")
@click.option(
    "--every",
    "seconds",
    type=click.FloatRange(0.1, 3_600),
    default=15,
    show_default=True,
    help="Seconds between two looks, with --watch.",
)
@STORE
@JSON
def now(
    event: str,
    zone: ZoneInfo | None,
    at: datetime | WallClock | None,
    seconds: float,
    url: str | None,
    *,
    watch: bool,
    as_json: bool,
) -> None:
    """Tell what runs now, what is late, and what comes next in each room.

    Late is what begins later than it was announced when the day began; that is known of an event
    that is in the store.
    """
    with suppress(KeyboardInterrupt):
        while True:
            try:
                _look(event, url, at, zone, as_json=as_json, watch=watch)
            except RoundtableError as error:
                if not watch:
                    raise
                click.echo(f"roundtable: {error}", err=True)  # somebody may be writing it
            if not watch:
                return
            time.sleep(seconds)


def _look(
    event: str,
    url: str | None,
    at: datetime | WallClock | None,
    zone: ZoneInfo | None,
    *,
    as_json: bool,
    watch: bool,
) -> None:
    with store_there(url) as store:
        given = programmes([event], store)
        if len(given) != 1:
            raise click.UsageError(f"{event} holds {len(given)} events; name one")
        programme = given[0]
        moment = _moment(at, programme)
        found = at_moment(programme, moment, _announced(programme, moment, store))
    if as_json:
        report = {"event": programme.id, **found.as_json()}
        click.echo(json.dumps(report, ensure_ascii=False, indent=None if watch else 2))
        return
    console = Console(highlight=False, markup=False)
    if watch and console.is_terminal:
        console.clear()
    console.print(_head(programme, found, zone), style="bold")
    console.print(_table(programme, found, zone))


def _announced(
    event: SideEvent, moment: datetime, store: ProgrammeStore | None
) -> SideEvent | None:
    """Return what was public when the event's day began, or else what was public first."""
    history = store.history(event.id) if store else ()
    if store is None or not history:
        return None
    local = moment.astimezone(event.timezone)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0, fold=0).astimezone(UTC)
    before = [each.number for each in history if each.moment <= midnight]
    return store.programme(event.id, before[-1] if before else history[0].number)


def _head(event: SideEvent, found: Now, zone: ZoneInfo | None) -> str:
    clocks = [event.timezone, *([zone] if zone else [])]
    shown = (f"{found.moment.astimezone(each):%a %Y-%m-%d %H:%M} {each.key}" for each in clocks)
    return f"{event.title}: {', '.join(shown)}"


def _table(event: SideEvent, found: Now, zone: ZoneInfo | None) -> Table | Text:
    if not (found.running or found.next):
        return Text("nothing runs, and nothing follows")
    table = Table(box=None, expand=True, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in ("", "When", *([city_of(zone)] if zone else []), "What", "Where", ""):
        wide = {"What": 2, "Where": 1}.get(heading)
        table.add_column(heading, no_wrap=wide is None, overflow="fold", ratio=wide)
    for word, turns in (("now", found.running), ("next", found.next)):
        for turn in turns:
            table.add_row(*_cells(event, word, turn, found.moment, zone))
    shown = {turn.item.id for turn in (*found.running, *found.next)}
    for turn in found.late:
        if turn.item.id not in shown:
            table.add_row(*_cells(event, "late", turn, found.moment, zone))
    return table


def _cells(
    event: SideEvent, word: str, turn: Turn, moment: datetime, zone: ZoneInfo | None
) -> Iterator[str]:
    item = turn.item
    yield word
    today = item.start.date() == moment.astimezone(item.zone).date()
    day = "" if word == "now" or today else f"{item.start:%a %Y-%m-%d} "
    here = f" {city_of(item.zone)}" if item.zone.key != event.timezone.key else ""
    yield f"{day}{span(item.start, item.end)}{here}"
    if zone:
        start, end = (moment.astimezone(zone) for moment in item.span)
        yield span(start, end)
    yield item.segment.title.said_in(event.language)
    yield item.venue.id if item.venue else ""
    left = f"{turn.minutes} min left" if word == "now" else f"in {_length(turn.minutes)}"
    yield f"{left}, {turn.late} min late" if turn.late > 0 else left


def _length(minutes: int) -> str:
    if minutes < 120:
        return f"{minutes} min"
    hours = minutes // 60
    return f"{hours} h" if hours < 48 else f"{hours // 24} days"
