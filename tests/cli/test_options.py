"""Options that several commands have."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import click
import pytest

from roundtable_ical.cli.options import Length, event_id_of
from roundtable_ical.errors import UnknownId
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.programmes import publication


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("90s", timedelta(seconds=90)),
        ("10m", timedelta(minutes=10)),
        ("2h", timedelta(hours=2)),
        ("1d", timedelta(days=1)),
        (timedelta(minutes=3), timedelta(minutes=3)),
    ],
)
def test_a_length_of_time_is_written_with_its_unit(words: object, length: timedelta) -> None:
    assert Length().convert(words, None, None) == length


@pytest.mark.parametrize("words", ["soon", "", "-1m", "10 parsecs"])
def test_another_word_is_refused_with_the_way_to_write_it(words: str) -> None:
    with pytest.raises(click.BadParameter, match=r"write 90s, 10m, 2h or 1d"):
        Length().convert(words, None, None)


def test_an_event_is_named_by_its_id_or_by_its_file(
    written: Callable[..., Path], tmp_path: Path
) -> None:
    store = MemoryStore()
    store.append(publication(1))

    assert event_id_of("breakfast", store) == "breakfast"
    assert event_id_of(str(written()), store) == "breakfast"
    for wanted in ("lunch", str(tmp_path / "missing.yaml")):
        with pytest.raises(UnknownId) as caught:
            event_id_of(wanted, store)
        assert caught.value.known == ("breakfast",)
