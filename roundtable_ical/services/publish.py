"""Publish a programme: one revision, or none where nothing changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from roundtable_ical.errors import UnknownId, UnpublishableFeed
from roundtable_ical.ical.feeds import FeedWriter
from roundtable_ical.ical.lint import Finding, lint
from roundtable_ical.ical.renderer import VeventRenderer
from roundtable_ical.itip.outbox import Book, Decide, Decision
from roundtable_ical.ports import InvitationStore, ProgrammeStore
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.texts import clean
from roundtable_ical.revisions.changes import Change, changes
from roundtable_ical.revisions.differences import Differences, differences
from roundtable_ical.revisions.feedstates import FeedState, next_feeds
from roundtable_ical.revisions.ledger import Ledger, next_entries
from roundtable_ical.revisions.parts import changed_parts
from roundtable_ical.revisions.publication import Publication, Revision, Snapshot, following
from roundtable_ical.revisions.stamps import whole_second

KEEP_CANCELLED = timedelta(days=30)
MOST_JUDGED = 2_000
"""VEVENTs that are taken apart at a time, so that memory has a bound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a publication did, or would do.

    *revision* is None where nothing changed, so nothing was published. *feeds* are the paths of
    the feeds that have new bytes. *snapshot* is what is public afterwards; hand it to the next
    `publish` and the store need not be read again. *mail* is what speakers who were invited are
    told of it.
    """

    revision: Revision | None
    snapshot: Snapshot | None
    changes: tuple[Change, ...] = ()
    feeds: tuple[str, ...] = ()
    mail: Decision | None = None


def publish(
    event: SideEvent,
    store: ProgrammeStore,
    *,
    moment: datetime,
    tzdata: str,
    author: str = "",
    message: str = "",
    before: Snapshot | None = None,
    base: str | None = None,
    keep: timedelta = KEEP_CANCELLED,
    judge: Callable[[bytes], tuple[Finding, ...]] = lint,
    mail: Callable[[int], Decide] | None = None,
    dry_run: bool = False,
) -> Published:
    """Publish *event* as a new revision, in one transaction of *store*.

    Args:
        event: the programme.
        store: where publications are kept.
        moment: now, aware.
        tzdata: version of the time zone database in use.
        author: who publishes.
        message: why.
        before: what the author has seen as public; read from the store where none is given.
        base: address of the event's page, None for the event's own `url`.
        keep: how long a segment that was taken out is shown as cancelled after its end.
        judge: finds what is wrong with a feed.
        mail: what becomes of the event's mail, by the number of the revision; kept with it.
        dry_run: only say what would happen.

    Returns:
        What changed; without a revision where nothing did.

    Raises:
        RevisionConflict: somebody else published in between; nothing was kept.
        UnpublishableFeed: a feed would break in calendars; nothing was kept.
        Unavailable: the store failed.
    """
    seen = before or store.latest(event.id)
    revision = Revision(
        event_id=event.id,
        number=seen.revision.number + 1 if seen else 1,
        moment=whole_second(moment),
        author=_one_line(author),
        message=_one_line(message),
        tzdata=tzdata,
    )
    different = differences(seen.event if seen else None, event)
    publication = _publication(seen, event, revision, different, base=base, keep=keep)
    if not (publication.parts or publication.entries):
        return Published(revision=None, snapshot=seen)
    after = following(seen, publication, event)
    _check(after, publication, judge, base=base)
    posted = _Remembered(mail(revision.number)) if mail else None
    if not dry_run:
        store.append(publication, posted)
    elif posted and isinstance(store, InvitationStore):
        posted(store.book(event.id))
    return Published(
        revision=revision,
        snapshot=after,
        changes=changes(seen.event if seen else None, event, different),
        feeds=tuple(feed.path for feed in publication.feeds),
        mail=posted.decision if posted else None,
    )


@dataclass(slots=True)
class _Remembered:
    """A decision about mail that remembers what was decided, once the store has asked."""

    decide: Decide
    decision: Decision | None = None

    def __call__(self, book: Book) -> Decision:
        self.decision = self.decide(book)
        return self.decision


def rollback(
    event_id: str,
    number: int,
    store: ProgrammeStore,
    *,
    moment: datetime,
    tzdata: str,
    author: str = "",
    message: str = "",
    base: str | None = None,
    mail: Callable[[SideEvent], Callable[[int], Decide]] | None = None,
    dry_run: bool = False,
) -> Published:
    """Publish again what revision *number* was, as a new revision with risen SEQUENCE.

    Raises:
        UnknownId: there is no such revision.
        RevisionConflict, UnpublishableFeed, Unavailable: as `publish`.
    """
    programme = store.programme(event_id, number)
    if programme is None:
        known = (str(revision.number) for revision in store.history(event_id))
        raise UnknownId("revision", str(number), known)
    return publish(
        programme,
        store,
        moment=moment,
        tzdata=tzdata,
        author=author,
        message=message or f"as in revision {number}",
        base=base,
        mail=mail(programme) if mail else None,
        dry_run=dry_run,
    )


def _one_line(words: str) -> str:
    """Return *words* as one line.

    Raises:
        InvalidField: a control character is inside.
    """
    return " ".join(clean(words).split())


def _publication(
    seen: Snapshot | None,
    event: SideEvent,
    revision: Revision,
    different: Differences,
    *,
    base: str | None,
    keep: timedelta,
) -> Publication:
    old_event = seen.event if seen else None
    ledger: Ledger = seen.ledger if seen else {}
    states: Mapping[str, FeedState] = seen.feeds if seen else {}
    old = VeventRenderer(old_event, base=base) if old_event else None
    new = VeventRenderer(event, base=base)
    entries = next_entries(
        ledger,
        old_event,
        event,
        moment=revision.moment,
        old=old,
        new=new,
        keep=keep,
        different=different,
    )
    states_after = next_feeds(
        states,
        old_event,
        event,
        ledger,
        entries,
        moment=revision.moment,
        zones=new.zones,
        zones_before=old.zones if old else {},
        different=different,
    )
    return Publication(
        revision=revision,
        parts=changed_parts(old_event, event, different),
        entries=entries,
        feeds=states_after,
    )


def _check(
    after: Snapshot,
    publication: Publication,
    judge: Callable[[bytes], tuple[Finding, ...]],
    *,
    base: str | None,
) -> None:
    """Refuse what would break in calendars; what did not change was checked when it did."""
    writer = FeedWriter(after.event, base=base, ledger=after.ledger)
    parts = -(-len(publication.entries) // MOST_JUDGED) or 1
    for part in range(parts):
        entries = publication.entries[part::parts]
        judged = writer.of({entry.segment_id: entry for entry in entries})
        found = [each for each in judge(judged.to_ical()) if each.is_error]
        if not found:
            continue
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise UnpublishableFeed(f"{after.event.id} was not published: {found[0]}{more}")
