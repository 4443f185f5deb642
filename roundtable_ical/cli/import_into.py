"""A document brought into an event.yaml that there is."""

from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from roundtable_ical import bootstrap
from roundtable_ical.cli import answers
from roundtable_ical.cli.import_jobs import Job, Read, print_json
from roundtable_ical.cli.import_reports import difference_as_json, lines, print_difference
from roundtable_ical.cli.writing import written_whole
from roundtable_ical.exporters.yaml_rewritten import rewritten
from roundtable_ical.fetching.documents import Document, content
from roundtable_ical.ports import Given
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.problems import Path as Place

_HARDLY = 0.5
"""Below, what a file has is trusted more than what was supposed of a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What is wanted: *source* into *file*, which was made from *base*."""

    source: str
    file: Path
    base: str | None
    missing: str

    def done(self, job: Job, given: Given, *, yes: bool, as_json: bool) -> int:
        """Do it, and return the exit code: 0 written or nothing to write, else 1."""
        file = self.file / bootstrap.PROGRAMME_FILE if self.file.is_dir() else self.file
        present = bootstrap.read(file, importer="yaml")
        before = content(file)
        found = job.document(self.source)
        read = job.read(found, _with_day(job, found, answers.known_from(present, given), present))
        if not as_json:
            read.tell(to_stderr=False)
        if read.event is None:
            if as_json:
                print_json(read.report(None))
            else:
                click.echo("nothing was written", err=True)
            return 1
        base = self._base(job, read.given)
        # rapidfuzz takes time to load
        merging: Any = import_module("roundtable_ical.programme.merging.merged")
        merge = merging.merged(
            present, read.event, base, merging.Missing(self.missing), _unsaid(read)
        )
        after: SideEvent = merge.event
        same = after is present
        if not as_json:
            for line in lines(merge.notes):
                click.echo(line)
            print_difference(present, after)
        agreed = yes or (job.ask and not same and click.confirm(f"write it to {file}?", err=True))
        if agreed and not same:
            written_whole(rewritten(before, after), file)
        if as_json:
            notes = {"notes": [note.as_json() for note in merge.notes]}
            written = file if agreed and not same else None
            print_json(read.report(written) | notes | difference_as_json(present, after))
        elif same:
            click.echo(f"{file}: nothing changed")
        elif agreed:
            click.echo(f"{file}: written")
        else:
            click.echo(f"{file}: not written" + ("" if job.ask else "; --yes writes it"))
        return 0 if same or agreed else 1

    def _base(self, job: Job, given: Given) -> SideEvent | None:
        """Return the event of the document that the file was made from, if it is known."""
        if self.base is None:
            return None
        return job.unasked().read(job.document(self.base), given).reading.required()


def _unsaid(read: Read) -> frozenset[Place]:
    """Return the values that the document does not say: asked for, or hardly more than supposed."""
    return frozenset(
        problem.where.path
        for problem in read.reading.problems
        if problem.question or (problem.sure is not None and problem.sure < _HARDLY)
    )


def _with_day(job: Job, found: Document, given: Given, present: SideEvent) -> Given:
    """Return *given* with the first day of the file, where the document would ask for one."""
    if given.day is not None or not present.days:
        return given
    problems = job.unasked().read(found, given).reading.problems
    asked = {each.question.name for each in answers.open_questions(problems)}
    return replace(given, day=present.days[0]) if "date" in asked else given
