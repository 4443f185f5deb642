"""Where files, clock and settings meet the core."""

import json
import logging
import os
from collections.abc import Callable
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from roundtable_ical import InvalidProgramme, bootstrap
from roundtable_ical.config import Settings
from roundtable_ical.errors import Unavailable, UnknownFormat
from roundtable_ical.services.follow import LOOKS_BEFORE_LESS

Written = Callable[..., Path]


def test_the_clock_is_in_utc() -> None:
    moments = [bootstrap.now(), bootstrap.now()]

    assert moments == sorted(moments)
    assert moments[0].tzinfo is UTC
    assert moments[1] - moments[0] < timedelta(seconds=5)


def test_a_folder_stands_for_the_programme_in_it(written: Written) -> None:
    file = written()

    assert bootstrap.read(file.parent) == bootstrap.read(file) == bootstrap.read(str(file))


def test_a_programme_with_errors_is_refused_with_all_of_them(written: Written) -> None:
    file = written(timezone="Nowhere/City", title="")

    with pytest.raises(InvalidProgramme) as error:
        bootstrap.read(file)

    assert [each.where.field for each in error.value.problems] == ["title", "timezone"]  # type: ignore[attr-defined]  # a Problem is more than a Finding


def test_a_file_that_cannot_be_read_is_the_world_s_fault(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as error:
        bootstrap.read(tmp_path / "event.yaml")

    assert str(error.value) == f"{tmp_path}/event.yaml: No such file or directory"


def test_a_file_of_an_unknown_format_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "notes.png").write_bytes(bytes(range(256)) * 8)

    with pytest.raises(UnknownFormat):
        bootstrap.read(tmp_path / "notes.png")


def test_programme_files_are_found_in_folders_each_once(written: Written, tmp_path: Path) -> None:
    one, two = str(written("one")), str(written("two"))

    asked: list[bootstrap.Paths] = [
        [tmp_path],
        tmp_path,
        [two, tmp_path],
        [tmp_path / "one"],
        one,
        (),
    ]
    found = [bootstrap.programme_files(paths) for paths in asked]

    assert found == [(one, two), (one, two), (two, one), (one,), (one,), ()]


def test_a_folder_without_a_programme_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as error:
        bootstrap.programme_files([tmp_path])

    assert str(error.value) == f"{tmp_path}: no event.yaml in it or in a folder below"


def test_a_shelf_gives_feeds_their_public_address(written: Written) -> None:
    settings = Settings.model_validate({"base_url": "https://events.example.org/un/"})

    shelf = bootstrap.shelf([written()], settings)

    assert shelf.base("breakfast") == "https://events.example.org/un/breakfast/"


def test_a_file_that_may_be_read_again_is_read_again(written: Written) -> None:
    """Permissions change no date and no size; the inode's own date tells of them."""
    file = written()
    os.utime(file, (1_000_000_000, 1_000_000_000))
    shelf = bootstrap.shelf([file], Settings())
    before = shelf.mark(str(file))

    os.chmod(file, 0o600)

    assert shelf.mark(str(file)) != before


def test_the_log_goes_to_standard_error_one_line_a_record(
    capsys: pytest.CaptureFixture[str],
) -> None:
    log = logging.getLogger("roundtable_ical")
    state = log.handlers, log.level, log.propagate

    try:
        bootstrap.log_to_stderr("warning")
        log.info("quiet")
        log.warning("loud")
    finally:
        log.handlers, log.level, log.propagate = state

    out, err = capsys.readouterr()
    assert out == ""
    assert [line.split(" ", 2)[2] for line in err.splitlines()] == ["WARNING loud"]


def test_a_file_is_not_taken_while_it_is_being_written(written: Callable[..., Path]) -> None:
    """Half of a programme is a programme too, and would take the rest out of calendars."""
    file = written()
    following = bootstrap.shelf(str(file), Settings(watch=2))
    whole = following.editions["breakfast"]
    text = file.read_text(encoding="utf-8")

    half = json.loads(text) | {"segments": json.loads(text)["segments"][:1]}
    file.write_text(json.dumps(half), encoding="utf-8")
    following.refresh()

    assert following.editions["breakfast"] is whole
    past = file.stat().st_mtime - 5
    os.utime(file, (past, past))
    for _ in range(LOOKS_BEFORE_LESS):
        following.refresh()
    assert following.editions["breakfast"] is whole
    following.refresh()
    assert len(following.editions["breakfast"].event.segments) == 1


def test_a_file_that_was_only_slow_to_come_is_what_it_was(written: Callable[..., Path]) -> None:
    file = written()
    following = bootstrap.shelf(str(file), Settings(watch=0.05))
    whole, text = following.editions["breakfast"], file.read_text(encoding="utf-8")
    half = json.loads(text) | {"segments": json.loads(text)["segments"][:1]}
    for number, content in enumerate((json.dumps(half), text)):
        file.write_text(content, encoding="utf-8")
        os.utime(file, (1_000_000_000 + number, 1_000_000_000 + number))

        following.refresh()

        assert following.editions["breakfast"] is whole
    assert whole.last_modified is not None
