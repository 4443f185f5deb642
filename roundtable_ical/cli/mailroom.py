"""What commands about mail share: the store, the programme that is told of, and the secret."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from importlib import import_module
from pathlib import Path

from roundtable_ical import bootstrap, zones
from roundtable_ical.cli.options import event_id_of
from roundtable_ical.config import PREFIX, Settings
from roundtable_ical.errors import InvalidSetting
from roundtable_ical.itip.ledger import Invitation
from roundtable_ical.itip.messages import Links
from roundtable_ical.itip.outbox import Decide
from roundtable_ical.itip.senders import Trust
from roundtable_ical.itip.tokens import Token
from roundtable_ical.itip.view import as_answered
from roundtable_ical.plugins import transport_at
from roundtable_ical.ports import InvitationStore, Mailbox, Postman, ProgrammeStore
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.revisions.changes import changes
from roundtable_ical.services.invite import Mailing, updates
from roundtable_ical.services.links import Personal
from roundtable_ical.services.publish import Published, publish


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailroom:
    """A store that keeps publications and mail, and what this installation says of both."""

    programmes: ProgrammeStore
    mail: InvitationStore
    settings: Settings
    url: str | None = None

    def programme(self, event: str) -> tuple[SideEvent, int | None]:
        """Return the programme of a file, or of an event of the store, and its public revision.

        The revision is None for a file that says something else than what is public.

        Raises:
            InvalidProgramme, UnknownId, Unavailable: there is none.
        """
        if Path(event).exists():
            programme = bootstrap.read(event)
            public = self.programmes.latest(programme.id)
            same = public and not changes(public.event, self.answered(programme))
            return programme, public.revision.number if public and same else None
        public = self.programmes.latest(event_id_of(event, self.programmes))
        if public is None:  # event_id_of knows that there is one
            raise LookupError(event)
        return public.event, public.revision.number

    def event_id(self, event: str) -> str:
        """Return the id that *event* means: that of a file, or of an event of the store.

        Raises:
            InvalidProgramme, UnknownId, Unavailable: there is none.
        """
        if Path(event).exists():
            return bootstrap.read(event).id
        return event_id_of(event, self.programmes)

    def answered(self, programme: SideEvent) -> SideEvent:
        """Return *programme* with what speakers have answered."""
        invitations = self.mail.book(programme.id).invitations
        return as_answered(programme, invitations, declined=self.settings.declined)

    def mailing(
        self,
        programme: SideEvent,
        revision: int | None = None,
        *,
        settle: int | None = None,
        hold: bool = False,
    ) -> Mailing:
        """Return how letters about *programme* are written, now."""
        moment = bootstrap.now()
        base = bootstrap.page_address(self.settings.base_url, programme.id) or programme.url
        wait = self.settings.settle if settle is None else settle
        return Mailing(
            event=programme,
            moment=moment,
            base=base,
            links=_Linking(self, programme.id, base, moment) if base else None,
            settle=timedelta(seconds=wait),
            hold=hold,
            revision=revision,
        )

    def updating(
        self, programme: SideEvent, *, settle: int | None = None, hold: bool = False
    ) -> "Updating":
        """Return what a publication of *programme* tells those who were invited, by its number."""
        return Updating(self, programme, settle=settle, hold=hold)

    @property
    def trust(self) -> Trust:
        """Whose word counts for who sent a message."""
        return Trust(authserv=frozenset(self.settings.authserv))


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
        room = self._room
        secret = bootstrap.secret(room.settings, room.url)
        return (
            Personal(secret, self._event_id, room.mail.tokens(self._event_id)) if secret else None
        )


@dataclass(frozen=True, slots=True)
class Updating:
    """What the publication of a programme tells those who were invited."""

    room: Mailroom
    programme: SideEvent
    settle: int | None = None
    hold: bool = False

    def __call__(self, revision: int) -> Decide:
        """Return the decision that goes with publication number *revision*."""
        mailing = self.room.mailing(self.programme, revision, settle=self.settle, hold=self.hold)
        return updates(mailing)


@contextmanager
def open_mailroom(url: str | None) -> Iterator[Mailroom]:
    """Open the store at *url* (see `bootstrap.store_address`) and close it in the end.

    Raises:
        InvalidSetting: this kind of store keeps no mail.
    """
    chosen = bootstrap.settings()
    with bootstrap.open_store(url) as store:
        room = mailroom(store, chosen, url)
        if room is None:
            hint = "name an SQLite file or a PostgreSQL database"
            raise InvalidSetting(f"this kind of store keeps no invitations; {hint}")
        yield room


def mailroom(store: ProgrammeStore, chosen: Settings, url: str | None) -> Mailroom | None:
    """Return the mailroom of an open store; None where it keeps no mail."""
    if not isinstance(store, InvitationStore):
        return None
    return Mailroom(programmes=store, mail=store, settings=chosen, url=url)


@contextmanager
def open_mail(address: str) -> Iterator[Postman]:
    """Open a way to deliver mail to *address* and close it in the end.

    Raises:
        InvalidSetting: there is no such way.
        Unavailable: it cannot be reached.
    """
    with closing(transport_at(address).open(address)) as postman:
        yield postman


@contextmanager
def open_mailboxes(addresses: Iterable[str]) -> Iterator[tuple[Mailbox, ...]]:
    """Open the mailboxes at *addresses* (``maildir:DIR``, ``imaps://...``), and close them.

    Raises:
        InvalidSetting: there is no such kind of mailbox.
        Unavailable: one cannot be reached.
    """
    mailboxes = import_module("roundtable_ical.transports.mailboxes")
    with ExitStack() as stack:
        yield tuple(stack.enter_context(closing(mailboxes.opened(each))) for each in addresses)


def mail_address(chosen: Settings) -> str:
    """Return where mail leaves.

    Raises:
        InvalidSetting: nobody said.
    """
    if not chosen.mail:
        hint = "set it, as smtp://USER@HOST:587, or write files with --out DIR"
        raise InvalidSetting(f"{PREFIX}MAIL says how mail leaves; {hint}")
    return chosen.mail


def publish_answers(room: Mailroom, event_id: str) -> Published | None:
    """Publish what speakers have answered since; None where nothing of it shows."""
    public = room.programmes.latest(event_id)
    if public is None:
        return None
    after = room.answered(public.event)
    if after == public.event:
        return None
    return publish(
        after,
        room.programmes,
        moment=bootstrap.now(),
        tzdata=zones.current().version,
        author="answers",
        message="speakers have answered",
        before=public,
        base=bootstrap.page_address(room.settings.base_url, event_id),
        mail=room.updating(after),
    )
