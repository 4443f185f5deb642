"""Keeping a store in order: store upgrade, store check, store copy."""

import click

from roundtable_ical import bootstrap
from roundtable_ical.cli.options import STORE


@click.group()
def store() -> None:
    """Keep a store in order."""


@store.command()
@STORE
def upgrade(url: str | None) -> None:
    """Bring a store of an older version up to this one."""
    done = bootstrap.upkeep().upgrade(bootstrap.store_address(url))
    click.echo(f"upgraded: {', '.join(done)}" if done else "the store is of this version already")


@store.command()
@STORE
@click.pass_context
def check(ctx: click.Context, url: str | None) -> None:
    """Look whether a store is whole; exit 1 where it is not."""
    problems = bootstrap.upkeep().check(bootstrap.store_address(url))
    for problem in problems:
        click.echo(f"error: {problem}")
    if problems:
        ctx.exit(1)
    click.echo("the store is whole")


@store.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
def copy(source: str, target: str) -> None:
    """Copy every event and revision from one store to another."""
    with bootstrap.open_store(source) as old, bootstrap.open_store(target) as new:
        for event_id, count in bootstrap.upkeep().copy(old, new).items():
            click.echo(f"{event_id}: {count} revisions")
