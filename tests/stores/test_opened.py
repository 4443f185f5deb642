"""A store by its address."""

from pathlib import Path

import pytest

from roundtable_ical.errors import InvalidSetting
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.stores.opened import opened
from roundtable_ical.stores.sql import SqlStore


def test_each_address_opens_its_kind() -> None:
    assert isinstance(opened("memory:"), MemoryStore)
    assert isinstance(opened("store.db"), SqlStore)
    assert isinstance(opened("postgresql://ann@db.example.org/agenda"), SqlStore)


def test_opening_touches_nothing(tmp_path: Path) -> None:
    opened(str(tmp_path / "store.db"))

    assert [*tmp_path.iterdir()] == []


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(InvalidSetting, match="there is no kind 'mysql'; there is: memory:, a path"):
        opened("mysql://db.example.org/agenda")
