"""Ask speakers for their slots."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from roundtable_ical import bootstrap
from roundtable_ical.cli.mailroom import mail_address, open_mailroom
from roundtable_ical.cli.publishing import DRY_RUN, JSON, STORE
from roundtable_ical.config import seconds
from roundtable_ical.errors import InvalidField, UnknownId
from roundtable_ical.itip.outbox import Decision, Post
from roundtable_ical.itip.slots import Uninvited
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.services.invite import invite as invited
from roundtable_ical.services.outbox import Sent, send_all


class Length(click.ParamType):
    """A length of time, as ``10m``; in seconds."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the seconds, or end with the way to write it."""
        if isinstance(value, int):
            return value
        try:
            return seconds(value)
        except InvalidField as error:
            self.fail(f"{error.value!r} {error.reason}; {error.hint}", param, ctx)


SETTLE = click.option(
    "--settle",
    type=Length(),
    metavar="TIME",
    help="How long a letter waits for a newer one in its place, as 10m.",
)
HOLD = click.option("--hold", is_flag=True, help="Keep letters back until they are approved.")


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
    settle: int | None,
    url: str | None,
    *,
    send: bool,
    hold: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Ask speakers for their slots; who was asked before hears only of what has changed for them.

    Without --send and --out the letters wait in the outbox.
    """
    if out and (send or hold or settle):
        raise click.UsageError("--out writes at once: leave out --send, --hold and --settle")
    address = f"eml:{out}" if out else None
    with open_mailroom(url) as room:
        if send:
            address = mail_address(room.settings)
        programme, revision = room.programme(event)
        _known(programme, speakers, segments)
        mailing = room.mailing(programme, revision, settle=0 if out else settle, hold=hold)
        if out and programme.end is not None and programme.end <= mailing.moment:
            rehearsed = f"{programme.id} is over: letters are written as of {programme.revised}"
            click.echo(rehearsed, err=True)
            mailing = replace(mailing, moment=programme.revised)
        asked = invited(
            mailing,
            room.mail,
            speakers=speakers,
            segments=segments,
            dry_run=dry_run,
        )
        sent: list[Sent] = []
        if address and not dry_run:
            with bootstrap.open_mail(address) as postman:
                sent += send_all(room.mail, postman, bootstrap.now, event_id=programme.id)
    if as_json:
        _print_json(programme.id, asked.decision, asked.uninvited, sent)
        return
    _print(programme, asked.decision, asked.uninvited, sent, dry_run=dry_run, out=out)
    if any(not each.delivered for each in sent):
        raise SystemExit(3)


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


def post_line(post: Post) -> str:
    """Return a post in a line: to whom, why, and what about."""
    again = f", SEQUENCE {post.told.sequence}" if post.told and post.told.sequence else ""
    return f"{post.recipient}: {post.kind}{again}: {post.subject}"


def _print(
    programme: SideEvent,
    decision: Decision,
    uninvited: Sequence[Uninvited],
    sent: Sequence[Sent],
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
    for each in sent:
        click.echo(f"  {each}")
    if out and sent:
        click.echo(f"files in {out}")
    elif decision.posts and not sent and not dry_run:
        click.echo("they wait in the outbox: `roundtable outbox send`")


def _print_json(
    event_id: str, decision: Decision, uninvited: Iterable[Uninvited], sent: Iterable[Sent]
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
        "sent": [each.as_json() for each in sent],
    }
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def post_as_json(post: Post) -> dict[str, Any]:
    """Return a post for programs; its content is left out."""
    return {
        "id": post.message_id,
        "event": post.event_id,
        "kind": post.kind,
        "segment": post.key.segment_id if post.key else None,
        "speaker": post.key.speaker_id if post.key else None,
        "to": post.recipient,
        "subject": post.subject,
        "state": post.state.value,
        "sequence": post.told.sequence if post.told else None,
        "revision": post.revision,
        "made": post.made.isoformat(),
        "due": post.due.isoformat(),
        "sent": post.sent.isoformat() if post.sent else None,
        "attempts": post.attempts,
        "trouble": post.trouble or None,
    }
