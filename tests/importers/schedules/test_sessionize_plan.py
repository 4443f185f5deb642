"""Values of any shape are no trouble to the reader of sessionize."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_ical.importers.schedules.sessionize_plan import planned, sure

KEYS = (
    "results sessions speakers rooms categories items title code submission_type slot slots start "
    "end startsAt endsAt isServiceSession room roomId track talks name id startDate endDate date "
    "time tz contributions entries 20261029 conveners timeSlots session fullName state"
).split()
trees: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(0, 9)
    | st.sampled_from(["x", "2026-10-29T10:00:00", ""]),
    lambda inside: (
        st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inside, max_size=6)
    ),
    max_leaves=30,
)


@settings(deadline=None)
@given(trees)
def test_whatever_is_taken_for_it_can_be_read(value: Any) -> None:
    if sure(value):
        assert planned(value).talks is not None
