"""Take back what an order has changed: a file to the byte, a published event as a revision."""

from dataclasses import replace

import click

from roundtable_ical import bootstrap
from roundtable_ical.cli.options import DRY_RUN, JSON, MESSAGE, STORE
from roundtable_ical.cli.orders import EVENT, PUBLISH, YES
from roundtable_ical.cli.programmes import beside
from roundtable_ical.cli.reschedule import Job
from roundtable_ical.cli.reschedule_targets import FileTarget, StoreTarget
from roundtable_ical.cli.undo_files import UndoFile
from roundtable_ical.cli.writing import written_whole
from roundtable_ical.errors import InvalidField
from roundtable_ical.ports import ProgrammeStore, Source
from roundtable_ical.services.publish import Published
from roundtable_ical.services.reschedule import preview, undoing
from roundtable_ical.services.undo import undone


@click.command()
@EVENT
@PUBLISH
@MESSAGE
@YES
@DRY_RUN
@STORE
@JSON
@click.pass_context
def undo(
    ctx: click.Context,
    event: str,
    url: str | None,
    message: str,
    *,
    publish: bool,
    yes: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Take back the last order: the file is again what it was, to the byte.

    Once more takes back the one before. A file that was edited since is left alone. Of an event of
    the store the revision before is published again.
    """
    job = Job(
        event=event,
        order="undo",
        url=url,
        publish=publish,
        message=message,
        yes=yes,
        dry_run=dry_run,
        as_json=as_json,
    )
    with job.opened() as (there, store):
        done = (
            _of_file(job, there, store)
            if isinstance(there, FileTarget)
            else _of_store(job, there, store)
        )
    ctx.exit(0 if done or dry_run else 1)


def _of_file(job: Job, there: FileTarget, store: ProgrammeStore | None) -> bool:
    kept = UndoFile(there.file)
    step, left = undone(kept.steps(), there.content, there.name)
    job = replace(job, order=f"undo: {step.order}")
    after = bootstrap.understood(Source(there.name, step.before), "yaml").required()
    seen = preview(there.event, after, beside([after], store))
    why = job.message or f"undone: {step.order}"
    if there.public:
        there = replace(there, public=replace(there.public, message=why))
    would = job.publication(there, after)
    job.tell(there, seen, would, None)
    agreed = job.agreed(there)
    done: Published | None = None
    if agreed:
        there.check()
        written_whole(step.before, there.file)
        kept.keep(left)  # second: what the file is not is passed over
        if job.publish and there.public:
            done = there.public.published(after, dry_run=False)
    steps = f"{len(left)} step{'' if len(left) == 1 else 's'} before it can be undone"
    job.conclude(there, seen, would, done, agreed=agreed, further=f"as it was; {steps}")
    return agreed


def _of_store(job: Job, there: StoreTarget, store: ProgrammeStore | None) -> bool:
    found = undoing(store, there.event.id, job.message) if store else None
    if found is None:
        hint = "there is no revision before"
        raise InvalidField("undo", there.name, "has nothing to be undone", hint=hint)
    there = replace(there, public=replace(there.public, message=found.message))
    seen = preview(there.event, found.before, beside([found.before], store))
    would = there.public.published(found.before, dry_run=True)
    job.tell(there, seen, would, None)
    agreed = job.agreed(there)
    done = there.public.published(found.before, dry_run=False) if agreed else None
    job.conclude(there, seen, would, done, agreed=agreed)
    return agreed
