"""What changed, over HTTP, as feed readers fetch it."""

from collections.abc import Callable

from flask import Blueprint, Response

from roundtable_ical.errors import Unavailable
from roundtable_ical.ical.addresses import feed_path
from roundtable_ical.programme.selection import Selection
from roundtable_ical.services.atom import MEDIA_TYPE, Journal, atom, file_journal, retold_journal
from roundtable_ical.services.editions import Edition
from roundtable_ical.web.addresses import event_address
from roundtable_ical.web.context import context
from roundtable_ical.web.history import retold
from roundtable_ical.web.responses import fresh


def register(blueprint: Blueprint) -> None:
    """Add the addresses of what changed."""
    for rule, view in (
        ("changes.atom", event_changes),
        ("themes/<id_>.atom", theme_changes),
        ("speakers/<id_>.atom", speaker_changes),
    ):
        added: Callable[..., Response] = view
        blueprint.add_url_rule(f"/<event_id>/{rule}", view_func=added)


def event_changes(event_id: str) -> Response:
    """Serve what changed of the whole event."""
    return _sent(context().edition(event_id), Selection())


def theme_changes(event_id: str, id_: str) -> Response:
    """Serve what changed of one theme."""
    edition = context().edition(event_id)
    return _sent(edition, Selection.of(edition.event, themes=(id_,)))


def speaker_changes(event_id: str, id_: str) -> Response:
    """Serve what changed of the segments of one speaker."""
    edition = context().edition(event_id)
    return _sent(edition, Selection.of(edition.event, speakers=(id_,)))


def _sent(edition: Edition, selection: Selection) -> Response:
    try:
        journal = _journal(edition, selection)
    except Unavailable:
        words = "What changed cannot be told at the moment; the calendars stay up.\n"
        headers = {"Retry-After": "60", "Cache-Control": "no-store"}
        return Response(words, 503, headers, mimetype="text/plain")
    response = Response(atom(journal), mimetype=MEDIA_TYPE)
    return fresh(response, edition.last_modified)


def _journal(edition: Edition, selection: Selection) -> Journal:
    page, told = event_address(edition.event), retold(edition)
    if edition.snapshot is None or told is None:
        return file_journal(edition.event, page=page, selection=selection)
    return retold_journal(
        edition.event,
        told,
        page=page,
        updated=edition.modified(feed_path(selection)) or edition.snapshot.revision.moment,
        selection=selection,
    )
