"""What a personal link opens, for whoever holds it; anything else is not found."""

from flask import abort, request

from roundtable_ical.services.links import Signed, read
from roundtable_ical.services.mailroom import Mailroom
from roundtable_ical.web.callers import caller
from roundtable_ical.web.context import context


def opened(event_id: str, token: str, scope: str) -> tuple[Mailroom, Signed]:
    """Return what *token* was signed for, and the mail that it belongs to.

    A link that is wrong, revoked or for something else is not found (404), and tried too often it
    is refused for a while (429).
    """
    here = context()
    forwarded = request.environ.get("HTTP_X_FORWARDED_FOR", "")
    proxy = here.settings.trusted_proxy
    here.limits.spend(caller(request.environ.get("REMOTE_ADDR", ""), forwarded, proxy))
    room = here.mailroom
    secret = room.secret() if room else None
    signed = read(secret, scope, token, room.mail) if room and secret else None
    if room is None or signed is None or signed.event_id != event_id:
        abort(404)
    return room, signed
