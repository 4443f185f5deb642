"""When people and rooms are free together."""

import json
from collections import defaultdict
from collections.abc import Iterable
from importlib import import_module
from typing import Protocol, cast
from zoneinfo import ZoneInfo

import click

from roundtable_ical.cli.lengths import Minutes
from roundtable_ical.cli.options import JSON, STORE
from roundtable_ical.cli.programmes import beside, programmes, store_there
from roundtable_ical.cli.reader_zone import TZ
from roundtable_ical.errors import InvalidProgramme, Origin, UnknownId
from roundtable_ical.fetching.documents import fetched
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.nearest import nearest
from roundtable_ical.programme.problems import Problem
from roundtable_ical.scheduling.board import Board
from roundtable_ical.scheduling.freetime import free_times
from roundtable_ical.scheduling.intervals import Interval
from roundtable_ical.scheduling.opening import whole_day
from roundtable_ical.scheduling.spoken import hours


class _Busy(Protocol):
    times: tuple[Interval, ...]
    problems: tuple[Problem, ...]


class _Reader(Protocol):
    def busy_times(self, content: bytes, around: Interval, home: ZoneInfo) -> _Busy: ...


def _listed(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for each in values for word in each.split(",") if word))


def _pairs(
    _: click.Context, __: click.Parameter, values: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    found = [value.partition("=")[::2] for value in values]
    for (person, place), value in zip(found, values, strict=True):
        if not person or not place:
            raise click.BadParameter(f"{value!r}: write PERSON=FILE, or PERSON=https://...")
    return tuple(found)


@click.command()
@click.argument("event", metavar="EVENT")
@click.option("--people", multiple=True, callback=_listed, metavar="A,B", help="Ids of speakers.")
@click.option("--rooms", multiple=True, callback=_listed, metavar="A,B", help="Ids of venues.")
@click.option(
    "--for",
    "minutes",
    type=Minutes(least=1, most=24 * 60),
    default="30m",
    show_default=True,
    metavar="TIME",
    help="How long they are needed, as 30m or 1h30m.",
)
@click.option(
    "--busy",
    "calendars",
    multiple=True,
    callback=_pairs,
    metavar="PERSON=FILE|URL",
    help="A calendar of theirs (.ics, .ifb); more than once for more.",
)
@click.option("--private", is_flag=True, help="Let --busy fetch http, and from this network.")
@TZ
@STORE
@JSON
def free(
    event: str,
    people: tuple[str, ...],
    rooms: tuple[str, ...],
    minutes: int,
    calendars: tuple[tuple[str, str], ...],
    zone: ZoneInfo | None,
    url: str | None,
    *,
    private: bool,
    as_json: bool,
) -> None:
    """List when all of these people and rooms are free, on the event's days and hours.

    What they have in other events of the store counts, and what their own calendars say.
    """
    if not (people or rooms or calendars):
        raise click.UsageError("name --people, --rooms or --busy")
    with store_there(url) as store:
        given = programmes([event], store)
        others = beside(given, store)
    if len(given) != 1:
        raise click.UsageError(f"{event} holds {len(given)} events; name one")
    _check(given[0], [person for person, _ in calendars])
    busy: dict[str, list[Interval]] = defaultdict(list)
    problems: list[Problem] = []
    for person, place in calendars:
        read = _read(place, given[0], private=private)
        busy[person] += read.times
        problems += [problem.written_at(Origin(place)) for problem in read.problems]
    if errors := [problem for problem in problems if problem.is_error]:
        raise InvalidProgramme(errors)
    board = Board([*given, *others])
    found = free_times(board, people=people, rooms=rooms, minutes=minutes, busy=busy)
    if as_json:
        report = {
            "event": given[0].id,
            "people": list(people),
            "rooms": list(rooms),
            "minutes": minutes,
            "busy": [person for person, _ in calendars],
            "problems": [problem.as_json() for problem in problems],
            "free": [each.as_json() for each in found],
        }
        click.echo(json.dumps(report, ensure_ascii=False, indent=2))
        return
    for problem in problems:
        click.echo(f"note: {problem}", err=True)
    for each in found:
        there = ""
        if zone:
            start, end = each.start.astimezone(zone), each.end.astimezone(zone)
            there = f"  {hours(start, end)} {zone.key}"
        here = hours(each.start, each.end)
        click.echo(f"{each.start:%a} {here}  {each.minutes} min{there}")
    if not found:
        click.echo(f"they are never all free for {minutes} minutes on the event's days")


def _check(event: SideEvent, persons: Iterable[str]) -> None:
    """Look whether calendars are those of speakers.

    Raises:
        UnknownId: one is nobody's; names who may be meant.
    """
    for person in persons:
        if person not in event.people:
            raise UnknownId("speaker", person, nearest(person, event.people) or event.people)


def _read(place: str, event: SideEvent, *, private: bool) -> _Busy:
    content = fetched(place, private=private).content
    days = event.days or tuple(sorted({item.start.date() for item in event.occurrences}))
    if not days:
        raise click.UsageError(f"{event.id} has no day yet; write its `dates`")
    around = whole_day(days[0], event.timezone)[0], whole_day(days[-1], event.timezone)[1]
    # What reads recurrences takes long to load, and most calls need none.
    reader = cast(_Reader, import_module("roundtable_ical.importers.calendars.busy"))
    return reader.busy_times(content, around, event.timezone)
