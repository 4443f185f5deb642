"""Commands that read one programme file: check, show, feed, export."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from roundtable_ical import feed, read, zones
from roundtable_ical.cli.main import roundtable
from roundtable_ical.exporters.json import as_json

Written = Callable[..., Path]


@pytest.fixture
def hld(samples: Path) -> str:
    """Return the path of the breakfast of 2013."""
    return str(samples / "hld-2013")


def run(*words: str) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error of the command."""
    result = CliRunner().invoke(roundtable, [*words])
    return result.exit_code, result.stdout, result.stderr


def test_check_lists_every_problem_and_counts_them(hld: str) -> None:
    code, out, err = run("check", hld)

    database = zones.current()
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert [line.split(":")[0] for line in lines] == ["warning"] * 3 + [hld, "time zones"]
    assert lines[2] == (
        f"warning: {hld}/event.yaml, line 111, segments[0].start: 'welcome' is from 08:15 to "
        "08:30, outside the stated hours 08:30-10:00; move it, or correct `hours`; both are kept "
        "as they are"
    )
    assert lines[3:] == [
        f"{hld}: no errors, 3 warnings",
        f"time zones: tzdata {database.version} ({database.source})",
    ]


def test_check_exits_with_1_where_a_problem_is_an_error(written: Written) -> None:
    file = written(timezone="America/New_Yrok")

    code, out, _ = run("check", str(file))

    assert code == 1
    assert out.splitlines()[:2] == [
        f"error: {file}, line 4, timezone: 'America/New_Yrok' is not a time zone; "
        "did you mean America/New_York?",
        f"{file}: 1 error, no warnings",
    ]


def test_check_gives_programs_the_same_as_json(written: Written) -> None:
    file = written(timezone="America/New_Yrok")

    code, out, err = run("check", str(file), "--json")

    database = zones.current()
    assert (code, err) == (1, "")
    assert json.loads(out) == {
        "ok": False,
        "event": str(file),
        "problems": [
            {
                "severity": "error",
                "code": "unknown-zone",
                "file": str(file),
                "line": 4,
                "field": "timezone",
                "message": "'America/New_Yrok' is not a time zone",
                "hint": "did you mean America/New_York?",
            }
        ],
        "tzdata": {"version": database.version, "source": database.source},
    }


def test_check_of_a_good_programme_says_so(written: Written) -> None:
    file = written()

    told = json.loads(run("check", str(file), "--json")[1])

    assert (told["ok"], told["problems"]) == (True, [])
    assert run("check", str(file))[1].splitlines()[0] == f"{file}: no errors, no warnings"


def test_show_prints_the_agenda_and_a_timeline(written: Written) -> None:
    code, out, err = run("show", str(written()))

    assert (code, err) == (0, "")
    assert [line.rstrip() for line in out.splitlines()] == [
        "Ministerial breakfast",
        "2026-09-24, Dining Hall, New York, America/New_York",
        "When         What                              Who",
        "08:15-08:30  Welcome",
        "08:30-09:00  Panel                             Guy Ryder",
        "",
        "2026-09-24  08:15-09:00 New York",
        "08:15 welcome ███████████████████",
        "08:30 panel                      ██████████████████████████████████████",
    ]


@pytest.mark.parametrize(
    ("start", "end", "zone", "cells"),
    [
        ("08:30", "09:00", "Asia/Tokyo", "08:30-09:00  21:30-22:00"),
        ("19:00", "20:00", "Asia/Tokyo", "19:00-20:00  08:00-09:00 +1 day"),
        ("01:00", "01:30", "America/Los_Angeles", "01:00-01:30  22:00-22:30 -1 day"),
        ("01:00", "01:30", "Tokyo Standard Time", "01:00-01:30  14:00-14:30"),
    ],
)
def test_show_tells_times_elsewhere_and_when_the_day_is_another(
    written: Written, start: str, end: str, zone: str, cells: str
) -> None:
    segments = [{"id": "panel", "title": "Panel", "start": start, "end": end}]
    file = written(segments=segments, themes=None, speakers=None)

    out = run("show", str(file), "--tz", zone)[1]

    assert out.splitlines()[3].startswith(cells)


