"""The tables hold what they should, however a server sorts."""

from sqlalchemy import Text
from sqlalchemy.dialects import postgresql

from roundtable_ical.stores.tables import METADATA

COUNTS = {"visits", "gaps"}
MAIL = {"invitations", "posts", "contents", "heard", "tokens"}


def test_every_row_but_counts_and_mail_belongs_to_a_revision() -> None:
    tied = {
        table.name
        for table in METADATA.sorted_tables
        for key in table.foreign_key_constraints
        if key.referred_table.name == "revisions"
    }

    assert tied == METADATA.tables.keys() - {"revisions"} - COUNTS - MAIL


def test_counts_have_no_column_for_anybody() -> None:
    columns = {name: [*METADATA.tables[name].columns.keys()] for name in COUNTS}

    assert columns == {
        "visits": ["event_id", "family", "day", "number", "fetches", "readers", "last"],
        "gaps": ["event_id", "family", "day", "step", "times"],
    }


def test_keys_are_compared_byte_by_byte_on_every_server() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # of SQLAlchemy

    loose = [
        column
        for table in METADATA.sorted_tables
        for column in table.primary_key
        if isinstance(column.type, Text)
        and "COLLATE" not in str(column.type.compile(dialect=dialect))
    ]

    assert loose == []
