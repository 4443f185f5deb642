"""Rooms in parallel as a grid: which row and column each item of a day stands in.

Rows are stretches of 15 minutes, or of 5 where somebody begins in between; they grow with their
text, so nothing is cut off and nothing overlaps. What two items of one room share, they share side
by side. Where rooms are many, those that are never in use at the same time share a column. Long
empty stretches fold into one row. Numbers leave as CSS for one ``style`` element.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.web.models.agenda import Agenda, Day
from roundtable_ical.web.models.grid_columns import columns_of
from roundtable_ical.web.models.grid_rooms import Group, room_of, shared
from roundtable_ical.web.models.grid_rows import HALF_HOUR, Rows, floor, rows_of
from roundtable_ical.web.models.hours import offset
from roundtable_ical.web.models.said import NOTHING, Said

MOST_COLUMNS = 4
"""Beyond that a grid is too narrow to read, and the day stays a list."""
MOST_ROWS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A column of times: *city* and how far it is from UTC."""

    city: str
    offset: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The head of a column: *id* names it in the style.

    *name* is that of its room, *place* the house that the room is in; where rooms share the column,
    *name* is that of the house, *place* is empty, and *city* too where they are in several.
    """

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
    """One day as a grid; *css* places all its parts, by their ids on the page.

    *shared* is whether rooms share a column, so that each item has to name its own.
    """

    id: str
    shared: bool
    clocks: tuple[Clock, ...]
    rooms: tuple[Room, ...]
    ticks: tuple[Tick, ...]
    folds: tuple[Fold, ...]
    css: str


def grid(agenda: Agenda, day: Day) -> Grid | None:
    """Return *day* as a grid, or None where a list is what it wants: one room, or too many."""
    items, name, event = day.items, day.anchor, agenda.event
    used = {room_of(item) for item in items}
    rooms = [id_ for id_ in (*event.places, "") if id_ in used]
    houses = {id_: event.building_of(id_) or id_ for id_ in rooms if id_}
    groups = shared(items, rooms, houses, MOST_COLUMNS) if len(rooms) > 1 else None
    if groups is None:
        return None
    rows = rows_of(items)
    if len(rows.starts) > MOST_ROWS:
        return None
    zones = _zones(agenda, items)
    columns = columns_of(items, groups, rows)
    heads = _heads(agenda, day, groups)
    first = len(zones) + 1
    rules = [_template(name, len(zones), columns.count, rows)]
    for head, (left, width) in zip(heads, columns.groups, strict=True):
        rules.append(f"#{head.id}{{grid-column:{first + left}/span {width}}}")
    rules += _tick_rules(name, rows)
    for id_, area in columns.areas.items():
        lines = area.top, first + area.left, area.bottom, first + area.right
        rules.append(f"#s-{id_}{{grid-area:{'/'.join(map(str, lines))}}}")
    return Grid(
        id=name,
        shared=len(groups) < len(rooms),
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


def _heads(agenda: Agenda, day: Day, groups: Sequence[Group]) -> tuple[Room, ...]:
    rows = {row.venue: row for row in day.rows}
    places = agenda.event.places

    def head(n: int, group: Group) -> Room:
        cities = dict.fromkeys(rows[id_].city if id_ else NOTHING for id_ in group)
        houses = dict.fromkeys(agenda.say(places[id_].name) for id_ in group if id_)
        [name, place] = [rows[group[0]].room, next(iter(houses), NOTHING)]
        if len(group) > 1:
            [name, place] = [_several(houses, agenda), NOTHING]
        elif not (group[0] and places[group[0]].room):
            place = NOTHING
        city = next(iter(cities)) if len(cities) == 1 else NOTHING
        return Room(id=f"{day.anchor}-{n}", city=city, name=name, place=place)

    return tuple(head(n, group) for n, group in enumerate(groups))


def _several(names: Iterable[Said], agenda: Agenda) -> Said:
    """Return *names* as one list, in the language of the first that is not the reader's."""
    found = list(names)
    words = agenda.reader.several([name.text for name in found])
    return Said(words, next((name.language for name in found if name.language), ""))


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
        f"grid-template-columns:repeat({clocks},minmax(4.5rem,max-content)) "
        f"repeat({lanes},minmax(0,1fr));"
        f"grid-template-rows:auto repeat({count},minmax({height:g}rem,auto))}}"
    )
