"""Which form the tables of a database have, and how they get the newest."""

import importlib
from enum import Enum
from typing import Any

from sqlalchemy import Connection, Select, column, inspect, select, table

NEWEST = "0003"
VERSION_TABLE = "roundtable_version"
"""Not Alembic's own name: a site that shares its database with us may use that."""
_VERSION: Select[Any] = select(column("version_num")).select_from(table(VERSION_TABLE))


class Form(Enum):
    """How the tables of a database stand to this package."""

    NONE = "none"
    OLD = "old"
    NEWEST = "newest"
    UNKNOWN = "unknown"


def form(connection: Connection) -> Form:
    """Return which form the tables have; *unknown* is one from the future."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return Form.NONE
    version = connection.scalar(_VERSION)
    if version == NEWEST:
        return Form.NEWEST
    return Form.OLD if version is None or version in _steps().known() else Form.UNKNOWN


def migrate(connection: Connection) -> tuple[str, ...]:
    """Bring the tables into the newest form; return what was done, by Alembic's numbers."""
    done: tuple[str, ...] = _steps().migrate(connection, VERSION_TABLE)
    return done


def _steps() -> Any:
    """Return what knows the steps, and Alembic; a server that finds the newest form needs none."""
    return importlib.import_module("roundtable_ical.stores.migrations.steps")
