"""The other side of `benchmarks.plan`: `conference-scheduler` on slots and events from JSON.

It runs in an environment that has `conference-scheduler`, and nothing of this project.
"""

import json
import sys
from datetime import datetime

import pulp
from conference_scheduler.resources import Event, Slot
from conference_scheduler.scheduler import solution


def main() -> None:
    """Read slots and events from standard input, and print which event is in which slot."""
    given = json.load(sys.stdin)
    slots = [
        Slot(**{**slot, "starts_at": datetime.fromisoformat(slot["starts_at"])})
        for slot in given["slots"]
    ]
    events = [
        Event(each["name"], each["duration"], each["demand"], unavailability=None)
        for each in given["events"]
    ]
    for event, each in zip(events, given["events"], strict=True):
        event.add_unavailability(*(slots[at] for at in each["never"]))
    for one, other in given["apart"]:
        events[one].add_unavailability(events[other])
    found = solution(events, slots, solver=pulp.PULP_CBC_CMD(msg=False))
    json.dump([[int(event), int(slot)] for event, slot in found], sys.stdout)


if __name__ == "__main__":
    main()
