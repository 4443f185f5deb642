"""What must be kept, or should be."""

from roundtable_ical.scheduling.planning.rules import Limit


def test_a_window_has_starts_from_which_the_length_still_fits() -> None:
    limit = Limit("hours", "one", ((0, 59), (100, 160), (200, 300)))

    assert limit.ranges(60) == ((100, 100), (200, 240))
