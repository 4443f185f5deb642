"""A file brought to a new event keeps what nobody changed, to the byte."""

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roundtable_ical import read, shifted
from roundtable_ical.exporters.yaml import written
from roundtable_ical.exporters.yaml_rewritten import rewritten
from roundtable_ical.exporters.yaml_tree import tree
from roundtable_ical.importers.yaml import YamlImporter
from roundtable_ical.ports import Source
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.testing.events import events

SAMPLES = ("hld-2013", "week-of-side-events")


def again(content: bytes) -> SideEvent:
    return YamlImporter().read(Source("event.yaml", content)).required()


def difference(old: bytes, new: bytes) -> list[str]:
    """Return the lines that are only in one of two files, signed."""
    lines = old.decode().splitlines(), new.decode().splitlines()
    compared = difflib.unified_diff(*lines, n=0, lineterm="")
    return [
        f"{line[0]} {line[1:]}" for line in compared if not line.startswith(("---", "+++", "@@"))
    ]


def edited(samples: Path, sample: str, change: Callable[[dict[str, Any]], None]) -> list[str]:
    """Return how the file of a sample is different after a change to its tree."""
    content = (samples / sample / "event.yaml").read_bytes()
    values = tree(again(content))
    change(values)
    event = SideEvent.model_validate(values)

    changed = rewritten(content, event)

    assert again(changed) == event
    return difference(content, changed)


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_same_event_changes_nothing_not_a_byte(samples: Path, sample: str) -> None:
    content = (samples / sample / "event.yaml").read_bytes()

    assert rewritten(content, read(samples / sample)) == content


def test_a_new_value_takes_the_place_of_the_old_one(samples: Path) -> None:
    def change(values: dict[str, Any]) -> None:
        values["segments"][0] |= {"start": "08:20", "title": "Welcome: all"}
        values["venues"][0]["geo"]["lat"] = "41"
        values["timezone"] = "America/Chicago"

    assert edited(samples, "hld-2013", change) == [
        '- timezone: America/New_York        # "New York" in the venue line',
        '+ timezone: America/Chicago        # "New York" in the venue line',
        "-     geo: {lat: 40.7493, lon: -73.9680}",
        "+     geo: {lat: 41.0000, lon: -73.9680}",
        "-     title: Welcome and opening",
        '+     title: "Welcome: all"',
        "-     start: 08:15",
        "+     start: 08:20",
    ]


def test_a_segment_goes_and_another_comes_with_the_comments_of_the_rest_kept(
    samples: Path,
) -> None:
    new = {"id": "new", "title": "New", "date": "2026-10-29", "start": "07:00", "minutes": "5"}

    def change(values: dict[str, Any]) -> None:
        at = [each["id"] for each in values["segments"]].index("ask-the-statistician")
        values["segments"][at + 1 : at + 1] = [new]
        values["segments"] = [it for it in values["segments"] if it["id"] != "signing"]

    assert edited(samples, "week-of-side-events", change) == [
        "+   - id: new",
        "+     title: New",
        "+     date: 2026-10-29",
        "+     start: 07:00",
        "+     minutes: 5",
        "-   - id: signing",
        "-     title: {en: Signing of a bilateral labour agreement, es: Firma de un acuerdo laboral bilateral}",  # noqa: E501  # as it is in the sample
        "-     kind: ceremony",
        "-     status: unscheduled                       # the two capitals are still talking",
        "-     venue: ecosoc-chamber",
        "-     themes: [fair-recruitment]",
        "-     speakers: [carlos-ibarra-quispe]",
    ]


def test_keys_come_and_go_in_their_places(samples: Path) -> None:
    def change(values: dict[str, Any]) -> None:
        del values["url"], values["subtitle"]["es"]
        values["title"]["zh"] = "移动中的工作"
        values["hosts"].append({"id": "x", "name": "X # Y", "role": "host"})

    assert edited(samples, "week-of-side-events", change) == [
        "+   zh: 移动中的工作",
        "-   es: Una semana de eventos paralelos sobre la migración laboral equitativa",
        "- url: https://sideevents.example.org/week-of-side-events/",
        '+   - {id: x, name: "X # Y", role: host}',
    ]


