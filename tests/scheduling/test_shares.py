"""Minutes taken off several items."""

from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.scheduling.shares import Giver, fewest, shared

GIVERS = st.lists(st.tuples(st.integers(1, 90), st.integers(0, 90)), min_size=1, max_size=8).map(
    lambda pairs: [
        Giver(str(at), weight, min(weight, most)) for at, (weight, most) in enumerate(pairs)
    ]
)


def test_equal_ones_give_alike_and_the_earlier_ones_the_odd_minutes() -> None:
    givers = [Giver("a", 25, 20), Giver("b", 25, 20), Giver("c", 25, 20)]

    assert shared(5, givers) == {"a": 2, "b": 2, "c": 1}


def test_who_is_longer_gives_more() -> None:
    assert shared(6, [Giver("a", 60, 55), Giver("b", 30, 25)]) == {"a": 4, "b": 2}


def test_what_one_cannot_give_the_others_do() -> None:
    assert shared(10, [Giver("a", 30, 1), Giver("b", 30, 25)]) == {"a": 1, "b": 9}


@given(GIVERS, st.integers(0, 400))
def test_all_that_is_needed_is_given_and_nobody_gives_more_than_it_can(
    givers: list[Giver], minutes: int
) -> None:
    given_ = shared(minutes, givers)

    assert sum(given_.values()) == min(minutes, sum(giver.most for giver in givers))
    assert all(0 <= given_[giver.id] <= giver.most for giver in givers)
    for one in givers:
        for other in givers:
            if one.weight == other.weight and one.most == other.most:
                assert abs(given_[one.id] - given_[other.id]) <= 1


def test_the_fewest_minutes_are_lost() -> None:
    givers = [Giver("a", 5, 5), Giver("b", 25, 25), Giver("c", 10, 10)]

    assert [fewest(minutes, givers) for minutes in (5, 6, 15, 16, 40, 41)] == [
        ("a",),
        ("c",),
        ("a", "c"),
        ("b",),
        ("a", "b", "c"),
        None,
    ]


def test_of_equal_losses_the_fewest_then_the_later_ones_fall_away() -> None:
    givers = [Giver("a", 10, 10), Giver("b", 5, 5), Giver("c", 5, 5), Giver("d", 10, 10)]

    assert fewest(10, givers) == ("d",)


@given(GIVERS, st.integers(1, 400))
def test_what_falls_away_is_enough_and_no_other_choice_loses_less(
    givers: list[Giver], minutes: int
) -> None:
    found = fewest(minutes, givers)

    sums = {0}
    for giver in givers:
        sums |= {total + giver.weight for total in sums}
    enough = [total for total in sums if total >= minutes]
    lost = None if found is None else sum(g.weight for g in givers if g.id in found)
    assert lost == min(enough, default=None)
