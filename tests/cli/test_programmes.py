"""Programmes that a command is given."""

from collections.abc import Callable
from pathlib import Path

import pytest

from roundtable_ical import bootstrap
from roundtable_ical.cli.programmes import beside, programmes, store_there
from roundtable_ical.errors import Unavailable, UnknownId
from roundtable_ical.testing.programmes import appended

Written = Callable[..., Path]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_folder_of_folders_and_a_file_give_each_event_once(samples: Path) -> None:
    found = programmes([str(samples), str(samples / "hld-2013" / "event.yaml")], None)

    assert [event.id for event in found] == ["hld-2013", "week-of-side-events"]


def test_where_there_is_no_store_none_is_made(tmp_path: Path) -> None:
    with store_there(None) as store:
        assert store is None

    assert not (tmp_path / bootstrap.STORE_FILE).exists()


def test_the_store_of_this_folder_is_used_and_its_events_stand_beside(written: Written) -> None:
    with bootstrap.open_store(bootstrap.STORE_FILE) as store:
        appended(store, 1)

    with store_there(None) as store:
        assert store
        [event] = programmes(["breakfast"], store)
        others = beside([bootstrap.read(written("other", id="other"))], store)
        none = beside([event], store)

    assert (event.id, [each.id for each in others], none) == ("breakfast", ["breakfast"], [])


def test_what_is_neither_a_file_nor_in_the_store_is_told() -> None:
    with pytest.raises(Unavailable, match="no such file or folder, and no store"):
        programmes(["nothing"], None)
    with (
        bootstrap.open_store("new.sqlite") as store,
        pytest.raises(UnknownId, match="there is no event 'nothing'"),
    ):
        programmes(["nothing"], store)
