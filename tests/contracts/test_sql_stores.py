"""The contract, kept by the SQL store on SQLite and on a real PostgreSQL."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import SQLAlchemyError

from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing import (
    InvitationStoreContract,
    Opener,
    ProgrammeStoreContract,
    VisitStoreContract,
)
from roundtable_ical.testing.postgres import PostgresServer


class SqlContract(ProgrammeStoreContract, VisitStoreContract, InvitationStoreContract):
    @pytest.fixture
    def store(self, again: Opener) -> Iterator[object]:
        store = again()
        yield store
        store.close()

    def failing(self) -> Any:
        return broken_off(self.cut)

    @staticmethod
    def cut(appending: Connection) -> None:
        raise SQLAlchemyError(f"cut off {appending.engine.name}")


class TestSqlite(SqlContract):
    @pytest.fixture
    def again(self, tmp_path: Path) -> Opener:
        return partial(SqlStore, str(tmp_path / "store.db"), patience=20)


class TestPostgresql(SqlContract):
    @pytest.fixture
    def again(self, postgres: PostgresServer) -> Opener:
        return partial(SqlStore, postgres.new_database(), patience=20)

    @staticmethod
    def cut(appending: Connection) -> None:
        """Have the server end the very connection that appends."""
        driver = appending.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        with psycopg.connect(driver.info.dsn, autocommit=True) as other:
            number = (driver.info.backend_pid,)
            other.execute("SELECT pg_terminate_backend(%s)", number)
            alive = "SELECT 1 FROM pg_stat_activity WHERE pid = %s"
            while other.execute(alive, number).fetchone():
                time.sleep(0.002)


@contextmanager
def broken_off(cut: Any) -> Iterator[None]:
    """Call *cut* when the last table is about to be written."""

    def listen(
        connection: Connection, cursor: Any, statement: str, *rest: Any
    ) -> None:  # fmt: skip
        if statement.startswith("INSERT INTO feeds"):
            cut(connection)

    event.listen(Engine, "before_cursor_execute", listen)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", listen)
