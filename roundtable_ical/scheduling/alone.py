"""What is wrong with one booking by itself: hours, absences, a room too small or not equipped."""

from collections.abc import Iterator

from roundtable_ical.programme.constraints import At, Pause
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.segments import ELASTIC_KINDS
from roundtable_ical.scheduling import opening
from roundtable_ical.scheduling.found import Clash, ClashKind, Side
from roundtable_ical.scheduling.intervals import Interval, met, minutes, without


def clashes_alone(event: SideEvent, item: Occurrence) -> Iterator[Clash]:
    """Yield what keeps *item* from being as planned, whatever else there is."""
    yield from _of_room(event, item)
    yield from _of_people(event, item)
    if event.hours is not None:
        yield from _of_hours(event, item)
    if event.constraints:
        yield from _of_constraints(event, item)


def _of_room(event: SideEvent, item: Occurrence) -> Iterator[Clash]:
    venue, segment = item.venue, item.segment
    if venue is None or not (venue.hours or venue.capacity or segment.needs):
        return
    side, language = Side(event, item), event.language
    called = (venue.room or venue.name).said_in(language)
    if missing := minutes(without([item.span], opening.usable(venue, item.span, event))):
        yield Clash(
            kind=ClashKind.ROOM_HOURS, one=side, what=venue.id, called=called, minutes=missing
        )
    if venue.capacity and segment.audience and segment.audience > venue.capacity:
        detail = f"{segment.audience} people are expected, it holds {venue.capacity}"
        yield Clash(kind=ClashKind.CAPACITY, one=side, what=venue.id, called=called, detail=detail)
    has = {thing.casefold() for thing in venue.equipment}
    if lacking := [thing for thing in segment.needs if thing.casefold() not in has]:
        yield Clash(
            kind=ClashKind.EQUIPMENT,
            one=side,
            what=venue.id,
            called=called,
            detail=", ".join(lacking),
        )


def _of_people(event: SideEvent, item: Occurrence) -> Iterator[Clash]:
    for id_ in dict.fromkeys(part.speaker for part in item.segment.speakers):
        speaker = event.people[id_]
        if not (speaker.available or speaker.away):
            continue
        missing = minutes(without([item.span], opening.present(speaker, item.span, event)))
        if missing:
            called = speaker.public_name(event.language) or id_
            yield Clash(
                kind=ClashKind.PRESENCE,
                one=Side(event, item),
                what=id_,
                called=called,
                minutes=missing,
            )


def _of_hours(event: SideEvent, item: Occurrence) -> Iterator[Clash]:
    hours = opening.stated(event, item.start.date(), item.zone)
    if hours and (missing := minutes(without([item.span], [hours]))):
        yield Clash(
            kind=ClashKind.HOURS,
            one=Side(event, item),
            what=event.id,
            minutes=missing,
            detail=str(event.hours),
        )


def _of_constraints(event: SideEvent, item: Occurrence) -> Iterator[Clash]:
    for each in event.constraints:
        match each:
            case At(segment=item.series, hard=True, when=when):
                kept = opening.every(when, item.span, item.zone)
                if missing := minutes(without([item.span], kept)):
                    yield Clash(
                        kind=ClashKind.ANCHOR,
                        one=Side(event, item),
                        what=item.series,
                        minutes=missing,
                        detail=" or ".join(map(str, when)),
                    )
            case Pause(hard=True) if item.segment.kind not in ELASTIC_KINDS:
                if shared := minutes(paused(event, each, item, item.span)):
                    yield Clash(
                        kind=ClashKind.PAUSE,
                        one=Side(event, item),
                        what=str(each.name),
                        called=each.name.said_in(event.language),
                        minutes=shared,
                        detail=" or ".join(map(str, each.when)),
                    )


def paused(
    event: SideEvent, pause: Pause, item: Occurrence, around: Interval
) -> tuple[Interval, ...]:
    """Return when *pause* keeps *item* from running within *around*."""
    venue = item.venue
    if pause.venues:
        here = {venue.id, event.building_of(venue.id)} if venue else set()
        if here.isdisjoint(pause.venues):
            return ()
    return met([around], opening.every(pause.when, around, item.zone))
