"""Where the steps are kept that can be undone."""

from pathlib import Path

import pytest

from roundtable_ical.cli.undo_files import UndoFile
from roundtable_ical.errors import Unavailable
from roundtable_ical.services.undo import Step

STEP = Step(order="shift", before=b"before", after="0")


def test_steps_are_kept_beside_the_file_and_none_leave_nothing(tmp_path: Path) -> None:
    kept = UndoFile(tmp_path / "event.yaml")

    assert (kept.file, kept.steps()) == (tmp_path / ".event.yaml.undo", ())
    kept.keep((STEP, STEP))
    assert kept.steps() == (STEP, STEP)
    kept.keep(())
    assert (kept.steps(), list(tmp_path.iterdir())) == ((), [])


def test_a_link_leads_to_the_file_it_means(tmp_path: Path) -> None:
    real = tmp_path / "real" / "event.yaml"
    real.parent.mkdir()
    real.write_text("")
    link = tmp_path / "event.yaml"
    link.symlink_to(real)

    assert UndoFile(link).file == real.with_name(".event.yaml.undo")


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    kept = UndoFile(tmp_path / "event.yaml")
    kept.file.mkdir()

    with pytest.raises(Unavailable) as refused:
        kept.steps()

    assert str(refused.value) == f"{kept.file}: Is a directory"
