"""Importers and exporters by entry point; built-in ones take the same path.

In: the entry points of what is installed.  Out: `Plugins`.  May import: ports and the core.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import TypeVar

from roundtable_ical.errors import UnknownFormat
from roundtable_ical.ports import Exporter, Importer, Source

IMPORTERS = "roundtable_ical.importers"
EXPORTERS = "roundtable_ical.exporters"
_LEAST_SURE = 0.1
_Port = TypeVar("_Port", Importer, Exporter)


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
        ranked = sorted(
            ((found.recognises(source), found.name) for found in self.importers.values()),
            reverse=True,
        )
        if not ranked or ranked[0][0] < _LEAST_SURE:
            known = ", ".join(self.importers)
            raise UnknownFormat(f"{source.name}: no importer knows this format; there is: {known}")
        return self.importers[ranked[0][1]]

    def exporter(self, name: str) -> Exporter:
        """Return the exporter called *name*.

        Raises:
            UnknownFormat: there is none; the message lists those that are installed.
        """
        return _named(self.exporters, name, "exporter")


def installed(points: Iterable[EntryPoint] | None = None) -> Plugins:
    """Return every plug-in of *points*, by default of all that is installed."""
    found = (
        sorted((*entry_points(group=IMPORTERS), *entry_points(group=EXPORTERS)), key=_key)
        if points is None
        else list(points)
    )
    broken: list[Broken] = []
    importers: dict[str, Importer] = {}
    exporters: dict[str, Exporter] = {}
    for point in found:
        made = _made(point, broken)
        if point.group == IMPORTERS and isinstance(made, Importer):
            importers[point.name] = made
        elif point.group == EXPORTERS and isinstance(made, Exporter):
            exporters[point.name] = made
        elif made is not None:
            kind = "importer" if point.group == IMPORTERS else "exporter"
            broken.append(Broken(point.group, point.name, f"{point.value} makes no {kind}"))
    return Plugins(importers=importers, exporters=exporters, broken=tuple(broken))


def _key(point: EntryPoint) -> tuple[str, str]:
    return point.name, point.value


def _made(point: EntryPoint, broken: list[Broken]) -> object | None:
    try:
        made: object = point.load()()
    except Exception as error:  # noqa: BLE001  # foreign code may fail in any way
        broken.append(Broken(point.group, point.name, f"{type(error).__name__}: {error}"))
        return None
    return made


def _named(known: dict[str, _Port], name: str, kind: str) -> _Port:
    if name not in known:
        raise UnknownFormat(f"there is no {kind} {name!r}; there is: {', '.join(known)}")
    return known[name]
