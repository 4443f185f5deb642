"""What is joined and derived of a schedule.json."""

from datetime import UTC, date, datetime

from roundtable_ical.importers.schedules.frab_plan import joined, planned, started

DAY = date(2026, 10, 29)


def test_a_start_is_the_moment_or_the_day_with_the_time() -> None:
    assert started("2026-10-29T10:00:00Z", "11:00", DAY) == (
        datetime(2026, 10, 29, 10, tzinfo=UTC),
        False,
    )
    assert started("2026-10-30", "11:00", DAY)[0] == datetime(2026, 10, 30, 11)
    assert started(None, "11:00", DAY)[0] == datetime(2026, 10, 29, 11)
    assert started(None, None, DAY)[0] is None
    assert started(None, "11:00", None)[0] is None


def test_a_night_is_of_the_day_before() -> None:
    late, evening = started(None, "22:00", DAY)
    night, _ = started(None, "01:00", DAY, late=evening)
    early, _ = started(None, "01:00", DAY)

    assert [late, night, early] == [
        datetime(2026, 10, 29, 22),
        datetime(2026, 10, 30, 1),
        datetime(2026, 10, 29, 1),
    ]


def test_abstract_and_description_become_one_text() -> None:
    assert joined("a", "b") == "a\n\nb"
    assert joined("a", "a") == joined("", "a") == joined("a", "") == "a"
    assert joined({"en": "a", "de": "x"}, {"en": "b"}) == {"en": "a\n\nb", "de": "x"}


def test_values_of_any_shape_are_no_trouble() -> None:
    strange = {"conference": {"days": [{"rooms": [3, {"events": [{"persons": 5, "room": []}]}]}],
                              "tracks": {"a": 1}, "rooms": "x"}}  # fmt: skip

    assert [talk.title for talk in planned(strange).talks] == [""]
