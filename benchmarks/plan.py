"""How long a plan takes, and how near it is to the least: a first one, and one that is mended.

    python -m benchmarks.plan [--class S|M] [--seconds N] [--beside PYTHON] [--patience N]

Class M has 200 segments without a time, 12 rooms in three houses, 5 days and 600 people, who are
not always there, and wishes. A plan is made of it; then a room is lost, once one of many and once
the largest of its house, and the plan is mended: how many segments move is held against what the
solver has proven that must.

Then the same segments, rooms and people without the wishes are given to `conference-scheduler`,
which is no part of this project: `pip install conference-scheduler` into an environment of its
own, and name its interpreter by --beside. It plans in slots that are given, here of an hour; when
people are there, who is in several segments, and which rooms are too small or lack something is
told to it as what an event is unavailable for. It knows no ways between houses: clashes of these
are counted by themselves. Times are those on the wall.
"""

import argparse
import json
import random
import subprocess
import time
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

from roundtable_ical import SideEvent
from roundtable_ical.scheduling.clashes import clashes
from roundtable_ical.scheduling.found import ClashKind
from roundtable_ical.scheduling.planning.posed import posed
from roundtable_ical.scheduling.planning.problem import Task, limits_of, starts
from roundtable_ical.scheduling.planning.stated import Stated
from roundtable_ical.scheduling.plans import Plan, planned

CLASSES: Mapping[str, Mapping[str, Any]] = {
    "S": {"segments": 40, "rooms": 4, "days": 2, "people": 120},
    "M": {"segments": 200, "rooms": 12, "days": 5, "people": 600},
}
BOUND = 60.0
"""Seconds in which class M has to have a first plan."""
NEAR = 1.2
"""What a mended plan may move, as a multiple of what is proven that must."""
FIRST = date(2026, 10, 5)
HOURS = ("09:00", "10:00", "11:00", "13:30", "14:30", "15:30", "16:30")
"""When the slots of an hour begin, each day in each room."""
LUNCH: Mapping[str, Any] = {"kind": "pause", "name": "Lunch", "when": "12:30-13:30"}


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--class", dest="size", choices=CLASSES, default="M")
    parser.add_argument("--seconds", type=float, default=BOUND)
    parser.add_argument("--beside", metavar="PYTHON", help="one that has conference-scheduler")
    parser.add_argument("--patience", type=float, default=1_800, help="seconds it is given")
    chosen = parser.parse_args()
    event = conference(**CLASSES[chosen.size])
    begun, told = time.perf_counter(), []
    plan = planned(event, seconds=chosen.seconds, told=lambda _: told.append(time.perf_counter()))
    took = time.perf_counter() - begun
    print(f"class {chosen.size}: {len(event.segments)} segments, {len(event.speakers)} people")
    first = told[0] - begun
    print(f"a first plan                       {first:8.2f} s")
    print(f"under {BOUND:g} s                        {_yes(first < BOUND and plan.event)}")
    print(f"the best in {chosen.seconds:g} s                  {took:8.2f} s, {_aims(plan)}")
    print(f"clashes in it                      {len(plan.clashes):8}")
    if plan.event is None:
        return
    for room in ("room-2", "room-0"):
        mended(plan.event, room, chosen.seconds)
    beside(conference(**CLASSES[chosen.size], wishes=False), chosen.beside, chosen.patience)


def mended(event: SideEvent, room: str, seconds: float) -> None:
    """Print how few segments move when *room* is lost."""
    begun = time.perf_counter()
    plan = planned(event, without=[room], seconds=seconds)
    took = time.perf_counter() - begun
    inside = sum(item.venue is not None and item.venue.id == room for item in event.occurrences)
    print(f"without {room}, {inside} segments in it    {took:8.2f} s, {_aims(plan)}")
    if plan.aims:
        ratio = plan.aims[0].value / max(1, plan.aims[0].bound)
        print(f"moved, beside what must            {ratio:8.2f}")
        print(f"at most {NEAR:g} times                  {_yes(ratio <= NEAR and not plan.clashes)}")


