"""A document is brought into the file that was made of it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from roundtable_ical import read

Run = Callable[..., "subprocess.CompletedProcess[str]"]
NEW = """\
ACME Breakfast
24 September
08:20-08:30 Welcome / Guy Ryder
09:00-09:30 Closing / Guy Ryder
"""
BY_HAND = """\
# Ours: keep it tidy.
id: our-breakfast
title: Breakfast                       # as invited
date: 2024-09-24
timezone: America/New_York
created: 2024-09-01T12:00:00Z
revised: 2024-09-02T12:00:00Z

speakers:
  - {id: guy, name: Guy Ryder, email: guy@example.org}   # has said yes
  - {id: ann, name: Ann Lee}

segments:
  # Doors open at eight.
  - id: opening
    title: Welcome
    start: 8.15
    end: 8.30
    abstract: Coffee is served.
    speakers: [guy]
  - id: panel
    title: Panel
    start: 08:30
    end: 09:00
    speakers: [ann]
"""


@pytest.fixture
def file(run: Run, home: Path) -> Path:
    """Return what somebody made of the note."""
    file = home / "event.yaml"
    file.write_text(BY_HAND)
    return file


def test_the_same_document_changes_nothing_not_a_byte(run: Run, file: Path) -> None:
    done = run("import", "note", "--into", "event.yaml", "--yes")

    assert (done.returncode, done.stderr, file.read_text()) == (0, "", BY_HAND)
    assert done.stdout.splitlines() == [
        "note: read as acme: Breakfast, 2024-09-24, America/New_York: "
        "2 segments, 2 speakers, 0 themes, 0 venues, 0 hosts",
        "event.yaml: nothing changed",
    ]


def test_was_and_is_are_shown_and_nothing_is_written_unasked(
    run: Run, file: Path, home: Path
) -> None:
    (home / "note").write_text(NEW)

    done = run("import", "note", "--into", "event.yaml")

    assert (done.returncode, done.stderr, file.read_text()) == (1, "", BY_HAND)
    assert done.stdout.splitlines()[1:] == [
        "warning: segments: removed: 'Panel' is not in the document",
        "warning: speakers: removed: 'Ann Lee' is not in the document",
        "Welcome: moved",
        "  was 2024-09-24 08:15-08:30",
        "  is  2024-09-24 08:20-08:30",
        "Welcome: shortened",
        "  was 15 min",
        "  is  10 min",
        "Closing: added",
        "  is  2024-09-24 09:00-09:30",
        "Panel: removed",
        "  was 2024-09-24 08:30-09:00",
        "also different: speakers",
        "event.yaml: not written; --yes writes it",
    ]


def test_yes_writes_what_is_different_and_keeps_the_rest(run: Run, file: Path, home: Path) -> None:
    (home / "note").write_text(NEW)

    done = run("import", "note", "--into", str(home), "--yes")

    revised = read(file).revised
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, f"{file}: written")
    assert file.read_text() == (
        BY_HAND.replace("2024-09-02T12:00:00Z", f"{revised:%Y-%m-%dT%H:%M:%SZ}")
        .replace("start: 8.15", "start: 08:20")
        .replace("  - {id: ann, name: Ann Lee}\n", "")
        .partition("  - id: panel")[0]
        + "  - id: closing\n    title: Closing\n    start: 09:00\n    end: 09:30\n"
        "    speakers: [guy]\n"
    )
    assert run("import", "note", "--into", "event.yaml", "--yes").stdout.endswith(
        "event.yaml: nothing changed\n"
    )


@pytest.mark.parametrize(("missing", "status"), [("cancel", "cancelled"), ("keep", "confirmed")])
def test_what_is_missing_may_stay(
    run: Run, file: Path, home: Path, missing: str, status: str
) -> None:
    (home / "note").write_text(NEW)

    done = run("import", "note", "--into", "event.yaml", "--missing", missing, "--yes")

    assert done.returncode == 0
    assert read(file).agenda["panel"].status.value == status
    assert read(file).people["ann"].id == "ann"


def test_with_the_first_document_corrections_by_hand_stay(run: Run, file: Path, home: Path) -> None:
    (home / "old").write_text((home / "note").read_text())
    (home / "note").write_text(NEW.replace("09:00-09:30 Closing", "08:30-09:00 Panel"))
    file.write_text(BY_HAND.replace("title: Welcome", "title: Warm welcome"))

    done = run("import", "note", "--base", "old", "--into", "event.yaml", "--yes")

    event = read(file)
    assert done.returncode == 0
    assert [str(each.title) for each in event.segments] == ["Warm welcome", "Panel"]
    assert [str(each.start) for each in event.segments] == ["08:20", "08:30"]
    assert [part.speaker for part in event.segments[1].speakers] == ["guy"]


def test_an_answer_that_the_file_has_is_not_asked_for(run: Run, file: Path, home: Path) -> None:
    """What lunch is, the document does not say; the file does, and it stays."""
    note = "ACME Breakfast\n24 September\n12:00-13:00 Lunch\n"
    (home / "note").write_text(note)
    run("import", "note", "--into", "event.yaml", "--yes")
    file.write_text(file.read_text().replace("kind: meal", "kind: networking"))

    done = run("import", "note", "--into", "event.yaml", "--yes")

    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "event.yaml: nothing changed")


def test_a_program_gets_the_difference(run: Run, file: Path, home: Path) -> None:
    (home / "note").write_text(NEW)

    done = run("import", "note", "--into", "event.yaml", "--json")

    report = json.loads(done.stdout)
    assert (done.returncode, report["written"], report["also_changed"]) == (1, None, ["speakers"])
    assert [(each["segment"], each["kind"]) for each in report["changes"]] == [
        ("opening", "moved"),
        ("opening", "shortened"),
        ("closing", "added"),
        ("panel", "removed"),
    ]
    assert [each["message"] for each in report["notes"]] == [
        "removed: 'Panel' is not in the document",
        "removed: 'Ann Lee' is not in the document",
    ]


def test_a_file_that_is_wrong_is_not_touched(run: Run, file: Path) -> None:
    file.write_text(BY_HAND.replace("8.15", "25:00"))

    done = run("import", "note", "--into", "event.yaml", "--yes")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("roundtable: event.yaml, line 17, segments[0].start: '25:00' is")


def test_a_document_without_an_event_changes_nothing(run: Run, file: Path, home: Path) -> None:
    (home / "note").write_text("ACME\n")

    done = run("import", "note", "--into", "event.yaml", "--yes")

    assert (done.returncode, done.stderr, file.read_text()) == (1, "nothing was written\n", BY_HAND)


def test_a_file_that_is_not_there_is_told(run: Run) -> None:
    done = run("import", "note", "--into", "nowhere.yaml")

    assert (done.returncode, done.stderr) == (
        3,
        "roundtable: nowhere.yaml: No such file or directory\n",
    )
