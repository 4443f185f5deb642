"""Pages for people: the events, one event, one segment."""

from flask import Blueprint, Response, request

from roundtable_ical.errors import Unavailable, UnknownId
from roundtable_ical.programme.selection import Selection
from roundtable_ical.services.editions import Edition
from roundtable_ical.services.statically import COPY
from roundtable_ical.web.addresses import event_address
from roundtable_ical.web.context import context
from roundtable_ical.web.history import moves_of
from roundtable_ical.web.models.event_page import event_page as shown
from roundtable_ical.web.models.moves import Move
from roundtable_ical.web.models.segment_page import segment_page as segment_shown
from roundtable_ical.web.models.structured import described, json_ld, segment_described
from roundtable_ical.web.qr import qr_code
from roundtable_ical.web.reader import Reader
from roundtable_ical.web.rendering import Made, html, kept, reader_of
from roundtable_ical.web.responses import guarded
from roundtable_ical.web.subscribing import choosing, following


def register(blueprint: Blueprint) -> None:
    """Add the addresses of pages."""
    blueprint.add_url_rule("/<event_id>/", view_func=event_page)
    blueprint.add_url_rule("/<event_id>/segments/<id_>", view_func=segment_page)
    blueprint.after_request(guarded)


def event_page(event_id: str) -> Response:
    """Show one event: its facts, agenda and calendars; kept as ready bytes until it changes."""
    edition = context().edition(event_id)
    reader = reader_of(edition.event.language)
    return kept(context().mark(edition), lambda: _event(edition, reader))


def segment_page(event_id: str, id_: str) -> Response:
    """Show one segment, on its own."""
    edition = context().edition(event_id)
    event = edition.event
    reader = reader_of(event.language)
    if id_ not in event.agenda:
        raise UnknownId("segment", id_, event.agenda)
    return kept(context().mark(edition), lambda: _segment(edition, reader, id_))


def _event(edition: Edition, reader: Reader) -> Made:
    event, address = edition.event, event_address(edition.event)
    moved, whole = _moves(edition)
    revision = edition.snapshot.revision if edition.snapshot else None
    model = shown(event, reader, revision=revision, moves=moved)
    body = html(
        "roundtable/event.html",
        reader,
        page=model,
        css=model.css,
        address=address,
        subscribe=choosing(edition, reader),
        structured=json_ld(described(event, reader, address)),
        qr=qr_code,
        stale=context().is_stale(edition),
    )
    return Made(html=body, css=model.css, language=reader.tag, whole=whole)


def _segment(edition: Edition, reader: Reader, id_: str) -> Made:
    event, address = edition.event, event_address(edition.event)
    moved, whole = _moves(edition)
    revision = edition.snapshot.revision if edition.snapshot else None
    model = segment_shown(event, id_, reader, revision=revision, moves=moved)
    item = next((item for item in event.occurrences if item.id == id_), None)
    told = segment_described(event, item, reader, address, moved.get(id_)) if item else None
    page = f"{address}segments/{id_}"
    copy = bool(request.environ.get(COPY))  # which answers no query, and so has no feed of this
    body = html(
        "roundtable/segment.html",
        reader,
        page=model,
        address=page,
        subscribe=None if copy else following(edition, reader, Selection(segments=(id_,)), page),
        structured=json_ld(told) if told else "",
        stale=context().is_stale(edition),
    )
    return Made(html=body, language=reader.tag, whole=whole)


def _moves(edition: Edition) -> tuple[dict[str, Move], bool]:
    """Return what moved lately, and whether that could be had: without it the agenda stays up."""
    try:
        return {**moves_of(edition)}, True
    except Unavailable:
        return {}, False
