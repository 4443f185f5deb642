"""From whatever a caller names a zone by to the `ZoneInfo` of our own database.

What comes out has an IANA id with a slash, or "UTC", because that is what calendar programs
recognise as a TZID (RFC 5545 section 3.2.19).
"""

from datetime import UTC, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from dateutil import tz
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from roundtable_ical.errors import UnknownZone
from roundtable_ical.zones.database import current
from roundtable_ical.zones.refusals import offset_refused, refused

_UNIVERSAL = frozenset(
    {"z", "utc", "uct", "universal", "zulu", "gmt", "gmt0", "gmt+0", "gmt-0", "greenwich"}
)


def zone(value: str | tzinfo) -> ZoneInfo:
    """Return the zone that *value* names, out of the current database.

    Args:
        value: an IANA id in any capitals, a Windows name ("Eastern Standard Time"), or a
            tzinfo of zoneinfo, pytz, dateutil or `datetime.UTC`.

    Returns:
        The same object for the same zone; "UTC" for all of its names (Z, GMT, Etc/UTC).

    Raises:
        UnknownZone: an offset, an abbreviation, a legacy id without a place, this machine's
            own zone, or an unknown name; the hint says what to write.
    """
    name = _name(value) if isinstance(value, tzinfo) else str(value)
    wanted = name.strip().casefold()
    if _is_universal(wanted):
        return current().zone("UTC")
    key = _keys().get(wanted) or _windows().get(wanted, "")
    if "/" not in key or key.startswith("Etc/"):
        raise refused(name)
    return current().zone(key)


def universal(zone: ZoneInfo) -> bool:
    """Tell whether *zone* is UTC itself, so that its times are written with a Z."""
    return _is_universal(str(zone.key).casefold())


def _is_universal(wanted: str) -> bool:
    return wanted.removeprefix("etc/") in _UNIVERSAL


@cache
def _keys() -> dict[str, str]:
    return {key.casefold(): key for key in current().keys()}  # noqa: SIM118 - a method, no dict


@cache
def _windows() -> dict[str, str]:
    return {name.casefold(): key for name, key in WINDOWS_TO_OLSON.items()}


def _name(value: tzinfo) -> str:
    """Return the id that a tzinfo carries."""
    if isinstance(value, tz.tzlocal):
        reason = "is the zone of this machine, and another on the next one"
        raise UnknownZone("timezone", str(value), reason, hint="write the city's zone")
    if isinstance(value, tz.tzutc):
        return "UTC"
    if isinstance(value, tz.tzfile):
        return _name_in_path(value)
    name = getattr(value, "key", None) or getattr(value, "zone", None)
    if name:
        return str(name)
    offset = value.utcoffset(None)
    if isinstance(value, timezone) and offset == UTC.utcoffset(None):
        return "UTC"
    if offset is None:
        reason = "is a time zone without an IANA name"
        raise UnknownZone("timezone", str(value), reason, hint="write the city's zone")
    raise offset_refused(str(value), offset // timedelta(seconds=1))


def _name_in_path(value: tz.tzfile) -> str:
    """Return the id at the end of the path that dateutil read the zone from."""
    path = str(getattr(value, "_filename", ""))
    parts = path.split("/")
    for start in range(len(parts)):
        key = "/".join(parts[start:])
        if key.casefold() in _keys():
            return key
    reason = "is a file that names no zone"
    raise UnknownZone("timezone", path, reason, hint='write e.g. tz.gettz("Europe/Zurich")')
