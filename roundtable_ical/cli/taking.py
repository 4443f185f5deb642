"""Take what a speaker proposed: seen first, agreed to, and written or published like an order."""

from shlex import quote

import click

from roundtable_ical import bootstrap
from roundtable_ical.cli import answers
from roundtable_ical.cli.mailroom import id_of, open_mailroom
from roundtable_ical.cli.options import DRY_RUN, JSON, MESSAGE, STORE
from roundtable_ical.cli.orders import FIT, PUBLISH, YES
from roundtable_ical.cli.programmes import beside
from roundtable_ical.cli.reschedule import Job
from roundtable_ical.itip.ledger import Proposal
from roundtable_ical.itip.slots import SlotKey
from roundtable_ical.scheduling.fits import Fit
from roundtable_ical.services.proposals import open_proposal, ordered, take_proposal
from roundtable_ical.services.reschedule import dated, preview


@click.command()
@click.argument("event", metavar="EVENT")
@click.argument("segment", metavar="SEGMENT")
@click.argument("speaker", metavar="SPEAKER")
@click.option("--push", is_flag=True, help="Later segments give way to the other time.")
@FIT
@PUBLISH
@MESSAGE
@YES
@DRY_RUN
@STORE
@JSON
@click.pass_context
def take(
    ctx: click.Context,
    event: str,
    segment: str,
    speaker: str,
    fit: Fit | None,
    message: str,
    url: str | None,
    *,
    push: bool,
    publish: bool,
    yes: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Take what a speaker proposed: the slot moves, or somebody else is put in their place.

    What would become of the programme is shown; once agreed to, the file is written, or an event of
    the store published. Who is concerned hears of it with the publication; a substitute is asked
    by `roundtable invite`.
    """
    key = SlotKey(segment, speaker)
    with open_mailroom(url) as room:
        event_id = id_of(event, room)
        proposal = open_proposal(room.mail.book(event_id), key)
    job = Job(
        event=event,
        order=f"take what {speaker} proposes for {segment}",
        url=url,
        publish=publish,
        message=message,
        yes=yes,
        dry_run=dry_run,
        as_json=as_json,
    )
    agreed = _done(job, key, proposal, push=push, fit=fit)
    if agreed:
        with open_mailroom(url) as room:
            take_proposal(event_id, key, proposal, room.mail)
    ctx.exit(0 if agreed or dry_run else 1)


def _done(job: Job, key: SlotKey, proposal: Proposal, *, push: bool, fit: Fit | None) -> bool:
    """Show what would become of the programme, and write it where that is agreed to."""
    with job.opened() as (there, store):
        proposed = ordered(there.event, key, proposal, push=push, fit=fit)
        seen = preview(there.event, proposed.event, beside([there.event], store))
        after = dated(proposed.event, bootstrap.now())
        would = job.publication(there, after) if proposed.fits else None
        job.tell(there, seen, would, proposed)
        if proposal.substitute and not job.as_json:
            click.echo(f"  {key.speaker_id} gives way to {proposal.substitute}")
        agreed = proposed.fits and job.agreed(there)
        done = job.taken(there, after) if agreed else None
    if agreed or seen.effects or job.as_json:
        more = {"substitute": proposal.substitute or None}
        job.conclude(there, seen, would, done, agreed=agreed, proposed=proposed, more=more)
    else:
        hint = "" if job.dry_run or answers.is_terminal() else "; --yes does it"
        click.echo(f"{there.name}: not written{hint}")
    if agreed and proposal.substitute and not job.as_json:
        click.echo(f"`roundtable invite {quote(job.event)}` asks who comes instead")
    return agreed
