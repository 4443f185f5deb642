"""Serving events to calendars and browsers."""

import os
import socket

import click
from granian import Granian
from granian.constants import Interfaces

from roundtable_ical import bootstrap
from roundtable_ical.config import PREFIX
from roundtable_ical.errors import InvalidSetting, Unavailable


@click.command()
@click.argument("events", nargs=-1, metavar="[EVENT ...]")
@click.option("--host", metavar="HOST", help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), metavar="PORT", help="Port to listen on.")
@click.option("--workers", type=click.IntRange(1, 64), metavar="N", help="Server processes.")
def serve(events: tuple[str, ...], host: str | None, port: int | None, workers: int | None) -> None:
    """Serve events: pages, feeds, JSON. Files are watched; a valid change is served at once."""
    if not (events or bootstrap.settings().events):
        raise click.UsageError(f"name a programme file or folder, or set {PREFIX}EVENTS")
    run(events, host=host, port=port, workers=workers)


def run(
    events: tuple[str, ...],
    *,
    host: str | None = None,
    port: int | None = None,
    workers: int | None = None,
) -> None:
    """Serve *events* until stopped; what is not given comes from the settings.

    Raises:
        Unavailable: there is no such file, or the address is taken.
        InvalidSetting: a path that cannot be handed on to server processes.
    """
    chosen = bootstrap.settings()
    files = tuple(map(os.path.abspath, bootstrap.programme_files(events or chosen.events)))
    for file in files:
        if ":" in file:
            raise InvalidSetting(f"{file}: a path with a colon cannot be served; rename the folder")
    os.environ[f"{PREFIX}EVENTS"] = ":".join(files)
    address = host or chosen.host
    number = chosen.port if port is None else port
    _bindable(address, number)
    count = "1 programme file" if len(files) == 1 else f"{len(files)} programme files"
    click.echo(f"Serving {count} on http://{address}:{number}/", err=True)
    Granian(
        "roundtable_ical.web.app:created",
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
