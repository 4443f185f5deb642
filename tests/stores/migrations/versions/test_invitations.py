"""The migration that brings invitations and their mail, as it was released."""

from pathlib import Path

from sqlalchemy import inspect

from roundtable_ical.stores.addresses import database
from roundtable_ical.stores.migrations.schema import migrate
from roundtable_ical.stores.migrations.versions import invitations


def test_it_follows_the_second() -> None:
    assert (invitations.revision, invitations.down_revision) == ("0003", "0002")


def test_it_makes_five_tables(tmp_path: Path) -> None:
    opened = database(str(tmp_path / "store.db"), patience=1)
    opened.create()
    with opened.writing() as connection:
        migrate(connection)

        tables = {*inspect(connection).get_table_names()}

    assert tables >= {"invitations", "posts", "contents", "heard", "tokens"}
    opened.close()
