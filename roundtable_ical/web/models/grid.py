"""Rooms in parallel as a grid: which row and column each item of a day stands in.

Rows are stretches of 15 minutes, or of 5 where somebody begins in between; they grow with their
text, so nothing is cut off and nothing overlaps. What two items of one room share, they share side
by side. Long empty stretches fold into one row. Numbers leave as CSS for one ``style`` element.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.web.models.agenda import Agenda, Day
from roundtable_ical.web.models.hours import offset
from roundtable_ical.web.models.said import NOTHING, Said

MOST_ROOMS = 4
"""Beyond that a grid is too narrow to read, and the day stays a list."""
MOST_ROWS = 400
_FOLD = timedelta(hours=2)
_TICK = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A column of times: *city* and how far it is from UTC."""

    city: str
    offset: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The head of a room: *id* names its column in the style."""

    id: str
    city: Said
    name: Said
    place: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A half hour: what the clocks show at *moment* (UTC); *row* counts from 1."""

    id: str
    moment: str
    times: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """A long empty stretch: until when, on each clock."""

    id: str
    times: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One day as a grid; *css* places all its parts, by their ids on the page."""

    id: str
    clocks: tuple[Clock, ...]
    rooms: tuple[Room, ...]
    ticks: tuple[Tick, ...]
    folds: tuple[Fold, ...]
    css: str


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a day: *starts* and *ends* of each, in UTC; some rows are *folded* ones."""

    starts: tuple[datetime, ...]
    ends: tuple[datetime, ...]
    folded: frozenset[int]
    unit: timedelta

    def of(self, start: datetime, end: datetime) -> tuple[int, int]:
        """Return the lines of the grid between which a span stands; 2 is the first below heads."""
        first = next(n for n, row_end in enumerate(self.ends) if row_end > start)
        last = next(n for n in range(len(self.starts) - 1, -1, -1) if self.starts[n] < end)
        return first + 2, last + 3


def grid(agenda: Agenda, day: Day) -> Grid | None:
    """Return *day* as a grid, or None where a list is what it wants: one room, or too many."""
    items = day.items
    rooms = list(dict.fromkeys(item.venue.id if item.venue else "" for item in items))
    if not 1 < len(rooms) <= MOST_ROOMS:
        return None
    rows = _rows(items)
    if len(rows.starts) > MOST_ROWS:
        return None
    zones = _zones(agenda, items)
    name = day.anchor
    lanes, placed = _lanes(items, rooms, rows)
    heads = _heads(agenda, day, rooms)
    ticks, folds = _ticks(name, rows, zones, agenda), _folds(name, rows, zones, agenda)
    first = len(zones) + 1
    columns = {id_: first + sum(lanes[other] for other in rooms[:n]) for n, id_ in enumerate(rooms)}
    rules = [_template(name, len(zones), sum(lanes.values()), rows)]
    rules += [f"#{head.id}{{grid-column:{columns[id_]}/span {lanes[id_]}}}"
              for id_, head in zip(rooms, heads, strict=True)]  # fmt: skip
    rules += _tick_rules(name, rows)
    for item, (top, bottom, lane) in zip(items, placed, strict=True):
        column = columns[item.venue.id if item.venue else ""] + lane
        wide = "" if _shares(item, items) else f"/span {lanes[item.venue.id if item.venue else '']}"
        rules.append(f"#s-{item.id}{{grid-area:{top}/{column}/{bottom}/{_end(column, wide)}}}")
    return Grid(
        id=name,
        clocks=_clocks(items, zones),
        rooms=heads,
        ticks=ticks,
        folds=folds,
        css="\n".join(rules),
    )


def _end(column: int, wide: str) -> str:
    return wide.removeprefix("/") or str(column + 1)


def _shares(item: Occurrence, items: Sequence[Occurrence]) -> bool:
    """Whether another item is in the same room at the same time."""
    return any(other is not item and other.venue == item.venue and item.overlaps(other)
               for other in items)  # fmt: skip


def _rows(items: Sequence[Occurrence]) -> _Rows:
    moments = sorted({moment for item in items for moment in item.span})
    unit = timedelta(minutes=15 if all(moment.minute % 15 == 0 for moment in moments) else 5)
    busy = _busy(items)
    starts: list[datetime] = []
    ends: list[datetime] = []
    folded: set[int] = set()
    for n, (start, end) in enumerate(busy):
        if n and start - busy[n - 1][1] > _FOLD:
            folded.add(len(starts))
            starts.append(busy[n - 1][1])
            ends.append(start)
        elif n:
            _fill(starts, ends, busy[n - 1][1], start, unit)
        _fill(starts, ends, start, end, unit)
    return _Rows(tuple(starts), tuple(ends), frozenset(folded), unit)


def _fill(starts: list[datetime], ends: list[datetime], start: datetime, end: datetime,
          unit: timedelta) -> None:  # fmt: skip
    while start < end:
        starts.append(start)
        start += unit
        ends.append(start)


