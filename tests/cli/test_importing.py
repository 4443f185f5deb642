"""A document becomes an event.yaml: what is written, said, asked and refused."""

import json
import os
import pty
import re
import subprocess
import sys
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner

from roundtable_ical import read
from roundtable_ical.cli.main import roundtable

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_a_document_becomes_a_file_that_can_be_checked(run: Run, home: Path) -> None:
    done = run("import", "note", "--year", "2026", "--tz", "America/New_York")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "note: read as acme: Breakfast, 2026-09-24, America/New_York: "
        "2 segments, 2 speakers, 0 themes, 0 venues, 0 hosts",
        "event.yaml: written; next: roundtable check event.yaml",
    ]
    event = read(home / "event.yaml")
    assert [f"{item.start:%F %H:%M} {item.segment.title}" for item in event.occurrences] == [
        "2026-09-24 08:15 Welcome",
        "2026-09-24 08:30 Panel",
    ]
    assert run("check", "event.yaml").returncode == 0


def test_without_a_terminal_defaults_are_taken_and_said(run: Run, home: Path) -> None:
    (home / "note").write_text("ACME Day\n24 September\n12:00-13:00 Lunch\nBring a pen\n")

    done = run("import", "note", "--tz", "UTC", "-o", "day.yaml")

    year = read(home / "day.yaml").days[0].year
    assert done.returncode == 0
    assert done.stdout.splitlines()[1:-1] == [
        "question: note, line 2, date: no year is written: Which year is it? "
        f"'{year}' was taken; answer with --year {year}",
        "question: note, line 3, segments[0].kind: lunch is a meal: What is lunch? (meal, break) "
        "'meal' was taken; answer with --answer kind=meal",
        "warning: note, line 4: not understood: 'Bring a pen'; "
        "add it to the programme by hand, where it matters",
    ]
    remarks = [it for it in (home / "day.yaml").read_text().splitlines() if "# " in it]
    assert remarks == [
        "# look at this line 4: not understood: 'Bring a pen'; "
        "add it to the programme by hand, where it",
        "# matters",
        f"# inferred from line 2: no year is written (50 %); Which year is it? {year} was taken",
        "    # inferred from line 3: lunch is a meal (80 %); What is lunch? meal was taken",
    ]


def test_any_question_is_answered_by_its_name(run: Run, home: Path) -> None:
    (home / "note").write_text("ACME Day\n24 September\n12:00-13:00 Lunch\n")

    done = run("import", "note", "--answer", "kind=break", "--answer", "year=2027")

    [lunch] = read(home / "event.yaml").segments
    assert (lunch.kind.value, str(read(home / "event.yaml").date)) == ("break", "2027-09-24")
    assert done.stdout.splitlines()[1:-1] == [
        "note: note, line 3, segments[0].kind: lunch is a meal (80 %)"
    ]


def test_a_document_without_an_event_writes_nothing(run: Run, home: Path) -> None:
    (home / "note").write_text("ACME\n")

    done = run("import", "note")

    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "error: note, line 1, title: there is no title; write one\n",
        "nothing was written\n",
    )
    assert sorted(os.listdir(home)) == ["note"]


def test_a_program_gets_the_report_as_one_document(run: Run) -> None:
    done = run("import", "note", "--json")

    report = json.loads(done.stdout)
    year = report["questions"][0]["default"]
    assert report == {
        "ok": True,
        "source": "note",
        "format": "acme",
        "written": "event.yaml",
        "event": {"id": "acme", "title": "Breakfast"},
        "counts": {"segments": 2, "speakers": 2, "themes": 0, "venues": 0, "hosts": 0},
        "questions": [
            {
                "name": "year",
                "words": "Which year is it?",
                "default": year,
                "choices": [],
                "option": f"--year {year}",
                "line": 2,
                "message": "no year is written",
            }
        ],
        "problems": [
            {
                "severity": "warning",
                "code": "year",
                "file": "note",
                "line": 2,
                "field": "date",
                "message": "no year is written",
                "hint": "",
                "sure": 0.5,
            }
        ],
    }


def test_standard_input_goes_to_standard_output(run: Run, home: Path) -> None:
    done = run("import", "-", "-o", "-", "--year", "2026", stdin="ACME Day\n24 September\n")

    assert done.returncode == 0
    assert done.stdout.splitlines()[:2] == ["id: acme", "title: Day"]
    assert done.stderr.startswith("-: read as acme: Day, 2026-09-24, UTC: 0 segments")
    assert sorted(os.listdir(home)) == ["note"]


def test_a_file_that_exists_is_not_overwritten_unasked(run: Run, home: Path) -> None:
    (home / "event.yaml").write_text("mine")

    done = run("import", "note")

    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        2,
        "Error: event.yaml exists; --yes overwrites it, --into event.yaml brings it up to date",
    )
    assert (home / "event.yaml").read_text() == "mine"
    assert run("import", "note", "--yes").returncode == 0
    assert read(home / "event.yaml").id == "acme"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--answer", "kind"], "--answer 'kind': write NAME=VALUE"),
        (["--tz", "Tokio"], "timezone: 'Tokio' is not a time zone; did you mean Asia/Tokyo?"),
        (["--answer", "year=soon"], "year: 'soon' is no year; write one from 1970 to 2199"),
        (["--answer", "date=soon"], "date: 'soon' is no date; write it as 2026-09-24"),
        (["-o", "a.yaml", "--into", "b.yaml"],
         "-o writes a new file, --into changes one: give one of the two"),
        (["--base", "old"], "--base and --missing go with --into"),
        (["--missing", "keep"], "--base and --missing go with --into"),
        (["--json", "-o", "-"], "--json and -o - both need standard output"),
    ],
)  # fmt: skip
def test_wrong_usage_is_said(words: list[str], said: str) -> None:
    done = CliRunner().invoke(roundtable, ["import", "note", *words])

    assert (done.exit_code, done.stderr.splitlines()[-1]) == (2, f"Error: {said}")


