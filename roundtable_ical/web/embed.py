"""The agenda in somebody else's page: in a frame, or as HTML that is pasted there."""

from functools import partial
from urllib.parse import urlencode

from flask import Blueprint, Response, request

from roundtable_ical.errors import Unavailable
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.selection import Selection
from roundtable_ical.services.editions import Edition
from roundtable_ical.web.addresses import event_address
from roundtable_ical.web.context import context
from roundtable_ical.web.history import moves_of
from roundtable_ical.web.models.embed_page import EmbedPage, embed_page, shortened
from roundtable_ical.web.models.moves import Move
from roundtable_ical.web.reader import Reader
from roundtable_ical.web.rendering import Made, html, kept, reader_of


def register(blueprint: Blueprint) -> None:
    """Add the addresses of the frame and of the page that tells how to use it."""
    blueprint.add_url_rule("/<event_id>/embed", view_func=embed)
    blueprint.add_url_rule("/<event_id>/snippet", view_func=snippet)


def embed(event_id: str) -> Response:
    """Show the agenda alone; any site may frame it. ``?theme=``, ... narrow it as they do a mix."""
    edition = context().edition(event_id)
    reader, selection = reader_of(edition.event.language), _selection(edition.event)
    return kept(context().mark(edition), partial(_embedded, edition, selection, reader))


def snippet(event_id: str) -> Response:
    """Show the HTML that puts the agenda into somebody's page."""
    edition = context().edition(event_id)
    reader, selection = reader_of(edition.event.language), _selection(edition.event)
    return kept(context().mark(edition), partial(_pasted, edition, selection, reader))


def _selection(event: SideEvent) -> Selection:
    return Selection.of(
        event,
        themes=filter(None, request.args.getlist("theme")),
        speakers=filter(None, request.args.getlist("speaker")),
        venues=filter(None, request.args.getlist("venue")),
        segments=filter(None, request.args.getlist("segment")),
    )


def _embedded(edition: Edition, selection: Selection, reader: Reader) -> Made:
    model, whole = _model(edition, selection, reader)
    body = html(
        "roundtable/embed.html",
        reader,
        page=model,
        address=event_address(edition.event),
        stale=context().is_stale(edition),
    )
    return Made(html=body, language=reader.tag, whole=whole, framed=True)


def _pasted(edition: Edition, selection: Selection, reader: Reader) -> Made:
    model, whole = _model(edition, selection, reader)
    address = event_address(edition.event)
    chosen = [
        (kind, id_)
        for kind, ids in (
            ("theme", selection.themes),
            ("speaker", selection.speakers),
            ("venue", selection.venues),
            ("segment", selection.segments),
        )
        for id_ in ids
    ]
    query = urlencode([*reader.query.items(), *chosen])
    pasted = html("roundtable/_snippet.html", reader, page=shortened(model), address=address)
    body = html(
        "roundtable/snippet.html",
        reader,
        page=model,
        address=f"{address}snippet",
        framed=f"{address}embed" + (f"?{query}" if query else ""),
        pasted="\n".join(line.strip() for line in pasted.splitlines() if line.strip()),
        stale=context().is_stale(edition),
    )
    return Made(html=body, language=reader.tag, whole=whole)


def _model(edition: Edition, selection: Selection, reader: Reader) -> tuple[EmbedPage, bool]:
    """Return what is shown, and whether what moved lately is in it."""
    moved: dict[str, Move] = {}
    whole = True
    try:
        moved = {**moves_of(edition)}
    except Unavailable:
        whole = False
    revision = edition.snapshot.revision if edition.snapshot else None
    return embed_page(edition.event, selection, reader, revision=revision, moves=moved), whole
