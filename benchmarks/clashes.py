"""How long it takes to find what does not go together, beside a look at every pair.

    python -m benchmarks.clashes [--class L|XL] [--times N] [--plain N]

The programme is one of `benchmarks.programmes` with mistakes put into it: some segments moved into
a room that is taken, or to a time at which somebody is elsewhere; its rooms are in ten houses on
the map. The plain scan asks each pair whether it shares a moment and then a room or a person; it is
given the first N segments (all of them with --plain 0) and its time scaled by the number of pairs.
Both find the same there, which is checked. Times are those of the processor.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from itertools import combinations
from statistics import median
from typing import TypeVar

from benchmarks import programmes
from roundtable_ical import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.scheduling.board import Board
from roundtable_ical.scheduling.clashes import clashes
from roundtable_ical.scheduling.found import ClashKind
from roundtable_ical.scheduling.waysout import ways_out

CLASSES = {"L": programmes.large, "XL": programmes.extra_large}
BOUND = 1.0
"""Seconds that the scan of class XL may take."""
SHOWN = 50
"""Clashes that `roundtable clashes` shows, with their ways out."""
OVERLAPS = (ClashKind.PERSON, ClashKind.ROOM)
_Found = TypeVar("_Found")


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--class", dest="size", choices=CLASSES, default="XL")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--plain", type=int, default=3_000, metavar="N")
    chosen = parser.parse_args()
    event = disordered(CLASSES[chosen.size]())
    count = len(event.occurrences)
    swept, found = timed(lambda: clashes([event], most=count), chosen.times)
    board = Board([event])
    shown, _ = timed(lambda: [ways_out(board, clash) for clash in found[:SHOWN]], 1)
    part = event.occurrences[: chosen.plain or count]
    one_by_one, pairs = timed(lambda: plain(part), 1)
    scale = (count * (count - 1)) / (len(part) * (len(part) - 1))
    kept = {item.id for item in part}
    same = {
        (clash.kind, *sorted(ids), clash.what)
        for clash in found
        if clash.kind in OVERLAPS and kept >= (ids := {side.item.id for side in clash.sides})
    }
    by = {kind: sum(clash.kind is kind for clash in found) for kind in ClashKind}
    told = ", ".join(f"{number} {kind}" for kind, number in by.items() if number)
    print(f"class {chosen.size}: {count:,} items, {len(event.speakers):,} people; {told}")
    print(f"the sweep, median of {chosen.times}        {swept:8.3f} s")
    print(f"every pair{'' if len(part) == count else ', scaled':24} {one_by_one * scale:8.1f} s")
    print(f"ratio                              {one_by_one * scale / swept:8.0f}")
    print(f"both find the same overlaps        {'yes' if pairs == same else 'NO':>8}")
    print(f"ways out of the first {min(SHOWN, len(found))}           {shown:8.3f} s")
    print(f"under {BOUND:g} s                          {'yes' if swept < BOUND else 'NO':>8}")


def timed(work: Callable[[], _Found], times: int) -> tuple[float, _Found]:
    """Return the median of the seconds of a processor that *work* takes, and what it gives."""
    took = []
    for _ in range(times):
        begun = time.process_time()
        found = work()
        took.append(time.process_time() - begun)
    return median(took), found


def disordered(event: SideEvent) -> SideEvent:
    """Return *event* with a mistake in every fiftieth segment, and its rooms in ten houses."""
    segments = []
    for number, segment in enumerate(event.segments):
        if number % 100 == 50:
            venue = event.venues[(number + 1) % len(event.venues)].id
            segments.append(segment.model_copy(update={"venue": venue}))
        elif number % 100 == 99:
            speakers = event.segments[number - 1].speakers
            segments.append(segment.model_copy(update={"speakers": speakers}))
        else:
            segments.append(segment)
    venues = [
        venue.model_dump(mode="json")
        | {"name": f"House {number % 10}", "geo": {"lat": 46.2 + number % 10 / 500, "lon": 6.14}}
        for number, venue in enumerate(event.venues)
    ]
    fields = {name: getattr(event, name) for name in type(event).model_fields}
    return SideEvent.model_validate({**fields, "segments": segments, "venues": venues})


def plain(items: Sequence[Occurrence]) -> set[tuple[object, ...]]:
    """Return what overlaps in a room or a person, found by a look at every pair of *items*."""
    who = {item.id: {part.speaker for part in item.segment.speakers} for item in items}
    found: set[tuple[object, ...]] = set()
    for one, other in combinations(items, 2):
        if not one.overlaps(other):
            continue
        ids = sorted((one.id, other.id))
        if one.venue and other.venue and one.venue.id == other.venue.id:
            found.add((ClashKind.ROOM, *ids, one.venue.id))
        found.update((ClashKind.PERSON, *ids, id_) for id_ in who[one.id] & who[other.id])
    return found


if __name__ == "__main__":
    main()
