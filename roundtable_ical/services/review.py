"""Let letters leave that an organiser has looked at."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from roundtable_ical.itip.outbox import Book, Decision, Post, PostState
from roundtable_ical.itip.writing.dated import dated
from roundtable_ical.ports import InvitationStore


def approve(
    store: InvitationStore, event_id: str, message_ids: Collection[str], moment: datetime
) -> int:
    """Let held letters of an event leave; return how many.

    They are dated *moment*: who reads mail by its date would else look for a letter of this morning
    among those of the day on which it was written.

    Raises:
        Unavailable: the store failed; everything stays held.
    """
    written = {name: post for name in message_ids if (post := store.post(name)) is not None}

    def decide(book: Book) -> Decision:
        held = [
            each
            for each in book.waiting
            if each.message_id in written and each.state is PostState.HELD
        ]
        return Decision(
            posts=tuple(_approved(written[each.message_id], moment) for each in held),
            withdrawn=tuple(each.message_id for each in held),
        )

    return len(store.decide(event_id, decide).posts)


def _approved(post: Post, moment: datetime) -> Post:
    content = dated(post.content, max(moment, post.made))
    return replace(post, state=PostState.QUEUED, content=content)
