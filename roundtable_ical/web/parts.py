"""Pages of parts of a programme: a theme, a speaker, a venue."""

from collections.abc import Callable

from flask import Blueprint, Response

from roundtable_ical.errors import Unavailable
from roundtable_ical.programme.selection import Selection
from roundtable_ical.services.editions import Edition
from roundtable_ical.web.addresses import event_address
from roundtable_ical.web.context import context
from roundtable_ical.web.history import moves_of
from roundtable_ical.web.models.moves import Move
from roundtable_ical.web.models.part_page import part_page
from roundtable_ical.web.reader import Reader
from roundtable_ical.web.rendering import Made, html, kept, reader_of


def register(blueprint: Blueprint) -> None:
    """Add the addresses of parts; each is that of its feed without the ending."""
    for rule, view in (
        ("themes/<id_>", theme_page),
        ("speakers/<id_>", speaker_page),
        ("venues/<id_>", venue_page),
    ):
        added: Callable[..., Response] = view
        blueprint.add_url_rule(f"/<event_id>/{rule}", view_func=added)


def theme_page(event_id: str, id_: str) -> Response:
    """Show one theme and its days."""
    edition = context().edition(event_id)
    return _page(edition, Selection.of(edition.event, themes=(id_,)))


def speaker_page(event_id: str, id_: str) -> Response:
    """Show one speaker: function, affiliation, and when they speak."""
    edition = context().edition(event_id)
    return _page(edition, Selection.of(edition.event, speakers=(id_,)))


def venue_page(event_id: str, id_: str) -> Response:
    """Show what happens in one venue or room."""
    edition = context().edition(event_id)
    return _page(edition, Selection.of(edition.event, venues=(id_,)))


def _page(edition: Edition, selection: Selection) -> Response:
    reader = reader_of(edition.event.language)
    return kept(context().mark(edition), lambda: _made(edition, selection, reader))


def _made(edition: Edition, selection: Selection, reader: Reader) -> Made:
    moved: dict[str, Move] = {}
    whole = True
    try:
        moved = {**moves_of(edition)}
    except Unavailable:
        whole = False
    revision = edition.snapshot.revision if edition.snapshot else None
    model = part_page(edition.event, selection, reader, revision=revision, moves=moved)
    address = event_address(edition.event)
    stale = context().is_stale(edition)
    body = html("roundtable/part.html", reader, page=model, address=address, stale=stale)
    return Made(html=body, language=reader.tag, whole=whole)
