"""What is told of a plan: how little moves, what is proven, which wishes are not kept."""

from collections.abc import Iterator
from typing import Any

from roundtable_ical.scheduling.planning.search import Aim, Progress
from roundtable_ical.scheduling.planning.stated import OTHER_HOUSE, OTHER_ROOM
from roundtable_ical.scheduling.plans import Plan

_ROOMS = f"another room counts as {OTHER_ROOM}, one in another building as {OTHER_HOUSE}"
_AIMS = {
    "moved": "segments moved: {value}",
    "minutes": f"minutes of these moves: {{value}} ({_ROOMS})",
    "wishes": "wishes not kept, by weight: {value}",
}


def plan_lines(plan: Plan) -> Iterator[str]:
    """Yield what a plan came to."""
    if plan.placed:
        elsewhere = len({*plan.placed} & {*plan.moved})
        rooms = f", {elsewhere} of them not in the room that was said" if elsewhere else ""
        yield f"segments that had no time: {len(plan.placed)}{rooms}"
    for aim in plan.aims:
        if aim.name == "minutes" and not plan.moved:
            continue
        yield f"{_AIMS[aim.name].format(value=aim.value)}{_proven(aim)}"
    yield from (f"  {each}" for each in plan.unkept)
    yield from (f"note: {note}" for note in plan.notes)
    yield from (f"still: {clash}" for clash in plan.clashes)
    if plan.interrupted:
        yield "stopped: this is the best so far"
    if not all(aim.proven for aim in plan.aims):
        another = ", and another run another one" if plan.by_the_clock else ""
        yield f"more of --time-limit may find a better plan{another}"


def _proven(aim: Aim) -> str:
    if aim.value == 0 or aim.bound <= 0:
        return ""
    return ", and fewer will not do" if aim.proven else f", and fewer than {aim.bound} will not do"


def contradiction_lines(plan: Plan, seconds: float) -> Iterator[str]:
    """Yield why there is no plan."""
    yield from (f"note: {note}" for note in plan.notes)
    if plan.interrupted:
        yield "no plan was found before it was stopped"
        return
    if plan.contradiction is None:
        yield f"no plan was found in {seconds:g} s, nor that there is none; --time-limit gives more"
        return
    yield f"there is no plan: {plan.contradiction}"
    if not plan.contradiction.least:
        yield "fewer of these may be enough; more of --time-limit looks further"
    else:
        yield "each of these alone, left out, makes the others possible"


def progress_line(progress: Progress) -> str:
    """Return the best plan so far in one short line."""
    if not progress.aim:
        return "a first plan; making it better"
    words = _AIMS[progress.aim].partition(":")[0]
    bound = f", not under {progress.bound}" if progress.bound < progress.value else ""
    return f"{progress.seconds:.0f} s: {words}: {progress.value}{bound}"


def plan_as_json(plan: Plan) -> dict[str, Any]:
    """Return a plan for programs."""
    why = plan.contradiction
    return {
        "found": plan.event is not None,
        "moved": list(plan.moved),
        "placed": list(plan.placed),
        "aims": [
            {"aim": aim.name, "value": aim.value, "bound": aim.bound, "proven": aim.proven}
            for aim in plan.aims
        ],
        "unkept": [
            {"wish": each.words, "times": each.times, "cost": each.cost} for each in plan.unkept
        ],
        "notes": list(plan.notes),
        "clashes": [clash.as_json() for clash in plan.clashes],
        "contradiction": list(why.reasons) if why else None,
        "least": why.least if why else None,
        "by_the_clock": plan.by_the_clock,
        "interrupted": plan.interrupted,
        "seconds": round(plan.seconds, 2),
    }
