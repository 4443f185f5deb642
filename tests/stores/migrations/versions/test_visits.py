"""The migration that brings counts of visits, as it was released."""

from pathlib import Path

from sqlalchemy import inspect

from roundtable_ical.stores.addresses import database
from roundtable_ical.stores.migrations.schema import migrate
from roundtable_ical.stores.migrations.versions import visits


def test_it_follows_the_first() -> None:
    assert (visits.revision, visits.down_revision) == ("0002", "0001")


def test_it_makes_two_tables(tmp_path: Path) -> None:
    opened = database(str(tmp_path / "store.db"), patience=1)
    opened.create()
    with opened.writing() as connection:
        migrate(connection)

        tables = {*inspect(connection).get_table_names()}

    assert tables >= {"visits", "gaps"}
    opened.close()
