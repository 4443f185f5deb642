"""A file is written whole or not at all."""

import os
from pathlib import Path

import pytest

from roundtable_ical.cli.writing import written_whole
from roundtable_ical.errors import Unavailable


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"")

    written_whole(b"hello", tmp_path / "event.yaml")

    assert (tmp_path / "event.yaml").read_bytes() == b"hello"
    assert (tmp_path / "event.yaml").stat().st_mode == other.stat().st_mode
    assert sorted(os.listdir(tmp_path)) == ["event.yaml", "other"]


def test_a_file_keeps_its_mode_and_a_link_its_target(tmp_path: Path) -> None:
    file, link = tmp_path / "event.yaml", tmp_path / "link.yaml"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to(file)

    written_whole(b"new", link)

    assert (file.read_bytes(), file.stat().st_mode & 0o777, link.is_symlink()) == (
        b"new",
        0o640,
        True,
    )


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "event.yaml").mkdir()

    with pytest.raises(Unavailable, match=r"event\.yaml: Is a directory"):
        written_whole(b"new", tmp_path / "event.yaml")
    with pytest.raises(Unavailable, match="No such file or directory"):
        written_whole(b"new", tmp_path / "no" / "event.yaml")

    assert os.listdir(tmp_path) == ["event.yaml"]
