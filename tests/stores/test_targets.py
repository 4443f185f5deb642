"""Places for a static tree, and what is said of those that cannot be used."""

from pathlib import Path

import pytest

from roundtable_ical.errors import InvalidSetting, Unavailable
from roundtable_ical.stores.targets import opened

HEADERS = {"Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "public"}


def test_what_is_written_in_a_folder_can_be_read_and_removed(tmp_path: Path) -> None:
    target = opened(str(tmp_path / "new" / "tree"))
    target.write("week/themes/work.ics", b"one", HEADERS)
    target.write("week/themes/work.ics", b"three", HEADERS)

    assert target.read("week/themes/work.ics") == b"three"
    assert target.sizes("week") == {"week/themes/work.ics": 5}
    assert [each.name for each in (tmp_path / "new/tree/week/themes").iterdir()] == ["work.ics"]

    target.remove("week/themes/work.ics")
    target.remove("week/themes/work.ics")

    assert target.read("week/themes/work.ics") is None
    assert not (tmp_path / "new/tree/week/themes").exists()


def test_an_empty_place_holds_nothing(tmp_path: Path) -> None:
    target = opened(str(tmp_path / "tree"))

    assert (target.read("week/agenda.ics"), target.sizes("week")) == (None, {})
    assert not (tmp_path / "tree").exists()


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "tree").write_bytes(b"a file")
    target = opened(str(tmp_path / "tree"))

    with pytest.raises(Unavailable) as told:
        target.write("agenda.ics", b"", HEADERS)

    assert str(told.value).startswith(f"{tmp_path / 'tree'}: ")
    assert len(str(told.value).splitlines()) == 1


@pytest.mark.parametrize("place", ["gs://bucket/tree", "simplecache::s3://bucket", "s3://", "/"])
def test_other_places_are_refused(place: str) -> None:
    with pytest.raises(InvalidSetting, match=place):
        opened(place)
