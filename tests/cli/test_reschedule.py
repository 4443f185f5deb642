"""One order: shown, asked about, written or published."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import Result

Typed = Callable[..., Result]


def test_nothing_is_written_where_nobody_agrees(typed: Typed, breakfast: Path) -> None:
    before = breakfast.read_bytes()

    asked = typed("cancel", str(breakfast), "video")
    shown = typed("cancel", str(breakfast), "video", "--dry-run")

    assert (asked.exit_code, asked.output.splitlines()[-1]) == (
        1,
        f"{breakfast}: not written; --yes does it",
    )
    assert (shown.exit_code, shown.output.splitlines()[-1]) == (0, f"{breakfast}: not written")
    assert breakfast.read_bytes() == before


def test_programs_read_all_of_it(typed: Typed, breakfast: Path) -> None:
    words = ("--from", "mobility", "--by", "5m", "--json", "--dry-run")

    done: dict[str, Any] = json.loads(typed("shift", str(breakfast), *words).output)

    clashes = done.pop("clashes")
    assert [each["kind"] for each in clashes["made"]] == ["outside-hours"]
    assert done == {
        "event": "hld-2013",
        "order": "shift --from mobility --by 5m",
        "dry_run": True,
        "fits": False,
        "misfits": [
            {
                "segment": "closing",
                "minutes": 5,
                "bound": "2013-09-26T10:00:00-04:00",
                "why": "when the stated hours end",
                "says": "5 min too many before 10:00, when the stated hours end",
                "fits": {
                    "shorten": ["'mobility' 25 to 20 min"],
                    "drop": ["'closing' (10 min) is cancelled"],
                    "overrun": ["'closing' ends 5 min after 10:00, when the stated hours end"],
                },
            }
        ],
        "less": {"as-it-is": 0},
        "effects": [
            {
                "segment": "mobility",
                "title": "Facilitating development through migration and labour mobility",
                "was": {
                    "start": "2013-09-26T09:25:00-04:00",
                    "end": "2013-09-26T09:50:00-04:00",
                    "minutes": 25,
                    "venue": "delegates-dining-room",
                },
                "is": {
                    "start": "2013-09-26T09:30:00-04:00",
                    "end": "2013-09-26T09:55:00-04:00",
                    "minutes": 25,
                    "venue": "delegates-dining-room",
                },
                "absence": None,
            },
            {
                "segment": "closing",
                "title": "Closing remarks",
                "was": {
                    "start": "2013-09-26T09:50:00-04:00",
                    "end": "2013-09-26T10:00:00-04:00",
                    "minutes": 10,
                    "venue": "delegates-dining-room",
                },
                "is": {
                    "start": "2013-09-26T09:55:00-04:00",
                    "end": "2013-09-26T10:05:00-04:00",
                    "minutes": 10,
                    "venue": "delegates-dining-room",
                },
                "absence": None,
            },
        ],
        "feeds": None,
        "letters": [],
        "unpublished": [],
        "written": None,
        "revision": None,
    }


def test_an_order_is_published_with_the_file_when_told(typed: Typed, breakfast: Path) -> None:
    typed("publish", str(breakfast), "--store", "s.sqlite")
    store = ("--store", "s.sqlite")

    seen = typed("cancel", str(breakfast), "video", "--dry-run", *store)
    done = typed("cancel", str(breakfast), "video", "--publish", "-m", "no film", "--yes", *store)

    feeds = "3 feeds with new bytes: agenda.ics, event.ics, venues/delegates-dining-room.ics"
    assert f"  {feeds}" in seen.output.splitlines()
    assert feeds in done.output.splitlines()
    last = done.output.splitlines()[-1]
    assert (last.startswith("hld-2013: published as revision 2"), last.endswith(": no film")) == (
        True,
        True,
    )


def test_what_else_the_file_has_is_told_where_it_is_published_with_it(
    typed: Typed, breakfast: Path
) -> None:
    typed("publish", str(breakfast))
    typed("cancel", "hld-2013", "video", "--yes")  # of the store: the file still has it
    words = ("extend", str(breakfast), "closing", "--by", "-5m", "--dry-run")

    shown = typed(*words, "--publish").output.splitlines()
    told: dict[str, Any] = json.loads(typed(*words, "--json").output)

    at = shown.index("the file is not what was published last; this is published with it:")
    assert shown[at + 1 : at + 3] == ["  on 2013-09-26", "    was        is"]
    assert shown[at + 3].startswith("    cancelled  08:30-08:35  video  Video of innovative")
    assert [each["segment"] for each in told["unpublished"]] == ["video"]


def test_a_file_that_was_only_written_is_not_called_published(
    typed: Typed, breakfast: Path
) -> None:
    typed("publish", str(breakfast))

    done = typed("cancel", str(breakfast), "video", "--yes")
    told: dict[str, Any] = json.loads(
        typed("swap", str(breakfast), "perceptions", "governance", "--yes", "--json").output
    )

    assert done.output.splitlines()[-4:] == [
        "when it is published:",
        "  3 feeds with new bytes: agenda.ics, event.ics, venues/delegates-dining-room.ics",
        f"{breakfast}: written; `roundtable undo` takes it back",
        f"hld-2013: not published yet; `roundtable publish {breakfast}` does it",
    ]
    assert (told["written"], told["revision"]) == (str(breakfast), None)
    assert "revision 2" not in typed("history", "hld-2013").output


def test_who_was_invited_is_told_and_only_of_their_own_slot(
    typed: Typed, written: Callable[..., Path]
) -> None:
    soon = {"date": "2190-09-24", "organizer": {"name": "Desk", "email": "desk@example.org"}}
    file = str(written(**soon))
    typed("publish", file)
    typed("invite", file)

    others = typed(
        "shift", file, "--from", "welcome", "--by", "-5m", "--until", "welcome", "--json"
    )
    own = typed("shift", file, "--from", "panel", "--by", "5m", "--dry-run")
    done = typed("shift", file, "--from", "panel", "--by", "5m", "--publish", "--yes")

    report = json.loads(others.output)
    assert (report["fits"], report["letters"]) == (True, [])
    letter = "  guy@example.org: invitation: Invitation: Panel, 24 September 2190, 08:35"
    for each, indent in ((own, "  "), (done, "")):
        lines = [line for line in each.output.splitlines() if "guy@" in line]
        assert lines == [f"{indent}{letter}"]
    assert done.output.splitlines()[-1].startswith("breakfast: published as revision 2")
