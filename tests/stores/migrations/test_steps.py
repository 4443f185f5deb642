import sys
from pathlib import Path
from subprocess import run

from roundtable_ical.stores.migrations.schema import NEWEST
from roundtable_ical.stores.migrations.steps import known
from roundtable_ical.stores.sql import SqlStore


def test_every_step_is_known_by_its_number() -> None:
    assert known() == {f"{number:04}" for number in range(1, int(NEWEST) + 1)}


def test_a_server_that_finds_the_newest_tables_loads_no_alembic(tmp_path: Path) -> None:
    """It takes 11 MB of each worker."""
    path = str(tmp_path / "store.sqlite")
    store = SqlStore(path)
    store.events()
    store.close()
    code = (
        "import sys; from roundtable_ical.web import app;"
        "from roundtable_ical.stores.sql import SqlStore;"
        f"assert SqlStore({path!r}).events() == (); print('alembic' in sys.modules)"
    )

    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
