"""An event as the plain tree that ``event.yaml`` holds: only what is said, in the file's order."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

from roundtable_ical.programme.availability import Window
from roundtable_ical.programme.base import Part
from roundtable_ical.programme.clock import Hours, WallClock
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.people import Appearance, Host, Speaker
from roundtable_ical.programme.segments import Segment
from roundtable_ical.programme.texts import Text


class Plain(str):
    """A number, date, time or switch: written without quotes."""

    __slots__ = ()


_ORDER: Mapping[type[Part], tuple[str, ...]] = {
    SideEvent: ("id", "title", "subtitle", "kind", "status", "language", "date", "dates"),
    Speaker: ("id", "honorific", "name", "label"),
    Segment: ("id", "title", "abstract", "kind", "status", "note"),
}
"""The keys that come first; the others follow in the order of the model."""
_ALWAYS: Mapping[type[Part], frozenset[str]] = {
    SideEvent: frozenset({"language"}),
    Host: frozenset({"role"}),
}
"""What is written even where it is the default."""


def tree(event: SideEvent) -> dict[str, Any]:
    """Return *event* as mappings, lists, `str` for words and `Plain` for all else."""
    return dict(_entries(event))


def _entries(part: Part) -> Iterator[tuple[str, Any]]:
    kind = type(part)
    fields = kind.model_fields
    always = _ALWAYS.get(kind, frozenset())
    for name in dict.fromkeys((*_ORDER.get(kind, ()), *fields)):
        value = getattr(part, name)
        if name in always or fields[name].is_required() or value != fields[name].get_default():
            yield name, _value(value)


def _value(value: object) -> Any:
    match value:
        case Text():
            return dict(value.root) if isinstance(value.root, dict) else value.root
        case Hours() if value.start.day is None and value.end.day is None:
            return Plain(value)
        case Appearance():
            written = dict(_entries(value))
            return written if len(written) > 1 else value.speaker
        case Part():
            return dict(_entries(value))
        case datetime():
            utc = value.utcoffset() == UTC.utcoffset(None)
            moment = value.replace(tzinfo=None) if utc else value
            return Plain(moment.isoformat() + "Z" * utc)
        case WallClock() | Window() | date():
            return Plain(value)
        case ZoneInfo():
            return value.key
        case Enum():
            return str(value.value)
        case str():
            return value
        case bool():
            return Plain(str(value).lower())
        case int():
            return Plain(value)
        case float():
            padded = f"{value:.4f}"  # as degrees are written
            return Plain(padded if float(padded) == value else repr(value))
        case Mapping():
            return {_key(key): _value(item) for key, item in value.items()}
        case list() | tuple():
            return [_value(item) for item in value]
    return value


def _key(key: object) -> str:
    return Plain(key) if isinstance(key, date) else str(key)
