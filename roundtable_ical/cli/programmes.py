"""Programmes that a command is given: files and folders, ids of a store, and what else is in it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from roundtable_ical import bootstrap
from roundtable_ical.errors import Unavailable, UnknownId
from roundtable_ical.ports import ProgrammeStore
from roundtable_ical.programme.event import SideEvent


@contextmanager
def store_there(url: str | None) -> Iterator[ProgrammeStore | None]:
    """Open the store at *url*, or that of the settings or of this folder; None where none is."""
    if url is None and not bootstrap.settings().store and not Path(bootstrap.STORE_FILE).exists():
        yield None
        return
    with bootstrap.open_store(url) as store:
        yield store


def programmes(given: Iterable[str], store: ProgrammeStore | None) -> list[SideEvent]:
    """Return the events that are *given*: files, folders, folders of folders, ids of the store.

    Raises:
        UnknownId: neither a file nor the id of an event in the store.
        Unavailable: there is no such file, and no store.
    """
    found: dict[str, SideEvent] = {}
    for name in given:
        for event in _events(name, store):
            found.setdefault(event.id, event)
    return list(found.values())


def _events(name: str, store: ProgrammeStore | None) -> Iterator[SideEvent]:
    if Path(name).exists():
        yield from map(bootstrap.read, bootstrap.programme_files(name))
        return
    if store is None:
        raise Unavailable(f"{name}: there is no such file or folder, and no store (--store)")
    latest = store.latest(name)
    if latest is None:
        raise UnknownId("event", name, store.events())
    yield latest.event


def beside(events: Iterable[SideEvent], store: ProgrammeStore | None) -> list[SideEvent]:
    """Return the other events of *store*, as they were last published."""
    known = {event.id for event in events}
    ids = [id_ for id_ in (store.events() if store else ()) if id_ not in known]
    found = (store.latest(id_) for id_ in ids) if store else ()
    return [latest.event for latest in found if latest]
