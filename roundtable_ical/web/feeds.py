"""Feeds over HTTP, as calendar programs fetch them."""

from collections.abc import Callable

from flask import Blueprint, Response, request

from roundtable_ical.errors import InvalidField, UnknownId
from roundtable_ical.exporters.json import JsonExporter
from roundtable_ical.ical.feeds import Feed
from roundtable_ical.ical.options import Options
from roundtable_ical.programme.selection import Selection, selected
from roundtable_ical.services.editions import Edition
from roundtable_ical.web.context import context
from roundtable_ical.web.responses import fresh


def register(blueprint: Blueprint) -> None:
    """Add the addresses of feeds; each ends in .ics, is never redirected and sets no cookie."""
    for rule, view in (
        ("event.ics", event_feed),
        ("agenda.ics", agenda_feed),
        ("themes/<id_>.ics", theme_feed),
        ("speakers/<id_>.ics", speaker_feed),
        ("venues/<id_>.ics", venue_feed),
        ("segments/<id_>.ics", segment_file),
        ("mix.ics", mix_feed),
        ("event.json", event_json),
    ):
        added: Callable[..., Response] = view
        blueprint.add_url_rule(f"/<event_id>/{rule}", view_func=added)


def event_feed(event_id: str) -> Response:
    """Serve the whole event as one block."""
    edition = context().edition(event_id)
    return _sent(edition, edition.block(_options()), "event")


def agenda_feed(event_id: str) -> Response:
    """Serve every segment."""
    edition = context().edition(event_id)
    return _sent(edition, edition.feed(Selection(), _options()), "agenda")


def theme_feed(event_id: str, id_: str) -> Response:
    """Serve one theme."""
    edition = context().edition(event_id)
    return _selected(edition, Selection.of(edition.event, themes=(id_,)), id_)


def speaker_feed(event_id: str, id_: str) -> Response:
    """Serve one speaker."""
    edition = context().edition(event_id)
    return _selected(edition, Selection.of(edition.event, speakers=(id_,)), id_)


def venue_feed(event_id: str, id_: str) -> Response:
    """Serve one venue or room."""
    edition = context().edition(event_id)
    return _selected(edition, Selection.of(edition.event, venues=(id_,)), id_)


def mix_feed(event_id: str) -> Response:
    """Serve the union of what the query names."""
    edition = context().edition(event_id)
    kinds = ("theme", "speaker", "venue", "segment")
    chosen = {f"{kind}s": [*filter(None, request.args.getlist(kind))] for kind in kinds}
    if not any(chosen.values()):
        hint = "write mix.ics?theme=ID&speaker=ID&venue=ID with one or more of them"
        raise InvalidField("mix", "", "names nothing to follow", hint=hint)
    return _selected(edition, Selection.of(edition.event, **chosen), "mix")


def segment_file(event_id: str, id_: str) -> Response:
    """Serve one segment, to be saved: a copy that follows no change."""
    edition = context().edition(event_id)
    selection = Selection.of(edition.event, segments=(id_,))
    if not selected(edition.event, selection):
        timed = (item.id for item in edition.event.occurrences)
        raise UnknownId("scheduled segment", id_, timed)
    response = _selected(edition, selection, id_)
    response.headers.set("Content-Disposition", "attachment", filename=f"{id_}.ics")
    return response


def event_json(event_id: str) -> Response:
    """Serve the programme for other programs."""
    edition = context().edition(event_id)
    response = Response(JsonExporter().write(edition.event), mimetype="application/json")
    return fresh(response, edition.last_modified)


def _options() -> Options:
    return Options.from_query(request.args)


def _selected(edition: Edition, selection: Selection, slug: str) -> Response:
    return _sent(edition, edition.feed(selection, _options()), slug)


def _sent(edition: Edition, feed: Feed, slug: str) -> Response:
    response = Response(feed.body, mimetype="text/calendar")
    response.headers.set("Content-Disposition", "inline", filename=f"{slug}.ics")
    response.headers["X-Robots-Tag"] = "noindex"
    response.set_etag(feed.etag)
    return fresh(response, edition.modified(feed.path))
