"""What the commands that change times share."""

import click
import pytest
from click.testing import CliRunner

from roundtable_ical.cli.main import roundtable
from roundtable_ical.cli.orders import Minutes, OneDay, Wall


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("10m", 10), ("-5m", -5), ("+5", 5), ("1h30m", 90), ("2h", 120), ("15 min", 15), ("10M", 10)],
)
def test_minutes_are_read_as_people_write_them(words: str, minutes: int) -> None:
    assert Minutes().convert(words, None, None) == minutes


@pytest.mark.parametrize("words", ["", "m", "-", "soon", "1.5h", "10s", "9999999m"])
def test_what_is_no_length_of_time_says_how_to_write_one(words: str) -> None:
    with pytest.raises(click.BadParameter) as refused:
        Minutes().convert(words, None, None)

    assert refused.value.message == (f"{words!r} is no length of time; write 10m, -5m or 1h30m")


def test_times_and_days_are_read_as_in_a_file() -> None:
    assert str(Wall().convert("2026-10-30 9.15", None, None)) == "2026-10-30 09:15"
    assert str(OneDay().convert("2026-10-30", None, None)) == "2026-10-30"
    with pytest.raises(click.BadParameter, match="is not a time of day"):
        Wall().convert("noon", None, None)
    with pytest.raises(click.BadParameter, match="has no year"):
        OneDay().convert("30 October", None, None)


@pytest.mark.parametrize(
    "command", ["shift", "extend", "swap", "move", "insert", "cancel", "compact", "undo"]
)
def test_every_order_can_be_tried_agreed_to_published_and_read_by_programs(command: str) -> None:
    helped = CliRunner().invoke(roundtable, [command, "--help"])

    assert helped.exit_code == 0
    for option in ("--dry-run", "--yes", "--publish", "-m", "--store", "--json"):
        assert option in helped.output