def test_show_says_what_is_open_cancelled_or_elsewhere(written: Written) -> None:
    segments = [
        {"id": "one", "title": "One", "start": "08:00", "end": "08:30", "status": "cancelled"},
        {"id": "two", "title": "Two", "start": "08:30", "end": "09:00", "status": "tentative"},
        {"id": "three", "title": "Three", "start": "15:30", "end": "16:00", "venue": "geneva"},
        {"id": "four", "title": "Four"},
    ]
    venues = [
        {"id": "hall", "name": "Dining Hall"},
        {"id": "geneva", "name": "ILO", "timezone": "Europe/Zurich"},
    ]
    file = written(segments=segments, venues=venues, venue="hall", themes=None, speakers=None)

    lines = [line.rstrip() for line in run("show", str(file))[1].splitlines()]

    assert lines[1:11] == [
        "2026-09-24, Dining Hall, America/New_York",
        "When                  What                         Who",
        "08:00-08:30 New York  One (cancelled)",
        "                      Dining Hall",
        "08:30-09:00 New York  Two (tentative)",
        "                      Dining Hall",
        "15:30-16:00 Zurich    Three",
        "                      ILO",
        "time open             Four",
        "",
    ]


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (["2026-09-24", "2026-09-25"], "2026-09-24 to 2026-09-25, "),
        (["2026-09-24", "2026-09-25", "2026-09-28"], "2026-09-24 to 2026-09-28, "),
        (None, "2026-09-24, "),
    ],
)
def test_show_says_from_when_to_when(written: Written, dates: list[str] | None, said: str) -> None:
    times = {"start": "2026-09-24 08:00", "end": "2026-09-24 08:30"}
    segments = [{"id": "one", "title": "One", **times}]
    file = written(date=None, dates=dates, segments=segments, themes=None, speakers=None)

    heading = run("show", str(file))[1].splitlines()[1]

    assert heading == f"{said}Dining Hall, New York, America/New_York"


def test_show_of_an_event_without_a_time_says_that_it_is_open(written: Written) -> None:
    segments = [{"id": "one", "title": "One"}]
    file = written(date=None, segments=segments, themes=None, speakers=None)

    lines = run("show", str(file))[1].splitlines()

    assert lines[1] == "date open, Dining Hall, New York, America/New_York"
    assert lines[3].split() == ["time", "open", "One"]


def test_show_gives_programs_the_programme_without_addresses(hld: str) -> None:
    code, out, err = run("show", hld, "--json")

    told = json.loads(out)
    names = [speaker["name"] for speaker in told["speakers"]]
    assert (code, err) == (0, "")
    assert told == as_json(read(hld))
    assert names == ["Guy Ryder", "Ann-Sofie Nilsson", None, None]
    assert (told["start"], told["end"]) == (
        "2013-09-26T08:15:00-04:00",
        "2013-09-26T10:00:00-04:00",
    )
    assert "@" not in out


def test_feed_prints_bytes_as_they_are(hld: str, samples: Path) -> None:
    result = CliRunner().invoke(roundtable, ["feed", hld])

    assert result.stdout_bytes == (samples / "hld-2013/expected/agenda.ics").read_bytes()


@pytest.mark.parametrize(
    ("words", "golden"),
    [
        (["--kind", "event"], "event"),
        (["--theme", "development"], "theme-development"),
        (["--speaker", "guy-ryder"], "speaker-guy-ryder"),
        (["--venue", "delegates-dining-room"], "venue-delegates-dining-room"),
    ],
)
def test_feed_writes_the_golden_file(
    hld: str, samples: Path, tmp_path: Path, words: list[str], golden: str
) -> None:
    output = tmp_path / "feed.ics"

    told = run("feed", hld, *words, "-o", str(output))

    assert told == (0, "", "")
    assert output.read_bytes() == (samples / f"hld-2013/expected/{golden}.ics").read_bytes()


def test_feed_joins_what_is_named_in_any_order(hld: str) -> None:
    mixed = feed(read(hld), themes=["development", "social-dialogue"], speaker="guy-ryder")

    words = ["--speaker", "guy-ryder", "--theme", "social-dialogue", "--theme", "development"]
    result = CliRunner().invoke(roundtable, ["feed", hld, *words])

    assert result.stdout_bytes == mixed.to_ical()
    assert mixed.count == 3


def test_feed_takes_the_options_of_an_address(hld: str) -> None:
    plain = CliRunner().invoke(roundtable, ["feed", hld]).stdout_bytes

    asked = CliRunner().invoke(roundtable, ["feed", hld, "--busy", "--alarm", "15m"]).stdout_bytes

    counts = [
        (each.count(b"TRANSP:OPAQUE"), each.count(b"TRIGGER:-PT15M")) for each in (plain, asked)
    ]
    assert counts == [(0, 0), (6, 6)]


def test_export_writes_any_format(hld: str, tmp_path: Path) -> None:
    output = tmp_path / "event.json"

    told = run("export", hld, "--format", "json", "-o", str(output))

    assert told == (0, "", "")
    assert json.loads(output.read_bytes()) == as_json(read(hld))
