"""The steps from one form of the tables to the next, done by Alembic."""

from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def known() -> frozenset[str]:
    """Return the numbers of all steps there are."""
    return frozenset(script.revision for script in _scripts().walk_revisions())


def migrate(connection: Connection, version_table: str) -> tuple[str, ...]:
    """Do the steps that *version_table* does not know of; return their numbers in order."""
    scripts = _scripts()
    context = MigrationContext.configure(connection, opts={"version_table": version_table})
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
