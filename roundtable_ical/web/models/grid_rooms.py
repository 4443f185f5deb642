"""Which rooms share a column of a day: those that are never in use at the same time."""

from collections.abc import Mapping, Sequence

from roundtable_ical.programme.occurrences import Occurrence

Group = tuple[str, ...]


def room_of(item: Occurrence) -> str:
    """Return the id of the room that *item* is in; empty where nobody said."""
    return item.venue.id if item.venue else ""


def shared(
    items: Sequence[Occurrence], rooms: Sequence[str], buildings: Mapping[str, str], most: int
) -> tuple[Group, ...] | None:
    """Return the rooms of each column: one each where that makes at most *most* columns.

    Args:
        items: of one day.
        rooms: their ids in the order of columns.
        buildings: in which house a room is; by that, neighbours meet in a column first.
        most: columns that there may be.

    Returns:
        Each room once, in columns of rooms that do not meet; None where that is too many.
    """
    if len(rooms) <= most:
        return tuple((room,) for room in rooms)
    spans = {room: [item.span for item in items if room_of(item) == room] for room in rooms}
    groups: list[list[str]] = []
    for room in rooms:
        free = [
            group
            for group in groups
            if not any(
                start < last and first < end
                for other in group
                for first, last in spans[other]
                for start, end in spans[room]
            )
        ]
        house = buildings.get(room, room)
        near = [group for group in free if buildings.get(group[0], group[0]) == house]
        if near:
            near[0].append(room)
        elif len(groups) < most:
            groups.append([room])
        elif free:
            free[-1].append(room)
        else:
            return None
    return tuple(map(tuple, groups))
