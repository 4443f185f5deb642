"""Serving events to calendars and browsers."""

import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import click
from granian import Granian
from granian.constants import Interfaces

from roundtable_ical import bootstrap
from roundtable_ical.config import PREFIX
from roundtable_ical.errors import InvalidSetting, Unavailable
from roundtable_ical.services.pool import FOLDER


@click.command()
@click.argument("events", nargs=-1, metavar="[EVENT ...]")
@click.option("--store", metavar="URL", help="Serve what is published there, in place of files.")
@click.option("--host", metavar="HOST", help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), metavar="PORT", help="Port to listen on.")
@click.option("--workers", type=click.IntRange(1, 64), metavar="N", help="Server processes.")
def serve(
    events: tuple[str, ...],
    store: str | None,
    host: str | None,
    port: int | None,
    workers: int | None,
) -> None:
    """Serve events: pages, feeds, JSON.

    Files are watched, a valid change is served at once; of a store, what is published.
    """
    chosen = bootstrap.settings()
    if events and store:
        raise click.UsageError("name programme files or a store, not both")
    if not (events or chosen.events or store or chosen.store):
        raise click.UsageError(f"name a programme file or folder, or set {PREFIX}EVENTS")
    run(events, store=store, host=host, port=port, workers=workers)


def run(
    events: tuple[str, ...],
    *,
    store: str | None = None,
    host: str | None = None,
    port: int | None = None,
    workers: int | None = None,
) -> None:
    """Serve *events*, or what a *store* has, until stopped; the rest comes from the settings.

    Raises:
        Unavailable: there is no such file, or the address is taken.
        InvalidSetting: a path that cannot be handed on to server processes.
    """
    chosen = bootstrap.settings()
    if events:
        os.environ.pop(f"{PREFIX}STORE", None)
    elif store:
        os.environ[f"{PREFIX}STORE"] = store
    if events or not (store or chosen.store):
        what = _handed_on(bootstrap.programme_files(events or chosen.events))
    else:
        what = "the store"
    address = host or chosen.host
    number = chosen.port if port is None else port
    _bindable(address, number)
    click.echo(f"Serving {what} on http://{address}:{number}/", err=True)
    with _together(workers or chosen.workers):
        Granian(
            "roundtable_ical.web.app:served",
            factory=True,
            address=address,
            port=number,
            interface=Interfaces.WSGI,
            websockets=False,
            workers=workers or chosen.workers,
            blocking_threads=4,
            backpressure=64,
            log_level=chosen.log_level,  # type: ignore[arg-type]  # granian's own enum takes its words
            workers_kill_timeout=10,
        ).serve()


@contextmanager
def _together(workers: int) -> Iterator[None]:
    """Give server processes a folder in which they agree on who counts visits."""
    if workers == 1:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="roundtable-") as folder:
        os.environ[FOLDER] = folder
        try:
            yield
        finally:
            del os.environ[FOLDER]


def _handed_on(paths: tuple[str, ...]) -> str:
    """Put *paths* where server processes find them, and return how many those are, in words."""
    files = tuple(map(os.path.abspath, paths))
    for file in files:
        if ":" in file:
            raise InvalidSetting(f"{file}: a path with a colon cannot be served; rename the folder")
    os.environ[f"{PREFIX}EVENTS"] = ":".join(files)
    return "1 programme file" if len(files) == 1 else f"{len(files)} programme files"


def _bindable(address: str, port: int) -> None:
    """Find out beforehand what granian would tell in a hundred lines.

    Raises:
        Unavailable: the address is taken, or not of this machine.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((address, port))
    except OSError as error:
        reason = error.strerror or error
        raise Unavailable(f"{address} port {port}: {reason}; choose another --port") from error
