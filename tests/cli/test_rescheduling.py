"""When the day runs late: the commands."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from roundtable_ical import read

Typed = Callable[..., Result]
LATE = """\
hld-2013: shift --from welcome --by 5m
on 2013-09-26
  was          is
  08:15-08:30  08:20-08:35  welcome      Welcome and opening
  08:30-08:35  08:35-08:40  video        Video of innovative practices around the world and voices \
of migrant workers
  08:35-09:00  08:40-09:05  perceptions  Changing perceptions of migrants and increasing the \
protection of migrant workers' rights
  09:00-09:25  09:05-09:30  governance   Social dialogue and international migration governance
  09:25-09:50  09:30-09:55  mobility     Facilitating development through migration and labour \
mobility
  09:50-10:00  09:55-10:05  closing      Closing remarks
5 min too many before 10:00, when the stated hours end; say what gives
  --fit shorten  'perceptions' 25 to 23 min; 'governance' 25 to 23 min; 'mobility' 25 to 24 min
  --fit drop     'video' (5 min) is cancelled
  --fit overrun  'closing' ends 5 min after 10:00, when the stated hours end
makes 1 clash:
  5 min are outside the event's hours (08:30-10:00): hld-2013/closing 2013-09-26 09:55-10:05 in \
delegates-dining-room
leaves 1 clash:
  10 min are outside the event's hours (08:30-10:00): hld-2013/welcome 2013-09-26 08:20-08:35 in \
delegates-dining-room (was 15 min)
FILE: not written
"""
SHORTER = """\
hld-2013: shift --from welcome --by 5m --fit shorten
on 2013-09-26
  was          is
  08:15-08:30  08:20-08:35  welcome      Welcome and opening
  08:30-08:35  08:35-08:40  video        Video of innovative practices around the world and voices \
of migrant workers
  08:35-09:00  08:40-09:03  perceptions  Changing perceptions of migrants and increasing the \
protection of migrant workers' rights (23 min, was 25)
  09:00-09:25  09:03-09:26  governance   Social dialogue and international migration governance \
(23 min, was 25)
  09:25-09:50  09:26-09:50  mobility     Facilitating development through migration and labour \
mobility (24 min, was 25)
5 min too many before 10:00, when the stated hours end: shorten: 'perceptions' 25 to 23 min; \
'governance' 25 to 23 min; 'mobility' 25 to 24 min
leaves 1 clash:
  10 min are outside the event's hours (08:30-10:00): hld-2013/welcome 2013-09-26 08:20-08:35 in \
delegates-dining-room (was 15 min)
FILE: written; `roundtable undo` takes it back
"""
CHANGED = {
    "revised": None,
    "revision: 2": "revision: 3",
    "start: 08:15": "start: 08:20",
    "end: 08:30": "end: 08:35",
    "start: 08:30": "start: 08:35",
    "end: 08:35": "end: 08:40",
    "start: 08:35": "start: 08:40",
    "end: 09:00": "end: 09:03",
    "start: 09:00": "start: 09:03",
    "end: 09:25": "end: 09:26",
    "start: 09:25": "start: 09:26",
}


def test_a_late_breakfast_is_shown_and_not_written(typed: Typed, breakfast: Path) -> None:
    before = breakfast.read_bytes()

    done = typed("shift", str(breakfast), "--from", "welcome", "--by", "5m", "--dry-run")

    assert (done.exit_code, done.output) == (1, LATE.replace("FILE", str(breakfast)))
    assert breakfast.read_bytes() == before


def test_a_late_breakfast_is_shortened_and_written_with_its_comments(
    typed: Typed, breakfast: Path
) -> None:
    before = breakfast.read_text().splitlines()

    done = typed(
        "shift", str(breakfast), "--from", "welcome", "--by", "5m", "--fit", "shorten", "--yes"
    )

    assert (done.exit_code, done.output) == (0, SHORTER.replace("FILE", str(breakfast)))
    after = breakfast.read_text().splitlines()
    assert len(after) == len(before)
    for old, new in zip(before, after, strict=True):
        if old != new:
            words = old.strip()
            assert new.strip() == CHANGED[words] if words in CHANGED else "revised" in old


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            ("move", "video", "--to", "9.00", "--push", "--fit", "shorten"),
            {
                "perceptions": "08:35-09:00",
                "video": "09:00-09:05",
                "governance": "09:05-09:27",
                "mobility": "09:27-09:50",
                "closing": "09:50-10:00",
            },
        ),
        (("extend", "perceptions", "--by", "-5m", "--close-gap"), {"closing": "09:45-09:55"}),
        (
            (
                "insert",
                "--title",
                "Group photo",
                "--after",
                "video",
                "--for",
                "5m",
                "--fit",
                "drop",
            ),
            {"group-photo": "08:35-08:40", "perceptions": "08:40-09:05"},
        ),
        (("compact",), {"closing": "09:50-10:00"}),
    ],
)
def test_each_order_does_what_it_says(
    typed: Typed, breakfast: Path, words: tuple[str, ...], lines: dict[str, str]
) -> None:
    done = typed(words[0], str(breakfast), *words[1:], "--yes")

    times = {
        each.id: f"{each.start:%H:%M}-{each.end:%H:%M}" for each in read(breakfast).occurrences
    }
    assert (done.exit_code, {id_: times[id_] for id_ in lines}) == (0, lines), done.output


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        (("shift", "--from", "welcome", "--by", "soon"), 2, "'soon' is no length of time"),
        (("shift", "--from", "wellcome", "--by", "5m"), 1, "there is no segment 'wellcome'"),
        (("move", "video"), 2, "say where to: --to TIME, --room ID or both"),
        (("move", "video", "--to", "25:00"), 2, "is not a time of day"),
        (("insert", "--title", "X", "--for", "5m"), 2, "say when: --after SEGMENT or --at TIME"),
        (
            ("insert", "--title", "X", "--at", "9:00", "--for", "0m"),
            2,
            "'0m' is too short; 1m is the least",
        ),
        (("insert", "--title", "X", "--at", "9:00", "--for", "5m", "--id", "A B"), 1, "id"),
        (("compact", "--room", "moon"), 1, "there is no venue 'moon'"),
        (("cancel", "video", "-m", "late"), 2, "--publish does it"),
    ],
)
def test_what_cannot_be_done_says_why(
    typed: Typed, breakfast: Path, words: tuple[str, ...], code: int, expected: str
) -> None:
    done = typed(words[0], str(breakfast), *words[1:], "--yes")

    assert done.exit_code == code, done.output
    assert expected in done.output
    assert "Traceback" not in done.output


def test_a_time_that_the_clock_shows_twice_needs_the_option_that_says_which(
    typed: Typed, written: Callable[..., Path]
) -> None:
    file = str(written(date="2026-11-01"))

    asked = typed("move", file, "panel", "--to", "1:30", "--dry-run")
    done = typed("move", file, "panel", "--to", "1:30", "--fold", "second", "--dry-run")

    assert (asked.exit_code, done.exit_code) == (1, 0)
    assert "say which: --fold first or --fold second" in asked.output
    assert "  08:30-09:00  01:30 (second, UTC-05:00)-02:00  panel  Panel\n" in done.output


def test_an_order_is_told_as_it_was_typed_without_what_goes_without_saying(
    typed: Typed, breakfast: Path
) -> None:
    words = ("--title", "Photo", "--after", "video", "--for", "PT5M", "--dry-run")

    done = typed("insert", str(breakfast), *words)

    assert done.output.splitlines()[0] == ("hld-2013: insert --title Photo --after video --for 5m")
