"""Migrations lead to the tables that the code believes in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from roundtable_ical.stores.addresses import database
from roundtable_ical.stores.database import Database
from roundtable_ical.stores.migrations import schema
from roundtable_ical.stores.migrations.schema import NEWEST, VERSION_TABLE, Form, form, migrate
from roundtable_ical.stores.tables import METADATA

ALL = ("0001", "0002", NEWEST)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        opened = database(str(tmp_path / "store.db"), patience=1)
    else:
        server = request.getfixturevalue("postgres")
        opened = database(server.new_database(), patience=1)
    opened.create()
    yield opened
    opened.close()


def test_the_newest_form_is_the_last_migration() -> None:
    scripts = ScriptDirectory(str(Path(schema.__file__).parent))

    assert scripts.get_heads() == [NEWEST]


def test_migrations_make_the_tables_of_the_code(empty: Database) -> None:
    with empty.writing() as connection:
        assert form(connection) is Form.NONE
        assert migrate(connection) == ALL
        assert form(connection) is Form.NEWEST

    options = {"version_table": VERSION_TABLE, "compare_type": True}
    with empty.reading() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []


def test_migrating_again_does_nothing(empty: Database) -> None:
    for expected in (ALL, ()):
        with empty.writing() as connection:
            assert migrate(connection) == expected


def test_another_program_of_the_same_database_may_use_alembic_too() -> None:
    assert VERSION_TABLE != "alembic_version"
