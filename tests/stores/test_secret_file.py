"""The secret beside a store is made once, and nobody else can read it."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from roundtable_ical.errors import Unavailable
from roundtable_ical.stores.secret_file import kept_secret, secret_file


def test_a_secret_is_made_once_and_stays(tmp_path: Path) -> None:
    store = str(tmp_path / "deep" / "events.sqlite")

    first, again = kept_secret(store), kept_secret(f"sqlite:///{store}")

    assert first == again
    assert len(first or "") > 40
    assert [file.name for file in (tmp_path / "deep").iterdir()] == ["events.sqlite.secret"]


def test_only_its_owner_can_read_a_secret(tmp_path: Path) -> None:
    kept_secret(str(tmp_path / "events.sqlite"))

    mode = os.stat(tmp_path / "events.sqlite.secret").st_mode  # what the disk says
    assert stat.S_IMODE(mode) == 0o600


def test_programs_that_begin_together_get_the_same_secret(tmp_path: Path) -> None:
    store = str(tmp_path / "events.sqlite")

    with ThreadPoolExecutor(8) as threads:
        found = set(threads.map(lambda _: kept_secret(store), range(8)))

    assert len(found) == 1


@pytest.mark.parametrize("url", ["postgresql://db.example.org/events", "memory:", "memory://"])
def test_a_store_that_is_no_file_has_no_secret(url: str) -> None:
    assert kept_secret(url) is None
    assert secret_file(url) is None


def test_a_secret_that_was_emptied_is_told_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "events.sqlite.secret").write_text("short\n", encoding="ascii")

    with pytest.raises(Unavailable, match="holds less than a secret needs; delete it"):
        kept_secret(str(tmp_path / "events.sqlite"))
