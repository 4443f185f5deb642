"""What the commands that change times share."""

import click
import pytest
from click.testing import CliRunner

from roundtable_ical.cli.main import roundtable
from roundtable_ical.cli.orders import OneDay, Wall


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
