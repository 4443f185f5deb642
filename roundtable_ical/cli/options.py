"""Options and arguments that commands share."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from roundtable_ical import bootstrap
from roundtable_ical.config import seconds
from roundtable_ical.errors import InvalidField, UnknownId
from roundtable_ical.ports import ProgrammeStore

STORE = click.option(
    "--store", "url", metavar="URL", help="A path (SQLite) or postgresql://...; see the settings."
)
MESSAGE = click.option("-m", "--message", default="", help="Why, for the history.")
AUTHOR = click.option("--author", metavar="NAME", help="Who; by default the user of this computer.")
DRY_RUN = click.option("--dry-run", is_flag=True, help="Only tell what would happen.")
JSON = click.option("--json", "as_json", is_flag=True, help="For programs.")
STATIC = click.option(
    "--static", metavar="DIR|s3://...", help="Then write feeds and pages there; only what changed."
)


class Length(click.ParamType[timedelta]):
    """A length of time, as ``10m``."""

    name = "time"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> timedelta:
        """Return the length, or end with the way to write it."""
        if isinstance(value, timedelta):
            return value
        try:
            return timedelta(seconds=seconds(value))
        except InvalidField as error:
            self.fail(f"{error.value!r} {error.reason}; {error.hint}", param, ctx)


SETTLE = click.option(
    "--settle",
    type=Length(),
    metavar="TIME",
    help="How long a letter waits for a newer one in its place, as 10m.",
)
HOLD = click.option("--hold", is_flag=True, help="Keep letters back until they are approved.")


def event_id_of(event: str, store: ProgrammeStore) -> str:
    """Return the id that *event* means: one in the store, or that of a programme file.

    Raises:
        UnknownId: the store has no such event; lists those it has.
    """
    known = store.events()
    id_ = bootstrap.read(event).id if event not in known and Path(event).exists() else event
    if id_ not in known:
        raise UnknownId("event", id_, known)
    return id_
