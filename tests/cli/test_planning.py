"""Planning on the command line: shown, asked about, written and taken back."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from roundtable_ical import bootstrap
from roundtable_ical.cli.main import roundtable

Written = Callable[..., Path]
Run = Callable[..., Result]
VENUES = [{"id": "hall", "name": "Hall A"}, {"id": "cellar", "name": "Cellar"}]
CLASHING: list[dict[str, Any]] = [
    {"id": "panel", "title": "Panel", "start": "08:30", "end": "09:00", "venue": "hall"},
    {
        "id": "talk",
        "title": "Talk",
        "start": "08:45",
        "end": "09:15",
        "venue": "hall",
        "fixed": True,
    },
    {"id": "signing", "title": "Signing", "minutes": 15, "venue": "hall"},
]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that plans in a folder without a store."""
    monkeypatch.chdir(tmp_path)

    def invoke(*words: str, command: str = "plan") -> Result:
        return CliRunner().invoke(roundtable, [command, *words])

    return invoke


def test_a_plan_is_shown_written_and_taken_back(run: Run, written: Written) -> None:
    file = written(venues=VENUES, segments=CLASHING)
    before = file.read_bytes()

    shown = run(str(file), "--dry-run")
    again = run(str(file), "--yes")
    after = bootstrap.read(str(file))
    undone = run(str(file), "--yes", command="undo")

    assert shown.output.splitlines() == [
        "breakfast: plan",
        "on 2026-09-24",
        "  was          is",
        "  no time      08:00-08:15  signing  Signing",
        "  08:30-09:00  08:15-08:45  panel    Panel",
        "mends 1 clash:",
        "  Hall A is booked twice for 15 min: breakfast/panel 2026-09-24 08:30-09:00 in hall and "
        "breakfast/talk 2026-09-24 08:45-09:15 in hall, fixed; against the anchor 'talk'",
        "segments that had no time: 1",
        "segments moved: 1, and fewer will not do",
        "minutes of these moves: 15 (another room counts as 10, one in another building as 60), "
        "and fewer will not do",
        f"{file}: not written",
    ]
    assert (shown.exit_code, again.exit_code, undone.exit_code) == (0, 0, 0)
    assert [str(segment.start) for segment in after.segments] == ["08:15", "08:45", "08:00"]
    assert file.read_bytes() == before


def test_nobody_is_asked_where_there_is_nobody(run: Run, written: Written) -> None:
    file = written(venues=VENUES, segments=CLASHING)
    before = file.read_bytes()

    result = run(str(file))

    assert result.exit_code == 1
    assert result.output.splitlines()[-1] == f"{file}: not written; --yes does it"
    assert file.read_bytes() == before


def test_a_programme_in_order_is_left_alone(run: Run, written: Written) -> None:
    result = run(str(written()))

    assert result.exit_code == 0
    assert result.output.splitlines()[-1].endswith("nothing changes")


def test_why_there_is_no_plan_is_told_in_an_organisers_words(run: Run, written: Written) -> None:
    opening = {"id": "opening", "title": "Opening", "start": "09:00", "minutes": 60, "fixed": True}
    venues = [{"id": "hall", "name": "Hall A", "hours": "10:00-18:00"}]
    file = str(written(venues=venues, segments=[opening]))

    told, facts = run(file, "--yes"), run(file, "--yes", "--json")

    words = "‘Opening’ is fixed at 2026-09-24 09:00 in Hall A, and Hall A is open only 10:00-18:00"
    assert (told.exit_code, facts.exit_code) == (1, 1)
    assert told.output.splitlines() == [
        f"breakfast: there is no plan: {words}",
        "breakfast: each of these alone, left out, makes the others possible",
    ]
    assert ", and ".join(json.loads(facts.output)["plan"]["contradiction"]) == words


def test_a_plan_for_programs_says_what_is_proven(run: Run, written: Written) -> None:
    file = str(written(venues=VENUES, segments=CLASHING))

    facts = json.loads(run(file, "--dry-run", "--json", "--without-room", "cellar").output)

    assert facts["order"] == "plan --without-room cellar"
    assert [each["segment"] for each in facts["effects"]] == ["signing", "panel"]
    assert facts["plan"].pop("seconds") < 60
    assert facts["plan"] == {
        "found": True,
        "moved": ["panel"],
        "placed": ["signing"],
        "aims": [
            {"aim": "moved", "value": 1, "bound": 1, "proven": True},
            {"aim": "minutes", "value": 15, "bound": 15, "proven": True},
        ],
        "unkept": [],
        "notes": [],
        "clashes": [],
        "contradiction": None,
        "least": None,
        "by_the_clock": False,
        "interrupted": False,
    }


def test_a_plan_can_be_written_to_a_file_of_its_own(
    run: Run, written: Written, tmp_path: Path
) -> None:
    file = written(venues=VENUES, segments=[*CLASHING[:2], CLASHING[2] | {"minutes": None}])
    before, other = file.read_bytes(), tmp_path / "plan.yaml"

    result = run(str(file), "-o", str(other), "--length", "20m")
    wrong = run(str(file), "-o", str(other), "--yes")

    assert result.exit_code == 0
    assert result.output.splitlines()[-1] == f"{other}: written"
    assert bootstrap.read(str(other)).segments[2].minutes == 20
    assert file.read_bytes() == before
    assert wrong.exit_code == 2
    assert "-o writes the plan to a file of its own" in wrong.output


def test_an_unknown_room_and_a_length_of_nothing_are_refused(run: Run, written: Written) -> None:
    file = str(written())

    room, length = run(file, "--without-room", "attic"), run(file, "--length", "0")

    assert (room.exit_code, room.output.splitlines()[-1]) == (
        1,
        "roundtable: there is no room 'attic'; there is: hall",
    )
    assert length.exit_code == 2
    assert "--length is how long they are, as 30m" in length.output


def test_what_was_left_alone_is_told_also_where_there_is_no_plan(
    run: Run, written: Written
) -> None:
    wish = {"kind": "at", "segment": "panel", "when": "06:00-07:00"}
    segments = [CLASHING[0] | {"fixed": True}, CLASHING[2] | {"minutes": None}]
    file = str(written(venues=VENUES, segments=segments, constraints=[wish]))

    result = run(file)

    assert result.output.splitlines() == [
        "breakfast: note: signing says no length: write its `minutes`",
        "breakfast: there is no plan: ‘Panel’ is fixed at 2026-09-24 08:30 in Hall A, and ‘Panel’ "
        "is within 06:00-07:00",
        "breakfast: each of these alone, left out, makes the others possible",
    ]
    assert result.exit_code == 1


def test_while_an_event_is_under_way_nothing_is_planned_for_times_gone_by(
    run: Run, written: Written
) -> None:
    yesterday, tomorrow = (bootstrap.now() + timedelta(days=by) for by in (-1, 1))
    panel = CLASHING[0] | {"date": f"{yesterday:%Y-%m-%d}"}
    days = [f"{yesterday:%Y-%m-%d}", f"{tomorrow:%Y-%m-%d}"]
    segments = [panel, panel | {"id": "talk"}, CLASHING[2]]
    file = written(venues=VENUES, segments=segments, date=None, dates=days, timezone="UTC")

    result = run(str(file), "--yes")

    assert result.exit_code == 0
    after = bootstrap.read(str(file)).segments
    assert [str(each.start) for each in after[:2]] == ["08:30", "08:30"]
    assert f"{after[2].date}" == days[1]
