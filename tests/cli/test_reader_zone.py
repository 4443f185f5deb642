"""The zone of whoever reads."""

from zoneinfo import ZoneInfo

import click
from click.testing import CliRunner

from roundtable_ical.cli.reader_zone import TZ


@click.command()
@TZ
def where(zone: ZoneInfo | None) -> None:
    click.echo(f"{zone}")


def test_a_zone_is_read_by_its_name_and_may_be_left_out() -> None:
    assert CliRunner().invoke(where, ["--tz", "Europe/Zurich"]).output == "Europe/Zurich\n"
    assert CliRunner().invoke(where, []).output == "None\n"


def test_no_zone_of_that_name_is_wrong_usage_with_the_nearest_ones() -> None:
    result = CliRunner().invoke(where, ["--tz", "Europe/Zurih"])

    assert (result.exit_code, "Europe/Zurich" in result.output) == (2, True)
