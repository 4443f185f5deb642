"""What a personal link opens, for whoever holds it; anything else is not found."""

from flask import abort, request

from roundtable_ical.ports import InvitationStore
from roundtable_ical.services.links import Signed, read
from roundtable_ical.web.callers import caller
from roundtable_ical.web.context import context


def opened(event_id: str, token: str, scope: str) -> tuple[InvitationStore, Signed]:
    """Return what *token* was signed for, and the store that knows it.

    A link that is wrong, revoked or for something else is not found (404), and tried too often it
    is refused for a while (429).
    """
    here = context()
    forwarded = request.environ.get("HTTP_X_FORWARDED_FOR", "")
    proxy = here.settings.trusted_proxy
    here.limits.spend(caller(request.environ.get("REMOTE_ADDR", ""), forwarded, proxy))
    store = here.mail
    signed = read(here.secret, scope, token, store) if store and here.secret else None
    if store is None or signed is None or signed.event_id != event_id:
        abort(404)
    return store, signed
