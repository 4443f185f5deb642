"""Which calendars a mail has, wherever its program has put them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from roundtable_ical.itip.participation import Method
from roundtable_ical.itip.reading.entities import Entity
from roundtable_ical.itip.reading.incoming import Incoming, incoming
from roundtable_ical.itip.reading.mail import Mail

LARGEST = 256_000
"""Octets of a calendar that is read; an answer has a few thousand."""

_MOST_LINES = 10_000

_TYPES = frozenset(
    {
        "text/calendar",
        "application/ics",
        "application/calendar",
        "application/x-ics",
        "application/ical",
        "text/ics",
        "text/ical",
        "text/x-vcalendar",
    }
)
_ENDINGS = (".ics", ".vcs", ".ical", ".icalendar", ".ifb")
_ANSWERS = frozenset({Method.REPLY, Method.COUNTER})


@dataclass(frozen=True, slots=True)
class Calendars:
    """What the calendars of a mail say, each thing once; *trouble* why one was not read."""

    items: tuple[Incoming, ...] = ()
    trouble: str = ""

    @property
    def answers(self) -> tuple[Incoming, ...]:
        """What claims to be an answer; all others only where nothing does."""
        return tuple(each for each in self.items if _ANSWERS.intersection(each.method.split("/")))


def calendars(mail: Mail, *, forwarded: bool = False) -> Calendars:
    """Return what the calendars in *mail* say, or with *forwarded* those in a message inside it.

    Most programs send the same calendar twice, as a part of its own and as a file.
    """
    found: list[Incoming] = []
    trouble, total = "", 0
    for part in mail.parts:
        if part.forwarded != forwarded or not _is_calendar(part):
            continue
        total += len(part.content)
        left_out = part.size > LARGEST and not part.content
        if left_out or len(part.content) > LARGEST or total > 2 * LARGEST:
            trouble = f"its calendar is larger than {LARGEST // 1000} kB"
        elif part.content.count(b"\n") > _MOST_LINES:
            trouble = f"its calendar has more than {_MOST_LINES} lines"
        else:
            charset, method = part.parameter("charset"), part.parameter("method")
            found += incoming(part.content, charset, method)
    return Calendars(tuple(_distinct(found)), trouble)


def _is_calendar(part: Entity) -> bool:
    if part.type in _TYPES or part.name.endswith(_ENDINGS):
        return True
    start = part.content[:200].removeprefix(b"\xef\xbb\xbf").lstrip().upper()
    kinds = ("text/plain", "application/octet-stream")
    return part.type in kinds and start.startswith(b"BEGIN:VCALENDAR")


def _distinct(found: Iterable[Incoming]) -> Iterable[Incoming]:
    """Return what is said, once each; of two alike, the one that is whole, and has words."""
    kept: dict[Incoming, Incoming] = {}
    for each in found:
        bare = tuple(replace(person, comment="") for person in each.attendees)
        alike = replace(each, whole=True, comment="", attendees=bare)
        best = kept.setdefault(alike, each)
        if (each.whole, bool(each.comment)) > (best.whole, bool(best.comment)):
            kept[alike] = each
    return kept.values()
