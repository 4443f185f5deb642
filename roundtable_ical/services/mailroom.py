"""What all that has to do with mail shares: the store, the clock, the secret, the house's ways."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property, partial
from typing import Literal

from roundtable_ical import zones
from roundtable_ical.itip.ledger import Invitation
from roundtable_ical.itip.outbox import Decide
from roundtable_ical.itip.reading.senders import Trust
from roundtable_ical.itip.tokens import Token
from roundtable_ical.itip.view import as_answered
from roundtable_ical.itip.writing.messages import Links
from roundtable_ical.ports import InvitationStore, ProgrammeStore
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.services.invite import Mailing, updates
from roundtable_ical.services.links import Personal
from roundtable_ical.services.publish import Published, publish


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailroom:
    """One store's mail, as one installation handles it.

    *programmes* and *mail* are the same store. *base* gives the address of an event's page,
    *secret* what signs personal links; either may give None. *settle* is how long letters wait for
    newer ones, *declined* what feeds say of who declined, *trust* whose word counts for who sent a
    message.
    """

    programmes: ProgrammeStore
    mail: InvitationStore
    clock: Callable[[], datetime]
    base: Callable[[str], str | None]
    secret: Callable[[], str | None]
    settle: timedelta = timedelta(0)
    declined: Literal["keep", "tbc"] = "keep"
    trust: Trust = field(default_factory=Trust)

    def answered(self, programme: SideEvent) -> SideEvent:
        """Return *programme* with what speakers have answered."""
        invitations = self.mail.book(programme.id).invitations
        return as_answered(programme, invitations, declined=self.declined)

    def mailing(
        self,
        programme: SideEvent,
        revision: int | None = None,
        *,
        settle: timedelta | None = None,
        hold: bool = False,
    ) -> Mailing:
        """Return how letters about *programme* are written, now."""
        moment = self.clock()
        base = self.base(programme.id) or programme.url
        return Mailing(
            event=programme,
            moment=moment,
            base=base,
            links=_Linking(self, programme.id, base, moment) if base else None,
            settle=self.settle if settle is None else settle,
            hold=hold,
            revision=revision,
        )

    def updating(
        self, programme: SideEvent, *, settle: timedelta | None = None, hold: bool = False
    ) -> Callable[[int], Decide]:
        """Return what a publication of *programme* tells those who were invited, by its number."""
        return partial(self._updates, programme, settle=settle, hold=hold)

    def _updates(
        self, programme: SideEvent, revision: int, *, settle: timedelta | None, hold: bool
    ) -> Decide:
        return updates(self.mailing(programme, revision, settle=settle, hold=hold))

    def publish_answers(self, event_id: str) -> Published | None:
        """Publish what speakers have answered since; None where nothing of it shows.

        Raises:
            RevisionConflict: somebody else publishes; what was answered shows the next time.
            UnpublishableFeed, Unavailable: as `publish`.
        """
        public = self.programmes.latest(event_id)
        if public is None:
            return None
        after = self.answered(public.event)
        if after == public.event:
            return None
        return publish(
            after,
            self.programmes,
            moment=self.clock(),
            tzdata=zones.current().version,
            message="speakers have answered",
            before=public,
            base=self.base(event_id),
            mail=self.updating(after),
        )


class _Linking:
    """Makes the links of letters; asks for the secret with the first letter."""

    def __init__(self, room: Mailroom, event_id: str, base: str, moment: datetime) -> None:
        self._room, self._event_id, self._base, self._moment = room, event_id, base, moment

    def __call__(self, invitation: Invitation) -> tuple[Links | None, tuple[Token, ...]]:
        if self._personal is None:
            return None, ()
        return self._personal.of_letter(invitation, self._base, self._moment)

    @cached_property
    def _personal(self) -> Personal | None:
        secret = self._room.secret()
        tokens = self._room.mail.tokens(self._event_id)
        return Personal(secret, self._event_id, tokens) if secret else None
