"""One order to change times: shown, asked about, and written or published."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from shlex import quote
from typing import Any

import click

from roundtable_ical import bootstrap
from roundtable_ical.cli import answers
from roundtable_ical.cli.programmes import beside, store_there
from roundtable_ical.cli.reschedule_reports import (
    clash_lines,
    effect_as_json,
    effect_lines,
    less_as_json,
    misfit_as_json,
    preview_as_json,
    publication_lines,
    unpublished_lines,
)
from roundtable_ical.cli.reschedule_targets import FileTarget, Target, target
from roundtable_ical.ports import ProgrammeStore
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.effects import Effect
from roundtable_ical.scheduling.proposals import Proposed
from roundtable_ical.services.publish import Published
from roundtable_ical.services.reschedule import Preview, dated, preview


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is wanted of *event* beside the order itself, and how it is told."""

    event: str
    order: str
    url: str | None
    publish: bool
    message: str
    yes: bool
    dry_run: bool
    as_json: bool

    def done(self, order: Callable[[SideEvent], Proposed]) -> int:
        """Carry *order* out, and return the exit code: 0 done or nothing to do, else 1."""
        with self.opened() as (there, store):
            proposed = order(there.event)
            seen = preview(there.event, proposed.event, beside([there.event], store))
            after = dated(proposed.event, bootstrap.now())
            would = self.publication(there, after) if seen.effects and proposed.fits else None
            self.tell(there, seen, would, proposed)
            agreed = bool(proposed.fits and seen.effects) and self.agreed(there)
            done = self.taken(there, after) if agreed else None
        self.conclude(there, seen, would, done, agreed=agreed, proposed=proposed)
        settled = agreed or self.dry_run or not seen.effects
        return 0 if proposed.fits and settled else 1

    @contextmanager
    def opened(self) -> Iterator[tuple[Target, ProgrammeStore | None]]:
        """Return what the event is, and the store, where there is one or it is published."""
        with ExitStack() as stack:
            opening = bootstrap.open_store(self.url) if self.publish else store_there(self.url)
            store = stack.enter_context(opening)
            there = target(self.event, store, self.url, self.message or self.order)
            if self.message and isinstance(there, FileTarget) and not self.publish:
                raise click.UsageError("-m says why something is published: --publish does it")
            yield there, store

    def publication(self, there: Target, after: SideEvent) -> Published | None:
        """Return what publishing *after* would do; None where nobody has published the event."""
        public = there.public
        if public is None:
            return None
        if not self.publish and public.store.latest(after.id) is None:
            return None
        self._besides(there)  # while it is not published yet
        return public.published(after, dry_run=True)

    def _besides(self, there: Target) -> tuple[Effect, ...]:
        """Return what else the file has that is published with it."""
        return there.unpublished if isinstance(there, FileTarget) else ()

    def publishes(self, there: Target) -> bool:
        """Whether what is done is public at once."""
        return self.publish or not isinstance(there, FileTarget)

    def taken(self, there: Target, after: SideEvent) -> Published | None:
        """Write *after*, publish it where that is wanted, and return what that did."""
        if isinstance(there, FileTarget):
            there.take(after, self.order)
            if not self.publish or there.public is None:
                return None
        return there.public.published(after, dry_run=False) if there.public else None

    def agreed(self, there: Target) -> bool:
        """Whether it shall be done: nobody is asked where there is nobody, or with --yes."""
        if self.dry_run or self.yes or not answers.is_terminal():
            return self.yes and not self.dry_run
        verb = f"write it to {there.name}" if isinstance(there, FileTarget) else "publish it"
        more = " and publish it" if isinstance(there, FileTarget) and self.publish else ""
        return click.confirm(f"{verb}{more}?", err=True)

    def tell(
        self, there: Target, seen: Preview, would: Published | None, proposed: Proposed | None
    ) -> None:
        """Print what would become of it."""
        if self.as_json:
            return
        lines = [
            f"{there.event.id}: {self.order}",
            *effect_lines(there.event, seen.effects),
            *(proposed.told() if proposed else ()),
            *clash_lines(seen),
            *(publication_lines(would, now=self.publishes(there)) if would else ()),
            *(unpublished_lines(there.event, self._besides(there)) if would else ()),
        ]
        click.echo("\n".join(lines))

    def conclude(
        self,
        there: Target,
        seen: Preview,
        would: Published | None,
        done: Published | None,
        *,
        agreed: bool,
        proposed: Proposed | None = None,
        further: str = "`roundtable undo` takes it back",
        more: Mapping[str, Any] | None = None,
    ) -> None:
        """Print what was done, or all for programs.

        Args:
            there: what it was done to.
            seen: what it does.
            would: what its publication would do; None where nobody has published the event.
            done: what its publication did; None where it was not published.
            agreed: whether it was done.
            proposed: what was ordered, of an order that may not fit.
            further: what can be done next with the file.
            more: further facts for programs.
        """
        fits = proposed is None or proposed.fits
        if self.as_json:
            facts: dict[str, Any] = {
                "event": there.event.id,
                "order": self.order,
                "dry_run": self.dry_run,
                "fits": fits,
                "misfits": [misfit_as_json(each) for each in proposed.misfits] if proposed else [],
                "less": less_as_json(proposed.less) if proposed and proposed.less else None,
                **preview_as_json(seen, done or would),
                "unpublished": [effect_as_json(each) for each in self._besides(there)]
                if would
                else [],
                "written": there.name if agreed and isinstance(there, FileTarget) else None,
                "revision": done.revision.number if done and done.revision else None,
                **(more or {}),
            }
            click.echo(json.dumps(facts, ensure_ascii=False, indent=2))
            return
        if agreed:
            if isinstance(there, FileTarget):
                click.echo(f"{there.name}: written; {further}")
            if done and done.revision:
                click.echo(f"{there.event.id}: published as {done.revision}")
            elif would and would.revision and not self.publishes(there):
                hint = f"`roundtable publish {quote(there.name)}` does it"
                click.echo(f"{there.event.id}: not published yet; {hint}")
        elif not seen.effects:
            click.echo(f"{there.name}: nothing changes")
        elif not fits or self.dry_run:
            click.echo(f"{there.name}: not written")
        else:
            hint = "" if answers.is_terminal() else "; --yes does it"
            click.echo(f"{there.name}: not written{hint}")
