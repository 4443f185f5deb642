"""Ask speakers for their slots."""

import json
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

import click

from roundtable_ical import bootstrap
from roundtable_ical.cli.exits import WORLD_FAILED
from roundtable_ical.cli.letters import (
    delivery_as_json,
    delivery_line,
    failed,
    post_as_json,
    post_line,
    refusals,
)
from roundtable_ical.cli.mailroom import (
    mail_address,
    open_mail,
    open_mailroom,
    programme_of,
)
from roundtable_ical.cli.options import DRY_RUN, HOLD, JSON, SETTLE, STORE
from roundtable_ical.errors import UnknownId
from roundtable_ical.itip.outbox import Decision, PostState
from roundtable_ical.itip.slots import Uninvited
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.services.invite import invite as invited
from roundtable_ical.services.outbox import Delivery
from roundtable_ical.services.outbox import send as sent_from


@click.command()
@click.argument("event", metavar="EVENT")
@click.option("--speaker", "speakers", multiple=True, metavar="ID", help="Only this one; repeat.")
@click.option("--segment", "segments", multiple=True, metavar="ID", help="Only this one; repeat.")
@click.option("--send", is_flag=True, help="Send at once what is due, by ROUNDTABLE_MAIL.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write .eml files there in place of sending.",
)
@click.option(
    "--again", is_flag=True, help="Write once more to those whom the last letter did not reach."
)
@SETTLE
@HOLD
@STORE
@DRY_RUN
@JSON
def invite(
    event: str,
    speakers: tuple[str, ...],
    segments: tuple[str, ...],
    out: Path | None,
    settle: timedelta | None,
    url: str | None,
    *,
    send: bool,
    again: bool,
    hold: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Ask speakers for their slots; who was asked before hears only of what has changed for them.

    Without --send and --out the letters wait in the outbox.
    """
    if out and (send or hold or settle):
        raise click.UsageError("--out writes at once: leave out --send, --hold and --settle")
    with open_mailroom(url) as room, ExitStack() as stack:
        programme, revision = programme_of(event, room)
        _known(programme, speakers, segments)
        postman = None
        if (send or out) and not dry_run:  # before anything is written
            address = f"eml:{out}" if out else mail_address(bootstrap.settings())
            postman = stack.enter_context(open_mail(address))
        mailing = room.mailing(
            programme, revision, settle=timedelta(0) if out else settle, hold=hold
        )
        if out and programme.end is not None and programme.end <= mailing.moment:
            moment = f"{programme.revised.astimezone(UTC):%d %B %Y %H:%M} UTC"
            click.echo(f"{programme.id} is over: letters are written as of {moment}", err=True)
            mailing = replace(mailing, moment=programme.revised)
        asked = invited(
            mailing,
            room.mail,
            speakers=speakers,
            segments=segments,
            again=again,
            dry_run=dry_run,
        )
        sent: list[Delivery] = []
        if postman:
            sent += sent_from(
                room.mail, postman, bootstrap.now, event_id=programme.id, ahead=out is None
            )
    if as_json:
        _print_json(programme.id, asked.decision, asked.uninvited, sent)
    else:
        _print(programme, asked.decision, asked.uninvited, sent, dry_run=dry_run, out=out)
    if failed(sent):
        raise SystemExit(WORLD_FAILED)


def _known(programme: SideEvent, speakers: Iterable[str], segments: Iterable[str]) -> None:
    """Refuse ids that the programme does not have.

    Raises:
        UnknownId: names the first, and those there are.
    """
    for kind, ids, known in (
        ("speaker", speakers, programme.people),
        ("segment", segments, programme.agenda),
    ):
        for id_ in ids:
            if id_ not in known:
                raise UnknownId(kind, id_, known)


def _print(
    programme: SideEvent,
    decision: Decision,
    uninvited: Sequence[Uninvited],
    sent: Sequence[Delivery],
    *,
    dry_run: bool,
    out: Path | None,
) -> None:
    would = "would be written" if dry_run else "written"
    count = len(decision.posts)
    click.echo(f"{programme.id}: {count} letter{'' if count == 1 else 's'} {would}")
    for post in decision.posts:
        click.echo(f"  {post_line(post)}")
    if decision.withdrawn:
        click.echo(f"  {len(decision.withdrawn)} that had not left taken back")
    for each in uninvited:
        title = programme.agenda[each.key.segment_id].title
        click.echo(f"no letter: {each.key.speaker_id} ({title}): {each.reason}")
    for delivery in sent:
        click.echo(f"  {delivery_line(delivery)}")
    if refused := refusals(sent):
        click.echo(refused)
    if out and not sent and not dry_run:
        listing = f"`roundtable outbox list {programme.id}`"
        click.echo(f"no files: there is nothing that speakers do not know already; see {listing}")
    elif out and sent:
        click.echo(f"files in {out}")
    elif any(post.state is PostState.HELD for post in decision.posts) and not dry_run:
        click.echo(f"they wait for review: `roundtable outbox approve {programme.id}`")
    elif decision.posts and not sent and not dry_run:
        click.echo("they wait in the outbox: `roundtable outbox send`")


def _print_json(
    event_id: str, decision: Decision, uninvited: Iterable[Uninvited], sent: Iterable[Delivery]
) -> None:
    value = {
        "event": event_id,
        "letters": [post_as_json(post) for post in decision.posts],
        "withdrawn": [*decision.withdrawn],
        "uninvited": [
            {
                "segment": each.key.segment_id,
                "speaker": each.key.speaker_id,
                "reason": each.reason,
            }
            for each in uninvited
        ],
        "sent": [delivery_as_json(each) for each in sent],
    }
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
