"""One import: which document, read how, for whom."""

import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from roundtable_ical import bootstrap
from roundtable_ical.cli import answers
from roundtable_ical.cli.import_reports import counted, lines, questions_as_json, summary
from roundtable_ical.errors import InvalidField, RoundtableError
from roundtable_ical.fetching.documents import Document, fetched
from roundtable_ical.ports import Given, Importer, Source
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.reading import Reading

_ROUNDS = 20
log = logging.getLogger("roundtable_ical")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What is in a document, by which importer, and with which answers."""

    source: str
    importer: str
    reading: Reading
    given: Given

    @property
    def event(self) -> SideEvent | None:
        """The event, if there is one."""
        return self.reading.event

    def report(self, file: Path | None) -> dict[str, Any]:
        """Return all of it for programs; *file* is what was written."""
        event = self.event
        return {
            "ok": event is not None and not self.reading.errors,
            "source": self.source,
            "format": self.importer,
            "written": str(file) if file else None,
            "event": {"id": event.id, "title": str(event.title)} if event else None,
            "counts": counted(event) if event else {},
            "questions": questions_as_json(self.reading.problems),
            "problems": [problem.as_json() for problem in self.reading.problems],
        }

    def tell(self, *, to_stderr: bool) -> None:
        """Print what was read, and what is to be told of it."""
        if self.event:
            click.echo(summary(self.source, self.importer, self.event), err=to_stderr)
        for line in lines(self.reading.problems):
            click.echo(line, err=to_stderr)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """How documents are read: by which importer (by default the surest), and who is asked."""

    importer: str | None
    ask: bool
    private: bool

    def document(self, place: str) -> Document:
        """Return the document at *place*.

        Raises:
            click.UsageError: an address that cannot be used.
            Unavailable: it cannot be read.
        """
        with _usage():
            return fetched(place, private=self.private)

    def read(self, found: Document, given: Given) -> Read:
        """Return what is in a document; on a terminal, with every question answered."""
        known = bootstrap.plugins()
        importer = known.importer_for(Source(found.name, found.content), self.importer)
        name = next((key for key, each in known.importers.items() if each is importer), "")
        reading = _reading(name, importer, Source(found.name, found.content, given))
        asked = {*given.answers}
        for _ in range(_ROUNDS * self.ask):
            questions = answers.open_questions(reading.problems)
            new = [each for each in questions if each.question.name not in asked]
            if not new:
                break
            given = answers.answered(given, answers.ask(new))
            asked |= {each.question.name for each in new}
            reading = _reading(name, importer, Source(found.name, found.content, given))
        return Read(source=found.name, importer=name, reading=reading, given=given)

    def unasked(self) -> "Job":
        """Return the same job, with nobody to be asked."""
        return replace(self, ask=False)


def _reading(name: str, importer: Importer, source: Source) -> Reading:
    """Return what *importer* makes of *source*.

    Raises:
        RoundtableError: it failed, which is no fault of the document's author.
    """
    try:
        return importer.read(source)
    except Exception as error:  # foreign code may fail in any way
        log.debug("importer %s failed", name, exc_info=True)
        reason = f"{type(error).__name__}: {error}"
        hint = "try another --format, or the document saved in another way"
        raise RoundtableError(
            f"{source.name}: the importer {name!r} failed ({reason}); {hint}"
        ) from error


def print_json(value: Mapping[str, Any]) -> None:
    """Print *value* for programs."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


@contextmanager
def _usage() -> Iterator[None]:
    """Say of an address on the command line that it cannot be used."""
    try:
        yield
    except InvalidField as error:
        raise click.UsageError(str(error)) from error
