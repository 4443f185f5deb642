"""Importers and exporters by entry point; built-in ones take the same path.

In: the entry points of what is installed.  Out: `Plugins`.  May import: ports and the core.
"""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import TypeVar

from roundtable_ical.errors import InvalidSetting, UnknownFormat
from roundtable_ical.ports import Exporter, Importer, MailTransport, ProgrammeStore, Source

IMPORTERS = "roundtable_ical.importers"
EXPORTERS = "roundtable_ical.exporters"
STORES = "roundtable_ical.stores"
TRANSPORTS = "roundtable_ical.transports"
_LEAST_SURE = 0.1
_OWN = "roundtable_ical."
_Port = TypeVar("_Port", Importer, Exporter)
log = logging.getLogger("roundtable_ical")


@dataclass(frozen=True, slots=True)
class Broken:
    """A plug-in that could not be loaded, and why; it stops nothing else."""

    group: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugins:
    """What is installed, by name."""

    importers: dict[str, Importer]
    exporters: dict[str, Exporter]
    broken: tuple[Broken, ...] = ()

    def importer_for(self, source: Source, name: str | None = None) -> Importer:
        """Return the importer called *name*, or the one that is surest of *source*.

        Raises:
            UnknownFormat: there is none; the message lists those that are installed.
        """
        if name is not None:
            return _named(self.importers, name, "importer")
        sure = {known: _sureness(known, found, source) for known, found in self.importers.items()}
        surest = max(sure, key=lambda known: sure[known], default="")
        if sure.get(surest, 0.0) < _LEAST_SURE:
            known = ", ".join(self.importers) or "none"
            raise UnknownFormat(f"{source.name}: no importer knows this format; there is: {known}")
        return self.importers[surest]

    def exporter(self, name: str) -> Exporter:
        """Return the exporter called *name*.

        Raises:
            UnknownFormat: there is none; the message lists those that are installed.
        """
        return _named(self.exporters, name, "exporter")


def installed(points: Iterable[EntryPoint] | None = None) -> Plugins:
    """Return every plug-in of *points*, by default of all that is installed."""
    found = (
        (*entry_points(group=IMPORTERS), *entry_points(group=EXPORTERS))
        if points is None
        else points
    )
    broken: list[Broken] = []
    importers: dict[str, Importer] = {}
    exporters: dict[str, Exporter] = {}
    for point in _once(sorted(found, key=_key), broken):
        made = _made(point, broken)
        if point.group == IMPORTERS and isinstance(made, Importer):
            importers[point.name] = made
        elif point.group == EXPORTERS and isinstance(made, Exporter):
            exporters[point.name] = made
        elif made is not None:
            kind = "importer" if point.group == IMPORTERS else "exporter"
            broken.append(Broken(point.group, point.name, f"{point.value} makes no {kind}"))
    return Plugins(importers=importers, exporters=exporters, broken=tuple(broken))


def _key(point: EntryPoint) -> tuple[str, bool, str]:
    return point.name, not point.value.startswith(_OWN), point.value


def _once(points: Iterable[EntryPoint], broken: list[Broken]) -> Iterator[EntryPoint]:
    """Yield the first plug-in of each name, our own before others; the rest are reported."""
    taken: dict[tuple[str, str], str] = {}
    for point in points:
        first = taken.setdefault((point.group, point.name), point.value)
        if first != point.value:
            reason = f"{point.value}: the name is taken by {first}"
            broken.append(Broken(point.group, point.name, reason))
        else:
            yield point


def _sureness(name: str, importer: Importer, source: Source) -> float:
    try:
        return importer.recognises(source)
    except Exception:  # foreign code may fail in any way, and stops nothing else
        log.warning("importer %s failed to look at %s", name, source.name, exc_info=True)
        return 0.0


def _made(point: EntryPoint, broken: list[Broken]) -> object | None:
    try:
        made: object = point.load()()
    except Exception as error:  # noqa: BLE001  # foreign code may fail in any way
        broken.append(Broken(point.group, point.name, f"{type(error).__name__}: {error}"))
        return None
    return made


def _named(known: dict[str, _Port], name: str, kind: str) -> _Port:
    if name not in known:
        raise UnknownFormat(f"there is no {kind} {name!r}; there is: {', '.join(known) or 'none'}")
    return known[name]


def store_at(url: str, points: Iterable[EntryPoint] | None = None) -> ProgrammeStore:
    """Return the store at *url*, made by the plug-in that is named like its scheme.

    A path is SQLite's. Only the plug-in that is wanted is loaded: a database driver takes longer
    to import than all the rest.

    Raises:
        InvalidSetting: there is no such kind of store; the message lists those there are.
    """
    found = {point.name: point for point in (points or entry_points(group=STORES))}
    scheme, colon, _ = url.partition(":")
    name = scheme.partition("+")[0] if colon else "sqlite"
    if name not in found:
        known = ", ".join(sorted(found))
        raise InvalidSetting(f"there is no store {name!r}; write a path, or one of: {known}")
    made: ProgrammeStore = found[name].load()(url)
    return made


def transport_at(address: str, points: Iterable[EntryPoint] | None = None) -> MailTransport:
    """Return the way to deliver mail to *address*: the plug-in that is named like its scheme.

    A path is a folder of files. With TLS from the start a scheme has an ``s`` more.

    Raises:
        InvalidSetting: there is no such way; the message lists those there are.
    """
    found = {point.name: point for point in (points or entry_points(group=TRANSPORTS))}
    scheme, colon, _ = address.partition(":")
    name = scheme.lower() if colon else "eml"
    if name not in found:
        name = name.removesuffix("s")
    if name not in found:
        known = ", ".join(sorted(found))
        raise InvalidSetting(
            f"mail: there is no way {scheme!r}; write a folder, or one of: {known}"
        )
    made: MailTransport = found[name].load()()
    return made
