"""Queries: of each part, entry and feed the newest row, as of one revision."""

from typing import Any

from sqlalchemy import Column, Select, Table, and_, func, select

from roundtable_ical.stores import tables


def parts(event_id: str, until: int | None = None) -> Select[Any]:
    """Return the query of the parts that are there, as of revision *until* (None: the newest)."""
    table = tables.parts
    found = _newest(table, (table.c.section, table.c.part_id), event_id, until)
    return found.where(table.c.body.is_not(None))


def entries(event_id: str) -> Select[Any]:
    """Return the query of what each segment last said."""
    return _newest(tables.entries, (tables.entries.c.segment_id,), event_id)


def feeds(event_id: str) -> Select[Any]:
    """Return the query of what each feed last was."""
    return _newest(tables.feeds, (tables.feeds.c.path,), event_id)


def _newest(
    table: Table, keys: tuple[Column[Any], ...], event_id: str, until: int | None = None
) -> Select[Any]:
    last = select(*keys, func.max(table.c.number).label("number"))
    last = last.where(table.c.event_id == event_id).group_by(*keys)
    if until is not None:
        last = last.where(table.c.number <= until)
    of_key = last.subquery("last")
    same = [key == of_key.c[key.name] for key in keys]
    joined = and_(table.c.event_id == event_id, *same, table.c.number == of_key.c.number)
    return select(table).join(of_key, joined).order_by(*keys)
