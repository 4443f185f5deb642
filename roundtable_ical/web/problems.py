"""When something is not there: what it was, what there is instead, in plain words."""

from flask import Blueprint, Response, abort, request
from werkzeug.exceptions import HTTPException

from roundtable_ical.errors import InvalidField, UnknownId
from roundtable_ical.web.context import context
from roundtable_ical.web.rendering import page, reader_in_trouble
from roundtable_ical.web.responses import guarded

_MOST_NAMED = 40


def register(blueprint: Blueprint) -> None:
    """Answer our own errors, and only those that happen in our own views."""
    blueprint.add_url_rule("/<event_id>/<path:rest>", view_func=nothing_here)
    blueprint.register_error_handler(UnknownId, _unknown)
    blueprint.register_error_handler(InvalidField, _impossible)


def nothing_here(event_id: str, rest: str) -> Response:
    """Answer below an event where it has nothing; elsewhere the site answers as it likes."""
    editions = context().shelf.editions
    if event_id not in editions:
        abort(404)
    kind = "feed" if rest.endswith(".ics") else "page or feed"
    raise UnknownId(kind, rest, editions[event_id].published)


def not_found(_error: HTTPException) -> Response:
    """Answer for an address that nothing is at."""
    heading = f"There is nothing at {request.path}"
    ids = list(context().shelf.editions)
    return _said(404, heading, "These events are here:" if ids else "No event is here yet.", ids)


def _unknown(error: UnknownId) -> Response:
    heading = f"There is no {error.kind} “{error.wanted}”"
    kinds = "pages and feeds" if error.kind == "page or feed" else f"{error.kind}s"
    text = f"The {kinds} are:" if error.known else f"There are no {kinds} yet."
    return _said(404, heading, text, list(error.known))


def _impossible(error: InvalidField) -> Response:
    heading = " ".join(filter(None, (f"{error.field}:", _quoted(error.value), error.reason)))
    return _said(400, heading, error.hint, [])


def _quoted(value: object) -> str:
    return f"“{value}”" if value else ""


def _said(status: int, heading: str, text: str, names: list[str]) -> Response:
    """Answer a browser with a page and a program with plain text."""
    more = len(names) - _MOST_NAMED
    shown = [*names[:_MOST_NAMED], *([f"… and {more} more"] if more > 0 else [])]
    if request.path.endswith((".ics", ".json", ".atom")):
        body = "\n".join(filter(None, (heading, text, *shown))) + "\n"
        response = Response(body, status, mimetype="text/plain")
    else:
        kind = "Not found" if status == 404 else "Not possible"
        response = page(
            "roundtable/problem.html",
            reader_in_trouble(),
            status,
            kind=kind,
            heading=heading,
            text=text,
            names=shown,
        )
    response.headers["Cache-Control"] = "no-store"
    return guarded(response)
