"""What a claim and a report make of a post, and of what its speaker was told.

A message has one fate that nobody sees: it may have left although no server said so. Such a post is
`Post.unsure`: it stays with senders until one of them knows, so that no decision takes it back.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from roundtable_ical.itip.ledger import Invitation, Told
from roundtable_ical.itip.outbox import Post, PostState
from roundtable_ical.itip.writing.kept import masked

UNDECIDED = frozenset({PostState.HELD, PostState.QUEUED, PostState.SENDING})
"""States of posts that may still leave."""
OVER = frozenset(PostState) - UNDECIDED
"""States of posts that leave no more; a store keeps them `at_rest`."""


def departed(post: Post) -> bool:
    """Return whether the mail server has taken *post*, though no sender has reported it yet."""
    return post.state is PostState.SENDING and post.sent is not None


@dataclass(frozen=True, slots=True)
class Kept:
    """What a store keeps after a report; *invitation* is None where it stays as it is."""

    posts: tuple[Post, ...] = ()
    invitation: Invitation | None = None


def claimed(post: Post, until: datetime) -> Post:
    """Return a post that is due, as its sender gets it until *until*.

    One whose sender never reported counts as tried: whatever ends senders must not go on for ever.
    """
    silent = post.state is PostState.SENDING and post.claimed_until != post.due
    return replace(
        post,
        state=PostState.SENDING,
        claimed_until=until,
        unsure=post.unsure or post.state is PostState.SENDING,
        attempts=post.attempts + silent,
    )


def at_rest(post: Post) -> Post:
    """Return *post* as a store keeps it: without personal links, once it leaves no more."""
    return replace(post, content=masked(post.content)) if post.state in OVER else post


def telling(invitation: Invitation, post: Post) -> Invitation:
    """Return *invitation* once *post* may have left."""
    told, ids = invitation.told, invitation.message_ids
    newer = post.told is not None and (told is None or post.told.rank > told.rank)
    if not newer and post.message_id in ids:
        return invitation
    if post.message_id not in ids:
        ids = (*ids, post.message_id)
    return replace(invitation, told=post.told if newer else told, message_ids=ids)


def reported(
    post: Post, kept: Post, invitation: Invitation | None, others: Iterable[Post] = ()
) -> Kept:
    """Return what changes when a sender reports.

    Args:
        post: as it was claimed, with the state that its sender reports: `SENT`, `REFUSED`,
            `QUEUED` with its next `due`, or `WITHDRAWN` where there is nothing left to tell.
        kept: the same post as the store has it.
        invitation: that of the post, None for one to the organiser.
        others: the other posts of the invitation.

    Returns:
        Nothing where the report comes too late: another sender has the post by now, or knows how
        it fared. Only that it was sent is believed at any time; and of one that has `departed`
        every report says so, whatever its sender knows.
    """
    if post.state is PostState.SENT or departed(kept):
        return _sent(post, kept, invitation, others)
    if kept.state is not PostState.SENDING or kept.claimed_until != post.claimed_until:
        return Kept()
    unsure = kept.unsure or post.unsure
    tried = replace(kept, attempts=post.attempts, trouble=post.trouble, unsure=unsure)
    if post.state is PostState.REFUSED:
        refused = replace(tried, state=PostState.REFUSED, claimed_until=None)
        if invitation is not None and not unsure:
            invitation = replace(invitation, message_ids=_without(invitation, post))
        troubled = replace(invitation, trouble=post.trouble) if invitation else None
        return Kept((refused,), troubled)
    if post.state is PostState.WITHDRAWN:
        withdrawn = replace(tried, state=PostState.WITHDRAWN, claimed_until=None)
        before = _put_back(withdrawn, invitation, others) if invitation and not unsure else None
        return Kept((withdrawn,), before)
    if unsure:  # with senders, not in the queue: a decision would take it back
        return Kept((replace(tried, due=post.due, claimed_until=post.due),))
    queued = replace(tried, state=PostState.QUEUED, due=post.due, claimed_until=None)
    return Kept((queued,), _put_back(queued, invitation, others) if invitation else None)


def _sent(post: Post, kept: Post, invitation: Invitation | None, others: Iterable[Post]) -> Kept:
    if kept.state is PostState.SENT:
        return Kept()
    sent = _done(kept, post.sent or kept.sent)
    if invitation is None:
        return Kept((sent,))
    stale = (_overtaken(each) for each in others if _older(each, sent))
    told = telling(invitation, sent)
    return Kept((sent, *stale), replace(told, trouble="") if told.trouble else told)


def _done(post: Post, moment: datetime | None) -> Post:
    return replace(post, state=PostState.SENT, claimed_until=None, trouble="", sent=moment)


def _overtaken(post: Post) -> Post:
    return _done(post, post.sent) if departed(post) else replace(post, state=PostState.WITHDRAWN)


def _older(post: Post, sent: Post) -> bool:
    """Return whether *post* would tell its reader again what *sent* has put right since."""
    return (
        post.state in UNDECIDED
        and post.recipient == sent.recipient
        and post.told is not None
        and sent.told is not None
        and post.told.rank < sent.told.rank
    )


_NEVER_LEFT = frozenset({PostState.HELD, PostState.QUEUED, PostState.WITHDRAWN})


def _put_back(post: Post, invitation: Invitation, others: Iterable[Post]) -> Invitation:
    """Return *invitation* where *post* has certainly not left."""
    ids = _without(invitation, post)
    if post.told is None or invitation.told != post.told:
        return replace(invitation, message_ids=ids)
    unsent = {
        each.message_id: each.before
        for each in others
        if not each.unsure and each.state in _NEVER_LEFT
    }
    told: Told | None = post.before
    while told is not None and told.message_id in unsent:
        told = unsent.pop(told.message_id)
    return replace(invitation, told=told, message_ids=ids)


def _without(invitation: Invitation, post: Post) -> tuple[str, ...]:
    return tuple(name for name in invitation.message_ids if name != post.message_id)
