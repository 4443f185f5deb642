"""What commands about mail share: the mailroom, the programme that is told of, ways in and out."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from importlib import import_module
from pathlib import Path

from roundtable_ical import bootstrap
from roundtable_ical.cli.options import event_id_of
from roundtable_ical.config import PREFIX, Settings
from roundtable_ical.errors import InvalidSetting, UnknownId
from roundtable_ical.plugins import transport_at
from roundtable_ical.ports import Mailbox, Postman
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.revisions.changes import changes
from roundtable_ical.services.mailroom import Mailroom


def programme_of(event: str, room: Mailroom) -> tuple[SideEvent, int | None]:
    """Return the programme of a file, or of an event of the store, and its public revision.

    The revision is None for a file that says something else than what is public.

    Raises:
        InvalidProgramme, UnknownId, Unavailable: there is none.
    """
    if Path(event).exists():
        programme = bootstrap.read(event)
        public = room.programmes.latest(programme.id)
        same = public and not changes(public.event, room.answered(programme))
        return programme, public.revision.number if public and same else None
    public = room.programmes.latest(event_id_of(event, room.programmes))
    if public is None:  # event_id_of knows that there is one
        raise LookupError(event)
    return public.event, public.revision.number


def id_of(event: str, room: Mailroom) -> str:
    """Return the id that *event* means: that of a file, or of an event of the store.

    Raises:
        InvalidProgramme, UnknownId, Unavailable: there is none.
    """
    if Path(event).exists():
        return bootstrap.read(event).id
    known = {*room.programmes.events(), *room.mail.mailed()}  # some have mail, and no revision
    if event not in known:
        raise UnknownId("event", event, sorted(known))
    return event


@contextmanager
def open_mailroom(url: str | None) -> Iterator[Mailroom]:
    """Open the store at *url* (see `bootstrap.store_address`) and close it in the end.

    Raises:
        InvalidSetting: this kind of store keeps no mail.
    """
    chosen = bootstrap.settings()
    with bootstrap.open_store(url) as store:
        room = bootstrap.mailroom(store, chosen, url)
        if room is None:
            hint = "name an SQLite file or a PostgreSQL database"
            raise InvalidSetting(f"this kind of store keeps no invitations; {hint}")
        yield room


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
def open_mailboxes(
    addresses: Iterable[str], read: Collection[str] = ()
) -> Iterator[tuple[Mailbox, ...]]:
    """Open the mailboxes at *addresses* (``maildir:DIR``, ``imaps://...``), and close them.

    *read* are the names of messages that were read before.

    Raises:
        InvalidSetting: there is no such kind of mailbox.
        Unavailable: one cannot be reached.
    """
    mailboxes = import_module("roundtable_ical.transports.mailboxes")
    with ExitStack() as stack:
        yield tuple(
            stack.enter_context(closing(mailboxes.opened(each, read))) for each in addresses
        )


def mail_address(chosen: Settings) -> str:
    """Return where mail leaves.

    Raises:
        InvalidSetting: nobody said.
    """
    if not chosen.mail:
        hint = "set it, as smtp://USER@HOST:587, or write files with --out DIR"
        raise InvalidSetting(f"{PREFIX}MAIL says how mail leaves; {hint}")
    return chosen.mail
