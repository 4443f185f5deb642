"""What does not go together, and the ways out."""

import json
from collections.abc import Sequence

import click

from roundtable_ical.cli.options import JSON, STORE
from roundtable_ical.cli.programmes import beside, programmes, store_there
from roundtable_ical.scheduling.board import Board
from roundtable_ical.scheduling.clashes import clashes_on
from roundtable_ical.scheduling.waysout import ways_out

MOST = 50


@click.command()
@click.argument("events", nargs=-1, metavar="EVENT...")
@STORE
@click.option(
    "--most", type=click.IntRange(0), default=MOST, show_default=True, help="Show so many of them."
)
@click.option("--strict", is_flag=True, help="Exit 1 where there is a clash.")
@JSON
@click.pass_context
def clashes(
    ctx: click.Context,
    events: tuple[str, ...],
    url: str | None,
    most: int,
    *,
    strict: bool,
    as_json: bool,
) -> None:
    """List what does not go together: in each EVENT, between them, and with those of the store.

    People and rooms of different events are the same when they are named alike; how sure that is,
    is told. Without EVENT all events of the store are looked at. Each way out was tried: after it
    what it moves has no clash.
    """
    with store_there(url) as store:
        given = programmes(events, store)
        others = beside(given, store)
    if not given and not others:
        raise click.UsageError("name an EVENT, or a --store that has some")
    board = Board([*given, *others])
    scan = clashes_on(board, about={event.id for event in given or others})
    found, least = scan.clashes, "" if scan.all_of_them else "at least "
    shown = [(clash, ways_out(board, clash)) for clash in found[:most]]
    if as_json:
        listed = [
            {**clash.as_json(), "ways_out": [way.as_json() for way in ways]}
            for clash, ways in shown
        ]
        report = {
            "events": [event.id for event in board.events],
            "count": len(found),
            "all_of_them": scan.all_of_them,
            "clashes": listed,
        }
        click.echo(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        for clash, ways in shown:
            click.echo(f"{clash.kind}: {clash}")
            for way in ways:
                click.echo(f"  way out: {way.says}")
            if not ways:
                click.echo("  no way out was found by moving one segment or swapping two")
        if len(found) > most:
            click.echo(f"and {least}{len(found) - most:,} more; --most {len(found)} shows these")
        looked = f"in {_counted(board.events, 'event', 'events')}, {len(board.bookings):,} items"
        click.echo(f"{least}{_counted(found, 'clash', 'clashes')} {looked}")
    if strict and found:
        ctx.exit(1)


def _counted(found: Sequence[object], one: str, many: str) -> str:
    return f"{len(found):,} {one if len(found) == 1 else many}" if found else f"no {many}"
