"""A calendar that came by mail -> what it says about an invitation (RFC 5546), as values."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from quopri import decodestring

from roundtable_ical.ical.lint.components import Component, tree
from roundtable_ical.ical.lint.content import Property, unfolded
from roundtable_ical.ical.lint.findings import Report
from roundtable_ical.ical.lint.moments import moment
from roundtable_ical.ical.lint.octets import physical
from roundtable_ical.ical.lint.texts import unescaped
from roundtable_ical.itip.reading.charsets import text_of
from roundtable_ical.itip.reading.entities import base64_read
from roundtable_ical.itip.reading.mail import shown
from roundtable_ical.itip.reading.mailboxes import calendar_mailbox
from roundtable_ical.itip.reading.moments import Moments, Unplaced

_MOST_ITEMS = 50
_MOST_ATTENDEES = 500
_ITEMS = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY"})
_BOUNDS = re.compile(r"^(BEGIN|END):(VCALENDAR|VEVENT|VTODO|VJOURNAL|VFREEBUSY)\s*$", re.I | re.M)
_QUOTED = re.compile(rb";[A-Z-]+=3D", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d{1,9})\s*", re.ASCII)
_REMARKS = ("X-RESPONSE-COMMENT", "X-CALENDARSERVER-ATTENDEE-COMMENT", "X-COMMENT")
"""Where Google and Apple put the words of who answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Who answers: *partstat* in capitals as written, "" where none is; the addresses plain."""

    address: str
    partstat: str = ""
    sent_by: str = ""
    delegated_to: tuple[str, ...] = ()
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One component of a calendar that came by mail.

    *method* and *kind* (VEVENT, ...) are in capitals, *method* "" where the calendar has none, and
    several with a slash between where they differ. *organizer* is None where there is none.
    *sequence* is None where it is no number; *dtstamp*, *start* and *end* are in UTC. *unplaced*
    says why a time could not be read, *whole* whether the calendar goes on to its end.
    """

    method: str
    kind: str
    uid: str
    attendees: tuple[Attendee, ...] = ()
    organizer: str | None = None
    sequence: int | None = 0
    dtstamp: datetime | None = None
    recurrence: datetime | None = None
    recurs: bool = False
    start: datetime | None = None
    end: datetime | None = None
    unplaced: str = ""
    comment: str = ""
    status: str = ""
    whole: bool = True


def incoming(content: bytes, charset: str, method: str = "") -> tuple[Incoming, ...]:
    """Return what each component of the calendars in *content* says; none where it is no calendar.

    *charset* is what the mail says of its encoding, *method* what it says that the calendar does,
    which counts where the calendar itself does not say it (RFC 6047 section 2.4).
    """
    text = text_of(_decoded_again(content), charset)
    report = Report()
    lines = list(unfolded(physical(text.encode(), report), report))
    bounds = [found for line in lines if (found := _BOUNDS.match(line.text))]
    begun = sorted(found[2].upper() for found in bounds if found[1].upper() == "BEGIN")
    ended = sorted(found[2].upper() for found in bounds if found[1].upper() == "END")
    components = tree(lines, report)
    return tuple(_read(components, method.strip().upper(), whole=begun == ended))


def _decoded_again(content: bytes) -> bytes:
    """Return a calendar whose encoding the mail forgot to name."""
    start = content[:200].lstrip()
    if start.startswith(b"QkVHSU46VkNBTEVOREFS"):
        return base64_read(content)
    if start.upper().startswith(b"BEGIN:VCALENDAR=0D") or _QUOTED.search(content):
        return decodestring(content)
    return content


def _read(components: Sequence[Component], method: str, *, whole: bool) -> Iterator[Incoming]:
    moments = Moments(components)
    items = [
        each
        for each in components
        if each.name in _ITEMS and each.parent and each.parent.name == "VCALENDAR"
    ]
    for item in items[:_MOST_ITEMS]:
        calendar = item.parent or item
        methods = dict.fromkeys(each.value.strip().upper() for each in calendar.all("METHOD"))
        start, end, unplaced = None, None, ""
        recurrence = item.first("RECURRENCE-ID")
        try:
            start, end = moments.span(item)
        except Unplaced as error:
            unplaced = str(error)
        people = (_attendee(found) for found in item.all("ATTENDEE")[:_MOST_ATTENDEES])
        organizer = item.first("ORGANIZER")
        remarks = "\n".join(filter(None, map(_text, item.all("COMMENT"))))
        alike = {replace(each, address=each.address.casefold()): each for each in people}
        attendees = tuple(alike.values())
        statuses = sorted(found.value.strip() for found in item.all("REQUEST-STATUS"))
        yield Incoming(
            method="/".join(methods) or method,
            kind=item.name,
            uid=_value(item, "UID"),
            attendees=attendees,
            organizer=_address(organizer) if organizer else None,
            sequence=_sequence(item),
            dtstamp=_stamp(moments, item.first("DTSTAMP")),
            recurrence=_instant(moments, recurrence) if recurrence else None,
            recurs=recurrence is not None,
            start=start,
            end=end,
            unplaced=unplaced,
            comment=shown(remarks or next((each.comment for each in attendees), "")),
            status=statuses[-1][:200] if statuses else "",
            whole=whole,
        )


def _attendee(found: Property) -> Attendee:
    sent_by = found.parameter("SENT-BY")
    remark = next((found.parameter(name) for name in _REMARKS if found.parameter(name)), "")
    delegates = map(calendar_mailbox, found.parameters.get("DELEGATED-TO", ()))
    return Attendee(
        address=_address(found),
        partstat=found.parameter("PARTSTAT").strip().upper(),
        sent_by=calendar_mailbox(sent_by) or sent_by,
        delegated_to=tuple(each for each in delegates if each),
        comment=shown(unescaped(remark)),
    )


def _address(found: Property) -> str:
    """Return the mailbox of somebody; Apple's servers write it as a parameter of a urn."""
    return calendar_mailbox(found.value) or calendar_mailbox(found.parameter("EMAIL"))


def _value(item: Component, name: str) -> str:
    found = item.first(name)
    return found.value.strip() if found else ""


def _sequence(item: Component) -> int | None:
    found = item.first("SEQUENCE")
    number = _NUMBER.fullmatch(found.value) if found else None
    return int(number[1]) if number else None if found else 0


def _stamp(moments: Moments, found: Property | None) -> datetime | None:
    """Return a DTSTAMP; one without its Z is in UTC all the same (RFC 5545 section 3.8.7.2)."""
    read = moment(replace(found, value=found.value.strip())) if found else None
    if found is None or read is None or read.form == "date":
        return None
    zoned = _instant(moments, found) if read.tzid else None  # not allowed, and some write it
    return zoned or read.wall.replace(tzinfo=UTC)


def _instant(moments: Moments, found: Property) -> datetime | None:
    try:
        return moments.of(found)
    except Unplaced:
        return None


def _text(found: Property) -> str:
    words = found.value
    if found.parameter("ENCODING").upper() == "QUOTED-PRINTABLE":
        words = text_of(decodestring(words.encode()), found.parameter("CHARSET"))
    return unescaped(words).strip()
