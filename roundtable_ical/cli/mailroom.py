"""What commands about mail share: the store, the programme that is told of, and the secret."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from roundtable_ical import bootstrap, zones
from roundtable_ical.cli.publishing import event_id_of
from roundtable_ical.config import PREFIX, Settings
from roundtable_ical.errors import InvalidSetting
from roundtable_ical.itip.outbox import Decide
from roundtable_ical.itip.senders import Trust
from roundtable_ical.itip.view import as_answered
from roundtable_ical.ports import InvitationStore, ProgrammeStore
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
    secret: str | None

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
        links = None
        if self.secret and base:
            personal = Personal(self.secret, programme.id, self.mail.tokens(programme.id))
            links = partial(personal.of_letter, base=base, moment=moment)
        wait = self.settings.settle if settle is None else settle
        return Mailing(
            event=programme,
            moment=moment,
            base=base,
            links=links,
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
        yield mailroom(store, chosen, url)


def mailroom(store: ProgrammeStore, chosen: Settings, url: str | None) -> Mailroom:
    """Return the mailroom of an open store.

    Raises:
        InvalidSetting: this kind of store keeps no mail.
    """
    if not isinstance(store, InvitationStore):
        hint = "name an SQLite file or a PostgreSQL database"
        raise InvalidSetting(f"this kind of store keeps no invitations; {hint}")
    secret = bootstrap.secret(chosen, url)
    return Mailroom(programmes=store, mail=store, settings=chosen, secret=secret)


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
