"""Where the house is wired: files, clock, plug-ins and settings meet the core here.

In: paths and the environment.  Out: events, and what serves them.
May import: everything below; owns the only clock.
"""

import logging
import os
from collections.abc import Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from roundtable_ical.config import PREFIX, Settings
from roundtable_ical.errors import InvalidSetting, Unavailable
from roundtable_ical.fetching.documents import content
from roundtable_ical.plugins import Plugins, installed, store_at
from roundtable_ical.ports import InvitationStore, ProgrammeStore, Source, Upkeep, VisitStore
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.reading import Reading
from roundtable_ical.services.follow import SETTLING, Shelf
from roundtable_ical.services.follow_store import StoreShelf
from roundtable_ical.services.statically import COPY, LaidOut, Target, lay_out, list_path
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.stores.secret_file import kept_secret

if TYPE_CHECKING:
    from roundtable_ical.services.mailroom import Mailroom

PROGRAMME_FILE = "event.yaml"
STORE_FILE = "roundtable.sqlite"
Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
log = logging.getLogger("roundtable_ical")


def now() -> datetime:
    """Return the present moment, in UTC: the only clock of the house."""
    return datetime.now(UTC)  # noqa: TID251  # everybody else asks here


def settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of this installation."""
    return Settings.from_environ(environ)


@cache
def plugins() -> Plugins:
    """Return the importers and exporters that are installed; looked for once."""
    return installed()


def reading(path: str | os.PathLike[str], *, importer: str | None = None) -> Reading:
    """Return the programme at *path* and every problem with it.

    Args:
        path: a file, or a folder that holds an ``event.yaml``.
        importer: name of the importer; None for the one that is surest.

    Raises:
        Unavailable: the file cannot be read.
        UnknownFormat: no importer knows it.
    """
    file = _file(path)
    try:
        source = Source(str(file), content(file))
    except OSError as error:
        raise Unavailable(f"{file}: {error.strerror or error}") from error
    return understood(source, importer)


def understood(source: Source, importer: str | None = None) -> Reading:
    """Return the programme in *source* and every problem with it.

    Raises:
        UnknownFormat: no importer knows it.
    """
    return plugins().importer_for(source, importer).read(source)


def read(path: str | os.PathLike[str], *, importer: str | None = None) -> SideEvent:
    """Return the programme at *path*.

    Args:
        path: a file, or a folder that holds an ``event.yaml``.
        importer: name of the importer; None for the one that is surest.

    Raises:
        InvalidProgramme: it has errors; carries all of them, each with its line.
        Unavailable: the file cannot be read.
        UnknownFormat: no importer knows it.
    """
    return reading(path, importer=importer).required()


def programme_files(paths: Paths) -> tuple[str, ...]:
    """Return the programme files at *paths*: files, event folders, folders of event folders.

    Args:
        paths: one path or several.

    Raises:
        Unavailable: nothing is there, or a folder holds no programme file.
    """
    found: list[str] = []
    several = [paths] if isinstance(paths, str | os.PathLike) else paths
    for path in map(Path, several):
        if not path.is_dir():
            if not path.exists():
                raise Unavailable(f"{path}: there is no such file or folder")
            found.append(str(path))
        elif (path / PROGRAMME_FILE).exists():
            found.append(str(path / PROGRAMME_FILE))
        elif below := sorted(path.glob(f"*/{PROGRAMME_FILE}")):
            found += map(str, below)
        else:
            raise Unavailable(f"{path}: no {PROGRAMME_FILE} in it or in a folder below")
    return tuple(dict.fromkeys(found))


def shelf(paths: Paths, chosen: Settings | None = None) -> Shelf:
    """Return the events at *paths*, ready to be served and followed."""
    chosen = chosen or settings()
    following = Shelf(
        load=reading,
        mark=partial(_mark, settle=chosen.watch / 2),
        base=partial(page_address, chosen.base_url),
        tell=log.info,
        warn=log.warning,
    )
    following.follow(programme_files(paths))
    return following


def store_address(url: str | None = None, chosen: Settings | None = None) -> str:
    """Return *url*, by default what the settings say, else the name of a file in this folder."""
    return url or (chosen or settings()).store or STORE_FILE


@contextmanager
def open_store(url: str | None = None) -> Iterator[ProgrammeStore]:
    """Open the store at *url* (see `store_address`) and close it in the end.

    Raises:
        InvalidSetting: there is no such kind of store.
    """
    store = store_at(store_address(url))
    try:
        yield store
    finally:
        store.close()


def secret(chosen: Settings, url: str | None = None) -> str | None:
    """Return what signs personal links: the setting, else a file beside an SQLite store.

    The file is made where it is missing, for nobody else to read. None where the store is no file:
    machines that share a database have to be told the same.

    Raises:
        Unavailable: the file cannot be read or made.
    """
    if chosen.secret_key:
        return chosen.secret_key.get_secret_value()
    return kept_secret(store_address(url, chosen))


def mailroom(store: object, chosen: Settings, url: str | None = None) -> "Mailroom | None":
    """Return the mail of *store*; None where it keeps none.

    Loaded when wanted: who reads a programme writes no letters.
    """
    if not (isinstance(store, InvitationStore) and isinstance(store, ProgrammeStore)):
        return None
    made: type[Mailroom] = import_module("roundtable_ical.services.mailroom").Mailroom
    trust = import_module("roundtable_ical.itip.reading.senders").Trust
    return made(
        programmes=store,
        mail=store,
        clock=now,
        base=partial(page_address, chosen.base_url),
        secret=partial(secret, chosen, url),
        settle=timedelta(seconds=chosen.settle),
        declined=chosen.declined,
        trust=trust(authserv=frozenset(chosen.authserv)),
    )


def upkeep() -> Upkeep:
    """Return the upkeep of stores; loaded when wanted, since databases take long to import."""
    return cast(Upkeep, import_module("roundtable_ical.stores.upkeep"))


def store_shelf(chosen: Settings, url: str | None = None) -> StoreShelf:
    """Return the events of a store, ready to be served and followed."""
    following = StoreShelf(
        store=store_at(store_address(url, chosen)),
        base=partial(page_address, chosen.base_url),
        tell=log.info,
        warn=log.warning,
    )
    following.refresh()
    return following


def visit_store(following: Shelf | StoreShelf) -> VisitStore:
    """Return where visits of what *following* serves are counted: its store, or the memory."""
    store: object = following.store if isinstance(following, StoreShelf) else None
    return store if isinstance(store, VisitStore) else MemoryStore()


def open_target(place: str) -> Target:
    """Return where a static tree stands: a folder, or ``s3://bucket/prefix``.

    Raises:
        InvalidSetting: there is no such kind of place, fsspec is not installed, or the pages
            would not know their public address.
        Unavailable: it cannot be used.
    """
    if not settings().base_url:
        hint = f"set {PREFIX}BASE_URL to the public address of the tree"
        raise InvalidSetting(f"{place}: static pages must know where they are; {hint}")
    try:
        targets = import_module("roundtable_ical.stores.targets")
    except ModuleNotFoundError as error:
        hint = "pip install 'roundtable-ical[static]'"
        raise InvalidSetting(f"{place}: a static tree needs fsspec: {hint}") from error
    return cast(Target, targets.opened(place))


def publish_static(event_id: str, store: ProgrammeStore, target: Target) -> LaidOut:
    """Bring the tree at *target* to what *store* has of an event, as the server would answer.

    Raises:
        Unavailable: the store or the target failed; the next run completes the tree.
    """
    chosen = settings()
    following = StoreShelf(
        store=store, base=partial(page_address, chosen.base_url), tell=log.debug, warn=_unavailable
    )
    following.refresh()
    following.files = [
        each
        for each in following.files
        if each.path == event_id or target.read(list_path(each.path)) is not None
    ]
    app = import_module("roundtable_ical.web.app").create_app(
        settings=chosen,
        shelf=following,
        watched=True,  # by nobody: all is of one revision
    )
    fetch = partial(
        app.test_client().get,
        base_url=chosen.base_url,
        buffered=True,
        environ_overrides={COPY: True},
    )
    return lay_out(following.editions[event_id], fetch, target)


def _unavailable(reason: str) -> None:
    raise Unavailable(reason)


def page_address(base_url: str | None, event_id: str) -> str | None:
    """Return the public address of an event's page; None for the one in the programme."""
    return f"{base_url.rstrip('/')}/{event_id}/" if base_url else None


def log_to_stderr(level: str | None = None) -> None:
    """Write the log to standard error, one line a record; what programs call, libraries never."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.handlers = [handler]
    log.setLevel((level or settings().log_level).upper())
    log.propagate = False


def _file(path: str | os.PathLike[str]) -> Path:
    file = Path(path)
    return file / PROGRAMME_FILE if file.is_dir() else file


def _mark(path: str, settle: float) -> Hashable:
    """Return what changes with the file at *path*; `SETTLING` until *settle* seconds old."""
    try:
        status = Path(path).stat()
    except OSError:
        return None
    if 0 <= now().timestamp() - status.st_mtime < settle:
        return SETTLING
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino
