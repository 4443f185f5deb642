"""Who has answered what; and what a person decides about messages that were held."""

import json
from collections.abc import Sequence
from datetime import datetime
from shlex import quote
from typing import Any
from zoneinfo import ZoneInfo

import click
from rich.console import Console
from rich.table import Table

from roundtable_ical import bootstrap
from roundtable_ical.cli.mailroom import id_of, open_mailroom, programme_of
from roundtable_ical.cli.options import JSON, STORE
from roundtable_ical.cli.taking import take
from roundtable_ical.errors import UnknownId
from roundtable_ical.itip.ledger import Proposal
from roundtable_ical.itip.outbox import Heard
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.rsvp import Row, awaits, rows, unplaced
from roundtable_ical.itip.slots import SlotKey
from roundtable_ical.services.answer import decline_proposal, settle_held
from roundtable_ical.services.links import ANSWER, FEED

_SHOWN = 12
"""Letters of a digest that tell a message from others."""


class _Rsvp(click.Group):
    """``rsvp EVENT`` shows the table; ``rsvp accept EVENT MESSAGE`` and others decide."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands:
            args = ["show", *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        shown = any(not each.startswith("-") for each in args)
        if shown and args[0].startswith("-") and args[0] not in {"-h", "--help"}:
            args = ["show", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Rsvp)
def rsvp() -> None:
    """Show who has answered what: `roundtable rsvp EVENT`.

    EVENT may not be called like a command below.
    """


rsvp.add_command(take)


@rsvp.command()
@click.argument("event", metavar="EVENT")
@STORE
@JSON
def show(event: str, url: str | None, *, as_json: bool) -> None:
    """Show who was asked, for which slot, when, and what they answered (the same as rsvp EVENT)."""
    with open_mailroom(url) as room:
        programme, _ = programme_of(event, room)
        book = room.mail.book(programme.id)
    found = rows(programme, book)
    loose = tuple(unplaced(book))
    if as_json:
        _print([_row_as_json(row) for row in found])
        return
    if not found:
        click.echo(f"{programme.id}: nobody was asked yet; see `roundtable invite`")
    else:
        Console(highlight=False).print(_table(found, programme.timezone))
    for row in found:
        if row.proposal:
            _tell_proposal(event, row, row.proposal, programme.timezone)
    for each in (*(held for row in found for held in row.waiting), *loose):
        _tell_held(event, each)


@rsvp.command()
@click.argument("event", metavar="EVENT")
@STORE
@JSON
def held(event: str, url: str | None, *, as_json: bool) -> None:
    """List the messages that wait for a person, with the reason of each."""
    with open_mailroom(url) as room:
        book = room.mail.book(id_of(event, room))
    waiting = [each for each in book.heard.values() if awaits(each)]
    if as_json:
        _print([held_as_json(each) for each in waiting])
        return
    for each in waiting:
        _tell_held(event, each)
    if not waiting:
        click.echo("no message waits")


@rsvp.command()
@click.argument("event", metavar="EVENT")
@click.argument("message", metavar="MESSAGE")
@click.option(
    "--as",
    "meaning",
    type=click.Choice(["accepted", "declined", "tentative"]),
    help="What it means, where it is not in a form that programs read.",
)
@STORE
@JSON
def accept(
    event: str, message: str, meaning: str | None, url: str | None, *, as_json: bool
) -> None:
    """Let a message that was held count as the speaker's answer."""
    partstat = ParticipationStatus(meaning.upper()) if meaning else None
    _settle(event, message, url, accepted=True, partstat=partstat, as_json=as_json)


@rsvp.command()
@click.argument("event", metavar="EVENT")
@click.argument("message", metavar="MESSAGE")
@STORE
@JSON
def reject(event: str, message: str, url: str | None, *, as_json: bool) -> None:
    """Lay a message aside that was held; the speaker's answer stays as it is."""
    _settle(event, message, url, accepted=False, as_json=as_json)


@rsvp.command()
@click.argument("event", metavar="EVENT")
@click.argument("segment", metavar="SEGMENT")
@click.argument("speaker", metavar="SPEAKER")
@STORE
def decline(event: str, segment: str, speaker: str, url: str | None) -> None:
    """Decline what a speaker proposed (another time or person); they are told (DECLINECOUNTER)."""
    with open_mailroom(url) as room:
        key = SlotKey(segment, speaker)
        post = decline_proposal(id_of(event, room), key, room.mail, moment=bootstrap.now())
    click.echo(f"declined; {post.recipient} hears of it with the next `roundtable outbox send`")


@rsvp.command()
@click.argument("event", metavar="EVENT")
@click.argument("speaker", metavar="SPEAKER")
@STORE
def revoke(event: str, speaker: str, url: str | None) -> None:
    """Make the personal links of a speaker useless; later letters carry new ones."""
    with open_mailroom(url) as room:
        programme, _ = programme_of(event, room)
        if speaker not in programme.people:
            raise UnknownId("speaker", speaker, programme.people)
        keys = [
            key for key in room.mail.book(programme.id).invitations if key.speaker_id == speaker
        ]
        count = room.mail.revoke(programme.id, FEED, speaker)
        count += sum(room.mail.revoke(programme.id, ANSWER, "/".join(key)) for key in keys)
    click.echo(f"{count} link{'' if count == 1 else 's'} revoked")


def _settle(
    event: str,
    message: str,
    url: str | None,
    *,
    accepted: bool,
    as_json: bool,
    partstat: ParticipationStatus | None = None,
) -> None:
    with open_mailroom(url) as room:
        programme, _ = programme_of(event, room)
        heard = settle_held(
            programme,
            message,
            room.mail,
            accept=accepted,
            moment=bootstrap.now(),
            partstat=partstat,
        )
        published = room.publish_answers(programme.id)
    if as_json:
        _print(held_as_json(heard))
        return
    click.echo(f"{heard.outcome}: {heard.reason}")
    if published and published.revision:
        click.echo(f"published as {published.revision}")


def _tell_held(event: str, heard: Heard) -> None:
    short = heard.digest[:_SHOWN]
    click.echo(f"held {short}: {heard.reason}")
    click.echo(f"  from {heard.sender}: {heard.subject or '(no subject)'}")
    click.echo(f"  `roundtable rsvp accept {event} {short}`, or reject")


def _print(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _tell_proposal(event: str, row: Row, proposal: Proposal, zone: ZoneInfo) -> None:
    segment, speaker = row.key
    if proposal.start and proposal.end:
        start, end = proposal.start.astimezone(zone), proposal.end.astimezone(zone)
        click.echo(f"{row.name} proposes {start:%a %d %b %H:%M}-{end:%H:%M} for {row.title!r}")
    if proposal.substitute:
        click.echo(f"{row.name} proposes {proposal.substitute} for {row.title!r}")
    if proposal.comment:
        click.echo(f"  {proposal.comment}")
    if proposal.substitute or proposal.start:
        click.echo(f"  take it: `roundtable rsvp take {quote(event)} {segment} {speaker}`")
    click.echo(f"  decline it: `roundtable rsvp decline {quote(event)} {segment} {speaker}`")


def _table(found: Sequence[Row], zone: ZoneInfo) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("who", "slot", "when", "asked", "answer", "delivery"):
        table.add_column(name)
    for row in found:
        seen = f"Rev. {row.revision}" if row.revision else f"SEQUENCE {row.sequence or 0}"
        answer = row.partstat.value.lower().replace("-", " ")
        table.add_row(
            row.name,
            row.title,
            f"{row.start.astimezone(zone):%a %d %b %H:%M}" if row.start else "",
            f"{_moment(row.asked, zone)} ({seen})" if row.asked else "not yet",
            "taken back" if row.withdrawn else _with_words(answer, row),
            row.trouble or row.delivery.value,
        )
    return table


def _with_words(answer: str, row: Row) -> str:
    more = [f"to {row.delegated_to}" if row.delegated_to else "", row.comment]
    return ": ".join(filter(None, (answer, *more)))


def _moment(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%d %b %H:%M}"


def _row_as_json(row: Row) -> dict[str, Any]:
    proposal = row.proposal
    return {
        "segment": row.key.segment_id,
        "speaker": row.key.speaker_id,
        "name": row.name,
        "address": row.address,
        "title": row.title,
        "start": row.start.isoformat() if row.start else None,
        "partstat": row.partstat.value,
        "withdrawn": row.withdrawn,
        "sequence": row.sequence,
        "revision": row.revision,
        "asked": row.asked.isoformat() if row.asked else None,
        "answered": row.answered.isoformat() if row.answered else None,
        "source": row.source or None,
        "comment": row.comment or None,
        "delegated_to": row.delegated_to,
        "proposed": _span(proposal) if proposal and proposal.start else None,
        "substitute": (proposal.substitute or None) if proposal else None,
        "delivery": row.delivery.value,
        "trouble": row.trouble or None,
        "held": [each.digest[:_SHOWN] for each in row.waiting],
    }


def _span(proposal: Proposal) -> dict[str, str | None]:
    start, end = proposal.start, proposal.end
    return {
        "start": f"{start:%Y-%m-%dT%H:%M:%SZ}" if start else None,
        "end": f"{end:%Y-%m-%dT%H:%M:%SZ}" if end else None,
    }


def held_as_json(heard: Heard) -> dict[str, Any]:
    """Return a message that was held for programs."""
    return {
        "message": heard.digest[:_SHOWN],
        "from": heard.sender,
        "subject": heard.subject or None,
        "outcome": heard.outcome.value,
        "reason": heard.reason,
        "segment": heard.key.segment_id if heard.key else None,
        "speaker": heard.key.speaker_id if heard.key else None,
        "partstat": heard.partstat.value if heard.partstat else None,
        "comment": heard.comment or None,
    }
