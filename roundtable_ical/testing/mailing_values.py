"""Mail for tests: what Hypothesis makes up, and a small house that writes to its speakers."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from roundtable_ical.itip.ledger import Invitation, Told
from roundtable_ical.itip.outbox import Book, Decide, Decision, Post, PostState
from roundtable_ical.itip.participation import Method
from roundtable_ical.itip.slots import Slot, SlotKey
from roundtable_ical.ports import InvitationStore
from roundtable_ical.programme.people import Role
from roundtable_ical.programme.segments import Status

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)
CLAIM = timedelta(minutes=2)
PANEL = SlotKey("panel", "guy")
ORGANIZER = "protocol@example.org"
_Value = TypeVar("_Value")


def slot(version: int = 0, key: SlotKey = PANEL) -> Slot:
    """Return a slot; each version is at another time."""
    start = NOON + timedelta(days=30, hours=version)
    return Slot(
        address=f"{key.speaker_id}@example.org",
        name="Zoë Ångström, 漢字",
        language="fr",
        organizer_address=ORGANIZER,
        organizer_name="Protocol",
        event_title="Breakfast",
        title=f"Panel {version}",
        start=start,
        end=start + timedelta(hours=1),
        timezone="America/New_York",
        status=Status.CONFIRMED,
        role=Role.SPEAKER,
    )


def told(sequence: int, *, dtstamp: datetime = NOON) -> Told:
    """Return what the speaker of the panel is told with a SEQUENCE: the slot of that version."""
    return Told(
        method=Method.REQUEST,
        sequence=sequence,
        asked=sequence,
        dtstamp=dtstamp,
        slot=slot(sequence),
        message_id=f"<{sequence}@example.org>",
    )


def post(told: Told, *, made: datetime = NOON, event_id: str = "breakfast", **changes: Any) -> Post:
    """Return the message that tells *told* to the speaker of the panel."""
    words = f"Message-ID: {told.message_id}\r\n\r\n{told.method} {told.slot.title}\r\n"
    written = Post(
        message_id=told.message_id,
        event_id=event_id,
        kind="invitation",
        sender=ORGANIZER,
        recipient=told.slot.address,
        subject=told.slot.title,
        content=words.encode(),
        made=made,
        due=made,
        key=PANEL,
        told=told,
    )
    return replace(written, **changes)


def telling(
    wanted: Mapping[SlotKey, Slot | None], moment: datetime, event_id: str = "breakfast"
) -> Decide:
    """Return the decision that brings speakers to know *wanted*, each by one message or none."""

    def decide(book: Book) -> Decision:
        letters = [
            (key, said, book.invitations.get(key))
            for key, said in wanted.items()
            if _differs(book.invitations.get(key), said)
        ]
        written = [_letter(key, said, asked, moment, event_id) for key, said, asked in letters]
        return Decision(
            invitations=tuple(
                Invitation(event_id=event_id, key=key, uid=f"{'-'.join(key)}@example.org")
                for key, _, asked in letters
                if asked is None
            ),
            posts=tuple(written),
            withdrawn=tuple(each.message_id for each in book.waiting if each.key in wanted),
        )

    return decide


def _differs(asked: Invitation | None, said: Slot | None) -> bool:
    told = asked.told if asked else None
    return said != (told.slot if told and told.method is Method.REQUEST else None)


def _letter(
    key: SlotKey, said: Slot | None, asked: Invitation | None, moment: datetime, event_id: str
) -> Post:
    before = asked.told if asked else None
    sequence = before.sequence + 1 if before else 0
    shown = said or (before.slot if before else slot(0, key))
    told = Told(
        method=Method.REQUEST if said else Method.CANCEL,
        sequence=sequence,
        asked=sequence,
        dtstamp=moment,
        slot=shown,
        message_id=f"<{event_id}.{'.'.join(key)}.{sequence}.{moment.timestamp()}@example.org>",
    )
    return post(told, made=moment, event_id=event_id, key=key, before=before)


def asked(
    store: InvitationStore, version: int = 0, moment: datetime = NOON, event_id: str = "breakfast"
) -> Post:
    """Have *store* write to the speaker of the panel; return the message."""
    [written] = store.decide(event_id, telling({PANEL: slot(version)}, moment, event_id)).posts
    return written


def sent(post: Post, moment: datetime) -> Post:
    """Return the report of a sender that was told 250."""
    return replace(post, state=PostState.SENT, sent=moment)


def again(post: Post, due: datetime, *, unsure: bool = False) -> Post:
    """Return the report of a sender that tries again later."""
    return replace(post, state=PostState.QUEUED, due=due, attempts=post.attempts + 1, unsure=unsure)


_LEAVES: dict[object, st.SearchStrategy[Any]] = {
    str: st.text(),
    int: st.integers(0, 2**31 - 1),
    bool: st.booleans(),
    bytes: st.binary(),
    datetime: st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)),
    NoneType: st.none(),
}


def made_up(kind: type[_Value], **given: object) -> st.SearchStrategy[_Value]:
    """Return the strategy that makes up values of a dataclass, but for what is *given*."""
    hints = get_type_hints(kind)
    names = [each.name for each in fields(kind) if each.name not in given]  # type: ignore[arg-type]  # a dataclass
    drawn = {name: _of(hints[name]) for name in names}
    return st.builds(kind, **drawn, **{name: st.just(value) for name, value in given.items()})


def _of(hint: Any) -> st.SearchStrategy[Any]:
    if hint in _LEAVES:
        return _LEAVES[hint]
    if isinstance(hint, UnionType):
        return st.one_of(*map(_of, get_args(hint)))
    if get_origin(hint) is tuple:
        return st.lists(_of(get_args(hint)[0]), max_size=3).map(tuple)
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    if issubclass(hint, tuple):
        return st.builds(hint, *map(_of, get_type_hints(hint).values()))
    return made_up(hint)
