"""Names that never change: the UID of a segment, the same in every feed."""

from uuid import NAMESPACE_URL, uuid5

from roundtable_ical.programme.event import SideEvent


def uid(event: SideEvent, segment_id: str) -> str:
    """Return the UID of a segment: from the ids of event and segment and nothing else.

    Source: RFC 5545 section 3.8.4.7, RFC 9562 section 5.5 (name-based UUIDs).
    """
    namespace = uuid5(NAMESPACE_URL, f"urn:roundtable-ical:{event.id}")
    return f"{uuid5(namespace, segment_id)}@{event.uid_domain}"
