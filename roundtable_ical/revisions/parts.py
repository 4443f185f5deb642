"""A programme in parts, so that a revision keeps what is new in it and no more."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pydantic_core import from_json

from roundtable_ical.programme.base import Part
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.people import Host, Speaker
from roundtable_ical.programme.places import Venue
from roundtable_ical.programme.segments import Segment
from roundtable_ical.programme.themes import Theme
from roundtable_ical.revisions.differences import Differences, changed_ids, differences

SECTIONS: Mapping[str, type[Part]] = {
    "hosts": Host,
    "venues": Venue,
    "themes": Theme,
    "speakers": Speaker,
    "segments": Segment,
}
_HEAD = "event"
_UNDATED = frozenset({"revised", "revision"})
"""What an organiser writes of revisions by hand; a store knows better."""


class PartKey(NamedTuple):
    """Which part: the *section* of the programme file, and the id in it."""

    section: str
    id: str


Parts = Mapping[PartKey, str | None]
"""JSON of parts by key; None for one that is no longer there."""


def changed_parts(
    before: SideEvent | None, after: SideEvent, different: Differences | None = None
) -> dict[PartKey, str | None]:
    """Return the parts of *after* that are not as they were in *before*.

    Args:
        before: the programme as it was; None when there was none.
        after: the programme as it is.
        different: `differences` of the two, where the caller has them.
    """
    different = different or differences(before, after)
    found: dict[PartKey, str | None] = {}
    changed = {
        "segments": different.series,
        "speakers": different.people,
        "themes": different.themes,
    }
    for section in SECTIONS:
        if section not in changed:
            old = getattr(before, section) if before else ()
            changed[section] = changed_ids(old, getattr(after, section))
        new = {part.id: part for part in getattr(after, section)} if changed[section] else {}
        for id_ in sorted(changed[section]):
            part = new.get(id_)
            json_ = part.model_dump_json(exclude_defaults=True) if part else None
            found[PartKey(section, id_)] = json_
    if before is None or not _same_head(before, after):
        found[PartKey(_HEAD, "")] = _head(after)
    return found


def assembled(parts: Iterable[tuple[PartKey, str | None]]) -> SideEvent:
    """Return the programme that *parts* are of, each key once, in any order.

    They are taken one after the other: the JSON of a large programme needs as much memory again.

    Raises:
        KeyError: a part is missing.
        pydantic.ValidationError, InvalidProgramme: what is stored is no programme any more.
    """
    heads: dict[str, str | None] = {}
    made: dict[PartKey, Part] = {}
    for key, body in parts:
        if key.section == _HEAD:
            heads[key.id] = body
        elif body is not None and key.section in SECTIONS:
            made[key] = SECTIONS[key.section].model_validate(from_json(body))
    values = from_json(heads[""] or "{}")
    for section in SECTIONS:
        ids = values.pop(f"{section}_in_order", [])
        values[section] = [made[PartKey(section, id_)] for id_ in ids]
    return SideEvent.model_validate(values)


def amended(event: SideEvent, parts: Parts) -> SideEvent:
    """Return *event* with *parts* in place of its own; the others stay the same objects.

    Raises:
        KeyError: a part is missing.
        pydantic.ValidationError, InvalidProgramme: it is no programme any more.
    """
    head = parts.get(PartKey(_HEAD, ""))
    own = {name: getattr(event, name) for name in SideEvent.model_fields}
    values = json.loads(head) if head else own
    for section in SECTIONS:
        old = {part.id: part for part in getattr(event, section)}
        new = {key.id: body for key, body in parts.items() if key.section == section}
        ids = values.pop(f"{section}_in_order", []) if head else old
        values[section] = [json.loads(new[id_] or "{}") if id_ in new else old[id_] for id_ in ids]
    return SideEvent.model_validate(values)


def _same_head(before: SideEvent, after: SideEvent) -> bool:
    own = SideEvent.model_fields.keys() - {*SECTIONS, *_UNDATED}
    return all(getattr(before, name) == getattr(after, name) for name in own) and all(
        one == other for one, other in zip(_order(before), _order(after), strict=True)
    )


def _head(event: SideEvent) -> str:
    """Return the event's own fields, and the order of its parts."""
    values = json.loads(event.model_dump_json(exclude={*SECTIONS}, exclude_defaults=True))
    return json.dumps(values | dict(_order(event)), ensure_ascii=False)


def _order(event: SideEvent) -> Iterator[tuple[str, list[str]]]:
    for section in SECTIONS:
        yield f"{section}_in_order", [item.id for item in getattr(event, section)]
