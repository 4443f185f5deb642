"""Calendars: what other programs write, and what we have written ourselves."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from roundtable_ical.importers.ics import IcsImporter
from roundtable_ical.importers.yaml import YamlImporter
from roundtable_ical.ports import Importer, Source
from roundtable_ical.programme.event import SideEvent

SAMPLES = Path(__file__).parent.parent.parent / "samples"
FEEDS = sorted(path for path in SAMPLES.glob("*/expected/*.ics") if path.name != "event.ics")


def said(event: SideEvent) -> set[tuple[str, datetime, datetime, bool, str]]:
    return {
        (str(item.segment.title), *item.span, item.cancelled, item.segment.status.value)
        for item in event.occurrences
    }


@pytest.mark.parametrize("feed", FEEDS, ids=lambda path: f"{path.parent.parent.name}/{path.name}")
def test_a_feed_of_ours_says_the_same_moments_when_it_is_read_back(feed: Path) -> None:
    programme = (feed.parent.parent / "event.yaml").read_bytes()
    event = YamlImporter().read(Source("event.yaml", programme)).required()

    reading = IcsImporter().read(Source(feed.name, feed.read_bytes()))

    assert said(reading.required()) <= said(event)
    assert reading.required().timezone == event.timezone
    if feed.name == "agenda.ics":
        assert said(reading.required()) == said(event)


def test_it_is_an_importer_that_knows_calendars_by_their_first_words() -> None:
    importer: Importer = IcsImporter()

    assert importer.recognises(Source("x", b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n")) == 0.95
    assert importer.recognises(Source("x.ics", b"hello")) == 0.6
    assert importer.recognises(Source("x.txt", b"hello")) == 0.0


def test_a_calendar_without_a_whole_event_is_refused_with_the_line() -> None:
    cut = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Opening\r\nDTST"

    reading = IcsImporter().read(Source("cut.ics", cut))

    assert reading.event is None
    assert "cut-off" in {problem.code for problem in reading.problems}
    lines = [
        p.where.origin.line for p in reading.problems if p.where.origin and p.code == "cut-off"
    ]
    assert lines == [3]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "no-events"),
        (b"BEGIN:VCALENDAR\r\n" * 30, "too-deep"),
        (b"BEGIN:VCALENDAR\r\n\0\0", "not-a-calendar"),
        (b"x" * 20_000_001, "too-large"),
    ],
)
def test_what_is_no_calendar_is_refused_with_one_problem(content: bytes, code: str) -> None:
    reading = IcsImporter().read(Source("x.ics", content))

    assert reading.event is None
    assert [problem.code for problem in reading.problems] == [code]


def test_a_series_without_end_is_ended_and_told() -> None:
    lines = (
        *("BEGIN:VCALENDAR", "X-WR-CALNAME:A", "BEGIN:VEVENT", "UID:1", "SUMMARY:Weekly"),
        *("DTSTART;TZID=Europe/Berlin:20260601T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"),
        *("END:VEVENT", "END:VCALENDAR"),
    )

    reading = IcsImporter().read(Source("x.ics", "\r\n".join(lines).encode()))

    assert len(reading.required().occurrences) == 53
    assert reading.required().occurrences[0].start.astimezone(UTC) == datetime(
        2026, 6, 1, 7, tzinfo=UTC
    )
    assert [problem.code for problem in reading.problems] == ["series-ended"]
