"""Rooms in parallel as a grid: which row and column each item of a day stands in.

Rows are stretches of 15 minutes, or of 5 where somebody begins in between; they grow with their
text, so nothing is cut off and nothing overlaps. What two items of one room share, they share side
by side. Long empty stretches fold into one row. Numbers leave as CSS for one ``style`` element.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.web.models.agenda import Agenda, Day
from roundtable_ical.web.models.grid_columns import columns_of, room_of
from roundtable_ical.web.models.grid_rows import HALF_HOUR, Rows, floor, rows_of
from roundtable_ical.web.models.hours import offset
from roundtable_ical.web.models.said import NOTHING, Said

MOST_ROOMS = 4
"""Beyond that a grid is too narrow to read, and the day stays a list."""
MOST_ROWS = 400


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


def grid(agenda: Agenda, day: Day) -> Grid | None:
    """Return *day* as a grid, or None where a list is what it wants: one room, or too many."""
    items, name = day.items, day.anchor
    used = {room_of(item) for item in items}
    if not 1 < len(used) <= MOST_ROOMS:
        return None
    rows = rows_of(items)
    if len(rows.starts) > MOST_ROWS:
        return None
    rooms = [id_ for id_ in (*agenda.event.places, "") if id_ in used]
    zones = _zones(agenda, items)
    columns = columns_of(items, rooms, rows)
    heads = _heads(agenda, day, rooms)
    first = len(zones) + 1
    rules = [_template(name, len(zones), columns.count, rows)]
    for head, (left, width) in zip(heads, columns.rooms.values(), strict=True):
        rules.append(f"#{head.id}{{grid-column:{first + left}/span {width}}}")
    rules += _tick_rules(name, rows)
    for id_, area in columns.areas.items():
        lines = area.top, first + area.left, area.bottom, first + area.right
        rules.append(f"#s-{id_}{{grid-area:{'/'.join(map(str, lines))}}}")
    return Grid(
        id=name,
        clocks=_clocks(items, zones),
        rooms=heads,
        ticks=_ticks(name, rows, zones, agenda),
        folds=_folds(name, rows, zones, agenda),
        css="\n".join(rules),
    )


def _zones(agenda: Agenda, items: Sequence[Occurrence]) -> tuple[tuple[str, ZoneInfo], ...]:
    """Return the clocks of a day, most used first: those of the venues, else the reader's too."""
    counts: dict[str, int] = {}
    for item in items:
        counts[item.zone.key] = counts.get(item.zone.key, 0) + 1
    named = {item.zone.key: agenda.row(item).city.text for item in reversed(items)}
    keys = sorted(counts, key=lambda key: -counts[key])[:2]
    found = [
        (named[key], next(item.zone for item in items if item.zone.key == key)) for key in keys
    ]
    reader = agenda.reader
    if len(found) == 1 and reader.zone and reader.zone.key != found[0][1].key:
        found.append((reader.city_name(reader.city), reader.zone))
    return tuple(found)


def _clocks(
    items: Sequence[Occurrence], zones: Sequence[tuple[str, ZoneInfo]]
) -> tuple[Clock, ...]:
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


def _half_hours(rows: Rows) -> Iterator[tuple[int, datetime]]:
    for n, start in enumerate(rows.starts):
        if n not in rows.folded and floor(start, HALF_HOUR) == start:
            yield n, start


def _ticks(
    name: str, rows: Rows, zones: Sequence[tuple[str, ZoneInfo]], agenda: Agenda
) -> tuple[Tick, ...]:
    return tuple(
        Tick(
            id=f"{name}-t{n}",
            moment=start.isoformat(timespec="minutes"),
            times=tuple(agenda.reader.time(start.astimezone(zone)) for _, zone in zones),
        )
        for n, start in _half_hours(rows)
    )


def _folds(
    name: str, rows: Rows, zones: Sequence[tuple[str, ZoneInfo]], agenda: Agenda
) -> tuple[Fold, ...]:
    return tuple(
        Fold(
            id=f"{name}-f{n}",
            times=tuple(
                (agenda.reader.time(rows.ends[n].astimezone(zone)), city) for city, zone in zones
            ),
        )
        for n in sorted(rows.folded)
    )


def _tick_rules(name: str, rows: Rows) -> list[str]:
    per_tick = HALF_HOUR // rows.unit
    rules = [f"#{name}-t{n}{{grid-row:{n + 2}/span {per_tick}}}" for n, _ in _half_hours(rows)]
    return rules + [f"#{name}-f{n}{{grid-row:{n + 2}}}" for n in sorted(rows.folded)]


def _template(name: str, clocks: int, lanes: int, rows: Rows) -> str:
    height = 1.5 * (rows.unit / timedelta(minutes=15))
    count = len(rows.starts)
    return (
        f"#{name}-grid{{"
        f"grid-template-columns:repeat({clocks},4.5rem) repeat({lanes},minmax(0,1fr));"
        f"grid-template-rows:auto repeat({count},minmax({height:g}rem,auto))}}"
    )
