"""What gives where not everything fits."""

from typing import Any

import pytest

from roundtable_ical import Fit, SideEvent
from roundtable_ical.scheduling.fits import Outcome, outcome
from roundtable_ical.scheduling.runs import run
from roundtable_ical.scheduling.timetable import Item, timetable
from roundtable_ical.testing.programmes import values


def late(minutes: int, *segments: tuple[int, str] | tuple[int, str, dict[str, Any]]) -> Outcome:
    """Return what comes of a delay of the first of *segments*, one after another until an anchor.

    Each is its length and kind.
    """
    listed: list[dict[str, Any]] = []
    clock = 9 * 60
    for at, (length, kind, *more) in enumerate(segments):
        start = f"{clock // 60:02}:{clock % 60:02}"
        values_ = {"id": f"s-{at}", "title": "S", "start": start, "minutes": length, "kind": kind}
        listed.append({**values_, **(more[0] if more else {})})
        clock += length
    start = f"{clock // 60:02}:{clock % 60:02}"
    end = {"id": "end", "title": "End", "start": start, "minutes": 5, "fixed": True}
    event = SideEvent.model_validate(values(segments=[*listed, end]))
    first, *follows = timetable(event).values()
    lead = first.moved(minutes)
    return outcome(run(event, follows, carry=minutes, ends=first.end, lead=lead, was=first))


def lengths(items: tuple[Item, ...] | None) -> list[int] | None:
    return None if items is None else [0 if each.dropped else each.minutes for each in items]


def test_nothing_has_to_give_where_all_fits() -> None:
    found = late(10, (30, "panel"), (30, "break"))

    assert (lengths(found.items), found.excess, found.ways) == ([30, 20], None, {})


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (6, [10, 28, 10, 56]),
        (75, [10, 5, 10, 10]),
        (80, [10, 5, 10, 5]),
        (85, [7, 5, 8, 5]),
        (90, [5, 5, 5, 5]),
        (91, None),
    ],
)
def test_free_lengths_give_first_in_proportion_then_set_ones(
    minutes: int, expected: list[int] | None
) -> None:
    found = late(minutes, (10, "welcome"), (30, "panel"), (10, "video"), (60, "discussion"))

    assert lengths(found.ways[Fit.SHORTEN]) == expected


def test_nothing_is_shortened_below_its_least() -> None:
    found = late(10, (10, "welcome"), (30, "panel", {"least": 28}), (30, "panel"))

    assert lengths(found.ways[Fit.SHORTEN]) == [10, 28, 22]


def test_breaks_have_given_before_anything_is_shortened() -> None:
    found = late(20, (30, "panel"), (15, "break"), (30, "panel"))

    assert lengths(found.ways[Fit.SHORTEN]) == [25, 5, 25]


def test_what_falls_away_is_not_what_the_order_is_about() -> None:
    found = late(5, (5, "panel"), (30, "panel"), (20, "panel"))

    assert lengths(found.ways[Fit.DROP]) == [5, 30, 0]


def test_running_past_changes_no_length() -> None:
    found = late(5, (10, "panel"), (30, "panel"))

    assert (lengths(found.items), lengths(found.ways[Fit.OVERRUN])) == ([10, 30], [10, 30])


def test_nothing_runs_so_far_past_that_it_would_begin_after_what_stays() -> None:
    assert late(40, (10, "panel"), (30, "panel")).ways[Fit.OVERRUN] is None
