"""Counts of visits in tables: added up, read, forgotten."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Select, Table, case, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from roundtable_ical.reach.counts import Counted, Gaps, Visits, added
from roundtable_ical.reach.families import Family
from roundtable_ical.stores.tables import gaps, visits


def add(connection: Connection, counted: Counted) -> None:
    """Add *counted* to what is kept; in the order of keys, so that two who add never deadlock."""
    whole = added(counted)
    for each in whole.visits:
        key = _key(each) | {"number": each.number}
        values = {"fetches": each.fetches, "readers": each.readers, "last": _text(each.last)}
        _upsert(connection, visits, key, values)
    for gap in whole.gaps:
        _upsert(connection, gaps, _key(gap) | {"step": gap.step}, {"times": gap.times})


def found(connection: Connection, since: date, event_id: str | None) -> Counted:
    """Return what was counted from the day *since* on, of one event or of all."""
    return Counted(
        tuple(map(_visits_of, connection.execute(_lately(visits, since, event_id)))),
        tuple(map(_gaps_of, connection.execute(_lately(gaps, since, event_id)))),
    )


def forget(connection: Connection, before: date) -> None:
    """Delete what was counted before a day."""
    for table in (visits, gaps):
        connection.execute(delete(table).where(table.c.day < before.isoformat()))


def _upsert(
    connection: Connection, table: Table, key: dict[str, Any], values: dict[str, Any]
) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    new = dialect.insert(table).values(**key, **values)
    sums: dict[str, Any] = {
        name: table.c[name] + new.excluded[name] for name in values if name != "last"
    }
    if "last" in values:
        later = new.excluded.last > table.c.last
        sums["last"] = case((later, new.excluded.last), else_=table.c.last)
    connection.execute(new.on_conflict_do_update(index_elements=[*key], set_=sums))


def _lately(table: Table, since: date, event_id: str | None) -> Select[Any]:
    lately = select(table).where(table.c.day >= since.isoformat())
    if event_id is not None:
        lately = lately.where(table.c.event_id == event_id)
    return lately.order_by(*table.primary_key)


def _key(each: Visits | Gaps) -> dict[str, Any]:
    return {
        "event_id": each.event_id,
        "family": each.family.value,
        "day": each.day.isoformat(),
    }


def _visits_of(row: Any) -> Visits:
    return Visits(
        event_id=row.event_id,
        family=_family(row.family),
        day=date.fromisoformat(row.day),
        number=row.number,
        fetches=row.fetches,
        readers=row.readers,
        last=datetime.fromisoformat(row.last),
    )


def _gaps_of(row: Any) -> Gaps:
    return Gaps(
        event_id=row.event_id,
        family=_family(row.family),
        day=date.fromisoformat(row.day),
        step=row.step,
        times=row.times,
    )


def _family(value: str) -> Family:
    """Return a family; one that a newer program knows is another one here."""
    return Family(value) if value in _KNOWN else Family.OTHER


_KNOWN: Iterable[str] = frozenset(Family)


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