def _busy(items: Sequence[Occurrence]) -> list[tuple[datetime, datetime]]:
    """Return the stretches in which something takes place, in whole half hours."""
    found: list[tuple[datetime, datetime]] = []
    for start, end in sorted(item.span for item in items):
        first, last = _floor(start, _TICK), _floor(end - timedelta(seconds=1), _TICK) + _TICK
        if found and first <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], last)
        else:
            found.append((first, last))
    return found


def _floor(moment: datetime, unit: timedelta) -> datetime:
    midnight = datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return midnight + (moment - midnight) // unit * unit


def _lanes(
    items: Sequence[Occurrence], rooms: Sequence[str], rows: _Rows
) -> tuple[dict[str, int], list[tuple[int, int, int]]]:
    """Return how many lanes each room needs, and of each item its lines and its lane."""
    free: dict[str, list[int]] = {id_: [] for id_ in rooms}
    placed: dict[str, tuple[int, int, int]] = {}
    for item in sorted(items, key=lambda each: each.span):
        top, bottom = rows.of(*item.span)
        lanes = free[item.venue.id if item.venue else ""]
        lane = next((n for n, until in enumerate(lanes) if until <= top), len(lanes))
        if lane == len(lanes):
            lanes.append(bottom)
        lanes[lane] = bottom
        placed[item.id] = top, bottom, lane
    counts = {id_: max(1, len(lanes)) for id_, lanes in free.items()}
    return counts, [placed[item.id] for item in items]


def _zones(agenda: Agenda, items: Sequence[Occurrence]) -> tuple[tuple[str, ZoneInfo], ...]:
    """Return the clocks of a day, most used first: those of the venues, else the reader's too."""
    counts: dict[str, int] = {}
    for item in items:
        counts[item.zone.key] = counts.get(item.zone.key, 0) + 1
    named = {item.zone.key: agenda.row(item).city.text for item in reversed(items)}
    keys = sorted(counts, key=lambda key: -counts[key])[:2]
    found = [(named[key], next(item.zone for item in items if item.zone.key == key))
             for key in keys]  # fmt: skip
    reader = agenda.reader
    if len(found) == 1 and reader.zone and reader.zone.key != found[0][1].key:
        found.append((reader.city_name(reader.city), reader.zone))
    return tuple(found)


def _clocks(items: Sequence[Occurrence], zones: Sequence[tuple[str, ZoneInfo]]
            ) -> tuple[Clock, ...]:  # fmt: skip
    first = items[0].span[0]
    return tuple(Clock(city=city, offset=offset(first.astimezone(zone))) for city, zone in zones)


def _heads(agenda: Agenda, day: Day, rooms: Sequence[str]) -> tuple[Room, ...]:
    rows = {row.venue: row for row in day.rows}
    return tuple(
        Room(
            id=f"{day.anchor}-{n}",
            city=rows[id_].city if id_ else NOTHING,
            name=rows[id_].room,
            place=agenda.say(agenda.event.places[id_].name)
            if id_ and agenda.event.places[id_].room
            else NOTHING,
        )
        for n, id_ in enumerate(rooms)
    )


def _half_hours(rows: _Rows) -> Iterator[tuple[int, datetime]]:
    for n, start in enumerate(rows.starts):
        if n not in rows.folded and _floor(start, _TICK) == start:
            yield n, start


def _ticks(name: str, rows: _Rows, zones: Sequence[tuple[str, ZoneInfo]], agenda: Agenda
           ) -> tuple[Tick, ...]:  # fmt: skip
    return tuple(
        Tick(
            id=f"{name}-t{n}",
            moment=start.isoformat(timespec="minutes"),
            times=tuple(agenda.reader.time(start.astimezone(zone)) for _, zone in zones),
        )
        for n, start in _half_hours(rows)
    )


def _folds(name: str, rows: _Rows, zones: Sequence[tuple[str, ZoneInfo]], agenda: Agenda
           ) -> tuple[Fold, ...]:  # fmt: skip
    return tuple(
        Fold(
            id=f"{name}-f{n}",
            times=tuple(
                (agenda.reader.time(rows.ends[n].astimezone(zone)), city) for city, zone in zones
            ),
        )
        for n in sorted(rows.folded)
    )


def _tick_rules(name: str, rows: _Rows) -> list[str]:
    per_tick = _TICK // rows.unit
    rules = [f"#{name}-t{n}{{grid-row:{n + 2}/span {per_tick}}}" for n, _ in _half_hours(rows)]
    return rules + [f"#{name}-f{n}{{grid-row:{n + 2}}}" for n in sorted(rows.folded)]


def _template(name: str, clocks: int, lanes: int, rows: _Rows) -> str:
    height = 1.5 * (rows.unit / timedelta(minutes=15))
    count = len(rows.starts)
    return (
        f"#{name}-grid{{"
        f"grid-template-columns:repeat({clocks},4.5rem) repeat({lanes},minmax(0,1fr));"
        f"grid-template-rows:auto repeat({count},minmax({height:g}rem,auto))}}"
    )
