"""The outbox: what waits, what was sent, what was refused; read, approve, hold and send it."""

import json
from collections.abc import Sequence
from email import message_from_bytes
from email.policy import default

import click
from rich.console import Console
from rich.table import Table

from roundtable_ical import bootstrap
from roundtable_ical.cli.exits import WORLD_FAILED
from roundtable_ical.cli.letters import (
    delivery_as_json,
    delivery_line,
    failed,
    post_as_json,
    refusals,
)
from roundtable_ical.cli.mailroom import id_of, mail_address, open_mail, open_mailroom
from roundtable_ical.cli.options import JSON, STORE
from roundtable_ical.errors import UnknownId
from roundtable_ical.itip.outbox import Post, PostState
from roundtable_ical.services.mailroom import Mailroom
from roundtable_ical.services.outbox import send as sent_from
from roundtable_ical.services.review import approve as approved

_TIMES = "%d %b %H:%M UTC"


@click.group()
def outbox() -> None:
    """Look at letters before and after they leave, and send them."""


@outbox.command("list")
@click.argument("event", metavar="[EVENT]", required=False)
@click.option(
    "--state",
    type=click.Choice([each.value for each in PostState]),
    help="Only those; by default all but the withdrawn.",
)
@STORE
@JSON
def list_(event: str | None, state: str | None, url: str | None, *, as_json: bool) -> None:
    """List the letters of an event, or of all."""
    with open_mailroom(url) as room:
        found = [each for each in room.mail.posts(_id(event, room)) if _wanted(each, state)]
    if as_json:
        click.echo(json.dumps([post_as_json(post) for post in found], ensure_ascii=False, indent=2))
        return
    if not found:
        click.echo("no letters")
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("letter", "to", "subject", "state", "when"):
        table.add_column(name, overflow="fold")
    for post in found:
        when = post.sent or post.due
        state_words = f"{post.state}: {post.trouble}" if post.trouble else post.state.value
        table.add_row(short(post), post.recipient, post.subject, state_words, f"{when:{_TIMES}}")
    Console(highlight=False).print(table)


@outbox.command()
@click.argument("letter", metavar="LETTER")
@click.option("--raw", is_flag=True, help="The whole message, as it leaves.")
@STORE
def show(letter: str, url: str | None, *, raw: bool) -> None:
    """Show one letter: its head, and the words that its reader sees."""
    with open_mailroom(url) as room:
        found = room.mail.post(_named(letter, room.mail.posts()).message_id)
    if found is None:  # it was there a moment ago
        raise UnknownId("letter", letter, ())
    if raw:
        click.echo(found.content, nl=False)
        return
    message = message_from_bytes(found.content, policy=default)
    for name in ("From", "To", "Reply-To", "Subject", "Date", "In-Reply-To"):
        if message[name]:
            click.echo(f"{name}: {message[name]}")
    body = message.get_body(("plain",))
    click.echo(f"\n{body.get_content() if body else ''}")


@outbox.command()
@click.argument("event", metavar="EVENT")
@click.argument("letters", metavar="[LETTER]...", nargs=-1)
@STORE
def approve(event: str, letters: tuple[str, ...], url: str | None) -> None:
    """Let letters leave that were held: those named, or all of the event."""
    _approve(event, letters, url, hold=False)


@outbox.command()
@click.argument("event", metavar="EVENT")
@click.argument("letters", metavar="[LETTER]...", nargs=-1)
@STORE
def hold(event: str, letters: tuple[str, ...], url: str | None) -> None:
    """Keep letters back that wait: those named, or all of the event."""
    _approve(event, letters, url, hold=True)


@outbox.command()
@click.argument("event", metavar="[EVENT]", required=False)
@click.option("--to", "address", metavar="ADDRESS", help="smtp://..., maildir:DIR, eml:DIR.")
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
@STORE
@JSON
def send(
    event: str | None, address: str | None, limit: int | None, url: str | None, *, as_json: bool
) -> None:
    """Send what is due; run it as often as you like, also on several machines."""
    with open_mailroom(url) as room:
        where = address or mail_address(bootstrap.settings())
        event_id = _id(event, room)
        with open_mail(where) as postman:
            sent = list(
                sent_from(
                    room.mail, postman, bootstrap.now, event_id=event_id, limit=limit, ahead=True
                )
            )
    if as_json:
        click.echo(
            json.dumps([delivery_as_json(each) for each in sent], ensure_ascii=False, indent=2)
        )
    else:
        for each in sent:
            click.echo(delivery_line(each))
        click.echo(f"{len(sent)} tried" if sent else "nothing is due")
        if refused := refusals(sent):
            click.echo(refused)
    if failed(sent):
        raise SystemExit(WORLD_FAILED)


def short(post: Post) -> str:
    """Return what a letter is called on the command line: the beginning of its Message-ID."""
    return post.message_id.strip("<>").partition("@")[0][:12]


def _approve(event: str, letters: Sequence[str], url: str | None, *, hold: bool) -> None:
    with open_mailroom(url) as room:
        event_id = id_of(event, room)
        posts = room.mail.posts(event_id)
        waiting = PostState.QUEUED if hold else PostState.HELD
        wanted = [_named(each, posts) for each in letters] or posts
        chosen = [post for post in wanted if post.state is waiting]
        names = tuple(post.message_id for post in chosen)
        count = (
            room.mail.approve(names, hold=True)
            if hold
            else approved(room.mail, event_id, names, room.clock())
        )
    what = "kept back" if hold else "may leave"
    click.echo(f"{count} letter{'' if count == 1 else 's'} {what}")
    for post in wanted if letters else ():
        if post not in chosen:
            click.echo(f"{short(post)} stays as it is: {post.state}")


def _named(letter: str, posts: Sequence[Post]) -> Post:
    """Return the letter that *letter* is the beginning of.

    Raises:
        UnknownId: there is none, or there are several.
    """
    found = [post for post in posts if post.message_id.strip("<>").startswith(letter)]
    if len(found) != 1 or not letter:
        raise UnknownId("letter", letter, map(short, found or posts))
    return found[0]


def _id(event: str | None, room: Mailroom) -> str | None:
    if event is None:
        return None
    return id_of(event, room)


def _wanted(post: Post, state: str | None) -> bool:
    return post.state.value == state if state else post.state is not PostState.WITHDRAWN