def beside(event: SideEvent, python: str | None, patience: float) -> None:
    """Print how long the same input takes here and there, and the clashes that are left."""
    begun = time.perf_counter()
    plan = planned(event)
    ours = time.perf_counter() - begun
    print(f"without wishes, here               {ours:8.2f} s, {_counted(plan.event)}")
    if python is None:
        print("conference-scheduler               not asked; --beside PYTHON does")
        return
    begun = time.perf_counter()
    given = slotted(event)
    script = str(Path(__file__).with_name("slots.py"))
    try:
        done = subprocess.run(
            [python, script], input=json.dumps(given), capture_output=True, text=True,
            timeout=patience, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        theirs, found = patience, None
        print(f"conference-scheduler               no plan in {patience:g} s")
    else:
        theirs = time.perf_counter() - begun
        found = json.loads(done.stdout) if done.returncode == 0 else None
        left = _counted(_placed(event, given, found)) if found else done.stderr.strip()[-200:]
        print(f"conference-scheduler               {theirs:8.2f} s, {left}")
    print(
        f"at most half its time              {_yes(ours <= theirs / 2)}, {theirs / ours:.0f} times"
    )


def conference(
    *, segments: int, rooms: int, days: int, people: int, wishes: bool = True
) -> SideEvent:
    """Return a conference of which nothing has a time yet; the same for the same arguments."""
    pick = random.Random(8)
    themes = [f"theme-{n}" for n in range(15)]
    sessions: list[dict[str, Any]] = [
        {
            "id": f"session-{n}",
            "title": f"Session {n}",
            "kind": "panel",
            "minutes": pick.choice((30, 45, 60, 60)),
            "themes": [themes[n % 15]],
            "audience": pick.choice((20, 30, 60, 60, 120, 250)),
            "needs": ["booths"] if n % 9 == 0 else [],
            "speakers": [f"person-{k}" for k in pick.sample(range(people), 1 + n % 5)],
        }
        for n in range(segments)
    ]
    return SideEvent.model_validate(
        {
            "id": "conference",
            "title": "Conference",
            "timezone": "Europe/Zurich",
            "dates": [FIRST + timedelta(days=day) for day in range(days)],
            "revised": "2026-09-01T12:00:00Z",
            "hours": "09:00-18:00",
            "venues": [_house(n, min(4, rooms)) for n in range(-(-rooms // 4))],
            "themes": [{"id": theme, "title": theme} for theme in themes],
            "speakers": _people(sessions, people, days),
            "segments": sessions,
            "constraints": [LUNCH, *(_wishes(themes, segments) if wishes else ())],
        }
    )


def _house(number: int, rooms: int) -> dict[str, Any]:
    return {
        "id": f"house-{number}",
        "name": f"House {number}",
        "city": "Geneva",
        "geo": {"lat": 46.2 + number / 200, "lon": 6.14},
        "rooms": [
            {
                "id": f"room-{number * 4 + room}",
                "name": f"Room {number * 4 + room}",
                "capacity": (300, 150, 80, 60)[room],
                "equipment": ["booths"] if room < 2 else [],
            }
            for room in range(rooms)
        ],
    }


def _people(sessions: Sequence[Mapping[str, Any]], count: int, days: int) -> list[dict[str, Any]]:
    """Return people who are there on at least one day that all of each session are there."""
    on: dict[str, set[int]] = {}
    for number, session in enumerate(sessions):
        for id_ in session["speakers"]:
            on.setdefault(id_, set()).add(number * 7 % days)
    found = []
    for number in range(count):
        mine = sorted(on.get(f"person-{number}", {number % days}))
        first, last = (FIRST + timedelta(days=mine[at]) for at in (0, -1))
        person: dict[str, Any] = {
            "id": f"person-{number}",
            "name": f"{chr(65 + number % 26)}{number * 7919 % 1000} Person{number}",
            "affiliation": f"Organization {number % 40}",
        }
        if number % 4 == 0:
            person["available"] = [f"{first} to {last}"]
        if number % 10 == 3:
            person["away"] = [f"{first} 09:00-12:00"]
        found.append(person)
    return found


def _wishes(themes: Sequence[str], segments: int) -> list[dict[str, Any]]:
    near = max(1, segments // 10)
    return [
        *(
            {"kind": "before", "segments": [f"session-{n}", f"session-{n + near}"]}
            for n in range(near // 2)
        ),
        *({"kind": "spread", "theme": theme} for theme in themes[:5]),
        *({"kind": "together", "theme": theme} for theme in themes[5:8]),
        {"kind": "not-together", "segments": ["session-1", "session-11", "session-31"]},
        {"kind": "same-day", "segments": ["session-2", "session-32"]},
    ]


def slotted(event: SideEvent) -> dict[str, Any]:
    """Return *event* as `conference-scheduler` has it: slots, and events that cannot be in some."""
    stated = Stated(event)
    problem = posed(stated)
    limits = limits_of(problem)
    slots: list[tuple[str, datetime]] = [
        (room, datetime.fromisoformat(f"{day}T{hour}"))
        for day in event.days
        for hour in HOURS
        for room, place in event.places.items()
        if not place.rooms
    ]
    zone = event.timezone

    def never(task: Task) -> list[int]:
        may = starts(task, limits[task.id], problem.grid)
        return [
            at
            for at, (room, moment) in enumerate(slots)
            if (moment.replace(tzinfo=zone) - stated.origin) // timedelta(minutes=1)
            not in may.get(room, ())
        ]

    who = {each.id: {part.speaker for part in each.speakers} for each in event.segments}
    ids = [task.id for task in problem.tasks]
    return {
        "slots": [
            {
                "venue": room,
                "starts_at": moment.isoformat(),
                "duration": 60,
                "capacity": event.places[room].capacity or 1_000,
                "session": f"{moment:%Y-%m-%d %p}",
            }
            for room, moment in slots
        ],
        "events": [
            {
                "name": task.id,
                "duration": task.minutes,
                "demand": stated.bookings[task.id].item.segment.audience or 0,
                "never": never(task),
            }
            for task in problem.tasks
        ],
        "apart": [
            [ids.index(one), ids.index(other)]
            for one, other in combinations(ids, 2)
            if who[one] & who[other]
        ],
    }


def _placed(
    event: SideEvent, given: Mapping[str, Any], found: Sequence[Sequence[int]]
) -> SideEvent:
    """Return *event* with what `conference-scheduler` found."""
    places = {given["events"][one]["name"]: given["slots"][slot] for one, slot in found}
    values = event.model_dump(mode="json")
    for segment in values["segments"]:
        day, _, clock = places[segment["id"]]["starts_at"].partition("T")
        venue = places[segment["id"]]["venue"]
        segment |= {"date": day, "start": clock[:5], "venue": venue}
    return SideEvent.model_validate(values)


def _counted(event: SideEvent | None) -> str:
    if event is None:
        return "no plan"
    kinds = [clash.kind for clash in clashes([event])]
    ways = kinds.count(ClashKind.WALK)
    return f"{len(kinds) - ways} clashes, and {ways} of the way"


def _aims(plan: Plan) -> str:
    if plan.contradiction:
        return f"no plan: {plan.contradiction}"
    told = ", ".join(f"{aim.name} {aim.value} (proven {aim.bound})" for aim in plan.aims)
    return told or "nothing to be made less"


def _yes(whether: object) -> str:
    return f"{'yes' if whether else 'NO':>8}"


if __name__ == "__main__":
    main()
