"""Public addresses of pages and feeds, as this server is reached or says it is."""

from flask import url_for

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.web.context import context


def event_address(event: SideEvent) -> str:
    """Return the address of the event's page, ending in a slash."""
    base_url = context().settings.base_url
    if base_url:
        return f"{base_url.rstrip('/')}/{event.id}/"
    return url_for(".event_page", event_id=event.id, _external=True)
