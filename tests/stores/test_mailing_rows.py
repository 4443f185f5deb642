"""What the contract leaves open of mail as rows."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text as sql

from roundtable_ical.errors import Unreadable
from roundtable_ical.stores.mailing_rows import text
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing.mailing_values import NOON, asked

moments = st.datetimes(datetime(1000, 1, 1), datetime(9000, 1, 1), timezones=st.just(UTC))


@given(moments, moments)
def test_texts_sort_as_moments_do(one: datetime, other: datetime) -> None:
    assert (text(one) < text(other)) == (one < other)


def test_a_moment_has_one_text_in_every_zone() -> None:
    elsewhere = NOON.astimezone(timezone(timedelta(hours=5)))

    assert text(elsewhere) == text(NOON) == "2026-09-01T12:00:00.000000+00:00"


def test_what_cannot_be_read_is_told_by_its_event(tmp_path: object) -> None:
    store = SqlStore(f"{tmp_path}/store.db")
    asked(store)
    with store.database.writing() as connection:
        connection.execute(sql("UPDATE invitations SET body = '[]'"))

    with pytest.raises(Unreadable, match="breakfast: invitation in the store cannot be read"):
        store.book("breakfast")

    store.close()
