"""Queries: of each part, entry and feed the newest row, as of one revision."""

from typing import Any

from sqlalchemy import Column, Select, Table, func, select

from roundtable_ical.stores import tables


def parts(event_id: str, until: int | None = None) -> Select[Any]:
    """Return the query of the parts, gone ones too, as of revision *until* (None: the newest)."""
    table = tables.parts
    return _newest(table, (table.c.section, table.c.part_id), event_id, until)


def entries(event_id: str) -> Select[Any]:
    """Return the query of what each segment last said."""
    return _newest(tables.entries, (tables.entries.c.segment_id,), event_id)


def feeds(event_id: str) -> Select[Any]:
    """Return the query of what each feed last was."""
    return _newest(tables.feeds, (tables.feeds.c.path,), event_id)


def _newest(
    table: Table, keys: tuple[Column[Any], ...], event_id: str, until: int | None = None
) -> Select[Any]:
    of_event = table.c.event_id == event_id
    if until is not None:
        of_event &= table.c.number <= until
    # no join: PostgreSQL misjudges one while it has no statistics, as after a first publication
    nth = func.row_number().over(partition_by=keys, order_by=table.c.number.desc())
    ranked = select(*table.c, nth.label("nth")).where(of_event).subquery("ranked")
    found = select(*(ranked.c[column.name] for column in table.c)).where(ranked.c.nth == 1)
    return found.order_by(*(ranked.c[key.name] for key in keys))
