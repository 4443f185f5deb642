"""The programme file: every problem with its line, every text as it was written."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_ical.importers.yaml import YamlImporter
from roundtable_ical.ports import Importer, Source
from roundtable_ical.programme.reading import Reading

ROOT = Path(__file__).parent.parent.parent
WRONG = ROOT / "tests" / "data" / "wrong"
EVENT = """\
id: breakfast
title: Breakfast
timezone: America/New_York
date: 2026-10-29
revised: 2026-10-01T09:00:00Z
"""


def read(text: str | bytes, name: str = "event.yaml") -> Reading:
    content = text.encode() if isinstance(text, str) else text
    return YamlImporter().read(Source(name, content))


def told(reading: Reading) -> list[dict[str, str | int | float | None]]:
    return [problem.as_json() for problem in reading.problems]


def test_there_are_enough_wrong_files_and_each_has_its_expectation() -> None:
    files = {path.stem for path in WRONG.glob("*.yaml")}

    expectations = {path.name.removesuffix(".expect.json") for path in WRONG.glob("*.json")}

    assert expectations == files
    assert len(files) >= 100


@pytest.mark.parametrize("path", sorted(WRONG.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_wrong_file_gives_just_the_problems_it_has(path: Path) -> None:
    expected = json.loads(path.with_name(f"{path.stem}.expect.json").read_text("utf-8"))

    reading = read(path.read_bytes(), path.name)

    assert told(reading) == [{**problem, "file": path.name} for problem in expected]
    assert (reading.event is None) == any(item["severity"] == "error" for item in expected)


@pytest.mark.parametrize(
    ("sample", "occurrences", "unscheduled", "codes"),
    [
        ("hld-2013", 6, 0, ["tbc-open", "tbc-open", "outside-hours"]),
        ("week-of-side-events", 55, 2, ["tbc-open"] * 5 + ["unscheduled"] * 2),
    ],
)
def test_a_sample_gives_the_warnings_that_are_meant(
    sample: str, occurrences: int, unscheduled: int, codes: list[str]
) -> None:
    content = (ROOT / "samples" / sample / "event.yaml").read_bytes()

    reading = read(content)

    event = reading.required()
    assert [problem.code for problem in reading.problems] == codes
    assert (len(event.occurrences), len(event.unscheduled)) == (occurrences, unscheduled)


def test_the_week_keeps_its_briefing_at_the_same_time_when_new_york_leaves_summer_time() -> None:
    content = (ROOT / "samples" / "week-of-side-events" / "event.yaml").read_bytes()

    event = read(content).required()

    briefings = [item for item in event.occurrences if item.series == "morning-briefing"]
    assert [(item.id, item.start.isoformat()) for item in briefings] == [
        ("morning-briefing-20261029", "2026-10-29T08:30:00-04:00"),
        ("morning-briefing-20261102", "2026-11-02T08:30:00-05:00"),
        ("morning-briefing-20261103", "2026-11-03T08:00:00-05:00"),
        ("morning-briefing-20261104", "2026-11-04T08:30:00-05:00"),
    ]


def test_values_stay_the_words_that_were_written() -> None:
    """YAML 1.1 would read these as 570 minutes, a number, and false."""
    text = f"{EVENT}segments:\n  - {{id: no, title: 0123, start: 9:30, end: 09.45, note: off}}\n"

    event = read(text).required()

    segment = event.segments[0]
    words = (
        segment.id,
        str(segment.title),
        str(segment.start),
        str(segment.end),
        str(segment.note),
    )
    assert words == ("no", "0123", "09:30", "09:45", "off")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_understood(codec: str) -> None:
    content = EVENT.replace("Breakfast", "Petit-déjeuner 早餐").encode(codec)

    event = read(content).required()

    assert str(event.title) == "Petit-déjeuner 早餐"


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_lines_are_counted_with_every_kind_of_line_end(line_end: str) -> None:
    text = f"{EVENT}\nsegments:\n  - id: welcome\n    start: 9h\n".replace("\n", line_end)

    reading = read(text)

    lines = [(problem["field"], problem["line"]) for problem in told(reading)]
    assert lines == [("segments[0].title", 8), ("segments[0].start", 9)]


def test_a_value_used_twice_by_an_alias_is_read_twice() -> None:
    text = f"{EVENT}subtitle: &words Work on the Move\nobjective: *words\n"

    event = read(text).required()

    assert (str(event.subtitle), str(event.objective)) == ("Work on the Move",) * 2


def test_a_tag_makes_no_object() -> None:
    text = f"{EVENT}subtitle: !!python/object/apply:os.system [echo]\n"

    reading = read(text)

    assert [(item["code"], item["field"]) for item in told(reading)] == [
        ("wrong-shape", "subtitle")
    ]


def test_a_file_of_many_megabytes_is_refused_before_it_is_read() -> None:
    reading = read(b"#" * 20_000_001)

    assert told(reading) == [
        {
            "severity": "error",
            "code": "too-large",
            "file": "event.yaml",
            "line": None,
            "field": "",
            "message": "the file has 20 MB",
            "hint": "at most 20 MB are possible; split the event",
        }
    ]


def test_brackets_without_end_do_not_exhaust_the_stack() -> None:
    reading = read(f"{EVENT}background: {'[' * 30_000}")

    assert [problem.code for problem in reading.problems] == ["too-deep"]


@pytest.mark.parametrize(
    ("name", "content", "sureness"),
    [
        ("event.yaml", b"", 0.9),
        ("EVENT.YML", b"", 0.9),
        ("event.txt", b"timezone: Europe/Zurich\nsegments:\n", 0.5),
        ("event.txt", b"Concept note\n", 0.0),
    ],
)
def test_it_recognises_a_programme_file_by_name_or_words(
    name: str, content: bytes, sureness: float
) -> None:
    importer: Importer = YamlImporter()

    found = importer.recognises(Source(name, content))

    assert found == sureness


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=80) | st.text(alphabet="-:[]{}&*#'\"|>!%@\t\n ab,?", max_size=40))
def test_any_bytes_give_an_event_or_an_error(content: bytes | str) -> None:
    tail = content.encode() if isinstance(content, str) else content

    reading = read(EVENT.encode() + tail)

    assert (reading.event is None) == bool(reading.errors)


@pytest.mark.parametrize("line", ["foo:", "abstrakt: ~", "langs: null"])
def test_a_misspelt_key_without_a_value_is_told_all_the_same(line: str) -> None:
    text = f"id: e\ntitle: E\ntimezone: UTC\nrevised: 2026-09-01T12:00:00Z\n{line}\n"

    reading = YamlImporter().read(Source("e.yaml", text.encode()))

    assert [(problem.code, problem.where.field) for problem in reading.problems] == [
        ("unknown-key", line.split(":")[0])
    ]


def test_a_known_key_without_a_value_is_as_if_it_were_not_written() -> None:
    text = "id: e\ntitle: E\ntimezone: UTC\nrevised: 2026-09-01T12:00:00Z\nvenues:\nsubtitle:\n"

    reading = YamlImporter().read(Source("e.yaml", text.encode()))

    assert reading.problems == ()
