"""How far the newest revision has come."""

import json
from datetime import UTC, datetime
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from roundtable_ical import bootstrap
from roundtable_ical.cli.options import JSON, STORE, event_id_of
from roundtable_ical.errors import InvalidSetting
from roundtable_ical.ports import VisitStore
from roundtable_ical.reach.rhythms import Length, Rhythm
from roundtable_ical.services.reach import READERS_OF, FamilyReach
from roundtable_ical.services.reach import reach as reached

ABOUT = (
    "Counted from fetches of calendar links. No names, no addresses, no cookies: fetches are not "
    "people. One Google fetch serves everybody who follows that feed there, and people behind one "
    f"address with the same program count as one. Readers are those of the last {READERS_OF.days} "
    "days, rhythms those of all events here. Times are UTC."
)


@click.command()
@click.argument("event", metavar="EVENT")
@STORE
@JSON
def reach(event: str, url: str | None, *, as_json: bool) -> None:
    """Tell which revision each family of calendar programs last fetched, and who holds an older."""
    with bootstrap.open_store(url) as store:
        event_id = event_id_of(event, store)
        if not isinstance(store, VisitStore):
            raise InvalidSetting("this kind of store keeps no counts of visits; name another one")
        newest = store.history(event_id)[-1]
        found = reached(event_id, store, bootstrap.now())
    if as_json:
        families = [_as_json(each, newest.number) for each in found]
        value = {"event": event_id, "newest": newest.number, "families": families, "about": ABOUT}
        click.echo(json.dumps(value, ensure_ascii=False, indent=2))
        return
    click.echo(f"{event_id}: public is {newest}")
    if not found:
        click.echo(f"nobody has fetched a feed in the last {READERS_OF.days} days")
        return
    console = Console(highlight=False)
    console.print(_table(found, newest.number))
    click.echo(ABOUT)


def _table(found: tuple[FamilyReach, ...], newest: int) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("family")
    table.add_column("last visit", no_wrap=True)
    table.add_column("holds", no_wrap=True)
    table.add_column("readers, about")
    table.add_column("comes every")
    table.add_column("expect by", no_wrap=True)
    for each in found:
        expected = each.expected(newest)
        table.add_row(
            each.family.label,
            _moment(each.last),
            _holds(each.fetched, newest),
            _readers(each),
            in_words(each.rhythm) if each.rhythm else "not known",
            _moment(expected) if expected else "",
        )
    return table


def _holds(number: int, newest: int) -> str:
    behind = newest - number
    return f"Rev. {number}" + (f", {behind} behind" if behind > 0 else "")


def _readers(each: FamilyReach) -> str:
    feeds = each.family.fetches_for_many
    several = (
        f"{count}{_plural(' feed', count) if feeds else ''} with Rev. {number}"
        for number, count in each.held.items()
    )
    return ", ".join(several) or "none yet"


def in_words(rhythm: Rhythm) -> str:
    """Return a rhythm in English: ``9 to 13 hours``, ``5 minutes to 1 day``."""
    least, most = rhythm.least, rhythm.most
    if least == most:
        return _length(most)
    first = str(least.number) if least.unit == most.unit else _length(least)
    return f"{first} to {_length(most)}"


def _length(length: Length) -> str:
    return f"{length.number} {_plural(length.unit, length.number)}"


def _plural(thing: str, count: int) -> str:
    return thing if count == 1 else f"{thing}s"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%d %b %H:%M}"


def _as_json(each: FamilyReach, newest: int) -> dict[str, Any]:
    expected = each.expected(newest)
    unit = "feeds" if each.family.fetches_for_many else "readers"
    return {
        "family": each.family.value,
        "name": each.family.label,
        "last_visit": each.last.isoformat(),
        "last_fetched": each.fetched,
        unit: [{"revision": number, "about": count} for number, count in each.held.items()],
        "behind": each.behind(newest),
        "fetches": each.fetches,
        "rhythm": _rhythm(each.rhythm) if each.rhythm else None,
        "expected": expected.isoformat() if expected else None,
    }


def _rhythm(rhythm: Rhythm) -> dict[str, Any]:
    return {"least": rhythm.least._asdict(), "most": rhythm.most._asdict()}
