"""From a request to the step in which one subscribes (how to use it: `models/subscribe.py`)."""

from flask import request

from roundtable_ical.ical.options import Options
from roundtable_ical.programme.selection import Selection
from roundtable_ical.services.editions import Edition
from roundtable_ical.web.addresses import event_address
from roundtable_ical.web.context import context
from roundtable_ical.web.models.subscribe import Subscribe, subscribe
from roundtable_ical.web.models.subscribe_choice import Choice, What
from roundtable_ical.web.reader import Reader


def choosing(edition: Edition, reader: Reader) -> Subscribe:
    """Return the step on the page of an event, with the choice that the query tells of."""
    return _step(edition, reader, _choice(edition, reader), None)


def following(edition: Edition, reader: Reader, selection: Selection, page: str) -> Subscribe:
    """Return the step on a page of its own, whose choice is *selection*.

    Args:
        edition: the event as it is served.
        reader: who reads.
        selection: what one follows from that page.
        page: its public address, without a query.
    """
    asked = _choice(edition, reader)
    choice = Choice(what=What.MIX, ticked=selection, options=asked.options)
    return _step(edition, reader, choice, page)


def _choice(edition: Edition, reader: Reader) -> Choice:
    query = request.args.to_dict(flat=False)
    return Choice.from_query(query, edition.event, reader.wanted if reader.chosen else None)


def _step(edition: Edition, reader: Reader, choice: Choice, page: str | None) -> Subscribe:
    plain = Options()
    return subscribe(
        edition.event,
        choice,
        reader,
        address=event_address(edition.event),
        counted=lambda selection: edition.feed(selection, plain).count,
        block=edition.block(plain).count,
        rhythms=context().counting.rhythms,
        page=page,
    )
