"""Columns of session exports."""

from roundtable_ical.importers.schedules.pretalx_columns import columns, row

ITEM = {"ID": "A", "Title": "Fees", "Room": "XX", "Start": "s", "Speaker names": "Li Wei\nA B"}


def test_columns_are_found_by_their_titles() -> None:
    assert columns([ITEM]) == {
        "code": "ID",
        "title": "Title",
        "room": "Room",
        "start": "Start",
        "speakers": "Speaker names",
    }
    assert columns([{"title": "x", "start_time": "y"}]) == {}
    assert columns([{"Name": "x"}]) == {}


def test_a_row_is_a_submission() -> None:
    found = row(ITEM, columns([ITEM]))

    assert (found["title"], [each["name"] for each in found["speakers"]]) == (
        "Fees",
        ["Li Wei", "A B"],
    )
