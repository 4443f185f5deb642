"""What the commands that change times share: options, preview, question, writing."""

import functools
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import click
from click.core import ParameterSource

from roundtable_ical.cli.lengths import Minutes
from roundtable_ical.cli.options import DRY_RUN, JSON, MESSAGE, STORE
from roundtable_ical.cli.reschedule import Job
from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.clock import WallClock, day, wall_clock
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.fits import Fit
from roundtable_ical.scheduling.proposals import Proposed

_UNSAID = (None, ParameterSource.DEFAULT, ParameterSource.DEFAULT_MAP)
_SHARED = frozenset({"event", "url", "publish", "message", "yes", "dry_run", "as_json"})


class Wall(click.ParamType[WallClock]):
    """A wall time, as ``10:30`` or ``"2026-10-30 10:30"``."""

    name = "time"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> WallClock:
        """Return the time, or end with the way to write it."""
        try:
            return wall_clock(value)
        except InvalidField as error:
            self.fail(f"{error.value!r} {error.reason}; {error.hint}", param, ctx)


class OneDay(click.ParamType[date]):
    """A day, as ``2026-10-30``."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or end with the way to write it."""
        try:
            return day(value)
        except InvalidField as error:
            self.fail(f"{error.value!r} {error.reason}; {error.hint}", param, ctx)


EVENT = click.argument("event", metavar="EVENT")
FIT = click.option(
    "--fit",
    type=click.Choice([fit.value for fit in Fit]),
    callback=lambda ctx, param, value: Fit(value) if value else None,  # noqa: ARG005  # click's own
    help="What gives where not everything fits: items become shorter, are left out, or run past.",
)
ABSORB = click.option("--absorb", is_flag=True, help="Use up free time first, not only at need.")
BY = click.option(
    "--by", type=Minutes(), required=True, metavar="TIME", help="As 10m, or -5m for earlier."
)
PUBLISH = click.option("--publish", is_flag=True, help="Publish it too, -m says why.")
YES = click.option("--yes", is_flag=True, help="Do not ask.")
Order = Callable[[SideEvent], Proposed]


def ordering(command: Callable[..., Order]) -> Callable[..., None]:
    """Make a command of a function that takes its own options and returns what is ordered.

    The command shows what would become of EVENT, asks, and writes it; exit 1 where it did not.
    """

    @PUBLISH
    @MESSAGE
    @YES
    @DRY_RUN
    @STORE
    @JSON
    @click.pass_context
    def call(ctx: click.Context, /, **options: Any) -> None:
        shared = {name: options.pop(name) for name in _SHARED}
        job = Job(order=_words(ctx), **shared)
        ctx.exit(job.done(command(**options)))

    return functools.update_wrapper(call, command)


def _words(ctx: click.Context) -> str:
    """Return what was ordered, as it was typed but for what all orders share."""
    words = [ctx.info_name or ""]
    for param in ctx.command.params:
        value = ctx.params.get(param.name or "")
        if param.name in _SHARED or ctx.get_parameter_source(param.name or "") in _UNSAID:
            continue
        raw = value if isinstance(value, tuple) else (value,)
        for each in raw:
            shown = json.dumps(str(each), ensure_ascii=False) if " " in str(each) else str(each)
            if isinstance(param, click.Argument):
                words.append(shown)
            elif each is True:
                words.append(param.opts[0])
            else:
                unit = "m" if isinstance(param.type, Minutes) else ""
                words += [param.opts[0], f"{shown}{unit}"]
    return " ".join(words)