def test_a_file_that_lists_things_in_another_order_keeps_it(samples: Path) -> None:
    def change(values: dict[str, Any]) -> None:
        segments = values["segments"]
        segments[1], segments[0] = segments[0], segments[1]

    lines = edited(samples, "hld-2013", change)

    assert sorted(line[2:] for line in lines if line[0] == "-") == sorted(
        line[2:] for line in lines if line[0] == "+"
    )


@pytest.mark.parametrize(
    "content",
    [
        b"id: a\r\ntitle: 'T'   # why\r\ntimezone: UTC\r\nrevised: 2026-01-01T00:00:00Z\r\n",
        b"\xef\xbb\xbfid: a\ntitle: 'T'   # why\ntimezone: UTC\nrevised: 2026-01-01T00:00:00Z",
        "id: a\ntitle: 'T'   # why\ntimezone: UTC\nrevised: 2026-01-01T00:00:00Z\n".encode(
            "utf-16"
        ),
    ],
)
def test_line_ends_marks_and_quotes_stay(content: bytes) -> None:
    event = SideEvent.model_validate(tree(again(content)) | {"title": "It's", "kind": "Panel"})

    changed = rewritten(content, event)

    encoding = "utf-16" if content[:2] == b"\xff\xfe" else "utf-8"
    expected = content.decode(encoding).replace("'T'", "'It''s'")
    end = "\r\n" if "\r\n" in expected else "\n"
    expected = expected.replace("# why" + end, f"# why{end}kind: Panel{end}")
    assert changed.decode(encoding) == expected


def test_what_is_written_as_json_stays_so() -> None:
    content = (
        b'{"id": "a", "title": "A", "timezone": "UTC", "date": "2027-01-01",\n'
        b' "revised": "2026-01-01T00:00:00Z", "segments": [\n'
        b'  {"id": "s", "title": "S", "start": "09:00", "minutes": 10}]}'
    )
    later = shifted(again(content), "s", 5).event

    assert rewritten(content, later) == content.replace(b"09:00", b"09:05")


def test_values_that_are_named_are_written_out_where_one_changes() -> None:
    content = (
        b"# head\nid: a\ntitle: &t T   # said\nsubtitle: *t\n"
        b"timezone: UTC\nrevised: 2026-01-01T00:00:00Z\n"
    )
    event = SideEvent.model_validate(tree(again(content)) | {"title": "Other"})
    later = event.model_copy(update={"title": again(content).title})

    found = rewritten(content, event)

    assert found == content.replace(b"&t T", b"Other").replace(b"*t", b"T")
    assert rewritten(content, later) == content


def test_what_is_no_programme_is_written_anew(samples: Path) -> None:
    event = read(samples / "hld-2013")

    assert [rewritten(each, event) for each in (b"", b"\xff", b"- a", b"a: [", b"id: a")] == [
        written(event)
    ] * 5


@settings(max_examples=60, deadline=None, suppress_health_check=[*HealthCheck])
@given(old=events(), new=events())
def test_any_event_can_become_any_other(old: SideEvent, new: SideEvent) -> None:
    assert again(rewritten(written(old), new)) == new


@settings(max_examples=25, deadline=None, suppress_health_check=[*HealthCheck])
@given(new=events(), data=st.data())
def test_a_sample_takes_any_values(new: SideEvent, data: st.DataObject, samples: Path) -> None:
    """Some keys of another event, in the file of a sample."""
    content = (samples / data.draw(st.sampled_from(SAMPLES)) / "event.yaml").read_bytes()
    values = tree(again(content))
    keys = ("title", "subtitle", "objective", "background", "participants", "hosts", "foreign")
    values |= {key: item for key, item in tree(new).items() if key in keys}
    texts = st.sampled_from([*new.title.versions, "A", "b: c", "x " * 70, "one\n\ntwo"])
    segment = data.draw(st.sampled_from(values["segments"]))
    segment |= {"title": data.draw(texts), "abstract": data.draw(texts)}
    data.draw(st.sampled_from(values["speakers"]))["function"] = data.draw(texts)
    event = SideEvent.model_validate(values)

    changed = rewritten(content, event)

    assert again(changed) == event
    remarks = [line for line in content.decode().splitlines() if line.strip().startswith("#")]
    assert [line for line in remarks if line not in changed.decode().splitlines()] == []
