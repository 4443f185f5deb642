"""One time zone database, chosen on purpose: the newest of the system's and the wheel's.

Python would take the system's first, however old; it decides the moment of every event, so
the choice is made here and its version can be shown.
"""

import re
import zoneinfo
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from importlib import resources
from importlib.resources.abc import Traversable
from io import BytesIO, FileIO

import tzdata  # type: ignore[import-untyped]  # it holds data, and no types

from roundtable_ical.errors import Unavailable, UnknownZone
from roundtable_ical.zones import tzif

Reader = Callable[[str], bytes]
"""Bytes of a file by its name below the database's root; raises OSError."""

_KEY = re.compile(r"[A-Za-z0-9_+\-]+(/[A-Za-z0-9_+\-]+)*", re.ASCII)
_VERSION = re.compile(rb"(?:# version )?((\d{4})([a-z]+))")


class Zone(zoneinfo.ZoneInfo):
    """A `ZoneInfo` read from a file that can still be copied and sent to another process."""

    def __reduce__(self) -> tuple[Callable[[str], zoneinfo.ZoneInfo], tuple[str]]:
        return restored, (self.key,)


@dataclass(frozen=True, kw_only=True)
class Database:
    """A release of the IANA time zone database: *version* ("2026f"), *source* and its zones.

    *source* is "system" (a directory of `zoneinfo.TZPATH`) or "wheel" (the package tzdata).
    """

    version: str
    source: str
    _read: Reader = field(repr=False, compare=False)
    _zones: dict[str, Zone] = field(default_factory=dict, repr=False, compare=False)
    _histories: dict[str, tzif.History] = field(default_factory=dict, repr=False, compare=False)
    _lists: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def zone(self, key: str) -> zoneinfo.ZoneInfo:
        """Return the zone whose id is exactly *key*; the same object every time.

        Raises:
            UnknownZone: there is none, or *key* is no id at all (a path, empty).
            Unavailable: its file is damaged.
        """
        if key not in self._zones:
            # Read by ourselves first: on a damaged file `ZoneInfo` fails in its own ways.
            self.history(key)
            zone = Zone.from_file(BytesIO(self._bytes(key)), key=key)
            self._zones.setdefault(key, zone)
        return self._zones[key]

    def history(self, key: str) -> tzif.History:
        """Return every change of the clock in *key*, and the rule for the years to come.

        Raises:
            UnknownZone: there is no such zone.
            Unavailable: its file is damaged.
        """
        if key not in self._histories:
            data = self._bytes(key)
            try:
                self._histories.setdefault(key, tzif.read(data))
            except ValueError as error:
                reason = f"of {key} in the {self.source}'s time zone database {self.version}"
                hint = "install the database again"
                raise Unavailable(f"the file {reason} is damaged ({error}); {hint}") from error
        return self._histories[key]

    def keys(self) -> frozenset[str]:
        """Return the ids of all zones, links and legacy names included."""
        if "keys" not in self._lists:
            names = {line[-1] for line in self._index() if line[0] in "ZL"}
            names |= {line[1] for line in self._index() if line[0] == "Z"}
            self._lists["keys"] = frozenset(name for name in names if self._has(name))
        return self._lists["keys"]

    def links(self) -> dict[str, str]:
        """Return the other names of zones and the ids that they stand for."""
        return {line[2]: line[1] for line in self._index() if line[0] == "L"}

    def _index(self) -> list[list[str]]:
        try:
            text = self._read("tzdata.zi")
        except OSError:
            # macOS and the BSDs keep no index; which of these exist is asked file by file.
            text = _wheel_bytes("tzdata.zi")
        lines = (line.split() for line in text.decode().splitlines())
        return [line[:2] if line[0] == "Z" else line for line in lines if line and line[0] in "ZL"]

    def _has(self, key: str) -> bool:
        try:
            return self._bytes(key) != b""
        except UnknownZone:
            return False

    def _bytes(self, key: str) -> bytes:
        reason = f"is not in the time zone database {self.version}"
        if not _KEY.fullmatch(key):
            raise UnknownZone("timezone", key, reason)
        try:
            data = self._read(key)
        except OSError as error:
            raise UnknownZone("timezone", key, reason) from error
        if not data.startswith(b"TZif"):
            raise UnknownZone("timezone", key, reason)
        return data


@cache
def current() -> Database:
    """Return the newest database of this machine; chosen at the first call, then kept.

    The wheel's where both are the same release, or the system's says no version.
    """
    wheel = Database(version=tzdata.IANA_VERSION, source="wheel", _read=_wheel_bytes)
    systems = (_system(root) for root in zoneinfo.TZPATH)
    known = [wheel, *(system for system in systems if system is not None)]
    return max(known, key=lambda database: _release(database.version.encode()))


def restored(key: str) -> zoneinfo.ZoneInfo:
    """Return the zone *key* of this process: what a pickled zone becomes."""
    return current().zone(key)


def _system(root: str) -> Database | None:
    read = partial(_system_bytes, root)
    for name in ("tzdata.zi", "+VERSION"):
        try:
            match = _VERSION.match(read(name))
            usable = read("Etc/UTC").startswith(b"TZif")
        except OSError:
            continue
        if match and usable:
            return Database(version=match[1].decode(), source="system", _read=read)
    return None


def _release(version: bytes) -> tuple[int, int, bytes]:
    """Order releases: by year, then letter; "z" comes before "aa"."""
    match = _VERSION.match(version)
    return (int(match[2]), len(match[3]), match[3]) if match else (0, 0, b"")


def _wheel_bytes(name: str) -> bytes:
    found: Traversable = resources.files("tzdata").joinpath("zoneinfo", *name.split("/"))
    return found.read_bytes()


def _system_bytes(root: str, name: str) -> bytes:
    # The one file the core reads: the machine's zones are data of the code, like the wheel's,
    # and `zoneinfo` cannot be told which of the two to take without changing it for everybody.
    with FileIO(f"{root}/{name}") as file:
        return file.readall()
