"""The newest row of each key is found by an index, not by reading every row."""

from pathlib import Path

import pytest
from sqlalchemy import Select, text
from sqlalchemy.dialects import sqlite

from roundtable_ical.stores import newest
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing.programmes import appended


@pytest.mark.parametrize(
    "query", [newest.parts("breakfast"), newest.entries("breakfast"), newest.feeds("breakfast")]
)
def test_no_table_is_read_from_end_to_end(tmp_path: Path, query: Select[tuple[object]]) -> None:
    store = SqlStore(str(tmp_path / "store.db"))
    appended(store, 3)
    words = query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})

    with store.database.reading() as connection:
        plan = [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {words}"))]

    assert [line for line in plan if line.startswith("SEARCH") and "(event_id=?)" in line]
    assert [line for line in plan if line.split()[1] in {"parts", "entries", "feeds"}] == [
        line for line in plan if line.startswith("SEARCH")
    ]
    store.close()
