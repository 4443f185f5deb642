"""The command as a whole: exit codes, closed pipes, old locales."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

import roundtable_ical
from roundtable_ical.bootstrap import plugins
from roundtable_ical.cli.main import roundtable

Written = Callable[..., Path]
HLD = "samples/hld-2013"
WEEK = "samples/week-of-side-events"
PICTURE = "docs/pictures/event-page.png"
HOUSE = Path(__file__).parent.parent.parent


def program(*words: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "roundtable_ical.cli.main", *words],
        cwd=HOUSE,
        env=environ,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["check", HLD], 0, ""),
        (["show", "nosuch"], 3, "roundtable: nosuch: No such file or directory\n"),
        (["check", "nosuch"], 3, "roundtable: nosuch: No such file or directory\n"),
        (
            ["feed", HLD, "-o", "no/such/folder/x.ics"],
            3,
            "roundtable: no/such/folder/x.ics: No such file or directory\n",
        ),
        (["serve", "nosuch"], 3, "roundtable: nosuch: there is no such file or folder\n"),
        (
            ["check", PICTURE],
            1,
            f"roundtable: {PICTURE}: no importer knows this format; there is: "
            f"{', '.join(plugins().importers)}\n",
        ),
        (
            ["export", HLD, "--format", "nosuch"],
            1,
            "roundtable: there is no exporter 'nosuch'; there is: "
            f"{', '.join(plugins().exporters)}\n",
        ),
        (
            ["feed", HLD, "--speaker", "nosuch"],
            1,
            "roundtable: there is no speaker 'nosuch'; there is: "
            "guy-ryder, ann-sofie-nilsson, russian-federation, bangladesh\n",
        ),
    ],
)
def test_exit_codes_tell_whose_fault_it_is(
    words: list[str], code: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HOUSE)

    result = CliRunner().invoke(roundtable, words)

    assert (result.exit_code, result.stderr) == (code, said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["feed"], "Missing argument 'EVENT'."),
        (["nosuch"], "No such command 'nosuch'."),
        (["show", HLD, "--nosuch"], "No such option '--nosuch'."),
        (
            ["show", HLD, "--tz", "Tokio"],
            "timezone: 'Tokio' is not a time zone; did you mean Asia/Tokyo?",
        ),
        (
            ["feed", HLD, "--alarm", "soon"],
            "alarm: 'soon' is no time before; write alarm=15m, 2h or 1d",
        ),
        (
            ["feed", HLD, "--kind", "event", "--venue", "hall"],
            "--kind event is the whole event; it takes no theme, speaker or venue",
        ),
        (["serve"], "name a programme file or folder, or set ROUNDTABLE_EVENTS"),
        (["export", HLD], "Missing option '--format'."),
    ],
)
def test_wrong_usage_is_2_and_says_what_is_wrong(
    words: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HOUSE)

    result = CliRunner().invoke(roundtable, words)

    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == f"Error: {said}"


def test_a_programme_with_errors_is_1_and_tells_all_of_them(written: Written) -> None:
    file = written(timezone="Nowhere/City", title="")

    result = CliRunner().invoke(roundtable, ["feed", str(file)])

    assert (result.exit_code, result.stdout) == (1, "")
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == [
        "roundtable",
        f"{file}, line 4, timezone",
    ]


def test_the_version_is_that_of_the_package() -> None:
    result = CliRunner().invoke(roundtable, ["--version"])

    assert result.stdout == f"roundtable, version {roundtable_ical.__version__}\n"


@pytest.mark.parametrize(
    "command",
    [f"show {WEEK}", f"show {WEEK} --json", f"feed {WEEK}", f"check {WEEK} --json", "schema"],
)
def test_a_reader_who_has_seen_enough_may_close_the_pipe(command: str) -> None:
    line = f'"{sys.executable}" -m roundtable_ical.cli.main {command} | head -1'

    done = subprocess.run(
        ["bash", "-c", line], cwd=HOUSE, capture_output=True, text=True, check=False
    )

    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}, {}])
def test_names_are_written_as_they_are_in_any_locale(
    written: Written, locale: dict[str, str]
) -> None:
    file = written(title="Emploi décent – مساء", timezone="America/New_York")
    environ = {"PYTHONCOERCECLOCALE": "0", **locale}

    shown = program("show", str(file), **environ)
    fed = program("feed", str(file), **environ)

    assert (shown.returncode, shown.stderr) == (0, b"")
    assert shown.stdout.decode().splitlines()[0] == "Emploi décent – مساء"
    assert "\r\nNAME:Emploi décent – مساء\r\n" in fed.stdout.decode()


def test_a_feed_leaves_the_program_byte_for_byte() -> None:
    golden = (HOUSE / HLD / "expected/theme-social-dialogue.ics").read_bytes()

    done = program("feed", HLD, "--theme", "social-dialogue")

    assert (done.returncode, done.stderr, done.stdout) == (0, b"", golden)


def test_a_feed_is_the_same_in_another_zone_and_with_another_hash_seed() -> None:
    first = program("feed", WEEK, TZ="Asia/Tokyo", PYTHONHASHSEED="1")

    second = program("feed", WEEK, TZ="America/Lima", PYTHONHASHSEED="2", LC_ALL="C")

    assert first.stdout == second.stdout != b""
