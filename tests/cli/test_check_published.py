"""What is public, looked at again: by a newer time zone database, and beside the file."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from roundtable_ical import bootstrap, read, zones
from roundtable_ical.cli.main import roundtable
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.memory import MemoryStore

Written = Callable[..., Path]
NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)
PUBLIC = "public: revision 1 of 2026-09-01 12:00 UTC by Ana (tzdata {})"


@pytest.fixture
def store(tmp_path: Path) -> str:
    """Return the address of an empty store."""
    return str(tmp_path / "store.sqlite")


def check(*words: str) -> Result:
    return CliRunner().invoke(roundtable, ["check", *words])


def published(store: str, file: Path, *, tzdata: str | None = None, early: int = 0) -> None:
    """Publish *file*; the panel *early* minutes too early, as another zone database had it."""
    rehearsed, event = MemoryStore(), read(file)
    version = tzdata or zones.current().version
    publish(event, rehearsed, moment=NOON, tzdata=version, author="Ana")
    [publication] = rehearsed.publications(event.id)
    minutes = timedelta(minutes=early)
    entries = tuple(
        replace(entry, start=entry.start - minutes, end=entry.end - minutes)
        if entry.segment_id == "panel"
        else entry
        for entry in publication.entries
    )
    with bootstrap.open_store(store) as opened:
        opened.append(replace(publication, entries=entries))


def test_a_file_that_is_public_as_it_is_has_nothing_to_report(store: str, written: Written) -> None:
    file = written()
    published(store, file)

    result = check(str(file), "--published", "--store", store)

    database = zones.current()
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        f"{file}: no errors, no warnings",
        f"{PUBLIC.format(database.version)}; the file says the same",
        f"time zones: tzdata {database.version} ({database.source})",
    ]


@pytest.mark.parametrize(
    ("title", "minutes", "said"),
    [
        ("Opening", "08:30", "the file has 1 change that nobody sees yet"),
        ("Opening", "08:25", "the file has 2 changes that nobody sees yet"),
    ],
)
def test_what_a_file_has_more_than_the_public_is_counted(
    store: str, written: Written, title: str, minutes: str, said: str
) -> None:
    segment = {"id": "welcome", "title": "Welcome", "start": "08:15", "end": "08:30"}
    published(store, written(segments=[segment]))
    file = written(segments=[segment | {"title": title, "end": minutes}])

    result = check(str(file), "--published", "--store", store)

    assert result.output.splitlines()[-2].endswith(f"; {said}")
    assert result.exit_code == 0


def test_a_segment_that_another_database_has_moved_is_a_warning(
    store: str, written: Written
) -> None:
    published(store, written(), tzdata="2001a", early=60)

    result = check("breakfast", "--published", "--store", store)

    now = zones.current().version
    assert result.exit_code == 0
    assert result.output.splitlines()[:3] == [
        "warning: published.panel: 'Panel' was 2026-09-24 11:30-12:00 UTC by tzdata 2001a and is "
        f"2026-09-24 12:30-13:00 UTC by {now}: the clock of America/New_York has other rules; "
        "publish again, and calendars follow",
        "breakfast: no errors, 1 warning",
        PUBLIC.format("2001a"),
    ]


@pytest.mark.parametrize("version", ["9999a", "2998za"])
def test_a_machine_that_is_behind_is_not_told_to_publish(
    store: str, written: Written, version: str
) -> None:
    published(store, written(), tzdata=version, early=60)

    result = check("breakfast", "--published", "--store", store)

    assert result.output.splitlines()[0].endswith("; update tzdata on this machine")


def test_programs_get_the_same(store: str, written: Written) -> None:
    file = written()
    published(store, file, tzdata="2001a", early=60)

    report = json.loads(check(str(file), "--published", "--store", store, "--json").output)

    assert report["ok"] is True
    assert [(each["code"], each["field"]) for each in report["problems"]] == [
        ("instant-moved", "published.panel")
    ]
    assert report["published"] == {
        "revision": {"number": 1, "moment": "2026-09-01T12:00:00+00:00", "tzdata": "2001a"},
        "moved": [
            {
                "segment": "panel",
                "title": "Panel",
                "zone": "America/New_York",
                "was": ["2026-09-24T11:30:00+00:00", "2026-09-24T12:00:00+00:00"],
                "is": ["2026-09-24T12:30:00+00:00", "2026-09-24T13:00:00+00:00"],
            }
        ],
        "unpublished": 0,
    }


def test_a_file_that_was_never_published_says_so(store: str, written: Written) -> None:
    file = str(written())

    lines = check(file, "--published", "--store", store).output.splitlines()
    report = json.loads(check(file, "--published", "--store", store, "--json").output)

    assert lines[1] == "public: nothing"
    assert report["published"] == {"revision": None, "moved": [], "unpublished": None}


def test_a_file_with_errors_keeps_its_exit_code(store: str, written: Written) -> None:
    published(store, written())

    result = check(str(written(timezone="Nowhere")), "--published", "--store", store)

    assert result.exit_code == 1
    assert result.output.splitlines()[-2] == (
        "public: nothing (with errors inside it has no id to look for)"
    )


def test_what_is_neither_a_file_nor_an_event_is_named_beside_what_there_is(
    store: str, written: Written
) -> None:
    published(store, written())

    result = check("lunch", "--published", "--store", store)

    said = "roundtable: there is no event 'lunch'; there is: breakfast\n"
    assert (result.exit_code, result.output) == (1, said)


def test_a_store_is_for_what_is_published(store: str, written: Written) -> None:
    result = check(str(written()), "--store", store)

    assert result.exit_code == 2
    assert "--store goes with --published" in result.output


def test_a_store_out_of_reach_is_one_line_and_exit_3(written: Written) -> None:
    url = "postgresql://nobody@127.0.0.1:1/none"

    result = check(str(written()), "--published", "--store", url)

    assert result.exit_code == 3
    assert len(result.output.splitlines()) == 1
