"""Letters as commands tell of them."""

from collections.abc import Iterable
from typing import Any

from roundtable_ical.itip.outbox import Post, PostState
from roundtable_ical.services.outbox import Delivery


def post_line(post: Post) -> str:
    """Return a post in a line: to whom, why, and what about."""
    again = f", SEQUENCE {post.told.sequence}" if post.told and post.told.sequence else ""
    return f"{post.recipient}: {post.kind}{again}: {post.subject}"


def post_as_json(post: Post) -> dict[str, Any]:
    """Return a post for programs; its content is left out."""
    return {
        "id": post.message_id,
        "event": post.event_id,
        "kind": post.kind,
        "segment": post.key.segment_id if post.key else None,
        "speaker": post.key.speaker_id if post.key else None,
        "to": post.recipient,
        "subject": post.subject,
        "state": post.state.value,
        "sequence": post.told.sequence if post.told else None,
        "revision": post.revision,
        "made": post.made.isoformat(),
        "due": post.due.isoformat(),
        "sent": post.sent.isoformat() if post.sent else None,
        "attempts": post.attempts,
        "trouble": post.trouble or None,
    }


def delivery_line(delivery: Delivery) -> str:
    """Return in a line what came of trying to send a letter."""
    match delivery.state:
        case PostState.SENT:
            return f"sent to {delivery.recipient}: {delivery.subject}"
        case PostState.REFUSED:
            return f"refused for {delivery.recipient}: {delivery.trouble}"
        case PostState.WITHDRAWN:
            return f"not sent to {delivery.recipient} any more: {delivery.trouble}"
    again = f"{delivery.again:%d %b %H:%M} UTC" if delivery.again else "later"
    return f"not sent to {delivery.recipient}, again {again}: {delivery.trouble}"


def delivery_as_json(delivery: Delivery) -> dict[str, Any]:
    """Return for programs what came of trying to send a letter."""
    return {
        "id": delivery.message_id,
        "event": delivery.event_id,
        "to": delivery.recipient,
        "state": delivery.state.value,
        "again": delivery.again.isoformat() if delivery.again else None,
        "trouble": delivery.trouble or None,
    }


def failed(deliveries: Iterable[Delivery]) -> bool:
    """Return whether something did not leave that still should."""
    done = {PostState.SENT, PostState.WITHDRAWN}
    return any(each.state not in done for each in deliveries)


def refusals(deliveries: Iterable[Delivery]) -> str:
    """Return what to do about letters that were refused; empty where none was."""
    events = sorted({each.event_id for each in deliveries if each.state is PostState.REFUSED})
    ways = " or ".join(f"`roundtable invite {each} --again`" for each in events)
    return f"refused: correct the address, or write once more with {ways}" if ways else ""
