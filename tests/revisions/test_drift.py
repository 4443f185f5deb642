"""Zones over time: a newer database moves what has its zone, and nothing else."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import tzdata  # type: ignore[import-untyped]  # it holds data, and no types

from roundtable_ical import SideEvent
from roundtable_ical.ical.renderer import VeventRenderer
from roundtable_ical.revisions.drift import Drift, drift
from roundtable_ical.revisions.ledger import Ledger, State, next_entries

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
WHEEL = Path(str(resources.files("tzdata"))) / "zoneinfo"
NEWER = {
    "Etc/UTC": "Etc/UTC",
    "UTC": "UTC",
    "America/New_York": "America/New_York",
    "Asia/Tokyo": "Asia/Kolkata",
}
"""The zones of a database to come, and whose clock they follow in it."""


def ledger_of(event: SideEvent) -> dict[str, Any]:
    """Return the ledger after *event* was published."""
    new = VeventRenderer(event, base=None)
    entries = next_entries({}, None, event, moment=NOON, old=None, new=new)
    return {entry.segment_id: entry for entry in entries}


def earlier(ledger: Ledger, id_: str, **changes: Any) -> Ledger:
    """Return *ledger* with a segment an hour before its time, as another database had it."""
    entry = ledger[id_]
    moved = replace(entry, start=entry.start - HOUR, end=entry.end - HOUR, **changes)
    return {**ledger, id_: moved}


@pytest.fixture
def event(values: dict[str, Any]) -> SideEvent:
    return SideEvent.model_validate(values)


def test_what_is_where_it_was_published_has_not_moved(event: SideEvent) -> None:
    assert drift(ledger_of(event), event) == ()


def test_a_segment_at_another_moment_than_was_published_has_moved(event: SideEvent) -> None:
    found = drift(earlier(ledger_of(event), "b"), event)

    was = datetime(2026, 10, 1, 9, 30, tzinfo=UTC), datetime(2026, 10, 1, 10, tzinfo=UTC)
    now = was[0] + HOUR, was[1] + HOUR
    assert found == (Drift(segment_id="b", title="Beta", zone="Europe/Zurich", was=was, now=now),)


def test_an_end_alone_can_move(event: SideEvent) -> None:
    ledger = ledger_of(event)
    longer = replace(ledger["c"], end=ledger["c"].end + HOUR)

    [found] = drift({**ledger, "c": longer}, event)

    assert (found.was[0], found.was[1] - HOUR) == found.now


def test_it_is_one_line_in_words(event: SideEvent) -> None:
    [found] = drift(earlier(ledger_of(event), "b"), event)
    [over_night] = drift({"a": replace(ledger_of(event)["a"], end=NOON + 31 * 24 * HOUR)}, event)

    assert str(found) == (
        "Beta | Europe/Zurich | was: 2026-10-01 09:30-10:00 UTC | is: 2026-10-01 10:30-11:00 UTC"
    )
    assert "was: 2026-10-01 10:00-2026-10-02 12:00 UTC" in str(over_night)


@pytest.mark.parametrize("state", [State.GONE, State.LEFT])
def test_what_was_taken_out_has_not_moved(event: SideEvent, state: State) -> None:
    assert drift(earlier(ledger_of(event), "b", state=state), event) == ()


def test_what_was_never_published_has_not_moved(event: SideEvent) -> None:
    assert drift({}, event) == ()


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., str]:
    """Return a function that runs a command against one store, under the wheel's database.

    With *newer* it runs under a system database to come, in which Tokyo has another clock.
    """
    system = tmp_path / "zoneinfo"
    for key, source in NEWER.items():
        file = system / key
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes((WHEEL / source).read_bytes())
    lines = [*(f"Z {key} 0 - X" for key in NEWER if key != "UTC"), "L Etc/UTC UTC"]
    (system / "tzdata.zi").write_text("\n".join(["# version 2099a", *lines, ""]))

    def invoke(*words: str, newer: bool = False) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "roundtable_ical.cli.main", *words],
            env=os.environ
            | {
                "PYTHONTZPATH": str(system) if newer else "",
                "ROUNDTABLE_STORE": str(tmp_path / "store.sqlite"),
            },
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    return invoke


def programme(file: Path, **changes: Any) -> str:
    """Write a day in New York with one talk from Tokyo as a programme file."""
    values = {
        "id": "morning",
        "title": "Morning",
        "timezone": "America/New_York",
        "date": "2026-10-01",
        "revised": "2026-09-01T12:00:00Z",
        "themes": [{"id": "home", "title": "At home"}, {"id": "far", "title": "Far away"}],
        "segments": [
            {"id": "first", "title": "First", "start": "08:00", "minutes": 30, "themes": ["home"]},
            {"id": "tokyo", "title": "Tokyo", "start": "2026-10-01 22:00", "minutes": 30,
             "timezone": "Asia/Tokyo", "themes": ["far"]},
            {"id": "last", "title": "Last", "start": "16:00", "minutes": 30},
        ],
    }  # fmt: skip
    file.write_text(json.dumps(values | changes))
    return str(file)


def test_a_newer_database_raises_exactly_what_it_has_moved(
    run: Callable[..., str], tmp_path: Path
) -> None:
    """INTEROP rule Z10, with two real databases."""
    file = programme(tmp_path / "event.yaml")
    run("publish", file)

    told = run("check", file, "--published", newer=True)
    report = json.loads(run("publish", file, "--json", newer=True))

    assert told.splitlines()[0] == (
        "warning: published.tokyo: 'Tokyo' was 2026-10-01 13:00-13:30 UTC by tzdata "
        f"{tzdata.IANA_VERSION} and is 2026-10-01 16:30-17:00 UTC by 2099a: the clock of "
        "Asia/Tokyo has other rules; publish again, and calendars follow"
    )
    assert (report["revision"]["number"], report["revision"]["tzdata"]) == (2, "2099a")
    assert report["changes"] == []
    assert report["feeds"] == ["agenda.ics", "themes/far.ics"]
    code = (
        "from roundtable_ical import bootstrap\n"
        "with bootstrap.open_store() as store:\n"
        "    ledger = store.latest('morning').ledger\n"
        "print({id_: entry.stamp.sequence for id_, entry in sorted(ledger.items()) if id_})\n"
    )
    seen = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"ROUNDTABLE_STORE": str(tmp_path / "store.sqlite")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert seen.stdout == "{'first': 0, 'last': 0, 'tokyo': 1}\n"
    assert "instant-moved" not in run("check", file, "--published", "--json", newer=True)


def test_a_newer_database_that_moves_nothing_makes_no_revision(
    run: Callable[..., str], tmp_path: Path
) -> None:
    segment = {"id": "first", "title": "First", "start": "08:00", "minutes": 30}
    file = programme(tmp_path / "event.yaml", segments=[segment])
    run("publish", file)

    again = run("publish", file, newer=True)

    assert again == "morning: nothing changed, so nothing was published\n"
    assert "instant-moved" not in run("check", "morning", "--published", "--json", newer=True)
