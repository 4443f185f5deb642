"""Documents of others in: import."""

import datetime
from pathlib import Path

import click

from roundtable_ical import bootstrap
from roundtable_ical.cli.answers import given, is_terminal
from roundtable_ical.cli.import_into import Update
from roundtable_ical.cli.import_jobs import Job, print_json
from roundtable_ical.cli.writing import STANDARD_OUTPUT, written_whole
from roundtable_ical.exporters.yaml_comments import commented
from roundtable_ical.ports import Given
from roundtable_ical.programme.clock import FIRST_YEAR, LAST_YEAR

_FILE = Path(bootstrap.PROGRAMME_FILE)


@click.command("import")
@click.argument("source", metavar="SOURCE")
@click.option("--format", "name", metavar="FORMAT", help="See `formats`; by default the surest.")
@click.option(
    "--year", type=click.IntRange(FIRST_YEAR, LAST_YEAR), metavar="Y", help="Where dates have none."
)
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="D",
    help="First day, where the document has none.",
)
@click.option("--tz", "zone", metavar="ZONE", help="Where the document names none.")
@click.option(
    "--answer",
    "answers",
    multiple=True,
    metavar="NAME=VALUE",
    help="Answer any question; an import tells their names.",
)
@click.option(
    "-o",
    "output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to this file, - for standard output; by default event.yaml here.",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="EVENT",
    help="Bring this event.yaml up to date instead.",
)
@click.option(
    "--base",
    metavar="SOURCE",
    help="With --into: the document it was made from; corrections by hand stay then.",
)
@click.option(
    "--missing",
    type=click.Choice(["remove", "cancel", "keep"]),
    default="remove",
    show_default=True,
    help="With --into: what becomes of segments that the document does not have.",
)
@click.option("--private", is_flag=True, help="Allow http, and machines of this network.")
@click.option("--yes", is_flag=True, help="Ask nothing: take defaults, and write.")
@click.option("--json", "as_json", is_flag=True, help="The report for programs.")
@click.pass_context
def import_(
    ctx: click.Context,
    source: str,
    name: str | None,
    year: int | None,
    day: datetime.datetime | None,
    zone: str | None,
    answers: tuple[str, ...],
    output: Path | None,
    into: Path | None,
    base: str | None,
    missing: str,
    *,
    private: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Turn a document into an event.yaml, or bring one up to date.

    SOURCE is a file (a concept note as text, Markdown, HTML, Word or PDF; a schedule file), an
    https address, or - for standard input. What was inferred is told with line, reason and
    sureness, and stands as a comment in the file.

    Questions (a missing year, an unclear am or pm) are asked on a terminal; without one their
    defaults are taken, and it is said which option answers them.

    With --into ids and what the document does not speak of stay; "was / is" is shown, and on a
    terminal asked for. Without a terminal nothing is written unless --yes is given: exit 1.
    A file that exists is never overwritten unasked: --yes does.
    """
    if into and output:
        raise click.UsageError("-o writes a new file, --into changes one: give one of the two")
    if not into and (base or missing != "remove"):
        raise click.UsageError("--base and --missing go with --into")
    target = output or _FILE
    if as_json and target == STANDARD_OUTPUT:
        raise click.UsageError("--json and -o - both need standard output")
    said = given(bootstrap.now(), year, day.date() if day else None, zone, answers)
    job = Job(importer=name, ask=is_terminal() and not yes and not as_json, private=private)
    if into:
        update = Update(source=source, file=into, base=base, missing=missing)
        ctx.exit(update.done(job, said, yes=yes, as_json=as_json))
    ctx.exit(_created(job, source, target, said, yes=yes, as_json=as_json))


def _created(job: Job, source: str, target: Path, said: Given, *, yes: bool, as_json: bool) -> int:
    """Write a new file, and return the exit code: 1 where the document has errors."""
    aside = target == STANDARD_OUTPUT
    exists = not aside and target.exists()
    if exists and not yes and not job.ask:
        hint = f"--yes overwrites it, --into {target} brings it up to date"
        raise click.UsageError(f"{target} exists; {hint}")
    read = job.read(job.document(source), said)
    event, problems = read.event, read.reading.problems
    if not as_json:
        read.tell(to_stderr=aside)
    write = event is not None and (
        not exists or yes or click.confirm(f"{target} exists; overwrite it?", err=True)
    )
    if event and write:
        written_whole(commented(event, problems), target)
    if as_json:
        print_json(read.report(target if write else None))
    elif not write:
        click.echo("nothing was written", err=True)
    elif not aside:
        click.echo(f"{target}: written; next: roundtable check {target}")
    return 0 if write and not read.reading.errors else 1
