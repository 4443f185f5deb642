from datetime import timedelta

import pytest

from roundtable_ical.ical.lint.vtimezones import offset


@pytest.mark.parametrize(
    ("text", "minutes"), [("-0500", -300), ("+0545", 345), ("+0000", 0), ("-045602", -296 - 2 / 60)]
)
def test_offsets_are_read(text: str, minutes: float) -> None:
    assert offset(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "-0000", "-000000", "0500", "-500", "-05:00", "+2400"])
def test_what_is_no_offset_is_none(text: str) -> None:
    assert offset(text) is None
