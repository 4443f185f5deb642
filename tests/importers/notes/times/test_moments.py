"""Dates and times of a line without what may be neither."""

from roundtable_ical.importers.notes.times.moments import dated, timed


def test_hours_with_a_full_stop_are_no_date_beside_a_real_one() -> None:
    text = "September 26, 8.30 - 10.00 am"

    assert [(each.day, each.month) for each in dated(text)] == [(26, 9)]
    assert [(str(each.start), str(each.end)) for each in timed(text) if each.start] != []
    assert [each.start.minutes for each in timed(text) if each.start] == [510]
