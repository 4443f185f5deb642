"""Files in folders are whole, and nothing is written over."""

from pathlib import Path

import pytest

from roundtable_ical.errors import InvalidSetting, Unavailable
from roundtable_ical.transports.folders import folder, put, told


@pytest.mark.parametrize("address", ["eml:/tmp/x", "eml:///tmp/x", "/tmp/x"])  # only a name
def test_a_folder_has_an_address(address: str) -> None:
    assert folder(address, "eml") == Path("/tmp/x")  # only a name


@pytest.mark.parametrize("address", ["eml:", "eml://host/folder", "", "eml://"])
def test_what_names_no_folder_is_refused(address: str) -> None:
    with pytest.raises(InvalidSetting, match="write eml:FOLDER"):
        folder(address, "eml")


def test_a_file_is_never_written_over(tmp_path: Path) -> None:
    path, beside = tmp_path / "a", tmp_path / ".a"
    beside.write_bytes(b"left by who died")

    assert put(b"first", path, beside)
    assert not put(b"second", path, beside)

    assert path.read_bytes() == b"first"
    assert [*tmp_path.iterdir()] == [path]


def test_trouble_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="No such file"), told(tmp_path):
        put(b"", tmp_path / "no" / "a", tmp_path / "no" / "b")
