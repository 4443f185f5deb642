"""What goes into rows comes out of them."""

from types import SimpleNamespace
from typing import Any, cast

from sqlalchemy import Row

from roundtable_ical.stores import rows
from roundtable_ical.testing.programmes import publication


def row(values: rows.Values) -> Row[Any]:
    return cast("Row[Any]", SimpleNamespace(**values))


def test_a_publication_survives_being_rows() -> None:
    whole = publication(1)

    assert rows.revision_of(row(rows.revision_values(whole.revision))) == whole.revision
    assert dict(rows.parts_of(map(row, rows.part_values(whole)))) == whole.parts
    assert tuple(rows.entry_of(row(it)) for it in rows.entry_values(whole)) == whole.entries
    assert tuple(rows.feed_of(row(it)) for it in rows.feed_values(whole)) == whole.feeds


def test_moments_are_texts_in_utc() -> None:
    assert rows.revision_values(publication(1).revision)["moment"] == (
        "2026-09-01T13:00:00.000001+00:00"
    )
