"""A speaker's own feeds, for who holds the link: their slots as busy, or their busy times alone."""

from dataclasses import replace

from flask import Blueprint, Response, abort, request

from roundtable_ical.errors import InvalidField
from roundtable_ical.ical.feeds import FeedWriter
from roundtable_ical.ical.freebusy import FREEBUSY_FEED, MEDIA_TYPE, freebusy
from roundtable_ical.ical.options import Options
from roundtable_ical.itip.ledger import Invitations
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.services.editions import Edition
from roundtable_ical.services.links import FEED, Signed
from roundtable_ical.services.mailroom import Mailroom
from roundtable_ical.web.addresses import event_address
from roundtable_ical.web.context import context
from roundtable_ical.web.personal import opened
from roundtable_ical.web.responses import fresh


def register(blueprint: Blueprint) -> None:
    """Add the address of a speaker's own feed."""
    blueprint.add_url_rule("/<event_id>/my/<token>.ics", view_func=my_feed)
    blueprint.add_url_rule("/<event_id>/my/<token>.ifb", view_func=my_times)


def my_feed(event_id: str, token: str) -> Response:
    """Serve a speaker's own slots, as busy; 304 while nothing has changed.

    With ``?without=invited`` those are left out that they accepted by mail: their calendar has
    them from the invitation.
    """
    room, signed, edition = _opened(event_id, token)
    left_out: frozenset[str] = frozenset()
    if request.args.get("without"):
        left_out = _invited(room.mail.book(event_id).invitations, signed.speaker_id)
    snapshot = edition.snapshot
    writer = FeedWriter(
        edition.event,
        replace(Options.from_query(request.args), busy=True),
        base=event_address(edition.event),
        ledger=snapshot.ledger if snapshot else None,
    )
    feed = writer.own(signed.speaker_id, f"my/{token}.ics", left_out)
    return _private(Response(feed.body, mimetype="text/calendar"), "my-sessions.ics")


def my_times(event_id: str, token: str) -> Response:
    """Serve when a speaker is busy, and nothing else of it (VFREEBUSY, RFC 5545 section 3.6.4)."""
    _, signed, edition = _opened(event_id, token)
    feed = freebusy(edition.event, signed.speaker_id)
    return _private(Response(feed.body, content_type=MEDIA_TYPE), FREEBUSY_FEED)


def _opened(event_id: str, token: str) -> tuple[Mailroom, Signed, Edition]:
    """Return whose feed it is; not found (404) once somebody is not in the programme any more."""
    room, signed = opened(event_id, token, FEED)
    edition = context().edition(event_id)
    if signed.speaker_id not in edition.event.people:
        abort(404)
    return room, signed, edition


def _private(response: Response, name: str) -> Response:
    response.headers.set("Content-Disposition", "inline", filename=name)
    response.headers["X-Robots-Tag"] = "noindex"
    response = fresh(response)
    response.cache_control.public = False
    response.cache_control.private = True
    del response.headers["Access-Control-Allow-Origin"]
    return response


def _invited(invitations: Invitations, speaker_id: str) -> frozenset[str]:
    """Return the segments that a speaker's calendar has from an invitation by mail.

    Raises:
        InvalidField: ``without`` says something else.
    """
    if request.args["without"] != "invited":
        hint = "write without=invited"
        raise InvalidField("without", request.args["without"], "is not possible", hint=hint)
    return frozenset(
        each.key.segment_id
        for each in invitations.values()
        if each.key.speaker_id == speaker_id
        and each.invited
        and each.partstat is ParticipationStatus.ACCEPTED
        and each.answer is not None
        and each.answer.source == "mail"
    )
