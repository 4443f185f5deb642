"""An error in a part is told with the place of that part."""

import pytest

from roundtable_ical.errors import InvalidField, SkippedTime
from roundtable_ical.programme.nested import inside


def test_an_error_keeps_all_it_says_and_learns_where_it_stood() -> None:
    with pytest.raises(InvalidField) as caught, inside("repeat"), inside("changes"):
        raise SkippedTime("start", "02:30", "is skipped", hint="write another")

    error = caught.value
    assert (type(error), error.field, error.value, error.reason, error.hint) == (
        SkippedTime,
        "repeat.changes.start",
        "02:30",
        "is skipped",
        "write another",
    )
