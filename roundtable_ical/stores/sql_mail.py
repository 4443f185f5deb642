"""The half of the SQL store that mails: transactions around `roundtable_ical.stores.mailing`."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select

from roundtable_ical.itip.outbox import Book, Decide, Decision, Heard, Post, PostState
from roundtable_ical.itip.tokens import Token
from roundtable_ical.stores import mailing, tokens
from roundtable_ical.stores.database import Database


class SqlMail(ABC):
    """Keeps invitations, the outbox and what was read in tables."""

    database: Database
    _loose = False

    @abstractmethod
    def _prepare(self) -> None:
        """Give a new database its tables; refuse one whose tables are of another age."""

    def book(self, event_id: str) -> Book:
        """Return the invitations of an event and its mail, from one transaction."""
        with self._reading() as connection:
            return mailing.book(connection, event_id)

    def decide(self, event_id: str, decide: Decide) -> Decision:
        """Keep what *decide* makes of the book; publications and senders of the event wait."""
        with self._writing() as connection:
            self.database.in_turn(connection)
            return self._decide(connection, event_id, decide)

    def claim(
        self, moment: datetime, until: datetime, limit: int, event_id: str | None = None
    ) -> tuple[Post, ...]:
        """Take up to *limit* posts that are due; senders do not wait for each other's."""
        due = mailing.due(moment, limit, event_id)
        events, left = self._look(due)
        while left:
            self.report(*left)
            events, left = self._look(due)
        if not events:
            self._settle()
            return ()
        with self._writing(tidy=False) as connection:
            self._loose = True
            self.database.mail_of(connection, *events, shared=True)
            return mailing.claim(connection, due, events, until)

    def departed(self, post: Post) -> None:
        """Note that the mail server has taken a claimed post; it is on the disk as reports are."""
        self._prepare()
        self._loose = True
        if not self.database.note(mailing.DEPARTED, mailing.departing(post)):
            self.report(post)

    def report(self, *posts: Post) -> None:
        """Keep how claimed posts fared; it is on the disk with the next claim.

        Senders report all the time, and a disk is slow: a machine that loses power between
        two claims may send a few messages once more, as when a claim runs out.
        """
        with self._writing(lasting=False, tidy=False) as connection:
            self._loose = True
            self.database.mail_of(connection, *(post.event_id for post in posts), shared=True)
            mailing.report(connection, posts)

    def approve(self, message_ids: tuple[str, ...], *, hold: bool = False) -> int:
        """Let held posts leave, or keep queued ones back; return how many."""
        old, new = (PostState.QUEUED, PostState.HELD)[:: 1 if hold else -1]
        with self._writing() as connection:
            events = {each.event_id for each in mailing.named(connection, message_ids)}
            self.database.mail_of(connection, *events)
            found = mailing.named(connection, message_ids)
            turned = [replace(each, state=new) for each in found if each.state is old]
            mailing.rewrite(connection, turned)
            return len(turned)

    def posts(self, event_id: str | None = None) -> tuple[Post, ...]:
        """Return the outbox, oldest first, without contents."""
        with self._reading() as connection:
            return mailing.outbox(connection, event_id)

    def post(self, message_id: str) -> Post | None:
        """Return one post with its content."""
        with self._reading() as connection:
            return mailing.post(connection, message_id)

    def heard(self, event_id: str, digest: str) -> Heard | None:
        """Return one message that was read, with its content."""
        with self._reading() as connection:
            return mailing.read(connection, event_id, digest)

    def mailed(self) -> tuple[str, ...]:
        """Return the ids of all events that have mail, in alphabetical order."""
        with self._reading() as connection:
            return mailing.events(connection)

    def keep_token(self, token: Token) -> None:
        """Keep that a personal link was given out."""
        with self._writing() as connection:
            tokens.keep(connection, [token])

    def token(self, digest: str) -> Token | None:
        """Return a personal link by its digest."""
        with self._reading() as connection:
            return tokens.found(connection, digest)

    def tokens(self, event_id: str) -> tuple[Token, ...]:
        """Return the personal links of an event, by digest."""
        with self._reading() as connection:
            return tokens.of_event(connection, event_id)

    def revoke(self, event_id: str, scope: str, subject: str) -> int:
        """Revoke the links that somebody has; return how many there were to revoke."""
        with self._writing() as connection:
            return tokens.revoke(connection, event_id, scope, subject)

    def _look(self, due: Select[Any]) -> tuple[set[str], tuple[Post, ...]]:
        """Return the events of what is due, and what of it has left: this is to be reported."""
        with self._reading() as connection:
            return mailing.look(connection, due)

    def _decide(self, connection: Connection, event_id: str, decide: Decide) -> Decision:
        self.database.mail_of(connection, event_id)
        decision = decide(mailing.book(connection, event_id))
        mailing.keep(connection, event_id, decision)
        return decision

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        self._prepare()
        with self.database.reading() as connection:
            yield connection

    def _settle(self) -> None:
        """Have all that was claimed and reported on the disk, and in the file itself."""
        if self._loose:
            with self._writing():
                self._loose = False

    @contextmanager
    def _writing(self, *, lasting: bool = True, tidy: bool = True) -> Iterator[Connection]:
        self._prepare()
        with self.database.writing(lasting=lasting, tidy=tidy) as connection:
            yield connection
