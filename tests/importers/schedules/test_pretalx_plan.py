"""Values of any shape are no trouble to the reader of pretalx."""

from typing import Any

from hypothesis import given

from roundtable_ical.importers.schedules.pretalx_plan import planned, sure
from roundtable_ical.testing.shapes import shapes


@given(shapes)
def test_whatever_is_taken_for_it_can_be_read(value: Any) -> None:
    if sure(value):
        assert planned(value).talks is not None
