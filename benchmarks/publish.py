"""How long a publication takes, beside the time icalendar needs to write each VEVENT once.

python -m benchmarks.publish [--class L|XL] [--store URL]
"""

import argparse
import gc
import resource
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter

from icalendar import Calendar

from benchmarks import programmes
from roundtable_ical import SideEvent
from roundtable_ical.ical.feeds import FeedWriter
from roundtable_ical.ports import ProgrammeStore
from roundtable_ical.revisions.publication import Snapshot
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.memory import MemoryStore

CLASSES = {"L": programmes.large, "XL": programmes.extra_large}
MOVES = 9
NOON = datetime(2026, 9, 2, 12, tzinfo=UTC)


def main() -> None:
    """Measure, and print ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--class", dest="size", choices=CLASSES, default="L")
    chosen = parser.parse_args()
    event = CLASSES[chosen.size]()
    peer = serialised(event)
    store = MemoryStore()
    gc.collect()
    begun = perf_counter()
    snapshot = published(event, store, 0, None)
    cold = perf_counter() - begun
    warm = []
    for number in range(1, MOVES + 1):
        position = len(event.segments) * (number - 1) // MOVES  # spread over the days and rooms
        event = programmes.moved(event, f"session-{position}", number)
        gc.collect()
        begun = perf_counter()
        snapshot = published(event, store, number, snapshot)
        warm.append(perf_counter() - begun)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"class {chosen.size}: {len(event.occurrences)} segments")
    print(f"icalendar writes each VEVENT once    {peer:8.3f} s")
    print(f"cold publication                     {cold:8.3f} s  {cold / peer:6.2f} of that")
    one = median(warm)
    print(f"publication of one moved segment     {one:8.4f} s  {one / cold:6.1%} of cold")
    print(f"the slowest of {MOVES} of them             {max(warm):8.4f} s  {max(warm) / cold:6.1%}")
    print(f"peak memory                          {memory:8.0f} MB")


def published(
    event: SideEvent, store: ProgrammeStore, hours: int, before: Snapshot | None
) -> Snapshot | None:
    """Publish *event* some hours after noon."""
    moment = NOON + timedelta(hours=hours)
    return publish(event, store, moment=moment, tzdata="2026f", before=before).snapshot


def serialised(event: SideEvent) -> float:
    """Return the seconds in which icalendar writes each VEVENT of *event*, built beforehand."""
    calendar = Calendar.from_ical(FeedWriter(event).feed().to_ical())
    events = calendar.walk("VEVENT")
    return min(timed(lambda: [each.to_ical() for each in events]) for _ in range(3))


def timed(action: Callable[[], object]) -> float:
    """Return how many seconds *action* takes."""
    gc.collect()
    begun = perf_counter()
    action()
    return perf_counter() - begun


if __name__ == "__main__":
    main()
