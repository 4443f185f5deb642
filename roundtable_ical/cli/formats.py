"""Commands about formats: schema, formats."""

import json

import click

from roundtable_ical import bootstrap
from roundtable_ical.programme.event import SideEvent

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@click.command()
def schema() -> None:
    """Print the JSON Schema of event.yaml, for editors that complete it."""
    described = {"$schema": DIALECT, **SideEvent.model_json_schema()}
    click.echo(json.dumps(described, ensure_ascii=False, indent=2))


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def formats(*, as_json: bool) -> None:
    """List importers and exporters, plug-ins included."""
    found = bootstrap.plugins()
    if as_json:
        listed = {
            "importers": [
                {"name": name, "summary": each.summary, "suffixes": list(each.suffixes)}
                for name, each in found.importers.items()
            ],
            "exporters": [
                {"name": name, "summary": each.summary, "suffix": each.suffix}
                for name, each in found.exporters.items()
            ],
            "broken": [
                {"group": each.group, "name": each.name, "reason": each.reason}
                for each in found.broken
            ],
        }
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    width = max(map(len, (*found.importers, *found.exporters)), default=0)
    click.echo("Reads:")
    for name, importer in found.importers.items():
        click.echo(f"  {name:<{width}} {importer.summary} ({', '.join(importer.suffixes)})")
    click.echo("Writes:")
    for name, exporter in found.exporters.items():
        click.echo(f"  {name:<{width}} {exporter.summary}")
    for broken in found.broken:
        click.echo(f"broken: {broken.name} ({broken.group}): {broken.reason}", err=True)
