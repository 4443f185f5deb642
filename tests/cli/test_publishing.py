"""Publishing from the command line, into a real SQLite file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from roundtable_ical.cli.main import roundtable

Written = Callable[..., Path]
LATER = "2026-09-02T12:00:00Z"


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    """Return a function that runs a command against one store."""
    store = str(tmp_path / "store.sqlite")

    def invoke(*words: str) -> Result:
        return CliRunner().invoke(roundtable, [*words, "--store", store])

    return invoke


def segments(*titles: str) -> list[dict[str, Any]]:
    """Return segments of half an hour, one after the other."""
    return [
        {"id": f"s-{n}", "title": title, "start": f"{8 + n:02}:00", "end": f"{8 + n:02}:30"}
        for n, title in enumerate(titles)
    ]


def test_a_first_publication_says_how_much_it_made_public(
    run: Callable[..., Result], written: Written
) -> None:
    result = run("publish", str(written()), "--author", "Ana", "-m", "first draft")

    lines = result.output.splitlines()
    assert result.exit_code == 0
    assert lines[0] == "2 segments, all new"
    assert lines[1].startswith("breakfast: published as revision 1 of ")
    assert lines[1].endswith(" UTC by Ana: first draft")
    assert lines[2] == (
        "  5 feeds with new bytes: agenda.ics, event.ics, speakers/guy.ics, themes/skills.ics, "
        "venues/hall.ics"
    )


def test_what_changed_is_told_as_was_and_is(run: Callable[..., Result], written: Written) -> None:
    run("publish", str(written(segments=segments("Opening", "Talk"))))
    file = written(revised=LATER, segments=segments("Welcome", "Talk"))

    result = run("publish", str(file), "--author", "Ana")

    assert result.output.splitlines()[:3] == [
        "Welcome: renamed",
        "  was Opening",
        "  is  Welcome",
    ]


def test_publishing_the_same_again_makes_no_revision(
    run: Callable[..., Result], written: Written
) -> None:
    run("publish", str(written()))

    result = run("publish", str(written()))

    assert result.output == "breakfast: nothing changed, so nothing was published\n"
    assert len(json.loads(run("history", "breakfast", "--json").output)) == 1


def test_a_rehearsal_leaves_the_store_alone(run: Callable[..., Result], written: Written) -> None:
    run("publish", str(written()))

    rehearsed = run("publish", str(written(title="New title")), "--dry-run", "--json")

    report = json.loads(rehearsed.output)
    assert (report["dry_run"], report["revision"]["number"]) == (True, 2)
    assert len(json.loads(run("history", "breakfast", "--json").output)) == 1


def test_history_tells_which_feeds_each_revision_gave_new_bytes(
    run: Callable[..., Result], written: Written
) -> None:
    run("publish", str(written(segments=segments("Opening", "Talk"))))
    run("publish", str(written(segments=segments("Opening", "Walk"))), "-m", "a walk")

    found = json.loads(run("history", "breakfast", "--json").output)

    assert [(each["number"], each["message"]) for each in found] == [(1, ""), (2, "a walk")]
    assert found[1]["feeds"] == ["agenda.ics", "event.ics", "venues/hall.ics"]


def test_diff_compares_the_file_with_what_is_public(
    run: Callable[..., Result], written: Written
) -> None:
    run("publish", str(written(segments=segments("Opening"))))
    file = written(segments=segments("Welcome"))

    result = run("diff", str(file))

    assert result.output == "Welcome: renamed\n  was Opening\n  is  Welcome\n"


def test_diff_compares_two_revisions(run: Callable[..., Result], written: Written) -> None:
    for title in ("One", "Two", "Three"):
        run("publish", str(written(segments=segments(title))))

    newest, all_of_it = run("diff", "breakfast"), run("diff", "breakfast", "--from", "1")

    assert newest.output == "Three: renamed\n  was Two\n  is  Three\n"
    assert all_of_it.output == "Three: renamed\n  was One\n  is  Three\n"


def test_a_rollback_is_a_revision_of_its_own(run: Callable[..., Result], written: Written) -> None:
    for title in ("One", "Two"):
        run("publish", str(written(segments=segments(title))))

    result = run("rollback", "breakfast", "1", "--json")

    report = json.loads(result.output)
    assert report["revision"]["number"] == 3
    assert report["changes"] == [
        {
            "segment": "s-0",
            "title": "One",
            "kind": "renamed",
            "was": "Two",
            "is": "One",
            "inherited": None,
        }
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("history", "lunch"), "there is no event 'lunch'; there is: breakfast"),
        (("rollback", "breakfast", "9"), "there is no revision '9'; there is: 1"),
        (("diff", "breakfast", "--from", "9"), "there is no revision '9'; there is: 1"),
    ],
)
def test_what_is_not_in_the_store_is_named_beside_what_is(
    run: Callable[..., Result], written: Written, words: tuple[str, ...], said: str
) -> None:
    run("publish", str(written()))

    result = run(*words)

    assert (result.exit_code, result.output) == (1, f"roundtable: {said}\n")


def test_a_programme_with_errors_is_not_published(
    run: Callable[..., Result], written: Written
) -> None:
    result = run("publish", str(written(timezone="Amerika/New_York")))

    assert result.exit_code == 1
    assert "'Amerika/New_York' is not a time zone; did you mean America/New_York?" in result.output


def test_a_store_out_of_reach_is_one_line_and_exit_3(written: Written) -> None:
    url = "postgresql://nobody:secret@127.0.0.1:1/none"

    result = CliRunner().invoke(roundtable, ["publish", str(written()), "--store", url])

    assert result.exit_code == 3
    assert len(result.output.splitlines()) == 1
    assert "secret" not in result.output
