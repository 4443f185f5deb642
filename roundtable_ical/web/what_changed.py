"""What changed, as a page for people; feed readers have the same by `changes`."""

import re
from functools import partial

from flask import Blueprint, Response, request

from roundtable_ical.errors import InvalidField, Unavailable
from roundtable_ical.services.editions import Edition
from roundtable_ical.services.retell import MOST_REVISIONS
from roundtable_ical.services.statically import COPY
from roundtable_ical.web.addresses import event_address
from roundtable_ical.web.context import context
from roundtable_ical.web.history import retold
from roundtable_ical.web.models.changes_page import MOST_SECTIONS, changes_page
from roundtable_ical.web.reader import Reader
from roundtable_ical.web.rendering import Made, html, kept, page, reader_of

_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


def register(blueprint: Blueprint) -> None:
    """Add the address of the page."""
    blueprint.add_url_rule("/<event_id>/changes", view_func=what_changed)


def what_changed(event_id: str) -> Response:
    """Show what each revision changed, newest first; ``?before=`` a number shows older ones."""
    edition = context().edition(event_id)
    reader = reader_of(edition.event.language)
    try:
        return kept(context().mark(edition), partial(_made, edition, reader, _before()))
    except Unavailable:
        response = page("roundtable/changes_trouble.html", reader, 503, event=edition.event)
        response.headers["Retry-After"] = "60"
        response.cache_control.no_store = True
        return response


def _before() -> int | None:
    """Return the revision that ``?before=`` tells of.

    Raises:
        InvalidField: it is no number.
    """
    asked = request.args.get("before", "").strip()
    if asked and not _NUMBER.fullmatch(asked):
        raise InvalidField("before", asked[:20], "is no revision", hint="write before=12")
    return int(asked) if asked else None


def _made(edition: Edition, reader: Reader, before: int | None) -> Made:
    event, told = edition.event, retold(edition)
    copy = bool(request.environ.get(COPY))  # which has no second page
    model = changes_page(
        event,
        reader,
        told,
        revision=edition.snapshot.revision if edition.snapshot else None,
        before=before,
        most=MOST_REVISIONS if copy else MOST_SECTIONS,
    )
    body = html(
        "roundtable/changes.html",
        reader,
        page=model,
        address=f"{event_address(event)}changes",
        stale=context().is_stale(edition),
    )
    return Made(html=body, language=reader.tag)
