"""About how many readers hold which revision, from counts that know nobody the next day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from roundtable_ical.reach.counts import Visits


def held(visits: Iterable[Visits]) -> Mapping[int, int]:
    """Return how many readers hold each revision, by its number, newest first.

    A reader who comes every day is another one every day. So of each revision the day counts on
    which most readers had it *or a newer one*; those who then had an older one hold that still. The
    sum is what the best day had.

    Args:
        visits: of one family, or of several that are counted as one.
    """
    days: dict[date, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for each in visits:
        days[each.day][each.number] += each.readers
    found: dict[int, int] = {}
    told = 0
    for number in sorted({number for day in days.values() for number in day}, reverse=True):
        most = max(
            sum(readers for one, readers in day.items() if one >= number) for day in days.values()
        )
        if most > told:
            found[number] = most - told
            told = most
    return found
