"""What does not go together, from the command line; on the samples, with mistakes put into them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from roundtable_ical.cli.main import roundtable

Written = Callable[..., Path]
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the command in a folder without a store."""
    monkeypatch.chdir(tmp_path)

    def invoke(*words: str) -> Result:
        return CliRunner().invoke(roundtable, ["clashes", *words])

    return invoke


@pytest.fixture
def bent(samples: Path, tmp_path: Path) -> Callable[..., str]:
    """Return a function that writes a sample with words replaced, and gives its folder."""

    def write(name: str, *changes: tuple[str, str]) -> str:
        text = (samples / name / "event.yaml").read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        folder = tmp_path / f"{name}-bent"
        folder.mkdir()
        (folder / "event.yaml").write_text(text, encoding="utf-8")
        return str(folder)

    return write


def test_the_samples_have_none_but_an_early_welcome(run: Run, samples: Path) -> None:
    result = run(str(samples))

    assert (result.exit_code, result.output.splitlines()) == (
        0,
        [
            "outside-hours: 15 min are outside the event's hours (08:30-10:00): "
            "hld-2013/welcome 2013-09-26 08:15-08:30 in delegates-dining-room",
            "  no way out was found by moving one segment or swapping two",
            "1 clash in 2 events, 60 items",
        ],
    )


def test_one_room_twice_is_found(run: Run, bent: Callable[..., str]) -> None:
    people = (
        "    themes: [skills]\n    speakers:\n      - {speaker: hamid-rezaei, role: moderator}\n"
    )
    reception = "  - id: welcome-reception"
    week = bent(
        "week-of-side-events",
        (
            f"    venue: conference-room-8\n{people}{reception}",
            f"    venue: conference-room-4\n{people}{reception}",
        ),
    )

    lines = run(week).output.splitlines()

    assert lines == [
        "room-twice: Conference Room 4 is booked twice for 90 min: "
        "week-of-side-events/portable-pensions 2026-10-29 14:30-16:00 in conference-room-4 and "
        "week-of-side-events/skills-passport 2026-10-29 14:30-16:00 in conference-room-4",
        "  way out: move skills-passport to ecosoc-chamber",
        "  way out: move skills-passport to 13:00 (-90 min)",
        "  way out: move skills-passport to 17:30 (+180 min) in visitors-lobby",
        "1 clash in 1 event, 54 items",
    ]


def test_too_little_time_for_the_way_across_the_river_is_found(
    run: Run, bent: Callable[..., str]
) -> None:
    evening = "start: 20:00\n    end: 2026-10-31 00:30"
    host = "      - {speaker: tevita-fonua, role: host}\n"
    week = bent(
        "week-of-side-events",
        (evening, "start: 16:20\n    end: 20:30"),
        (host, f"{host}      - chen-bo-han\n"),
    )

    lines = run(week).output.splitlines()

    assert lines[0] == (
        "too-far: Mr. Chen Bo-han is 23 min short of the way (43 min by road or 80 on foot, "
        "5.9 km on the map; there are 20): "
        "week-of-side-events/payslip 2026-10-30 14:30-16:00 in conference-room-8 and "
        "week-of-side-events/long-night 2026-10-30 16:20-20:30 in harbour-house"
    )


def test_a_room_and_a_person_of_both_samples_are_found(
    run: Run, bent: Callable[..., str], samples: Path
) -> None:
    breakfast = bent(
        "hld-2013",
        ("date: 2013-09-26", "date: 2026-10-29"),
        ("hours: 08:30-10:00\n", ""),
        ("start: 08:15\n    end: 08:30", "start: 10:15\n    end: 10:40"),
        ("name: Guy Ryder", "name: Miriam Goldfarb"),
        ("affiliation: ILO\n    email: guy", "affiliation: Hudson University\n    email: guy"),
    )

    result = run(str(samples / "week-of-side-events"), breakfast, "--json")

    report = json.loads(result.output)
    assert report["events"] == ["week-of-side-events", "hld-2013"]
    assert [
        (
            clash["kind"],
            clash["matched_by"],
            clash["minutes"],
            [f"{side['event']}/{side['segment']}" for side in clash["sides"]],
        )
        for clash in report["clashes"]
    ] == [
        ("person-twice", "name", 15, ["week-of-side-events/price-of-a-job", "hld-2013/welcome"]),
        ("room-twice", "name", 10, ["hld-2013/welcome", "week-of-side-events/coffee-thursday"]),
    ]
    assert all(clash["ways_out"] for clash in report["clashes"])


TWICE = [
    {"id": f"s-{number}", "title": f"Talk {number}", "start": "09:00", "end": "10:00"}
    for number in range(4)
]


def test_events_of_the_store_are_looked_at_too(run: Run, written: Written, tmp_path: Path) -> None:
    store = str(tmp_path / "roundtable.sqlite")
    other = written("other", id="other", title="Other", segments=TWICE[:1])
    CliRunner().invoke(roundtable, ["publish", str(other), "--store", store])

    found = run(str(written(segments=TWICE[:1]))).output.splitlines()
    by_id = run("other").output.splitlines()
    all_of_it = run("--store", store).output.splitlines()

    assert found[0].startswith("room-twice: Dining Hall is booked twice for 60 min: breakfast/s-0")
    assert found[-1] == "1 clash in 2 events, 2 items"
    assert by_id == all_of_it == ["no clashes in 1 event, 1 items"]


def test_of_many_the_first_are_shown_and_the_rest_counted(run: Run, written: Written) -> None:
    file = str(written(segments=TWICE))

    lines = run(file, "--most", "1").output.splitlines()

    assert lines[-2:] == [
        "and 5 more; --most 6 shows these",
        "6 clashes in 1 event, 4 items",
    ]


def test_of_very_many_it_is_said_that_there_are_more(run: Run, written: Written) -> None:
    many = [TWICE[0] | {"id": f"s-{at}", "speakers": []} for at in range(47)]
    file = str(written(segments=many))

    lines = run(file, "--most", "0").output.splitlines()

    assert lines == [
        "and at least 1,000 more; --most 1000 shows these",
        "at least 1,000 clashes in 1 event, 47 items",
    ]
    assert json.loads(run(file, "--most", "0", "--json").output)["all_of_them"] is False


def test_strict_is_for_scripts(run: Run, written: Written) -> None:
    file = str(written(segments=TWICE))

    assert (run(file).exit_code, run(file, "--strict").exit_code) == (0, 1)


def test_nothing_to_look_at_is_wrong_usage(run: Run) -> None:
    result = run()

    assert (result.exit_code, "name an EVENT, or a --store" in result.output) == (2, True)
