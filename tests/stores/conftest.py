"""A PostgreSQL server for the session, an empty database for each test."""

from collections.abc import Iterator

import pytest

from roundtable_ical.testing.postgres import PostgresServer, running


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """Return a server that is stopped when the session ends."""
    with running() as server:
        yield server
