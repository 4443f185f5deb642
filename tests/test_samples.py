"""The samples are documentation, golden files and the first thing that anybody tries."""

from pathlib import Path

import pytest

from roundtable_ical import every_feed, feed, read, reading
from roundtable_ical.ical.lint import lint

SAMPLES = Path(__file__).parent.parent / "samples"
EXPECTED = sorted(SAMPLES.glob("*/expected/*.ics"))
EVENTS = sorted(path.parent.name for path in SAMPLES.glob("*/event.yaml"))


def published(path: str) -> str:
    """Return the golden file's name for the feed at *path*."""
    section, _, name = path.rpartition("/")
    return f"{section.removesuffix('s')}-{name}" if section else name


@pytest.mark.parametrize("golden", EXPECTED, ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_a_feed_is_byte_for_byte_the_golden_file(golden: Path) -> None:
    feeds = {published(path): each for path, each in every_feed(read(golden.parent.parent)).items()}

    assert feeds[golden.name].to_ical() == golden.read_bytes()


def test_every_feed_of_the_breakfast_has_a_golden_file() -> None:
    golden = {path.name for path in EXPECTED if path.parts[-3] == "hld-2013"}

    assert golden == {published(path) for path in every_feed(read(SAMPLES / "hld-2013"))}


@pytest.mark.parametrize("sample", EVENTS)
def test_a_sample_has_no_error(sample: str) -> None:
    assert reading(SAMPLES / sample).errors == ()


@pytest.mark.parametrize("sample", EVENTS)
def test_every_feed_of_a_sample_passes_the_linter(sample: str) -> None:
    event = read(SAMPLES / sample)

    found = {
        path: lint(each.body, source=f"{event.url}{path}")
        for path, each in every_feed(event).items()
    }

    assert {path: findings for path, findings in found.items() if findings} == {}


def test_the_breakfast_is_what_its_concept_note_says() -> None:
    event = read(SAMPLES / "hld-2013")

    agenda = [
        (
            f"{item.start:%H:%M}",
            f"{item.end:%H:%M}",
            item.segment.kind.value,
            str(item.segment.title),
        )
        for item in event.occurrences
    ]

    rights = (
        "Changing perceptions of migrants and increasing the protection of migrant workers' rights"
    )
    video = "Video of innovative practices around the world and voices of migrant workers"
    assert agenda == [
        ("08:15", "08:30", "welcome", "Welcome and opening"),
        ("08:30", "08:35", "video", video),
        ("08:35", "09:00", "discussion", rights),
        ("09:00", "09:25", "discussion", "Social dialogue and international migration governance"),
        (
            "09:25",
            "09:50",
            "discussion",
            "Facilitating development through migration and labour mobility",
        ),
        ("09:50", "10:00", "closing", "Closing remarks"),
    ]


def test_the_first_discussion_is_at_the_right_moment() -> None:
    event = read(SAMPLES / "hld-2013")

    first = event.occurrences[2]

    assert [f"{moment:%Y-%m-%dT%H:%M:%SZ}" for moment in first.span] == [
        "2013-09-26T12:35:00Z",
        "2013-09-26T13:00:00Z",
    ]
    assert feed(event, theme="perceptions-and-rights").count == 1


def test_the_breakfast_begins_before_its_stated_hours_and_check_tells_of_it() -> None:
    problems = reading(SAMPLES / "hld-2013").problems

    told = [str(problem.message) for problem in problems if problem.code == "outside-hours"]

    assert told == ["'welcome' is from 08:15 to 08:30, outside the stated hours 08:30-10:00"]


def test_the_week_is_large_and_has_a_clock_change_inside() -> None:
    event = read(SAMPLES / "week-of-side-events")

    offsets = {
        item.start.utcoffset() for item in event.occurrences if item.zone.key == "America/New_York"
    }
    cancelled = [item for item in event.occurrences if item.cancelled]

    assert len(event.days) == 5
    assert len(event.occurrences) >= 40
    assert len(offsets) == 2
    assert len(cancelled) == 1
    assert len(event.unscheduled) >= 1
