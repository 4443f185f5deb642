"""Values of any shape, as strangers put them into JSON under the names that schedules use."""

from typing import Any

from hypothesis import strategies as st

NAMES = (
    "results sessions speakers rooms categories items title code submission_type slot slots start "
    "end startsAt endsAt isServiceSession room roomId track talks name id startDate endDate date "
    "time tz contributions entries 20261029 conveners timeSlots session fullName state"
).split()

shapes: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(0, 9)
    | st.sampled_from(["x", "2026-10-29T10:00:00", ""]),
    lambda inside: (
        st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inside, max_size=6)
    ),
    max_leaves=30,
)
