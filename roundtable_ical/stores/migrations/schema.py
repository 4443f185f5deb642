"""Which form the tables of a database have, and how they get the newest."""

from enum import Enum
from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

NEWEST = "0003"
VERSION_TABLE = "roundtable_version"
"""Not Alembic's own name: a site that shares its database with us may use that."""


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
    version = _context(connection).get_current_revision()
    if version == NEWEST:
        return Form.NEWEST
    known = {script.revision for script in _scripts().walk_revisions()}
    return Form.OLD if version is None or version in known else Form.UNKNOWN


def migrate(connection: Connection) -> tuple[str, ...]:
    """Bring the tables into the newest form; return what was done, by Alembic's numbers."""
    scripts, context = _scripts(), _context(connection)
    pending = scripts.iterate_revisions("head", context.get_current_revision() or "base")
    done = []
    with Operations.context(context):
        for script in reversed([*pending]):
            script.module.upgrade()
            context.stamp(scripts, script.revision)
            done.append(script.revision)
    return tuple(done)


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(Path(__file__).parent))


def _context(connection: Connection) -> MigrationContext:
    return MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
