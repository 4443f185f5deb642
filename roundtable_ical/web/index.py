"""The first page: the events there are, those to come apart from those that are over."""

from datetime import datetime
from functools import partial

from flask import Blueprint, Response, request

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.services.statically import COPY
from roundtable_ical.web.context import context
from roundtable_ical.web.models.index_page import index_page, over_at
from roundtable_ical.web.reader import Reader
from roundtable_ical.web.rendering import Made, html, kept, reader_of


def register(blueprint: Blueprint) -> None:
    """Add the address of the list."""
    blueprint.add_url_rule("/", view_func=index)


def index() -> Response:
    """Show the events; kept as ready bytes until one changes, begins to be served, or is over."""
    reader = reader_of()
    editions = tuple(context().shelf.editions.values())
    now = None if request.environ.get(COPY) else context().clock()
    events = [edition.event for edition in editions]
    over = frozenset(event.id for event in events if now and over_at(event) <= now)
    return kept((editions, over), partial(_made, events, reader, now))


def _made(events: list[SideEvent], reader: Reader, now: datetime | None) -> Made:
    body = html("roundtable/index.html", reader, page=index_page(events, reader, now))
    return Made(html=body, language=reader.tag)
