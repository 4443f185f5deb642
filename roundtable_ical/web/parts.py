"""Pages of parts of a programme: a theme, a speaker, a venue, and the lists that lead to them."""

from collections.abc import Callable
from functools import partial

from flask import Blueprint, Response

from roundtable_ical.errors import Unavailable
from roundtable_ical.ical.addresses import feed_path
from roundtable_ical.programme.selection import Selection
from roundtable_ical.services.editions import Edition
from roundtable_ical.web.addresses import event_address
from roundtable_ical.web.context import context
from roundtable_ical.web.history import moves_of
from roundtable_ical.web.models.lists import list_page
from roundtable_ical.web.models.moves import Move
from roundtable_ical.web.models.part_page import part_page
from roundtable_ical.web.models.structured import json_ld
from roundtable_ical.web.models.structured_parts import part_structured
from roundtable_ical.web.reader import Reader
from roundtable_ical.web.rendering import Made, html, kept, reader_of
from roundtable_ical.web.subscribing import following


def register(blueprint: Blueprint) -> None:
    """Add the addresses of parts; each is that of its feed without the ending."""
    for rule, view in (
        ("themes/<id_>", theme_page),
        ("speakers/<id_>", speaker_page),
        ("venues/<id_>", venue_page),
        ("themes/", themes_page),
        ("speakers/", speakers_page),
        ("venues/", venues_page),
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


def themes_page(event_id: str) -> Response:
    """List every theme."""
    return _list(context().edition(event_id), "themes")


def speakers_page(event_id: str) -> Response:
    """List everybody who speaks and may be named, and the seats that are open."""
    return _list(context().edition(event_id), "speakers")


def venues_page(event_id: str) -> Response:
    """List every venue, and its rooms."""
    return _list(context().edition(event_id), "venues")


def _page(edition: Edition, selection: Selection) -> Response:
    reader = reader_of(edition.event.language)
    return kept(context().mark(edition), partial(_made, edition, selection, reader))


def _made(edition: Edition, selection: Selection, reader: Reader) -> Made:
    moved: dict[str, Move] = {}
    whole = True
    try:
        moved = {**moves_of(edition)}
    except Unavailable:
        whole = False
    event, address = edition.event, event_address(edition.event)
    revision = edition.snapshot.revision if edition.snapshot else None
    model = part_page(event, selection, reader, revision=revision, moves=moved)
    told = part_structured(event, selection, reader, address)
    page = f"{address}{model.kind}/{model.id}"
    body = html(
        "roundtable/part.html",
        reader,
        page=model,
        address=page,
        feed=f"{address}{feed_path(selection)}",
        subscribe=following(edition, reader, selection, page),
        structured=json_ld(told) if told else "",
        stale=context().is_stale(edition),
    )
    return Made(html=body, language=reader.tag, whole=whole)


def _list(edition: Edition, kind: str) -> Response:
    reader = reader_of(edition.event.language)
    return kept(context().mark(edition), partial(_made_list, edition, kind, reader))


def _made_list(edition: Edition, kind: str, reader: Reader) -> Made:
    revision = edition.snapshot.revision if edition.snapshot else None
    body = html(
        "roundtable/parts.html",
        reader,
        page=list_page(edition.event, kind, reader, revision=revision),
        address=f"{event_address(edition.event)}{kind}/",
        stale=context().is_stale(edition),
    )
    return Made(html=body, language=reader.tag)
