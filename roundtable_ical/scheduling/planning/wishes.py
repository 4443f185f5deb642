"""An organiser's wishes, as rules that must be kept and rules that should be."""

from collections.abc import Iterator
from itertools import pairwise

from roundtable_ical.programme.constraints import (
    At,
    Balance,
    Before,
    NotTogether,
    Pause,
    SameDay,
    Spread,
    Together,
    Wish,
)
from roundtable_ical.programme.segments import ELASTIC_KINDS, Kind
from roundtable_ical.scheduling import opening
from roundtable_ical.scheduling.intervals import without
from roundtable_ical.scheduling.planning.rules import (
    Alike,
    Limit,
    Once,
    OneDay,
    OneRoom,
    Order,
    Rule,
    Soft,
)
from roundtable_ical.scheduling.planning.stated import Stated, listed


def hard_rules(stated: Stated) -> Iterator[Rule]:
    """Yield what must be kept."""
    for wish in stated.event.constraints:
        for must, rule in _rules(stated, wish):
            if must:
                yield rule


def soft_rules(stated: Stated) -> Iterator[Soft]:
    """Yield what should be kept, with what it costs if it is not."""
    for wish in stated.event.constraints:
        for must, rule in _rules(stated, wish):
            if not must:
                yield Soft(wish.weight, rule)


def unbalanced(stated: Stated) -> Iterator[str]:
    """Yield where a segment has too many of one affiliation: no time and no room mends that."""
    event = stated.event
    for wish in event.constraints:
        if not isinstance(wish, Balance):
            continue
        named = stated.tasks_of(wish.segments)
        for id_, booking in stated.bookings.items():
            segment = booking.item.segment
            if id_ not in named if wish.segments else segment.kind is not Kind.PANEL:
                continue
            count: dict[str, int] = {}
            for speaker in dict.fromkeys(part.speaker for part in segment.speakers):
                if affiliation := event.people[speaker].affiliation:
                    words = affiliation.said_in(event.language)
                    count[words] = count.get(words, 0) + 1
            for words, number in count.items():
                if number > wish.most:
                    yield f"{stated.label(id_)} has {number} of {words}, and {wish.most} at most"


def _rules(stated: Stated, wish: Wish) -> Iterator[tuple[bool, Rule]]:
    """Yield the rules that *wish* is made of, and whether each must be kept."""
    match wish:
        case Before(segments=ids):
            for first, later in pairwise(ids):
                for one in stated.tasks_of([first]):
                    for other in stated.tasks_of([later]):
                        reason = f"{stated.label(one)} comes before {stated.label(other)}"
                        yield wish.hard, Order(reason, one, other)
        case SameDay(segments=ids):
            tasks = stated.tasks_of(ids)
            yield wish.hard, OneDay(f"{_listed(stated, tasks)} are on one day", tasks)
        case NotTogether(segments=ids):
            tasks = stated.tasks_of(ids)
            yield wish.hard, Once(f"{_listed(stated, tasks)} are not at the same time", tasks)
        case At(segment=id_, when=when):
            for task in stated.tasks_of([id_]):
                kept = opening.every(when, stated.around, stated.bookings[task].item.zone)
                reason = f"{stated.label(task)} is within {' or '.join(map(str, when))}"
                yield wish.hard, Limit(reason, task, stated.minutes(kept))
        case Pause():
            yield from ((wish.hard, rule) for rule in _pauses(stated, wish))
        case Spread(theme=theme):
            tasks = _of_theme(stated, theme)
            called = _theme(stated, theme)
            if len(tasks) > 1:
                yield wish.hard, Once(f"no two of {called} are at the same time", tasks)
                yield wish.hard, Alike(f"{called} is spread evenly over the days", tasks)
        case Together(theme=theme):
            tasks = _of_theme(stated, theme)
            called = _theme(stated, theme)
            if len(tasks) > 1:
                yield wish.hard, OneRoom(f"{called} is in one room", tasks)
                yield False, OneDay(f"{called} is on one day", tasks)


def _pauses(stated: Stated, pause: Pause) -> Iterator[Limit]:
    when = " or ".join(map(str, pause.when))
    reason = f"nothing runs in the pause ‘{pause.name.said_in(stated.event.language)}’ ({when})"
    here = frozenset(
        id_
        for id_ in stated.event.places
        if not {id_, stated.event.building_of(id_)}.isdisjoint(pause.venues)
    )
    for id_, booking in stated.bookings.items():
        if booking.item.segment.kind in ELASTIC_KINDS:
            continue
        taken = opening.every(pause.when, stated.around, booking.item.zone)
        free = stated.minutes(without([stated.around], taken))
        yield Limit(reason, id_, free, here if pause.venues else None)


def _of_theme(stated: Stated, theme: str) -> tuple[str, ...]:
    return tuple(
        id_
        for id_, booking in stated.bookings.items()
        if theme in booking.item.segment.themes and booking.item.segment.kind not in ELASTIC_KINDS
    )


def _theme(stated: Stated, theme: str) -> str:
    return f"‘{stated.event.topics[theme].title.said_in(stated.event.language)}’"


def _listed(stated: Stated, tasks: tuple[str, ...]) -> str:
    return listed([stated.label(task) for task in tasks])
