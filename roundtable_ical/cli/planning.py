"""Times and rooms for what has none, and the fewest moves that mend the rest."""

import json
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import click

from roundtable_ical import bootstrap
from roundtable_ical.cli.lengths import Minutes
from roundtable_ical.cli.options import DRY_RUN, JSON, MESSAGE, STORE, Length
from roundtable_ical.cli.orders import EVENT, PUBLISH, YES
from roundtable_ical.cli.plan_reports import (
    contradiction_lines,
    plan_as_json,
    plan_lines,
    progress_line,
)
from roundtable_ical.cli.programmes import beside
from roundtable_ical.cli.reschedule import Job
from roundtable_ical.cli.reschedule_targets import FileTarget, Target
from roundtable_ical.cli.writing import written_whole
from roundtable_ical.exporters.yaml import written
from roundtable_ical.exporters.yaml_rewritten import rewritten
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.planning.search import Progress
from roundtable_ical.scheduling.plans import SECONDS, Plan, planned
from roundtable_ical.services.reschedule import dated, preview


@click.command()
@EVENT
@click.option(
    "--time-limit",
    type=Length(),
    default=f"{SECONDS:g}s",
    show_default=True,
    metavar="TIME",
    help="How long to search.",
)
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), default=0, help="For another plan.")
@click.option(
    "--without-room", "without", multiple=True, metavar="ID", help="It cannot be used; repeat."
)
@click.option(
    "--length", type=Minutes(), metavar="TIME", help="Of what has no time and says no length."
)
@click.option("-o", "output", type=click.Path(path_type=Path), help="Write it there; - is stdout.")
@PUBLISH
@MESSAGE
@YES
@DRY_RUN
@STORE
@JSON
@click.pass_context
def plan(
    ctx: click.Context,
    event: str,
    time_limit: timedelta,
    seed: int,
    without: tuple[str, ...],
    length: int | None,
    output: Path | None,
    url: str | None,
    message: str,
    *,
    publish: bool,
    yes: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Propose times and rooms for what has none, and mend the rest by the fewest moves.

    What has a time moves only where it must: the fewest segments, then the fewest minutes; wishes
    under `constraints` that are not hard decide among what is alike in that. Where there is no
    plan, the fewest reasons that contradict each other are told; exit 1. Needs the extra `plan`.
    """
    if output and (publish or yes):
        raise click.UsageError(
            "-o writes the plan to a file of its own: leave --yes, --publish out"
        )
    if length is not None and length < 1:
        raise click.UsageError("--length is how long they are, as 30m")
    order = " ".join(["plan", *(f"--without-room {room}" for room in without)])
    job = Job(
        event=event,
        order=order,
        url=url,
        publish=publish,
        message=message,
        yes=yes,
        dry_run=dry_run or output is not None,
        as_json=as_json,
    )
    with job.opened() as (there, store):
        others = beside([there.event], store)
        with _Watched() as told:
            found = planned(
                there.event,
                others,
                without=without,
                length=length,
                since=bootstrap.now(),
                seconds=time_limit.total_seconds(),
                seed=seed,
                told=told,
            )
        if found.event is None:
            _refused(there, found, time_limit.total_seconds(), as_json=as_json)
            ctx.exit(1)
        after = dated(found.event, bootstrap.now())
        if output and not dry_run:
            _put(there, after, found, output, as_json=as_json)
            return
        seen = preview(there.event, found.event, others)
        would = job.publication(there, after) if seen.effects else None
        job.tell(there, seen, would, None)
        if not as_json:
            click.echo("\n".join(plan_lines(found)))
        agreed = bool(seen.effects) and job.agreed(there)
        done = job.taken(there, after) if agreed else None
    job.conclude(there, seen, would, done, agreed=agreed, more={"plan": plan_as_json(found)})
    ctx.exit(0 if agreed or dry_run or not seen.effects else 1)


def _refused(there: Target, found: Plan, seconds: float, *, as_json: bool) -> None:
    """Say that there is no plan, and why."""
    if as_json:
        _print({"event": there.event.id, "plan": plan_as_json(found)})
    else:
        lines = contradiction_lines(found, seconds)
        click.echo("\n".join(f"{there.event.id}: {line}" for line in lines))


def _put(there: Target, after: SideEvent, found: Plan, file: Path, *, as_json: bool) -> None:
    """Write the plan to a file of its own; on standard output nothing but the programme."""
    content = rewritten(there.content, after) if isinstance(there, FileTarget) else written(after)
    written_whole(content, file)
    if as_json and str(file) != "-":
        _print({"event": after.id, "written": str(file), "plan": plan_as_json(found)})
        return
    click.echo("\n".join([*plan_lines(found), f"{file}: written"]), err=str(file) == "-")


def _print(facts: object) -> None:
    click.echo(json.dumps(facts, ensure_ascii=False, indent=2))


class _Watched:
    """Shows the best plan so far in one line of a terminal, and takes it away at the end."""

    def __enter__(self) -> Callable[[Progress], None] | None:
        self._shown = 0
        return self._show if sys.stderr.isatty() else None

    def _show(self, progress: Progress) -> None:
        line = progress_line(progress)
        click.echo(f"\r{line:{self._shown}}", nl=False, err=True)
        self._shown = len(line)

    def __exit__(self, *_: object) -> None:
        if self._shown:
            click.echo(f"\r{'':{self._shown}}\r", nl=False, err=True)
