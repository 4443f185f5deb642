"""The best pairs, taken together."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.programme.merging.assignment import LARGEST, assigned

SIZE = 5
pairs = st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1))
scores = st.dictionaries(pairs, st.floats(0.01, 1))


def best(scored: dict[tuple[int, int], float]) -> float:
    """Return the highest sum there is, by trying all."""
    return max(
        sum(scored.get(pair, 0.0) for pair in enumerate(columns))
        for columns in permutations(range(SIZE))
    )


@given(scored=scores)
def test_no_other_pairs_have_a_higher_sum(scored: dict[tuple[int, int], float]) -> None:
    found = assigned(scored)

    assert len({*found.values()}) == len(found)
    assert abs(sum(scored[pair] for pair in found.items()) - best(scored)) < 1e-9


def test_the_second_best_is_taken_where_that_helps_another() -> None:
    assert assigned({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.7}) == {0: 1, 1: 0}


def test_of_very_many_the_best_pair_is_taken_first() -> None:
    many = {(n, n): 0.5 for n in range(LARGEST + 1)} | {(0, 1): 0.9}

    found = assigned(many)

    assert found[0] == 1
    assert 1 not in found
    assert len(found) == LARGEST


def test_nothing_gives_no_pairs() -> None:
    assert assigned({}) == {}
