"""When something is not there: what it was, what there is instead, in plain words."""

import re
from collections.abc import Iterable
from typing import Any

from flask import Blueprint, Response, abort, request, url_for
from werkzeug.exceptions import HTTPException

from roundtable_ical.errors import InvalidField, UnknownId, UnknownZone
from roundtable_ical.programme.nearest import nearest
from roundtable_ical.web.context import context
from roundtable_ical.web.languages import gettext, speaking
from roundtable_ical.web.languages import marked as _
from roundtable_ical.web.rendering import HANDED_ON, page, reader_in_trouble
from roundtable_ical.web.responses import guarded

_MOST_NAMED = 40
_MISSING = {
    "event": (_("There is no event “%(name)s”"), _("The events are:")),
    "theme": (_("There is no theme “%(name)s”"), _("The themes are:")),
    "speaker": (_("There is no speaker “%(name)s”"), _("The speakers are:")),
    "venue": (_("There is no venue “%(name)s”"), _("The venues are:")),
    "segment": (_("There is no segment “%(name)s”"), _("The segments are:")),
    "scheduled segment": (
        _("There is no scheduled segment “%(name)s”"),
        _("The scheduled segments are:"),
    ),
    "feed": (_("There is no feed “%(name)s”"), _("The feeds are:")),
    "page or feed": (_("There is no page or feed “%(name)s”"), _("The pages and feeds are:")),
}
_PARTS = {
    "theme": "theme_page",
    "speaker": "speaker_page",
    "venue": "venue_page",
    "segment": "segment_page",
}
"""Endpoints of pages by what is missing."""
_NONE_YET = _("There are none yet.")
_IMPOSSIBLE = {
    "lang": (_("“%(name)s” is no language"), _("Write lang=en, lang=fr, ...")),
    "tz": (
        _("“%(name)s” is no time zone that is known here"),
        _("Write a city or a zone, as tz=Geneva or tz=Europe/Zurich."),
    ),
    "before": (_("“%(name)s” is no revision"), _("Write a number, as before=12.")),
}
"""What pages take from their query; values of feeds are told in English, as programs read it."""
_ZONE = re.compile(r"[A-Z]\w+(?:/[\w+-]+)+")
_EXAMPLE = re.compile(r"(?:e\.g\.|as) [\w/]+$")
"""A hint that ends so shows how a zone is written, and guesses none."""


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
    ids = list(context().shelf.editions)
    with speaking(_language()):
        heading = str(gettext(_("There is nothing at %(path)s"), path="\0"))
        text = gettext(_("These events are here:") if ids else _("No event is here yet."))
    names, more = _found("event", ids[:_MOST_NAMED]), len(ids[_MOST_NAMED:])
    return _said(404, heading.replace("\0", request.path), str(text), names, more=more)


def _unknown(error: UnknownId) -> Response:
    heading, several = _MISSING.get(error.kind, _MISSING["page or feed"])
    with speaking(_language()):
        words = str(gettext(heading, name="\0")).replace("\0", error.wanted)
        text = str(gettext(several if error.known else _NONE_YET))
    near = _found(error.kind, nearest(error.wanted, error.known))
    names, more = _found(error.kind, error.known[:_MOST_NAMED]), len(error.known[_MOST_NAMED:])
    return _said(404, words, text, names, more=more, near=near)


def _found(kind: str, ids: Iterable[str]) -> list[tuple[str, str]]:
    """Return *ids* of a kind, each with its address."""
    told: dict[str, Any] = {**reader_in_trouble().query}
    here = request.blueprint or "roundtable"
    event_id = str((request.view_args or {}).get("event_id", ""))

    def address(id_: str) -> str:
        if kind == "event":
            return url_for(f"{here}.event_page", event_id=id_, **told)
        if kind in _PARTS:
            return url_for(f"{here}.{_PARTS[kind]}", event_id=event_id, id_=id_, **told)
        return url_for(f"{here}.event_page", event_id=event_id) + id_

    return [(id_, address(id_)) for id_ in ids]


def _impossible(error: InvalidField) -> Response:
    """Tell what is wrong with a value; what only programs send is told in English, marked so."""
    if error.field in _IMPOSSIBLE and not _asked_by_program():
        heading, hint = _IMPOSSIBLE[error.field]
        with speaking(_language()):
            words = str(gettext(heading, name="\0")).replace("\0", str(error.value))
            text = str(gettext(hint))
        return _said(400, words, text, [], near=_zones_near(error))
    heading = " ".join(filter(None, (f"{error.field}:", _quoted(error.value), error.reason)))
    return _said(400, heading, error.hint, [], language="en")


def _zones_near(error: InvalidField) -> list[tuple[str, str]]:
    """Return the zones that may have been meant, and this page with each."""
    guessed = isinstance(error, UnknownZone) and not _EXAMPLE.search(error.hint)
    found = _ZONE.findall(error.hint) if guessed else []
    query = {name: request.args.getlist(name) for name in HANDED_ON}
    return [
        (
            key,
            url_for(
                request.endpoint or ".index", **{**(request.view_args or {}), **query, "tz": key}
            ),
        )
        for key in dict.fromkeys(found)
    ]


def _quoted(value: object) -> str:
    return f"“{value}”" if value else ""


def _language() -> str:
    """Return the language to answer in; a program gets English."""
    return "en" if _asked_by_program() else reader_in_trouble().language


def _event_there() -> str:
    """Return the id of the event that was asked below; empty where there is none."""
    event_id = str((request.view_args or {}).get("event_id", ""))
    return event_id if event_id in context().shelf.editions else ""


def _asked_by_program() -> bool:
    return request.path.endswith((".ics", ".json", ".atom"))


def _said(
    status: int,
    heading: str,
    text: str,
    names: list[tuple[str, str]],
    *,
    more: int = 0,
    language: str = "",
    near: Iterable[tuple[str, str]] = (),
) -> Response:
    """Answer a browser with a page and a program with plain text.

    *names* is what there is, each with its address, *more* how much there is besides; *near* what
    may have been meant. *language* is what heading and text are in, where that is not the reader's.
    """
    if _asked_by_program():
        shown = [*(name for name, _ in names), *([f"… and {more} more"] if more else [])]
        body = "\n".join(filter(None, (heading, text, *shown))) + "\n"
        response = Response(body, status, mimetype="text/plain")
    else:
        response = page(
            "roundtable/problem.html",
            reader_in_trouble(),
            status,
            missing=status == 404,
            heading=heading,
            text=text,
            names=names,
            more=more,
            language=language,
            near=list(near),
            event_id=_event_there(),
        )
    response.headers["Cache-Control"] = "no-store"
    return guarded(response)
