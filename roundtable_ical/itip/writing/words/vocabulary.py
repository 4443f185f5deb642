"""Which words a letter needs."""

from dataclasses import dataclass

from roundtable_ical.itip.outbox import Outcome
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.requests import LetterKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language; what stands in braces is filled in.

    *locale* is CLDR's name of the language. *subjects* have the ``title`` of the segment and
    ``when`` it is, *openings* the title of the ``event``. *excellency* greets those who are not
    called by their name. *altered* is the opening where a slot that is asked for again has kept
    its time. *notices* have the ``name`` of the speaker.
    """

    locale: str
    subjects: dict[LetterKind, str]
    greeting: str
    excellency: str
    openings: dict[LetterKind, str]
    altered: str
    session: str
    name: str
    role: str
    when: str
    own_time: str
    local: str
    place: str
    status: str
    confirmed: str
    provisional: str
    others: str
    organizer: str
    about: str
    was: str
    now: str
    reply: str
    reply_here: str
    answer: str
    stands: str
    answers: dict[ParticipationStatus, str]
    delete: str
    feed: str
    closing: str
    notices: dict[Outcome, str]
    told: dict[Outcome, str]
    proposed: str
    substitute: str
    comment: str
    reason: str
    address: str
    counter_subject: str
    counter: str
    comma: str = ", "
    right_to_left: bool = False
