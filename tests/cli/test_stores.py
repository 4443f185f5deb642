from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from roundtable_ical.cli.main import roundtable

Written = Callable[..., Path]


def run(*words: str) -> tuple[int, str]:
    """Run a command; return its exit code and what it said."""
    result = CliRunner().invoke(roundtable, words)
    return result.exit_code, result.output


def test_a_new_store_is_made_and_whole(tmp_path: Path) -> None:
    store = str(tmp_path / "store.sqlite")

    code, said = run("store", "upgrade", "--store", store)

    assert (code, said.startswith("upgraded: ")) == (0, True)
    assert run("store", "upgrade", "--store", store) == (
        0,
        "the store is of this version already\n",
    )
    assert run("store", "check", "--store", store) == (0, "the store is whole\n")


def test_a_file_that_is_no_store_is_said_to_be_none(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("not a database, only a long enough text to look like something" * 20)

    code, said = run("store", "check", "--store", str(file))

    assert code in {1, 3}
    assert str(file) in said


def test_a_store_is_copied_with_all_its_revisions(tmp_path: Path, written: Written) -> None:
    old, new = str(tmp_path / "old.sqlite"), str(tmp_path / "new.sqlite")
    run("publish", str(written()), "--store", old)
    run("publish", str(written(title="Renamed")), "--store", old)

    copied = run("store", "copy", old, new)

    assert copied == (0, "breakfast: 2 revisions\n")
    histories = [run("history", "breakfast", "--store", store, "--json") for store in (old, new)]
    assert histories[0] == histories[1]
