"""The tables of names."""

from roundtable_ical.importers.notes.times.calendar_names import MONTHS, ORDINALS, WEEKDAYS
from roundtable_ical.importers.notes.times.letters import folded


def test_every_month_and_weekday_has_its_names() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))
    assert set(WEEKDAYS.values()) == set(range(7))
    assert set(ORDINALS.values()) == set(range(1, 8))


def test_all_names_are_folded() -> None:
    names = [*MONTHS, *WEEKDAYS, *ORDINALS]

    assert [folded(name) for name in names] == names
