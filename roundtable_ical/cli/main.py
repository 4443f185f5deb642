"""The root command: every command by its name, and our errors as one line and an exit code."""

import io
import sys
from typing import Any

import click

from roundtable_ical.cli.clashes import clashes
from roundtable_ical.cli.exits import INPUT_HAS_ERRORS, WORLD_FAILED
from roundtable_ical.cli.files import check, export, feed, show
from roundtable_ical.cli.formats import formats, schema
from roundtable_ical.cli.free import free
from roundtable_ical.cli.importing import import_
from roundtable_ical.cli.inviting import invite
from roundtable_ical.cli.linting import lint
from roundtable_ical.cli.now import now
from roundtable_ical.cli.outbox import outbox
from roundtable_ical.cli.planning import plan
from roundtable_ical.cli.publishing import diff, history, publish, rollback
from roundtable_ical.cli.reach import reach
from roundtable_ical.cli.replying import answers
from roundtable_ical.cli.rescheduling import cancel, compact, extend, insert, move, shift, swap
from roundtable_ical.cli.rsvp import rsvp
from roundtable_ical.cli.serving import serve
from roundtable_ical.cli.stores import store
from roundtable_ical.cli.undoing import undo
from roundtable_ical.errors import RoundtableError, Unavailable


class _Root(click.Group):
    """Turns our errors into one line and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Unavailable as error:
            click.echo(f"roundtable: {error}", err=True)
            ctx.exit(WORLD_FAILED)
        except RoundtableError as error:
            click.echo(f"roundtable: {error}", err=True)
            ctx.exit(INPUT_HAS_ERRORS)


@click.group(cls=_Root, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="roundtable-ical", prog_name="roundtable")
def roundtable() -> None:
    """Side events become calendars that stay right.

    EVENT is the path of an event.yaml, or of the folder it is in.
    """


for command in (
    import_,
    check,
    show,
    feed,
    export,
    lint,
    clashes,
    free,
    now,
    publish,
    history,
    diff,
    rollback,
    invite,
    outbox,
    answers,
    rsvp,
    shift,
    extend,
    swap,
    move,
    insert,
    cancel,
    compact,
    plan,
    undo,
    reach,
    store,
    schema,
    formats,
    serve,
):
    roundtable.add_command(command)


def main() -> None:
    """Run the command as a program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal in an old locale still gets UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace")
    roundtable(prog_name="roundtable")


if __name__ == "__main__":
    main()
