"""Reschedule: see first what an order does, then take it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from roundtable_ical.ports import ProgrammeStore
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.clashes import clashes
from roundtable_ical.scheduling.effects import Effect, effects
from roundtable_ical.scheduling.found import Clash

_MOST = 50_000
"""Clashes of each sort that are compared: where some were left out, others would seem new."""
_LAST_REVISION = 2**31 - 1
_UNDONE = re.compile(r"undone: .*; as in revision (\d{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an order does: to segments, and the clashes that it *made* and *mended*.

    *changed* are clashes that last longer or shorter than before, as they were and as they are.
    """

    effects: tuple[Effect, ...]
    made: tuple[Clash, ...]
    mended: tuple[Clash, ...]
    changed: tuple[tuple[Clash, Clash], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoing:
    """The programme as it was *before*, and how the history says so."""

    before: SideEvent
    message: str


def preview(before: SideEvent, after: SideEvent, others: Sequence[SideEvent] = ()) -> Preview:
    """Return what is different between *before* and *after*.

    Args:
        before: a programme as it is.
        after: as it would be.
        others: programmes that share people and rooms with it.
    """
    old = {clash.key: clash for clash in clashes([before, *others], most=_MOST)}
    new = {clash.key: clash for clash in clashes([after, *others], most=_MOST)}
    return Preview(
        effects=effects(before, after),
        made=tuple(clash for key, clash in new.items() if key not in old),
        mended=tuple(clash for key, clash in old.items() if key not in new),
        changed=tuple(
            (old[key], clash)
            for key, clash in new.items()
            if key in old and old[key].minutes != clash.minutes
        ),
    )


def dated(event: SideEvent, moment: datetime) -> SideEvent:
    """Return *event* as it is written at *moment*: `revised`, and counted where it counts."""
    number = None if event.revision is None else min(event.revision + 1, _LAST_REVISION)
    revised = max(moment.replace(microsecond=0), event.revised)
    return event.model_copy(update={"revised": revised, "revision": number})


def undoing(store: ProgrammeStore, event_id: str, why: str = "") -> Undoing | None:
    """Return what undoes the newest revision of an event; None where there is none before.

    A revision that was itself an undoing counts as the one that it brought back, so that each
    undoing goes one step further.
    """
    history = store.history(event_id)
    number = history[-1].number
    while (found := _UNDONE.fullmatch(history[number - 1].message)) and 0 < int(found[1]) < number:
        number = int(found[1])
    before = store.programme(event_id, number - 1) if number > 1 else None
    if before is None:
        return None
    words = why or history[number - 1].message or f"revision {number}"
    message = f"undone: {words}; as in revision {number - 1}"
    return Undoing(before=before, message=message)
