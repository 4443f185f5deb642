"""The zone of whoever reads, in which times are shown too."""

from zoneinfo import ZoneInfo

import click

from roundtable_ical import zones
from roundtable_ical.errors import InvalidField


def _zone(_: click.Context, __: click.Parameter, value: str | None) -> ZoneInfo | None:
    try:
        return zones.zone(value) if value else None
    except InvalidField as error:
        raise click.BadParameter(str(error)) from error


TZ = click.option("--tz", "zone", callback=_zone, metavar="ZONE", help="Show times there too.")
