"""The grammar of times; `test_clocks` reads each writing through it."""

import re
from time import perf_counter

import pytest

from roundtable_ical.importers.notes.times import clock_patterns


@pytest.mark.parametrize(
    "name",
    [name for name in vars(clock_patterns) if isinstance(vars(clock_patterns)[name], re.Pattern)],
)
def test_long_runs_of_one_letter_are_looked_at_in_no_time(name: str) -> None:
    pattern: re.Pattern[str] = getattr(clock_patterns, name)

    begun = perf_counter()
    for letter in " 1-:/aA(m":
        pattern.search(letter * 500)

    assert perf_counter() - begun < 2
