"""When the day runs late: shift, extend, cancel, compact, swap, move, insert."""

from collections.abc import Callable
from datetime import date

import click
from pydantic import ValidationError

from roundtable_ical.cli.lengths import Minutes
from roundtable_ical.cli.orders import (
    ABSORB,
    BY,
    EVENT,
    FIT,
    OneDay,
    Order,
    Wall,
    ordering,
)
from roundtable_ical.errors import InvalidField, InvalidProgramme, RepeatedTime
from roundtable_ical.importers.draft import Ids
from roundtable_ical.programme.clock import WallClock
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.explained import explained
from roundtable_ical.programme.segments import Fold, Kind, Segment
from roundtable_ical.scheduling import placements, shifts
from roundtable_ical.scheduling.fits import Fit
from roundtable_ical.scheduling.lanes import Lanes
from roundtable_ical.scheduling.proposals import Proposed

SEGMENT = click.argument("segment", metavar="SEGMENT")
FOLD = click.option(
    "--fold",
    type=click.Choice([fold.value for fold in Fold]),
    help="Which one, where the clock shows the time twice.",
)
CLOSE_GAP = click.option("--close-gap", is_flag=True, help="What follows in the room moves up.")


@click.command()
@EVENT
@click.option("--from", "segment", required=True, metavar="SEGMENT", help="The first that moves.")
@BY
@click.option("--until", metavar="SEGMENT", help="The last that moves.")
@click.option("--room", "rooms", multiple=True, metavar="ID", help="In this room too; repeat.")
@ABSORB
@FIT
@ordering
def shift(
    segment: str,
    by: int,
    until: str | None,
    rooms: tuple[str, ...],
    fit: Fit | None,
    *,
    absorb: bool,
) -> Order:
    """Move a segment and what follows it in its room, later or earlier.

    Breaks and what is `elastic` give way, what is `fixed` stays, and nothing goes past the stated
    hours, the closing of the room or midnight unless --fit says what gives.
    """
    return lambda event: shifts.shifted(
        event, segment, by, until=until, absorb=absorb, rooms=rooms, fit=fit
    )


@click.command()
@EVENT
@SEGMENT
@BY
@CLOSE_GAP
@ABSORB
@FIT
@ordering
def extend(segment: str, by: int, fit: Fit | None, *, close_gap: bool, absorb: bool) -> Order:
    """Make a segment longer or shorter; what follows a longer one moves as with `shift`."""
    return lambda event: shifts.extended(
        event, segment, by, close_gap=close_gap, absorb=absorb, fit=fit
    )


@click.command()
@EVENT
@SEGMENT
@CLOSE_GAP
@ordering
def cancel(segment: str, *, close_gap: bool) -> Order:
    """Cancel a segment; it stays in the file, and in calendars as cancelled."""
    return lambda event: shifts.cancelled(event, segment, close_gap=close_gap)


@click.command()
@EVENT
@click.option("--room", "rooms", multiple=True, metavar="ID", help="Only in this room; repeat.")
@click.option("--day", type=OneDay(), metavar="DATE", help="Only on this day.")
@ordering
def compact(rooms: tuple[str, ...], day: date | None) -> Order:
    """Close free time: what follows in a room moves up; what is fixed stays."""
    return lambda event: shifts.compacted(event, rooms=rooms, day=day)


@click.command()
@EVENT
@click.argument("one", metavar="SEGMENT")
@click.argument("other", metavar="SEGMENT")
@FIT
@ordering
def swap(one: str, other: str, fit: Fit | None) -> Order:
    """Let two segments take each other's place, in one room or in two; lengths stay."""
    return lambda event: placements.swapped(event, one, other, fit=fit)


@click.command()
@EVENT
@SEGMENT
@click.option("--to", type=Wall(), metavar="[DAY] TIME", help='As 10:30 or "2026-10-30 10:30".')
@click.option("--room", metavar="ID", help="To this room.")
@click.option("--push", is_flag=True, help="Later segments there give way.")
@FOLD
@ABSORB
@FIT
@ordering
def move(
    segment: str,
    to: WallClock | None,
    room: str | None,
    fold: str | None,
    fit: Fit | None,
    *,
    push: bool,
    absorb: bool,
) -> Order:
    """Take one segment to another time or room; nothing else moves without --push."""
    if to is None and room is None:
        raise click.UsageError("say where to: --to TIME, --room ID or both")
    which = Fold(fold) if fold else None

    def order(event: SideEvent) -> Proposed:
        try:
            return placements.moved(
                event, segment, to=to, room=room, push=push, absorb=absorb, fit=fit, fold=which
            )
        except RepeatedTime as error:
            hint = "say which: --fold first or --fold second"
            raise InvalidField(error.field, error.value, error.reason, hint=hint) from None

    return order


@click.command()
@EVENT
@click.option("--title", required=True, help="What it is called.")
@click.option("--after", metavar="SEGMENT", help="It begins when this one ends, in its room.")
@click.option("--at", type=Wall(), metavar="[DAY] TIME", help='As 10:30 or "2026-10-30 10:30".')
@click.option(
    "--for", "minutes", type=Minutes(least=1), required=True, metavar="TIME", help="As 10m."
)
@click.option("--room", metavar="ID", help="In this room.")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), default=Kind.OTHER.value)
@click.option("--id", "id_", metavar="ID", help="Its id; by default made of the title.")
@FOLD
@ABSORB
@FIT
@ordering
def insert(
    title: str,
    after: str | None,
    at: WallClock | None,
    minutes: int,
    room: str | None,
    kind: str,
    id_: str | None,
    fold: str | None,
    fit: Fit | None,
    *,
    absorb: bool,
) -> Order:
    """Put a new segment in; what comes later in its room moves as far as it must."""
    if (after is None) is (at is None):
        raise click.UsageError("say when: --after SEGMENT or --at TIME, one of the two")
    begins = _begins(after, at, room, fold)

    def order(event: SideEvent) -> Proposed:
        taken = [each.id for each in event.segments]
        new = {
            "id": id_ or Ids(taken).new(title),
            "title": title,
            "kind": kind,
            "minutes": minutes,
            **begins(event),
        }
        try:
            segment = Segment.model_validate(new)
        except ValidationError as error:
            raise InvalidProgramme(explained(error, Segment, new)) from None
        return placements.inserted(event, segment, absorb=absorb, fit=fit)

    return order


def _begins(
    after: str | None, at: WallClock | None, room: str | None, fold: str | None
) -> Callable[[SideEvent], dict[str, object]]:
    """Return a function that says when and where a new segment is, as its fields."""

    def fields(event: SideEvent) -> dict[str, object]:
        if after is None:
            if at is not None and at.day is None and event.frame.day is None:
                hint = 'write it too, as "2026-10-30 10:30"'
                raise InvalidField(
                    "at", str(at), "has no day, and the event has several", hint=hint
                )
            return {
                "start": WallClock(at.time) if at else None,
                "date": at.day if at and at.day != event.frame.day else None,
                "venue": room,
                "fold": fold,
            }
        item = Lanes(event).item(after)
        found = placements.behind(event, item)
        return found | ({"venue": room} if room else {})

    return fields
