"""Where an order is written: into a programme file, or into a store as a revision."""

import os
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from roundtable_ical import bootstrap, zones
from roundtable_ical.cli.publishing import author_named
from roundtable_ical.cli.undo_files import UndoFile
from roundtable_ical.cli.writing import written_whole
from roundtable_ical.errors import Unavailable, UnknownId
from roundtable_ical.exporters.yaml_rewritten import Rewritable
from roundtable_ical.fetching.documents import content
from roundtable_ical.ports import ProgrammeStore, Source
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.revisions.publication import Snapshot
from roundtable_ical.scheduling.effects import Effect, effects
from roundtable_ical.services.publish import Published, publish
from roundtable_ical.services.undo import Step, digest


@dataclass(frozen=True, kw_only=True)
class Public:
    """The store that an event is published in, and why it is this time.

    *seen* is what an order is about, of an event of the store: nothing newer is written over.
    """

    store: ProgrammeStore
    url: str | None
    message: str
    seen: Snapshot | None = None

    def published(self, event: SideEvent, *, dry_run: bool) -> Published:
        """Publish *event*, or say what that would do; who was invited is told.

        Raises:
            RevisionConflict: somebody has published in between.
        """
        chosen = bootstrap.settings()
        room = bootstrap.mailroom(self.store, chosen, self.url)
        programme = room.answered(event) if room else event
        return publish(
            programme,
            self.store,
            moment=bootstrap.now(),
            tzdata=zones.current().version,
            author=author_named(None),
            message=self.message,
            before=self.seen,
            base=bootstrap.page_address(chosen.base_url, event.id),
            mail=room.updating(programme) if room else None,
            dry_run=dry_run,
        )


@dataclass(frozen=True, kw_only=True)
class FileTarget:
    """A programme file, with what is in it; *public* where it is published as well."""

    file: Path
    content: bytes
    public: Public | None

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.file)

    @cached_property
    def event(self) -> SideEvent:
        """The programme in it.

        Raises:
            InvalidProgramme: it has errors.
        """
        found = self._written.event
        # Only the importer knows the lines of errors.
        return found or bootstrap.understood(Source(self.name, self.content), "yaml").required()

    @cached_property
    def unpublished(self) -> tuple[Effect, ...]:
        """How it is different from what was published last: that is published with it."""
        latest = self.public.store.latest(self.event.id) if self.public else None
        return effects(latest.event, self.event) if latest else ()

    @cached_property
    def _written(self) -> Rewritable:
        return Rewritable(self.content)

    def take(self, after: SideEvent, order: str) -> None:
        """Write *after*, comments kept, and keep what the file was until then.

        Raises:
            Unavailable: somebody has changed the file in between, or it cannot be written.
        """
        new = self._written.saying(after)
        kept = UndoFile(self.file)
        steps = (*kept.steps(), Step(order=order, before=self.content, after=digest(new)))
        self.check()
        kept.keep(steps)  # first: a step whose change was never written is passed over
        written_whole(new, self.file)

    def check(self) -> None:
        """Look whether the file is as it was read, and may be written.

        Raises:
            Unavailable: it is not, or may not.
        """
        try:
            found, mode = content(self.file), self.file.stat().st_mode
        except OSError as error:
            raise Unavailable(f"{self.file}: {error.strerror or error}") from error
        if not mode & 0o222 or not os.access(self.file, os.W_OK):
            raise Unavailable(f"{self.file}: is read-only; nothing was written")
        if found != self.content:
            hint = "nothing was written; order it again"
            raise Unavailable(f"{self.file}: somebody has changed it meanwhile; {hint}")


@dataclass(frozen=True, kw_only=True)
class StoreTarget:
    """An event of a store, as it was last published."""

    event: SideEvent
    public: Public

    @property
    def name(self) -> str:
        """What it is called."""
        return self.event.id


Target = FileTarget | StoreTarget


def target(event: str, store: ProgrammeStore | None, url: str | None, message: str) -> Target:
    """Return what *event* means: a file, its folder, or the id of an event in *store*.

    Args:
        event: as it was given.
        store: the one that there is.
        url: its address, as it was given.
        message: why, for the history.

    Raises:
        UnknownId: it is neither; lists the ids.
        Unavailable: the file cannot be read, or there is no store.
    """
    public = Public(store=store, url=url, message=message) if store else None
    path = Path(event)
    if path.exists():
        file = path / bootstrap.PROGRAMME_FILE if path.is_dir() else path
        try:
            found = content(file)
        except OSError as error:
            raise Unavailable(f"{file}: {error.strerror or error}") from error
        return FileTarget(file=file, content=found, public=public)
    if public is None or store is None:
        raise Unavailable(f"{event}: there is no such file or folder, and no store (--store)")
    latest = store.latest(event)
    if latest is None:
        raise UnknownId("event", event, store.events())
    return StoreTarget(event=latest.event, public=replace(public, seen=latest))
