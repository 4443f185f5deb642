"""Lengths of time as people type them."""

import click
import pytest

from roundtable_ical.cli.lengths import Minutes


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        *(("10m", 10), ("-5m", -5), ("+5", 5), ("1h30m", 90), ("2h", 120), ("15 min", 15)),
        *(("10M", 10), ("PT30M", 30), ("-PT1H30M", -90), ("1 h 30 min", 90), ("1h30", 90)),
    ],
)
def test_minutes_are_read_as_people_write_them(words: str, minutes: int) -> None:
    assert Minutes().convert(words, None, None) == minutes


@pytest.mark.parametrize("words", ["", "m", "-", "soon", "1.5h", "10s", "9999999m", "PT", "P1D"])
def test_what_is_no_length_of_time_says_how_to_write_one(words: str) -> None:
    with pytest.raises(click.BadParameter) as refused:
        Minutes().convert(words, None, None)

    assert refused.value.message == (f"{words!r} is no length of time; write 10m, -5m or 1h30m")


def test_what_is_too_short_or_too_long_says_what_is_possible() -> None:
    length = Minutes(least=1, most=1440)

    assert (length.convert("1m", None, None), length.convert("24h", None, None)) == (1, 1440)
    with pytest.raises(click.BadParameter, match="'-5m' is too short; 1m is the least"):
        length.convert("-5m", None, None)
    with pytest.raises(click.BadParameter, match="'1441' is too long; 24h is the most"):
        length.convert("1441", None, None)
    with pytest.raises(click.BadParameter, match="no length of time; write 10m or 1h30m"):
        length.convert("soon", None, None)
