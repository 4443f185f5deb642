"""The rows of a day as a grid: which stretch of time each stands for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from roundtable_ical.programme.occurrences import Occurrence

HALF_HOUR = timedelta(minutes=30)
_FOLD = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Rows:
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


def rows_of(items: Sequence[Occurrence]) -> Rows:
    """Return the rows of a day: stretches of 15 or 5 minutes, long empty ones as one."""
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
    return Rows(tuple(starts), tuple(ends), frozenset(folded), unit)


def _fill(
    starts: list[datetime], ends: list[datetime], start: datetime, end: datetime, unit: timedelta
) -> None:
    while start < end:
        starts.append(start)
        start += unit
        ends.append(start)


def _busy(items: Sequence[Occurrence]) -> list[tuple[datetime, datetime]]:
    """Return the stretches in which something takes place, in whole half hours."""
    found: list[tuple[datetime, datetime]] = []
    for start, end in sorted(item.span for item in items):
        first, last = (
            floor(start, HALF_HOUR),
            floor(end - timedelta(seconds=1), HALF_HOUR) + HALF_HOUR,
        )
        if found and first <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], last)
        else:
            found.append((first, last))
    return found


def floor(moment: datetime, unit: timedelta) -> datetime:
    """Return the last whole *unit* of the day (UTC) at or before *moment*."""
    midnight = datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return midnight + (moment - midnight) // unit * unit
