"""Judging calendars, ours or anybody's."""

import json

import click

from roundtable_ical.fetching.documents import fetched, is_address
from roundtable_ical.ical.lint import lint as judged
from roundtable_ical.ical.words import SPOKEN, words


@click.command()
@click.argument("feed", metavar="FEED")
@click.option("--alarms", is_flag=True, help="Reminders are meant to be in it.")
@click.option("--json", "as_json", is_flag=True, help="Findings for programs.")
@click.pass_context
def lint(ctx: click.Context, feed: str, *, alarms: bool, as_json: bool) -> None:
    """Judge a calendar by what clients make of it; exit 1 where one breaks.

    FEED is a file, an http(s) address, or - for standard input.
    """
    content = fetched(feed, private=True).content
    source = feed if is_address(feed) else None
    cancelled = tuple(words(language).cancelled_prefix for language in SPOKEN)
    found = judged(content, source=source, alarms=alarms, cancelled_words=cancelled)
    broken = [each for each in found if each.is_error]
    if as_json:
        listed = [each.as_json() for each in found]
        report = {"ok": not broken, "feed": feed, "findings": listed}
        click.echo(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        for each in found:
            click.echo(f"{each.severity}: {feed}, {each}")
        click.echo(f"{feed}: {len(broken)} errors, {len(found) - len(broken)} warnings")
    if broken:
        ctx.exit(1)
