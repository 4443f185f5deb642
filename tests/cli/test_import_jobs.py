"""How a document is read; questions at a terminal are in test_importing.py."""

from datetime import UTC, datetime
from pathlib import Path

import click
import pytest

from roundtable_ical import read
from roundtable_ical.cli.import_jobs import Job
from roundtable_ical.fetching.documents import Document
from roundtable_ical.ports import Given

JOB = Job(importer=None, ask=False, private=False)
SAMPLE = Path("samples/hld-2013/event.yaml")


def test_what_was_read_can_be_told_to_programs() -> None:
    given = Given(moment=datetime(2026, 1, 1, tzinfo=UTC))

    found = JOB.read(JOB.document(str(SAMPLE)), given)

    report = found.report(None)
    assert (found.importer, found.event, found.given) == ("yaml", read(SAMPLE), given)
    assert len(report.pop("problems")) == len(found.reading.problems)
    assert report == {
        "ok": True,
        "source": str(SAMPLE),
        "format": "yaml",
        "written": None,
        "event": {"id": "hld-2013", "title": str(read(SAMPLE).title)},
        "counts": {"segments": 6, "speakers": 4, "themes": 3, "venues": 1, "hosts": 2},
        "questions": [],
    }


def test_a_document_without_an_event_is_not_in_order() -> None:
    report = JOB.read(Document("a.yaml", b"- a"), Given()).report(None)

    assert (report["ok"], report["event"], report["counts"]) == (False, None, {})


def test_an_address_that_cannot_be_used_is_wrong_usage() -> None:
    with pytest.raises(click.UsageError, match="does not begin with https"):
        JOB.document("http://example.org/a")


def test_nobody_is_asked_twice_by_the_same_job() -> None:
    assert Job(importer="yaml", ask=True, private=True).unasked() == Job(
        importer="yaml", ask=False, private=True
    )