@pytest.mark.parametrize(
    ("place", "code", "said"),
    [
        ("nowhere.acme", 3, "roundtable: nowhere.acme: No such file or directory"),
        ("http://example.org/a", 2, "Error: address: 'http://example.org/a' does not begin with"),
        ("https://a:b@example.org/", 2, "Error: address: 'https://…@example.org/' has a name or"),
        ("https://127.0.0.1/a", 3, "roundtable: https://127.0.0.1/a: 127.0.0.1, an address that"),
        ("https://[::ffff:10.0.0.1]/a", 3, "roundtable: https://[::ffff:10.0.0.1]/a: ::ffff:"),
    ],
)
def test_what_cannot_be_fetched_is_told(place: str, code: int, said: str) -> None:
    done = CliRunner().invoke(roundtable, ["import", place, "-o", "-"])

    assert (done.exit_code, done.stderr.splitlines()[-1][: len(said)]) == (code, said)


def test_a_format_that_nobody_knows_is_told_with_those_there_are(run: Run, home: Path) -> None:
    (home / "data").write_bytes(bytes(range(256)))

    unknown, named = run("import", "data"), run("import", "note", "--format", "nosuch")

    assert unknown.returncode == named.returncode == 1
    assert unknown.stderr.startswith(
        "roundtable: data: no importer knows this format; there is: ac"
    )
    assert named.stderr.startswith("roundtable: there is no importer 'nosuch'; there is: acme, ")


def test_an_importer_that_fails_is_named_and_nothing_is_written(run: Run, home: Path) -> None:
    (home / "note").write_text("ACME Day\nCRASH\n")

    done = run("import", "note")

    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "",
        "roundtable: note: the importer 'acme' failed (KeyError: 'no such thing'); "
        "try another --format, or the document saved in another way\n",
    )
    assert sorted(os.listdir(home)) == ["note"]


def test_a_document_is_fetched_from_its_address(run: Run, home: Path) -> None:
    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"ACME Day\n24 September\n")

        def log_message(self, *args: object) -> None:
            """Say nothing on standard error."""

    with HTTPServer(("127.0.0.1", 0), Site) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}/agenda.acme"
        done = run("import", address, "--private", "--year", "2026")
        thread.join()

    assert (done.returncode, done.stdout.splitlines()[0].split(":")[0]) == (0, "agenda.acme")
    assert str(read(home / "event.yaml").title) == "Day"


def test_the_importer_of_a_third_party_is_listed(run: Run) -> None:
    assert re.search(r"^  acme +agendas of Acme \(\.acme\)$", run("formats").stdout, re.MULTILINE)


def at_a_terminal(acme: Path, home: Path, words: list[str], typed: list[str]) -> tuple[int, str]:
    """Run the command at a terminal at which *typed* is typed; return exit code and screen."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "roundtable_ical.cli.main", *words],
        cwd=home,
        env=os.environ | {"PYTHONPATH": str(acme), "TERM": "dumb", "NO_COLOR": "1"},
        stdin=slave,
        stdout=slave,
        stderr=slave,
        close_fds=True,
    )
    os.close(slave)
    screen = b""
    try:
        while True:
            try:
                piece = os.read(master, 4096)
            except OSError:  # the other end is closed: the command has ended
                break
            if not piece:
                break
            screen += piece
            if typed and re.search(rb"(\]|\)|\?|:) ?$", screen.rstrip(b"\r\n")) and b"]: " in piece:
                time.sleep(0.05)
                os.write(master, typed.pop(0).encode() + b"\n")
    finally:
        os.close(master)
        code = process.wait(timeout=30)
    text = re.sub(r"\x1b\[[0-9;]*m", "", screen.decode()).replace("\r\n", "\n")
    return code, text


def test_a_person_at_a_terminal_is_asked(acme: Path, run: Run, home: Path) -> None:
    (home / "note").write_text("ACME Day\n24 September\n12:00-13:00 Lunch\n")

    code, screen = at_a_terminal(acme, home, ["import", "note"], ["soon", "2027", "Break"])

    assert code == 0
    assert screen.splitlines()[:7] == [
        "line 2: no year is written",
        f"Which year is it? [{read_year(screen)}]: soon",
        "Error: year: 'soon' is no year; write one from 1970 to 2199",
        "line 2: no year is written",
        f"Which year is it? [{read_year(screen)}]: 2027",
        "line 3: lunch is a meal",
        "What is lunch? (meal, break) [meal]: Break",
    ]
    event = read(home / "event.yaml")
    assert (str(event.date), event.segments[0].kind.value) == ("2027-09-24", "break")


def read_year(screen: str) -> str:
    found = re.search(r"\[(\d{4})\]", screen)
    assert found
    return found[1]


def test_a_person_at_a_terminal_may_keep_what_there_is(acme: Path, run: Run, home: Path) -> None:
    (home / "event.yaml").write_text("mine")
    words = ["import", "note", "--year", "2026"]

    code, screen = at_a_terminal(acme, home, words, ["n"])

    assert (code, (home / "event.yaml").read_text()) == (1, "mine")
    assert screen.splitlines()[-2:] == [
        "event.yaml exists; overwrite it? [y/N]: n",
        "nothing was written",
    ]


def test_yes_asks_nothing_even_at_a_terminal(acme: Path, run: Run, home: Path) -> None:
    code, screen = at_a_terminal(acme, home, ["import", "note", "--yes"], [])

    assert (code, "[" in screen) == (0, False)
