"""When people and rooms are free together, from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from roundtable_ical.cli.main import roundtable

Written = Callable[..., Path]
Run = Callable[..., Result]
ICS = "\r\n".join(
    (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:a", "SUMMARY:Dentist"),
        *("DTSTART:20260923T140000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY", "END:VEVENT"),
        "END:VCALENDAR",
    )
)


@pytest.fixture
def run(written: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that asks of a breakfast from 08:15 to 09:00, open until 12:00."""
    monkeypatch.chdir(tmp_path)
    file = str(written(hours="08:00-12:00"))

    def invoke(*words: str) -> Result:
        return CliRunner().invoke(roundtable, ["free", file, *words])

    return invoke


def test_common_times_are_listed_in_the_venues_and_the_readers_zone(run: Run) -> None:
    result = run("--people", "guy", "--rooms", "hall", "--for", "1h", "--tz", "Europe/Zurich")

    assert (result.exit_code, result.output) == (
        0,
        "Thu 2026-09-24 09:00-12:00  180 min  2026-09-24 15:00-18:00 Europe/Zurich\n",
    )


def test_a_calendar_of_theirs_counts_with_its_recurrences(run: Run, tmp_path: Path) -> None:
    (tmp_path / "guy.ics").write_text(ICS)

    result = run("--people", "guy", "--busy", "guy=guy.ics", "--for", "90", "--json")

    assert json.loads(result.output) == {
        "event": "breakfast",
        "people": ["guy"],
        "rooms": [],
        "minutes": 90,
        "busy": ["guy"],
        "problems": [],
        "free": [],
    }
    assert run("--busy", "guy=guy.ics").output.splitlines() == [
        "Thu 2026-09-24 08:00-10:00  120 min",
        "Thu 2026-09-24 11:00-12:00  60 min",
    ]


def test_never_is_said(run: Run) -> None:
    assert run("--people", "guy", "--for", "23h").output == (
        "they are never all free for 1380 minutes on the event's days\n"
    )


def test_what_is_no_calendar_is_an_error_with_its_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "guy.ics").write_text("Dear Guy")

    result = run("--busy", "guy=guy.ics")

    assert (result.exit_code, result.output) == (
        1,
        "roundtable: guy.ics: there is no calendar (VCALENDAR) in it; "
        "export it as iCalendar (.ics or .ifb)\n",
    )


def test_what_is_left_out_of_a_calendar_is_noted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "guy.ics").write_text(ICS.replace("FREQ=DAILY", "FREQ=SOMETIMES"))

    result = run("--busy", "guy=guy.ics")

    assert result.stderr == (
        "note: guy.ics: line 8: the rule 'FREQ=SOMETIMES' cannot be read: "
        "only the first time counts\n"
    )


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "name --people, --rooms or --busy"),
        (
            ("--people", "guy", "--for", "soon"),
            2,
            "'soon' is no length of time; write 10m or 1h30m",
        ),
        (("--busy", "guy.ics"), 2, "write PERSON=FILE"),
        (("--people", "gay"), 1, "there is no speaker 'gay'; there is: guy"),
        (("--busy", "gui=none.ics"), 1, "there is no speaker 'gui'; there is: guy"),
        (("--busy", "guy=none.ics"), 3, "none.ics: No such file"),
        (("--busy", "guy=http://example.org/a.ics"), 1, "does not begin with https://"),
    ],
)
def test_what_cannot_be_asked_is_told(
    run: Run, words: tuple[str, ...], code: int, said: str
) -> None:
    result = run(*words)

    assert (result.exit_code, said in result.output) == (code, True)
