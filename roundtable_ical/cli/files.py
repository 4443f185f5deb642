"""Commands that read one programme file: check, show, feed, export."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console

from roundtable_ical import bootstrap, zones
from roundtable_ical.cli.agenda import agenda_table, timeline
from roundtable_ical.cli.check_published import compared
from roundtable_ical.cli.options import STORE
from roundtable_ical.errors import InvalidField, Unavailable
from roundtable_ical.exporters.json import as_json
from roundtable_ical.ical.feeds import feed as written_feed
from roundtable_ical.ical.options import Options
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.problems import Problem

EVENT = click.argument("event", type=click.Path(path_type=Path), metavar="EVENT")


@click.command()
@EVENT
@click.option("--published", is_flag=True, help="Also look at what is public; EVENT may be its id.")
@STORE
@click.option("--json", "as_json_", is_flag=True, help="Problems for programs.")
@click.pass_context
def check(
    ctx: click.Context, event: Path, url: str | None, *, published: bool, as_json_: bool
) -> None:
    """List all problems of a programme; exit 1 where one is an error."""
    if url and not published:
        raise click.UsageError("--store goes with --published")
    public = compared(event, url) if published else None
    reading = public.reading if public else bootstrap.reading(event)
    problems = (*reading.problems, *(public.problems if public else ()))
    database = zones.current()
    if as_json_:
        tzdata = {"version": database.version, "source": database.source}
        found = [problem.as_json() for problem in problems]
        ok = not reading.errors
        report = {"ok": ok, "event": str(event), "problems": found, "tzdata": tzdata}
        _print_json(report | ({"published": public.as_json()} if public else {}))
    else:
        for problem in problems:
            mark = click.style("error", fg="red") if problem.is_error else "warning"
            click.echo(f"{mark}: {problem}")
        click.echo(_summary(event, problems))
        if public:
            click.echo(public.summary)
        click.echo(f"time zones: tzdata {database.version} ({database.source})")
    if reading.errors:
        ctx.exit(1)


def _summary(event: Path, problems: tuple[Problem, ...]) -> str:
    errors = sum(problem.is_error for problem in problems)
    return f"{event}: {_counted(errors, 'error')}, {_counted(len(problems) - errors, 'warning')}"


def _counted(number: int, thing: str) -> str:
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"


@click.command()
@EVENT
@click.option("--tz", "zone", metavar="ZONE", help="Show times in this zone too.")
@click.option("--json", "as_json_", is_flag=True, help="The programme for programs.")
def show(event: Path, zone: str | None, *, as_json_: bool) -> None:
    """Print the agenda as a table and a timeline."""
    with _usage():
        other = zones.zone(zone) if zone else None
    programme = bootstrap.read(event)
    if as_json_:
        _print_json(as_json(programme))
        return
    console = Console(highlight=False, markup=False)
    console.print(_heading(programme), style="bold")
    console.print(agenda_table(programme, other))
    console.print(timeline(programme, console.width, other))


def _heading(event: SideEvent) -> str:
    subtitle = f": {event.subtitle}" if event.subtitle else ""
    days = event.days or tuple(sorted({item.start.date() for item in event.occurrences}))
    venue = event.places.get(event.frame.venue or "")
    facts = (
        " to ".join(map(str, dict.fromkeys((*days[:1], *days[-1:])))) or "date open",
        venue.location(event.language) if venue else "",
        event.timezone.key,
    )
    return f"{event.title}{subtitle}\n{', '.join(filter(None, facts))}"


@contextmanager
def _usage() -> Iterator[None]:
    """Say of a value on the command line, not of the programme, that it cannot be used."""
    try:
        yield
    except InvalidField as error:
        raise click.UsageError(str(error)) from error


@click.command()
@EVENT
@click.option("--theme", "themes", multiple=True, metavar="ID", help="Follow a theme.")
@click.option("--speaker", "speakers", multiple=True, metavar="ID", help="Follow a speaker.")
@click.option("--venue", "venues", multiple=True, metavar="ID", help="Follow a venue or room.")
@click.option(
    "--kind",
    type=click.Choice(["event", "segments"]),
    default="segments",
    help="The event as one block, or each segment (the default).",
)
@click.option("--lang", metavar="TAG", help="Language, where the programme has it.")
@click.option("--busy", is_flag=True, help="Mark the time as taken.")
@click.option("--alarm", metavar="TIME", help="Remind this long before, as 15m.")
@click.option("-o", "output", type=click.Path(path_type=Path), help="Write to this file.")
def feed(
    event: Path,
    themes: tuple[str, ...],
    speakers: tuple[str, ...],
    venues: tuple[str, ...],
    kind: str,
    lang: str | None,
    alarm: str | None,
    output: Path | None,
    *,
    busy: bool,
) -> None:
    """Print a calendar: all segments, or those of the themes, speakers and venues named."""
    chosen = themes or speakers or venues
    if chosen and kind == "event":
        raise click.UsageError(
            "--kind event is the whole event; it takes no theme, speaker or venue"
        )
    query = {"lang": lang, "busy": "busy" if busy else None, "alarm": alarm}
    with _usage():
        options = Options.from_query({name: value for name, value in query.items() if value})
    calendar = written_feed(
        bootstrap.read(event),
        kind=kind,
        themes=themes,
        speakers=speakers,
        venues=venues,
        options=options,
    )
    _write(calendar.to_ical(), output)


@click.command()
@EVENT
@click.option("--format", "name", required=True, metavar="FORMAT", help="See `formats`.")
@click.option("-o", "output", type=click.Path(path_type=Path), help="Write to this file.")
def export(event: Path, name: str, output: Path | None) -> None:
    """Write the programme in another format."""
    exporter = bootstrap.plugins().exporter(name)
    _write(exporter.write(bootstrap.read(event)), output)


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _write(content: bytes, output: Path | None) -> None:
    """Write bytes as they are: a calendar's line ends are its own."""
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise Unavailable(f"{output}: {error.strerror or error}") from error
