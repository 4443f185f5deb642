"""What is kept: publications, counts of visits, invitations and their mail."""

from collections.abc import Hashable, Iterator
from datetime import date, datetime
from typing import Protocol, runtime_checkable

from roundtable_ical.itip.outbox import Book, Decide, Decision, Heard, Post
from roundtable_ical.itip.tokens import Token
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.reach.counts import Counted
from roundtable_ical.revisions.publication import Publication, Revision, Snapshot


@runtime_checkable
class ProgrammeStore(Protocol):
    """Keeps what was published; entry-point group ``roundtable_ical.stores``.

    Every method may raise `Unavailable`; `Unreadable` where only that event cannot be read.
    Several threads may call one store.
    """

    def events(self) -> tuple[str, ...]:
        """Return the ids of all events, in alphabetical order."""
        ...

    def latest(self, event_id: str) -> Snapshot | None:
        """Return the newest revision of an event, all of one piece; None without any."""
        ...

    def programme(self, event_id: str, number: int) -> SideEvent | None:
        """Return the programme as revision *number* published it; None without that revision."""
        ...

    def history(self, event_id: str, after: int = 0) -> tuple[Revision, ...]:
        """Return every revision of an event with a number over *after*, oldest first."""
        ...

    def append(self, publication: Publication, decide: Decide | None = None) -> None:
        """Keep a revision, and what *decide* makes of the event's mail, whole or not at all.

        A store that is no `InvitationStore` leaves *decide* alone.

        Raises:
            RevisionConflict: its number does not follow on the newest one; nothing was kept.
        """
        ...

    def mark(self) -> Hashable:
        """Return something that is another whenever any event has a new revision; costs little."""
        ...

    def wait(self, seconds: float) -> bool:
        """Wait for an append, also by another process; False when there was none in *seconds*."""
        ...

    def publications(self, event_id: str, after: int = 0) -> Iterator[Publication]:
        """Yield each publication with a number over *after* as it was appended, oldest first."""
        ...

    def close(self) -> None:
        """Let go of connections and files; what was appended stays."""
        ...


@runtime_checkable
class VisitStore(Protocol):
    """Keeps counts of visits, of families of programs and of nobody.

    A `ProgrammeStore` that is one as well is asked for `roundtable reach`; of one that is not, the
    counts of a server end with it. Every method may raise `Unavailable`; several threads may call.
    """

    def add_visits(self, counted: Counted) -> None:
        """Add *counted* to what is kept, all of it or nothing; others may add at the same time."""
        ...

    def visits(self, since: date, event_id: str | None = None) -> Counted:
        """Return what was counted from the day *since* on, of one event or of all; by keys."""
        ...

    def forget_visits(self, before: date) -> None:
        """Forget what was counted before a day."""
        ...


@runtime_checkable
class InvitationStore(Protocol):
    """Keeps invitations, the outbox, and what was read; a `ProgrammeStore` may be one as well.

    Every method may raise `Unavailable`; several threads, processes and machines may call.
    """

    def book(self, event_id: str) -> Book:
        """Return the invitations of an event and its mail, of one moment."""
        ...

    def decide(self, event_id: str, decide: Decide) -> Decision:
        """Keep what *decide* makes of the book, in one transaction; nobody else writes meanwhile.

        Whatever *decide* raises is raised, and nothing was kept.
        """
        ...

    def claim(
        self, moment: datetime, until: datetime, limit: int, event_id: str | None = None
    ) -> tuple[Post, ...]:
        """Take up to *limit* posts that are due, for one sender, until *until*.

        With the claim an invitation counts as told what the post tells. Also taken are posts whose
        sender has not reported until *moment*: they may have left, and are sent again with the same
        Message-ID; but of those that have `departed` it is kept that they were sent. Senders share
        an outbox: none gets what another has.
        """
        ...

    def departed(self, post: Post) -> None:
        """Note that the mail server has taken a claimed post (`SENT`); its report comes later.

        It costs little and outlives every end of the sender: nobody gets the post again. A machine
        that loses power may forget it.
        """
        ...

    def report(self, *posts: Post) -> None:
        """Keep how claimed posts fared, all or none: `SENT`, `REFUSED`, or `QUEUED` again.

        One that is queued again has a later `due`, and has certainly not left: its invitation
        counts as told what it was before, where no newer message has left. Where that is not
        certain (`Post.unsure`) it stays with senders until it is due, out of reach of decisions.
        The trouble of a refused one is the trouble of its invitation; one that was sent ends it,
        and has older ones to the same recipient withdrawn. A report that comes too late changes
        nothing, unless it was sent (`roundtable_ical.itip.leaving`).
        """
        ...

    def approve(self, message_ids: tuple[str, ...], *, hold: bool = False) -> int:
        """Let held posts leave, or with *hold* keep queued ones back; return how many."""
        ...

    def posts(self, event_id: str | None = None) -> tuple[Post, ...]:
        """Return the outbox of an event or of all, oldest first, without contents."""
        ...

    def post(self, message_id: str) -> Post | None:
        """Return one post with its content."""
        ...

    def heard(self, event_id: str, digest: str) -> Heard | None:
        """Return one message that was read, with its content."""
        ...

    def mailed(self) -> tuple[str, ...]:
        """Return the ids of all events that have any of this, in alphabetical order."""
        ...

    def keep_token(self, token: Token) -> None:
        """Keep that a personal link was given out; one of the same digest stays as it is."""
        ...

    def token(self, digest: str) -> Token | None:
        """Return a personal link by its digest, revoked or not; None where we gave out none."""
        ...

    def tokens(self, event_id: str) -> tuple[Token, ...]:
        """Return the personal links of an event, by digest."""
        ...

    def revoke(self, event_id: str, scope: str, subject: str) -> int:
        """Revoke the links that somebody has; return how many there were to revoke."""
        ...


class Upkeep(Protocol):
    """What keeps a store in order (`roundtable_ical.stores.upkeep`)."""

    def upgrade(self, url: str) -> tuple[str, ...]:
        """Bring the store at *url* into the newest form; return what was done."""
        ...

    def check(self, url: str) -> tuple[str, ...]:
        """Return what is wrong with the store at *url*."""
        ...

    def copy(self, source: ProgrammeStore, target: ProgrammeStore) -> dict[str, int]:
        """Copy all events; return how many revisions of each."""
        ...
