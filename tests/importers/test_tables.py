"""Tables and calendars in the dialects of the programs that write them."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from roundtable_ical import zones
from roundtable_ical.importers.ics import IcsImporter
from roundtable_ical.importers.notes.formats import WordImporter
from roundtable_ical.importers.tables import CsvImporter, XlsxImporter
from roundtable_ical.ports import Given, Importer, Source
from roundtable_ical.programme.reading import Reading

RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SCHEDULES = Path(__file__).parent.parent / "data" / "schedules"
IMPORTERS: dict[str, Importer] = {
    ".csv": CsvImporter(),
    ".tsv": CsvImporter(),
    ".xlsx": XlsxImporter(),
    ".ics": IcsImporter(),
}
FILES = sorted(path for path in SCHEDULES.iterdir() if path.suffix in IMPORTERS)


def read(path: Path, options: dict[str, Any]) -> Reading:
    given = Given(
        moment=datetime(2026, 1, 15, tzinfo=UTC),
        timezone=zones.zone(options["tz"]) if "tz" in options else None,
        year=options.get("year"),
    )
    return IMPORTERS[path.suffix].read(Source(path.name, path.read_bytes(), given))


def summary(reading: Reading) -> dict[str, Any]:
    """Return what was read, so that a person can compare it with the file."""
    event = reading.required()
    people = event.people
    return {
        "title": str(event.title),
        "timezone": event.timezone.key,
        "segments": [
            " | ".join(
                (
                    f"{item.start:%Y-%m-%d %H:%M}-{item.end:%H:%M} {item.start.tzname()}",
                    str(item.segment.title),
                    str(item.venue.name) if item.venue else "",
                    ", ".join(str(event.topics[id_].title) for id_ in item.segment.themes),
                    "; ".join(
                        f"{people[each.speaker].public_name(None)}"
                        f" ({people[each.speaker].position(None)}) {each.role}"
                        for each in item.segment.speakers
                    ),
                    f"{item.segment.kind} {item.segment.status}",
                )
            )
            for item in event.occurrences
        ],
        "unscheduled": [str(segment.title) for segment in event.unscheduled],
        "problems": sorted(
            f"{problem.where.origin.line if problem.where.origin else ''}: {problem.code}"
            for problem in reading.problems
            if problem.code != "column"
        ),
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_dialect_is_read_as_a_person_reads_it(path: Path) -> None:
    expected = json.loads(path.with_name(f"{path.name}.expect.json").read_text("utf-8"))
    options = expected.pop("options")

    assert summary(read(path, options)) == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_dialect_is_recognised_by_its_content(path: Path) -> None:
    source = Source(f"x{path.suffix}", path.read_bytes())

    sure = {name: importer.recognises(source) for name, importer in IMPORTERS.items()}

    assert max(sure, key=lambda name: sure[name]) == path.suffix.replace(".tsv", ".csv")
    assert max(sure.values()) >= 0.9


def test_how_each_column_was_read_is_told() -> None:
    reading = read(SCHEDULES / "tagung-cp1252.csv", {"tz": "Europe/Berlin"})

    told = [problem.message for problem in reading.problems if problem.code == "column"]

    assert told == [
        "column 'Thema' was read as title",
        "column 'von' was read as start",
        "column 'bis' was read as end",
        "column 'Raum' was read as venue",
        "column 'Referent/in' was read as speaker",
    ]


def test_a_table_is_known_by_its_lines_where_its_name_says_nothing() -> None:
    source = Source("-", b"Title;Start;End\nA;1;2\nB;3;4\n")

    assert CsvImporter().recognises(source) == 0.3
    assert XlsxImporter().recognises(source) == 0.0


def test_a_word_document_with_a_workbook_inside_is_no_workbook() -> None:
    document = Document()
    name = PackURI("/word/embeddings/xl/chart-data.xlsx")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    inner = Part(name, kind, b"a workbook", document.part.package)
    document.part.relate_to(inner, f"{RELATIONSHIP}/package")
    out = io.BytesIO()
    document.save(out)

    source = Source("note.docx", out.getvalue())

    assert b"xl/" in source.content
    assert XlsxImporter().recognises(source) == 0.0
    assert WordImporter().recognises(source) == 0.9
