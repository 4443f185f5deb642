"""Commands about revisions: publish, history, diff, rollback."""

import getpass
import json
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import click

from roundtable_ical import bootstrap, zones
from roundtable_ical.cli.letters import post_as_json, post_line
from roundtable_ical.cli.options import (
    AUTHOR,
    DRY_RUN,
    HOLD,
    JSON,
    MESSAGE,
    SETTLE,
    STATIC,
    STORE,
    event_id_of,
)
from roundtable_ical.errors import UnknownId
from roundtable_ical.ports import ProgrammeStore
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.revisions.changes import Change, changes
from roundtable_ical.revisions.publication import Revision
from roundtable_ical.services.publish import Published
from roundtable_ical.services.publish import publish as published
from roundtable_ical.services.publish import rollback as rolled_back
from roundtable_ical.services.statically import Target


@click.command()
@click.argument("event", type=click.Path(path_type=Path), metavar="EVENT")
@STORE
@MESSAGE
@AUTHOR
@STATIC
@SETTLE
@HOLD
@DRY_RUN
@JSON
def publish(
    event: Path,
    url: str | None,
    message: str,
    author: str | None,
    static: str | None,
    settle: timedelta | None,
    *,
    hold: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Publish a programme as a new revision; print what changed."""
    programme = bootstrap.read(event)
    target = bootstrap.open_target(static) if static else None
    with bootstrap.open_store(url) as store:
        room = bootstrap.mailroom(store, bootstrap.settings(), url)
        programme = room.answered(programme) if room else programme
        done = published(
            programme,
            store,
            moment=bootstrap.now(),
            tzdata=zones.current().version,
            author=author_named(author),
            message=message,
            base=_base(programme.id),
            mail=room.updating(programme, settle=settle, hold=hold) if room else None,
            dry_run=dry_run,
        )
        _report(programme.id, done, dry_run=dry_run, as_json=as_json)
        if target and not dry_run:
            _lay_out(programme.id, store, target, as_json=as_json)


def _lay_out(event_id: str, store: ProgrammeStore, target: Target, *, as_json: bool) -> None:
    laid = bootstrap.publish_static(event_id, store, target)
    done = f"{laid.written} of {counted(laid.total, 'object')} written"
    words = f"static: {done} to {target.name}, {laid.removed} removed"
    click.echo(words, err=as_json)  # a program reads one JSON document


@click.command()
@click.argument("event", metavar="EVENT")
@STORE
@JSON
def history(event: str, url: str | None, *, as_json: bool) -> None:
    """List the revisions of an event, with the feeds that each gave new bytes."""
    with bootstrap.open_store(url) as store:
        event_id = event_id_of(event, store)
        found = [
            (publication.revision, sorted(feed.path for feed in publication.feeds))
            for publication in store.publications(event_id)
        ]
    if as_json:
        _print([{**_revision(revision), "feeds": feeds} for revision, feeds in found])
        return
    for revision, feeds in found:
        click.echo(f"{revision}")
        click.echo(f"  {counted(len(feeds), 'feed')}: {listed(feeds)}")


@click.command()
@click.argument("event", metavar="EVENT")
@click.option("--from", "old", type=click.IntRange(1), metavar="N", help="Revision before.")
@click.option("--to", "new", type=click.IntRange(1), metavar="N", help="Revision after.")
@STORE
@JSON
def diff(event: str, old: int | None, new: int | None, url: str | None, *, as_json: bool) -> None:
    """Print "was / is" between what is public and a programme file, or between two revisions."""
    with bootstrap.open_store(url) as store:
        event_id = event_id_of(event, store)
        newest = store.history(event_id)[-1].number
        if new is None and Path(event).exists():
            after, until = bootstrap.read(event), newest + 1
        else:
            until = new or newest
            after = _programme(store, event_id, until)
        since = old or until - 1
        before = _programme(store, event_id, since) if since else None
    found = changes(before, after)
    if as_json:
        _print([change_as_json(each) for each in found])
        return
    print_changes(found)
    if not found:
        click.echo("nothing changed")


@click.command()
@click.argument("event", metavar="EVENT")
@click.argument("number", type=click.IntRange(1), metavar="N")
@STORE
@MESSAGE
@AUTHOR
@STATIC
@SETTLE
@HOLD
@DRY_RUN
@JSON
def rollback(
    event: str,
    number: int,
    url: str | None,
    message: str,
    author: str | None,
    static: str | None,
    settle: timedelta | None,
    *,
    hold: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Publish again what revision N was, as a new revision."""
    target = bootstrap.open_target(static) if static else None
    with bootstrap.open_store(url) as store:
        room = bootstrap.mailroom(store, bootstrap.settings(), url)
        event_id = event_id_of(event, store)
        done = rolled_back(
            event_id,
            number,
            store,
            moment=bootstrap.now(),
            tzdata=zones.current().version,
            author=author_named(author),
            message=message,
            base=_base(event_id),
            mail=partial(room.updating, settle=settle, hold=hold) if room else None,
            dry_run=dry_run,
        )
        _report(event_id, done, dry_run=dry_run, as_json=as_json)
        if target and not dry_run:
            _lay_out(event_id, store, target, as_json=as_json)


def _programme(store: ProgrammeStore, event_id: str, number: int) -> SideEvent:
    """Return the programme of revision *number*.

    Raises:
        UnknownId: there is no such revision; lists those there are.
    """
    programme = store.programme(event_id, number)
    if programme is None:
        known = (str(revision.number) for revision in store.history(event_id))
        raise UnknownId("revision", str(number), known)
    return programme


def author_named(name: str | None) -> str:
    """Return who publishes: *name*, by default the user of this computer."""
    if name is not None:
        return name
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user may have no name
        return ""


def _base(event_id: str) -> str | None:
    return bootstrap.page_address(bootstrap.settings().base_url, event_id)


def _report(event_id: str, done: Published, *, dry_run: bool, as_json: bool) -> None:
    posts = done.mail.posts if done.mail else ()
    if as_json:
        _print(
            {
                "event": event_id,
                "dry_run": dry_run,
                "revision": _revision(done.revision) if done.revision else None,
                "changes": [change_as_json(each) for each in done.changes],
                "feeds": list(done.feeds),
                "letters": [post_as_json(post) for post in posts],
            }
        )
        return
    if done.revision is None:
        click.echo(f"{event_id}: nothing changed, so nothing was published")
        return
    if done.revision.number == 1:
        click.echo(f"{counted(len(done.changes), 'segment')}, all new")
    else:
        print_changes(done.changes)
    verb = "would be published" if dry_run else "published"
    click.echo(f"{event_id}: {verb} as {done.revision}")
    click.echo(f"  {counted(len(done.feeds), 'feed')} with new bytes: {listed(done.feeds)}")
    if posts:
        where = "would be written" if dry_run else "in the outbox; see `roundtable outbox`"
        click.echo(f"  {counted(len(posts), 'letter')} {where}:")
    for post in posts:
        click.echo(f"    {post_line(post)}")


def print_changes(found: Sequence[Change]) -> None:
    """Print what each of *found* was, and what it is."""
    for each in found:
        source = f" (from {each.inherited})" if each.inherited else ""
        click.echo(f"{each.title}: {each.kind}{source}")
        if each.was:
            click.echo(f"  was {each.was}")
        if each.now:
            click.echo(f"  is  {each.now}")


def listed(paths: Sequence[str], most: int = 8) -> str:
    """Return *paths* in a row, and how many more there are."""
    more = len(paths) - most
    return ", ".join(paths[:most]) + (f" and {more} more" if more > 0 else "")


def counted(number: int, thing: str) -> str:
    """Return *number* and *thing*, in the plural where it has to be."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _revision(revision: Revision) -> dict[str, Any]:
    return {
        "number": revision.number,
        "moment": revision.moment.isoformat(),
        "author": revision.author,
        "message": revision.message,
        "tzdata": revision.tzdata,
    }


def change_as_json(change: Change) -> dict[str, Any]:
    """Return a change for programs."""
    return {
        "segment": change.segment_id,
        "title": change.title,
        "kind": change.kind.value,
        "was": change.was or None,
        "is": change.now or None,
        "inherited": change.inherited,
    }


def _print(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
