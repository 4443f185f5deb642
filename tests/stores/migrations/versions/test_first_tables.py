"""The first migration, as it was released."""

from pathlib import Path

from sqlalchemy import inspect

from roundtable_ical.stores.addresses import database
from roundtable_ical.stores.migrations.schema import migrate
from roundtable_ical.stores.migrations.versions import first_tables


def test_it_is_the_first() -> None:
    assert (first_tables.revision, first_tables.down_revision) == ("0001", None)


def test_it_makes_four_tables(tmp_path: Path) -> None:
    opened = database(str(tmp_path / "store.db"), patience=1)
    opened.create()
    with opened.writing() as connection:
        migrate(connection)

        tables = {*inspect(connection).get_table_names()}

    assert tables >= {"revisions", "parts", "entries", "feeds"}
    opened.close()
