"""Personal links: who holds one may answer for a slot, or read a speaker's own feed.

A link is signed and says what it is for. The store keeps a digest of each that was given out, so
that it can be revoked, and never the link.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from itsdangerous import BadSignature, URLSafeSerializer

from roundtable_ical.itip.ledger import Invitation
from roundtable_ical.itip.slots import SlotKey
from roundtable_ical.itip.tokens import Token
from roundtable_ical.itip.writing.messages import Links
from roundtable_ical.ports import InvitationStore

ANSWER, FEED = "answer", "feed"
"""What a link opens: the answer for one slot, or a speaker's own feed."""


@dataclass(frozen=True, slots=True)
class Signed:
    """What a link was signed for; *segment_id* is None for a speaker's own feed."""

    event_id: str
    speaker_id: str
    segment_id: str | None


class Personal:
    """The personal links of one event.

    Args:
        secret: signs them; whoever knows it can make them.
        event_id: the event.
        tokens: the links that were given out so far; one of a subject that was revoked is followed
            by another.
    """

    def __init__(self, secret: str, event_id: str, tokens: Iterable[Token] = ()) -> None:
        self._signing = {scope: _signing(secret, scope) for scope in (ANSWER, FEED)}
        self._event_id = event_id
        self._next: dict[tuple[str, str], int] = {}
        for each in tokens:
            place = each.scope, each.subject
            number = each.generation + each.revoked
            self._next[place] = max(number, self._next.get(place, 0))

    def answer(self, key: SlotKey, moment: datetime) -> tuple[str, Token]:
        """Return the text of the link that answers for a slot, and what the store keeps of it."""
        subject = "/".join(key)
        return self._made(ANSWER, subject, [key.speaker_id, key.segment_id], moment)

    def feed(self, speaker_id: str, moment: datetime) -> tuple[str, Token]:
        """Return the text of the link to a speaker's feed, and what the store keeps of it."""
        return self._made(FEED, speaker_id, [speaker_id, None], moment)

    def _made(
        self, scope: str, subject: str, whose: list[str | None], moment: datetime
    ) -> tuple[str, Token]:
        generation = self._next.get((scope, subject), 0)
        text = self._signing[scope].dumps([self._event_id, *whose, generation])
        return text, Token(
            digest=digest(text),
            event_id=self._event_id,
            scope=scope,
            subject=subject,
            made=moment,
            generation=generation,
        )

    def of_letter(
        self, invitation: Invitation, base: str, moment: datetime
    ) -> tuple[Links, tuple[Token, ...]]:
        """Return the links that go into a letter; *base* is the address of the event's page."""
        page = base.rstrip("/")
        answer, answering = self.answer(invitation.key, moment)
        feed, reading = self.feed(invitation.key.speaker_id, moment)
        links = Links(answer=f"{page}/answer/{answer}", feed=f"{page}/my/{feed}.ics")
        return links, (answering, reading)


def read(secret: str, scope: str, text: str, store: InvitationStore) -> Signed | None:
    """Return what a link was signed for; None where it is none of ours, or was revoked."""
    try:
        event_id, speaker_id, segment_id, _ = _signing(secret, scope).loads(text)
    except (BadSignature, ValueError, TypeError):
        return None
    known = store.token(digest(text))
    if known is None or known.revoked or known.scope != scope:
        return None
    return Signed(event_id, speaker_id, segment_id)


def digest(text: str) -> str:
    """Return what the store knows a link by."""
    return sha256(text.encode()).hexdigest()


def _signing(secret: str, scope: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt=f"roundtable-ical {scope}")
