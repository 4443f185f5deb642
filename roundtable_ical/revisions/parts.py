"""A programme in parts, so that a revision keeps what is new in it and no more."""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.revisions.differences import changed_ids

SECTIONS = ("hosts", "venues", "themes", "speakers", "segments")
_HEAD = "event"
_UNDATED = frozenset({"revised", "revision"})
"""What an organiser writes of revisions by hand; a store knows better."""


class PartKey(NamedTuple):
    """Which part: the *section* of the programme file, and the id in it."""

    section: str
    id: str


Parts = Mapping[PartKey, str | None]
"""JSON of parts by key; None for one that is no longer there."""


def changed_parts(before: SideEvent | None, after: SideEvent) -> dict[PartKey, str | None]:
    """Return the parts of *after* that are not as they were in *before*."""
    found: dict[PartKey, str | None] = {}
    for section in SECTIONS:
        old = {item.id: item for item in getattr(before, section)} if before else {}
        new = {item.id: item for item in getattr(after, section)}
        for id_ in sorted(changed_ids(old, new)):
            part = new.get(id_)
            json_ = part.model_dump_json(exclude_defaults=True) if part else None
            found[PartKey(section, id_)] = json_
    if before is None or _head(before, _UNDATED) != _head(after, _UNDATED):
        found[PartKey(_HEAD, "")] = _head(after)
    return found


def assembled(parts: Parts) -> SideEvent:
    """Return the programme that *parts* are of.

    Raises:
        KeyError: a part is missing.
        pydantic.ValidationError, InvalidProgramme: what is stored is no programme any more.
    """
    values = json.loads(parts[PartKey(_HEAD, "")] or "{}")
    for section in SECTIONS:
        ids = values.pop(f"{section}_in_order", [])
        values[section] = [json.loads(parts[PartKey(section, id_)] or "{}") for id_ in ids]
    return SideEvent.model_validate(values)


def _head(event: SideEvent, without: frozenset[str] = frozenset()) -> str:
    """Return the event's own fields but those *without*, and the order of its parts."""
    left_out = {*SECTIONS, *without}
    values = json.loads(event.model_dump_json(exclude=left_out, exclude_defaults=True))
    return json.dumps(values | dict(_order(event)), ensure_ascii=False)


def _order(event: SideEvent) -> Iterator[tuple[str, list[str]]]:
    for section in SECTIONS:
        yield f"{section}_in_order", [item.id for item in getattr(event, section)]
