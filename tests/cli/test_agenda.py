"""An agenda on a terminal."""

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console

from roundtable_ical import read
from roundtable_ical.cli.agenda import agenda_table, timeline


def printed(what: object, width: int) -> list[str]:
    """Return the lines of *what* on a terminal of this width."""
    console = Console(width=width, highlight=False, markup=False)
    with console.capture() as capture:
        console.print(what)
    return [line.rstrip() for line in capture.get().splitlines()]


def test_no_letter_of_a_programme_is_lost_on_a_narrow_terminal(samples: Path) -> None:
    event = read(samples / "week-of-side-events")

    lines = printed(agenda_table(event), 60)

    seen = "".join("".join(line.split()) for line in lines)
    assert "…" not in seen
    assert max(map(len, lines)) <= 60


def test_a_bar_is_as_long_as_its_segment_and_stands_where_it_is(samples: Path) -> None:
    lines = printed(timeline(read(samples / "hld-2013"), 80), 80)

    bars = [(line.index("█"), line.rindex("█") + 1) for line in lines if "█" in line]

    assert [start for start, _ in bars[1:]] == [end for _, end in bars[:-1]]
    assert [end - start for start, end in bars] == [8, 2, 13, 12, 13, 5]


def test_markup_of_the_terminal_in_a_title_stays_text(written: Callable[..., Path]) -> None:
    segments = [{"id": "one", "title": "[red]Stop[/red]", "start": "08:00", "end": "08:30"}]
    event = read(written(segments=segments, themes=None, speakers=None))

    lines = printed(agenda_table(event), 80)

    assert lines[1].split("  ")[1].strip() == "[red]Stop[/red]"


def test_each_day_has_one_heading_and_one_timeline(samples: Path) -> None:
    event = read(samples / "week-of-side-events")
    names = {f"{item.start:%A} {item.start.date()}" for item in event.occurrences}

    table = printed(agenda_table(event), 100)

    headings = [line for line in table if line in names]
    assert sorted(headings) == sorted(names)
    assert headings == sorted(headings, key=lambda name: name.split()[1])


def test_a_cancelled_segment_has_a_bar_of_its_own(written: Callable[..., Path]) -> None:
    segments = [
        {"id": "one", "title": "One", "start": "08:00", "end": "09:00", "status": "cancelled"},
        {"id": "two", "title": "Two", "start": "09:00", "end": "10:00"},
    ]
    event = read(written(segments=segments))

    lines = printed(timeline(event, 39), 39)

    assert lines[2:] == ["08:00 one ░░░░░░░░░░", "09:00 two           ██████████"]


def test_a_timeline_is_in_the_readers_zone_where_one_is_named(samples: Path) -> None:
    event = read(samples / "hld-2013")

    lines = printed(timeline(event, 80, ZoneInfo("Asia/Tokyo")), 80)

    assert lines[1] == "2013-09-26  21:15-23:00 Tokyo"
    assert lines[2].startswith("21:15 welcome")
