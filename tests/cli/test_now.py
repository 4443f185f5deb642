"""What runs, what is late, and what comes next, from the command line."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from roundtable_ical import bootstrap
from roundtable_ical.cli.main import roundtable
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.sql import SqlStore

Written = Callable[..., Path]
Run = Callable[..., Result]
AT = "2026-09-24T08:20-04:00"


@pytest.fixture
def run(written: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that asks of a breakfast in New York."""
    monkeypatch.chdir(tmp_path)
    file = str(written())

    def invoke(*words: str) -> Result:
        return CliRunner().invoke(roundtable, ["now", file, *words], env={"COLUMNS": "100"})

    return invoke


def test_it_is_shown_in_the_venues_and_the_readers_zone(run: Run) -> None:
    result = run("--at", AT, "--tz", "Asia/Kathmandu")

    lines = [" ".join(line.split()) for line in result.output.splitlines()]
    assert (result.exit_code, lines) == (
        0,
        [
            "Ministerial breakfast: Thu 2026-09-24 08:20 America/New_York, "
            "Thu 2026-09-24 18:05 Asia/Kathmandu",
            "When Kathmandu What Where",
            "now 08:15-08:30 18:00-18:15 Welcome hall 10 min left",
            "next 08:30-09:00 18:15-18:45 Panel hall in 10 min",
        ],
    )


@pytest.mark.parametrize("at", ["8:20", "08.20", "2026-09-24 08:20", "2026-09-24T08:20"])
def test_a_time_without_an_offset_is_on_the_clock_of_the_event(run: Run, at: str) -> None:
    assert run("--at", at).output == run("--at", AT).output


def test_a_time_that_the_clock_shows_twice_needs_its_offset(written: Written) -> None:
    late = {"id": "late", "title": "Late", "start": "01:30", "minutes": 20, "fold": "second"}
    file = str(written(date="2026-11-01", segments=[late]))

    twice = CliRunner().invoke(roundtable, ["now", file, "--at", "1:20"])
    result = CliRunner().invoke(
        roundtable, ["now", file, "--at", "2026-11-01T01:20-05:00"], env={"COLUMNS": "100"}
    )

    assert twice.exit_code == 1
    assert "write it with its offset, as 2026-11-01T01:20-04:00" in twice.output
    assert "01:30-01:50 (second, UTC-05:00)" in result.output


def test_before_and_after_it_says_so(run: Run) -> None:
    before = " ".join(run("--at", "2026-09-21T08:00-04:00").output.split())
    assert "next Thu 2026-09-24 08:15-08:30 Welcome hall in 3 days" in before
    assert "nothing runs, and nothing follows" in run().output


def test_what_was_published_later_than_announced_is_late(
    run: Run, written: Written, tmp_path: Path
) -> None:
    store = str(tmp_path / "roundtable.sqlite")
    yesterday = datetime(2026, 9, 23, 12, tzinfo=UTC)
    segments = [{"id": "welcome", "title": "Welcome", "start": "08:19", "end": "08:34"}]
    later = written("late", segments=segments, revised="2026-09-24T12:00:00Z")
    kept = SqlStore(store)
    publish(bootstrap.read(written()), kept, moment=yesterday, tzdata="2026a")
    publish(bootstrap.read(later), kept, moment=yesterday.replace(day=24), tzdata="2026a")
    kept.close()

    result = CliRunner().invoke(roundtable, ["now", str(later), "--at", AT, "--json"])

    report = json.loads(result.output)
    assert [(turn["segment"], turn["late"]) for turn in report["late"]] == [("welcome", 4)]
    assert [turn["segment"] for turn in report["running"]] == ["welcome"]


def heed_interrupts() -> None:
    """Let a child end on an interrupt; jobs in the background ignore it, and so would theirs."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_it_goes_on_until_it_is_stopped(run: Run, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "roundtable_ical.cli.main", "now", "breakfast", "--watch"]
    with subprocess.Popen(
        [*command, "--every", "0.1", "--json"],
        stdout=subprocess.PIPE,
        cwd=tmp_path,
        preexec_fn=heed_interrupts,
    ) as process:
        assert process.stdout
        shown = [json.loads(process.stdout.readline()) for _ in range(3)]
        os.kill(process.pid, signal.SIGINT)
        process.stdout.read()

    assert [report["event"] for report in shown] == ["breakfast"] * 3
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--at", "noon"), "'noon' is no moment; write 9:00 or"),
        (("--tz", "Mars"), "'Mars'"),
    ],
)
def test_what_cannot_be_asked_is_wrong_usage(run: Run, words: tuple[str, ...], said: str) -> None:
    result = run(*words)

    assert (result.exit_code, said in result.output) == (2, True)
