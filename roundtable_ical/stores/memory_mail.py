"""Invitations, the outbox and what was read, in memory: the half of `MemoryStore` that mails."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Condition

from roundtable_ical.itip.leaving import at_rest, claimed, departed, reported, telling
from roundtable_ical.itip.ledger import Invitation, SlotKey
from roundtable_ical.itip.outbox import Book, Decide, Decision, Heard, Post, PostState
from roundtable_ical.itip.tokens import Token

WAITING = frozenset({PostState.HELD, PostState.QUEUED})


@dataclass(slots=True)
class MemoryMail:
    """Keeps the mail of events in dictionaries; `_changed` lets one thread at a time at them."""

    _invitations: dict[str, dict[SlotKey, Invitation]] = field(default_factory=dict)
    _posts: dict[str, Post] = field(default_factory=dict)
    _heard: dict[str, dict[str, Heard]] = field(default_factory=dict)
    _tokens: dict[str, Token] = field(default_factory=dict)
    _changed: Condition = field(default_factory=Condition)

    def book(self, event_id: str) -> Book:
        """Return the invitations of an event and its mail."""
        with self._changed:
            return Book(
                event_id=event_id,
                invitations=dict(self._invitations.get(event_id, {})),
                waiting=tuple(each for each in self.posts(event_id) if each.state in WAITING),
                heard={
                    digest: replace(each, content=b"")
                    for digest, each in self._heard.get(event_id, {}).items()
                },
            )

    def decide(self, event_id: str, decide: Decide) -> Decision:
        """Keep what *decide* makes of the book."""
        with self._changed:
            decision = decide(self.book(event_id))
            self._keep(event_id, decision)
            return decision

    def claim(
        self, moment: datetime, until: datetime, limit: int, event_id: str | None = None
    ) -> tuple[Post, ...]:
        """Take up to *limit* posts that are due, oldest first."""
        with self._changed:
            for post in filter(departed, self._due(moment, event_id)):
                self._report(replace(post, state=PostState.SENT), post)
            due = self._due(moment, event_id)
            taken = tuple(claimed(each, until) for each in due[: max(limit, 0)])
            for post in taken:
                self._posts[post.message_id] = post
                if (invitation := self._of(post)) is not None:
                    self._write(telling(invitation, post))
            return taken

    def departed(self, post: Post) -> None:
        """Note that the mail server has taken a claimed post."""
        with self._changed:
            kept = self._posts.get(post.message_id)
            if kept is not None and kept.state is PostState.SENDING:
                self._posts[post.message_id] = replace(kept, sent=post.sent)
            else:
                self.report(post)

    def report(self, *posts: Post) -> None:
        """Keep how claimed posts fared."""
        with self._changed:
            for post in posts:
                if (kept := self._posts.get(post.message_id)) is not None:
                    self._report(post, kept)

    def approve(self, message_ids: tuple[str, ...], *, hold: bool = False) -> int:
        """Let held posts leave, or keep queued ones back; return how many."""
        old, new = _turned(hold=hold)
        with self._changed:
            found = [self._posts[name] for name in {*message_ids} & self._posts.keys()]
            turned = [replace(each, state=new) for each in found if each.state is old]
            self._posts |= {each.message_id: each for each in turned}
            return len(turned)

    def posts(self, event_id: str | None = None) -> tuple[Post, ...]:
        """Return the outbox, oldest first, without contents."""
        with self._changed:
            return tuple(
                replace(each, content=b"")
                for each in self._posts.values()
                if event_id in {None, each.event_id}
            )

    def post(self, message_id: str) -> Post | None:
        """Return one post with its content."""
        with self._changed:
            return self._posts.get(message_id)

    def heard(self, event_id: str, digest: str) -> Heard | None:
        """Return one message that was read, with its content."""
        with self._changed:
            return self._heard.get(event_id, {}).get(digest)

    def mailed(self) -> tuple[str, ...]:
        """Return the ids of all events that have mail, in alphabetical order."""
        with self._changed:
            owned: Iterable[Post | Token] = (*self._posts.values(), *self._tokens.values())
            named = {each.event_id for each in owned}
            return tuple(sorted(named | self._invitations.keys() | self._heard.keys()))

    def keep_token(self, token: Token) -> None:
        """Keep that a personal link was given out."""
        with self._changed:
            self._tokens.setdefault(token.digest, token)

    def token(self, digest: str) -> Token | None:
        """Return a personal link by its digest."""
        with self._changed:
            return self._tokens.get(digest)

    def tokens(self, event_id: str) -> tuple[Token, ...]:
        """Return the personal links of an event, by digest."""
        with self._changed:
            found = (each for each in self._tokens.values() if each.event_id == event_id)
            return tuple(sorted(found, key=lambda each: each.digest))

    def revoke(self, event_id: str, scope: str, subject: str) -> int:
        """Revoke the links that somebody has; return how many there were to revoke."""
        with self._changed:
            owned = [
                each
                for each in self._tokens.values()
                if (each.event_id, each.scope, each.subject, each.revoked)
                == (event_id, scope, subject, False)
            ]
            self._tokens |= {each.digest: replace(each, revoked=True) for each in owned}
            return len(owned)

    def _due(self, moment: datetime, event_id: str | None) -> list[Post]:
        return [
            each
            for each in self._posts.values()
            if _ready(each, moment) and event_id in {None, each.event_id}
        ]

    def _report(self, post: Post, kept: Post) -> None:
        others = [
            each
            for each in self._posts.values()
            if (each.event_id, each.key) == (kept.event_id, kept.key) and each is not kept
        ]
        change = reported(post, kept, self._of(kept), others)
        self._posts |= {each.message_id: at_rest(each) for each in change.posts}
        if change.invitation is not None:
            self._write(change.invitation)

    def _keep(self, event_id: str, decision: Decision) -> None:
        for name in decision.withdrawn:
            post = self._posts.get(name)
            if post is not None and post.event_id == event_id and post.state in WAITING:
                self._posts[name] = at_rest(replace(post, state=PostState.WITHDRAWN))
        for invitation in decision.invitations:
            self._write(invitation)
        for post in decision.posts:
            known = self._posts.get(post.message_id)
            if known is None or known.state is PostState.WITHDRAWN:
                self._posts[post.message_id] = post
        for heard in decision.heard:
            self._heard.setdefault(heard.event_id, {})[heard.digest] = heard
        for token in decision.tokens:
            self.keep_token(token)

    def _of(self, post: Post) -> Invitation | None:
        known = self._invitations.get(post.event_id, {})
        return known.get(post.key) if post.key is not None else None

    def _write(self, invitation: Invitation) -> None:
        self._invitations.setdefault(invitation.event_id, {})[invitation.key] = invitation


def _ready(post: Post, moment: datetime) -> bool:
    if post.state is PostState.SENDING:
        return post.claimed_until is not None and post.claimed_until <= moment
    return post.state is PostState.QUEUED and post.due <= moment


def _turned(*, hold: bool) -> tuple[PostState, PostState]:
    """Return the state that posts have, and the one that they get."""
    pair = PostState.HELD, PostState.QUEUED
    return pair[::-1] if hold else pair
