"""Answers by web: a speaker opens the link of an invitation, sees the slot, and answers.

GET shows and changes nothing, since mail scanners follow links; POST records.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from flask import Blueprint, Response, abort, request, url_for
from markupsafe import Markup, escape

from roundtable_ical import bootstrap, zones
from roundtable_ical.errors import (
    InvalidField,
    RevisionConflict,
    Unavailable,
    UnpublishableFeed,
)
from roundtable_ical.itip.ledger import Answer, Invitation, Proposal
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.reading.hidden import hidden_in
from roundtable_ical.itip.slots import SlotKey
from roundtable_ical.programme.clock import day, wall_clock
from roundtable_ical.programme.texts import clean
from roundtable_ical.services.answer import answer_by_web
from roundtable_ical.services.editions import Edition
from roundtable_ical.services.links import ANSWER, Personal
from roundtable_ical.services.mailroom import Mailroom
from roundtable_ical.web.context import context
from roundtable_ical.web.languages import gettext, speaking
from roundtable_ical.web.languages import marked as _
from roundtable_ical.web.models.answer_page import ANSWERS, answer_page, slot_of
from roundtable_ical.web.personal import opened
from roundtable_ical.web.reader import Reader
from roundtable_ical.web.rendering import page, reader_of

LONGEST = 2_000
"""Letters of a word to the organisers; what is longer is refused, not cut."""
_SHOWN = {ord(sign): f"&#{ord(sign)};" for sign in "@＠%"}
"""What pages know addresses by (`rendering`), written so that they do not."""
_STATES = {
    "yes": ParticipationStatus.ACCEPTED,
    "maybe": ParticipationStatus.TENTATIVE,
    "no": ParticipationStatus.DECLINED,
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """A slot that somebody may answer for, as it is in the store."""

    edition: Edition
    invitation: Invitation
    room: Mailroom


class _NotTaken(Exception):
    """A form that cannot be used; its words are for the page."""


def register(blueprint: Blueprint) -> None:
    """Add the address of an answer."""
    blueprint.add_url_rule("/<event_id>/answer/<token>", view_func=show_answer)
    blueprint.add_url_rule("/<event_id>/answer/<token>", view_func=record_answer, methods=["POST"])


def show_answer(event_id: str, token: str) -> Response:
    """Show the slot, its state and a form; changes nothing."""
    return _shown(_asked(event_id, token))


def record_answer(event_id: str, token: str) -> Response:
    """Record an answer, or a proposal for the organisers."""
    asked = _asked(event_id, token)
    wanted = request.form.get("answer", "")
    try:
        after = _recorded(asked, wanted)
    except _NotTaken as error:
        return _shown(asked, trouble=error.args[0], opened=wanted, status=400)
    _show_publicly(asked)
    done = "proposal" if wanted in {"time", "person"} else "answer"
    return _shown(replace(asked, invitation=after), done=done)


def _asked(event_id: str, token: str) -> _Asked:
    """Return what *token* answers for; anything that is not a valid link is not found."""
    room, signed = opened(event_id, token, ANSWER)
    key = SlotKey(signed.segment_id or "", signed.speaker_id)
    invitation = room.mail.book(event_id).invitations.get(key)
    if invitation is None:
        abort(404)
    return _Asked(context().edition(event_id), invitation, room)


def _shown(
    asked: _Asked, *, done: str = "", trouble: str = "", opened: str = "", status: int = 200
) -> Response:
    here, edition = context(), asked.edition
    reader = _reader(asked.invitation, edition)
    revision = edition.snapshot.revision if edition.snapshot else None
    model = answer_page(edition.event, asked.invitation, reader, here.clock(), revision=revision)
    if trouble:
        with speaking(reader.language):
            trouble = str(gettext(trouble, longest=reader.number(LONGEST)))
    response = page(
        "roundtable/answer.html",
        reader,
        status,
        page=model,
        words=ANSWERS,
        done=done,
        trouble=trouble,
        opened=opened,
        own=_own,
        typed=lambda field: _own(request.form.get(field, "")) if trouble else "",
        feed=_feed_address(asked),
    )
    response.cache_control.no_store = True
    response.cache_control.private = True
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _own(words: str) -> Markup:
    """Return words of the reader as HTML, in which addresses stay, unlike in all other words."""
    return Markup(str(escape(words)).translate(_SHOWN))  # noqa: S704  # escaped just before


def _reader(invitation: Invitation, edition: Edition) -> Reader:
    """Return who reads: in the language and on the clock of the letter, unless they ask."""
    slot = invitation.told.slot if invitation.told else None
    reader = reader_of(slot.language if slot else edition.event.language)
    if reader.zone is None and slot and slot.own_timezone:
        return replace(reader, zone=zones.zone(slot.own_timezone), city=slot.own_timezone)
    return reader


def _recorded(asked: _Asked, wanted: str) -> Invitation:
    """Keep what the form says.

    Raises:
        _NotTaken: it cannot be used.
    """
    here, event, told = context(), asked.edition.event, asked.invitation.told
    item, moment = slot_of(event, asked.invitation), here.clock()
    if item is None or told is None:
        raise _NotTaken(_("You are not asked for this session any more"))
    if item.span[1] <= moment:
        raise _NotTaken(_("This session is over"))
    if request.form.get("shown") != item.span[0].isoformat():
        raise _NotTaken(
            _("The session has moved since you opened this page. Please look again, and answer.")
        )
    comment = _words("comment")
    if wanted in _STATES:
        given = Answer(
            partstat=_STATES[wanted],
            sequence=told.sequence,
            dtstamp=moment,
            source="web",
            comment=comment,
        )
        return answer_by_web(event, asked.invitation.key, given, asked.room.mail)
    proposal = Proposal(sequence=told.sequence, dtstamp=moment, comment=comment)
    match wanted:
        case "time":
            start, end = _proposed(item.start, moment)
            proposal = replace(proposal, start=start, end=end)
        case "person":
            who = ", ".join(filter(None, (_words("who"), _words("email"))))
            if not who:
                raise _NotTaken(_("Please say who could come in your place."))
            proposal = replace(proposal, substitute=who)
        case _:
            raise _NotTaken(_("Please choose one of the answers."))
    return answer_by_web(event, asked.invitation.key, proposal, asked.room.mail)


def _show_publicly(asked: _Asked) -> None:
    """Let the feeds say what was answered; where that fails now, the next publication does it."""
    try:
        asked.room.publish_answers(asked.invitation.event_id)
    except (RevisionConflict, UnpublishableFeed, Unavailable) as error:
        bootstrap.log.warning("an answer was kept, and is not public yet: %s", error)


def _words(field: str) -> str:
    words = request.form.get(field, "")
    if len(words) > LONGEST:
        raise _NotTaken(_("Please write no more than %(longest)s letters."))
    try:
        return hidden_in(clean(words))
    except InvalidField:
        raise _NotTaken(_("Please write words, without control characters.")) from None


def _proposed(venue: datetime, moment: datetime) -> tuple[datetime, datetime]:
    """Return the moments that the form proposes, on the clock of *venue*; in UTC.

    Raises:
        _NotTaken: they are none, or over at *moment*.
    """
    usage = _("Please give a day and two times, as 10:30 and 11:00.")
    try:
        on = day(request.form.get("day", ""))
        zone = zones.zone(venue.tzinfo) if venue.tzinfo else zones.zone("UTC")
        start, end = (
            zones.moment(wall_clock(request.form.get(name, "")).on(on), zone).astimezone(UTC)
            for name in ("from", "to")
        )
    except InvalidField:
        raise _NotTaken(usage) from None
    if start <= moment:
        raise _NotTaken(usage)
    if end <= start:
        raise _NotTaken(_("The end has to be after the beginning."))
    return start, end


def _feed_address(asked: _Asked) -> str:
    room, invitation = asked.room, asked.invitation
    secret, event_id = room.secret(), invitation.event_id
    if not secret:
        return ""
    personal = Personal(secret, event_id, room.mail.tokens(event_id))
    text, token = personal.feed(invitation.key.speaker_id, room.clock())
    known = room.mail.token(token.digest)
    return url_for(f"{request.blueprint}.my_feed", event_id=event_id, token=text) if known else ""
