"""The columns of a day as a grid: one for each group of rooms, more where it is booked twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.web.models.grid_rooms import Group, room_of
from roundtable_ical.web.models.grid_rows import Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """The lines of the grid that one item stands between; columns count from the first room's."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where the items of a day stand, by their ids; *groups* are first line and width of each."""

    groups: Sequence[tuple[int, int]]
    areas: Mapping[str, Area]

    @property
    def count(self) -> int:
        """How many columns there are."""
        return sum(width for _, width in self.groups)


def columns_of(items: Sequence[Occurrence], groups: Sequence[Group], rows: Rows) -> Columns:
    """Return the columns of *items*, which are in the rooms of *groups*; no two share a cell.

    Who is alone in a column takes its whole width; who is not, a lane of it.
    """
    found: list[tuple[int, int]] = []
    areas: dict[str, Area] = {}
    left = 0
    for group in groups:
        held = {item.id: rows.of(*item.span) for item in items if room_of(item) in group}
        lanes = _lanes(held)
        width = max(lanes.values(), default=0) + 1
        found.append((left, width))
        for id_, (top, bottom) in held.items():
            alone = not any(
                other != id_ and top < end and start < bottom
                for other, (start, end) in held.items()
            )
            first = left + lanes[id_]
            right = left + width if alone else first + 1
            areas[id_] = Area(top=top, bottom=bottom, left=first, right=right)
        left += width
    return Columns(groups=tuple(found), areas=areas)


def _lanes(held: Mapping[str, tuple[int, int]]) -> dict[str, int]:
    """Return a lane for each span of lines, so that none of one lane meet."""
    until: list[int] = []
    found: dict[str, int] = {}
    for id_, (top, bottom) in sorted(held.items(), key=lambda each: each[1]):
        lane = next((n for n, end in enumerate(until) if end <= top), len(until))
        until[lane : lane + 1] = [bottom]
        found[id_] = lane
    return found
