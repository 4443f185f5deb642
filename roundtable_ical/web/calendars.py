"""The calendars of an event as its page lists them."""

from collections.abc import Iterator
from dataclasses import dataclass

from roundtable_ical.ical.addresses import feed_path
from roundtable_ical.ical.description import Speech
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.selection import Selection, selected
from roundtable_ical.revisions.feedstates import EVENT_FEED


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A feed as a page offers it; *name* is empty for the whole event and for every segment."""

    kind: str
    name: str
    count: int
    address: str

    @property
    def webcal(self) -> str:
        """The address that opens a calendar program on Apple's and Microsoft's systems."""
        return f"webcal://{self.address.partition('://')[2]}"


def calendars(event: SideEvent, page: str, language: str | None = None) -> tuple[Calendar, ...]:
    """Return what can be subscribed to; feeds without an event are left out.

    Args:
        event: the programme.
        page: address of the event's page, ending in a slash.
        language: in which things are called; the event's own where there is none.
    """
    return tuple(each for each in _all(event, page, Speech(event, language)) if each.count)


def _all(event: SideEvent, page: str, speech: Speech) -> Iterator[Calendar]:
    block = 1 if event.start else 0
    yield Calendar(kind="event", name="", count=block, address=f"{page}{EVENT_FEED}")
    for choice in (
        Selection(),
        *(Selection(themes=(id_,)) for id_ in event.topics),
        *(Selection(speakers=(id_,)) for id_ in event.people),
        *(Selection(venues=(id_,)) for id_ in event.places),
    ):
        kind, _ = choice.only or ("segments", "")
        yield Calendar(
            kind=kind,
            name=speech.named(*choice.only) if choice.only else "",
            count=len(selected(event, choice)),
            address=f"{page}{feed_path(choice)}",
        )
