"""Where an order is written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from roundtable_ical.cli.reschedule_targets import FileTarget, StoreTarget, target
from roundtable_ical.cli.undo_files import UndoFile
from roundtable_ical.errors import InvalidProgramme, RevisionConflict, Unavailable, UnknownId
from roundtable_ical.exporters.yaml import written as yaml
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.programmes import appended, breakfast, publication

Written = Callable[..., Path]


def test_a_folder_means_the_file_in_it_and_an_id_the_event_of_the_store(written: Written) -> None:
    file, store = written(), MemoryStore()
    appended(store, 1)

    found = target(str(file.parent), store, None, "why")
    other = target("breakfast", store, None, "why")

    assert isinstance(found, FileTarget)
    assert (found.file, found.content, found.event.id) == (file, file.read_bytes(), "breakfast")
    assert isinstance(other, StoreTarget)
    assert (other.name, other.event) == ("breakfast", breakfast(1))


def test_what_is_neither_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as nowhere:
        target(str(tmp_path / "no"), None, None, "")
    with pytest.raises(UnknownId):
        target("lunch", MemoryStore(), None, "")

    assert str(nowhere.value) == (
        f"{tmp_path / 'no'}: there is no such file or folder, and no store (--store)"
    )


def test_a_file_with_errors_is_told_with_its_lines(written: Written) -> None:
    found = target(str(written(venue="moon")), None, None, "")
    assert isinstance(found, FileTarget)

    with pytest.raises(InvalidProgramme, match="moon"):
        _ = found.event


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("title: Once more", "'title' stands here already, in line 2"),
        ("foreign: &a {x: *a}", "values are nested more than 30 deep"),
    ],
)
def test_a_file_that_reading_refuses_is_refused(written: Written, added: str, said: str) -> None:
    file = written()
    file.write_text(f"{yaml(breakfast(1)).decode()}{added}\n", encoding="utf-8")
    found = target(str(file), None, None, "")
    assert isinstance(found, FileTarget)

    with pytest.raises(InvalidProgramme, match=said):
        _ = found.event


def test_a_file_that_somebody_changes_meanwhile_is_left_alone(written: Written) -> None:
    file = written()
    found = target(str(file), None, None, "")
    assert isinstance(found, FileTarget)
    after = found.event.model_copy(update={"revision": 9})
    file.write_bytes(found.content + b"\n")

    with pytest.raises(Unavailable) as refused:
        found.take(after, "shift")

    assert str(refused.value) == (
        f"{file}: somebody has changed it meanwhile; nothing was written; order it again"
    )
    assert (file.read_bytes(), UndoFile(file).steps()) == (found.content + b"\n", ())


def test_a_file_that_somebody_takes_away_meanwhile_is_not_made_again(written: Written) -> None:
    file = written()
    found = target(str(file), None, None, "")
    assert isinstance(found, FileTarget)
    after = found.event.model_copy(update={"revision": 9})
    file.unlink()

    with pytest.raises(Unavailable, match="No such file"):
        found.take(after, "shift")

    assert not file.exists()


def test_a_file_that_is_read_only_is_left_alone(written: Written) -> None:
    file = written()
    found = target(str(file), None, None, "")
    assert isinstance(found, FileTarget)
    file.chmod(0o444)

    with pytest.raises(Unavailable) as refused:
        found.take(found.event.model_copy(update={"revision": 9}), "shift")

    assert str(refused.value) == f"{file}: is read-only; nothing was written"
    assert (file.read_bytes(), UndoFile(file).steps()) == (found.content, ())


def test_what_somebody_published_meanwhile_is_not_written_over() -> None:
    store = MemoryStore()
    appended(store, 1)
    found = target("breakfast", store, None, "late")
    assert isinstance(found, StoreTarget)
    store.append(publication(2))

    with pytest.raises(RevisionConflict):
        found.public.published(breakfast(3), dry_run=False)
