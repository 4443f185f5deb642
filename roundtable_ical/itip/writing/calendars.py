"""The calendar inside a letter: one slot, one organizer, one attendee (RFC 5546, RFC 6047).

Nobody else's address stands in it. What programs drop or hide (CONFERENCE, URL) stands in the
DESCRIPTION as well.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from icalendar import vCalAddress, vInt, vText, vUri

from roundtable_ical import zones
from roundtable_ical.ical.feeds import PRODID
from roundtable_ical.ical.lines import Value, line
from roundtable_ical.ical.spans import written
from roundtable_ical.ical.text import parameter, text
from roundtable_ical.ical.timezones import Definition, definition
from roundtable_ical.ical.words import words as feed_words
from roundtable_ical.itip.ledger import Proposal
from roundtable_ical.itip.participation import Method, ParticipationStatus
from roundtable_ical.itip.requests import Letter
from roundtable_ical.itip.slots import Slot
from roundtable_ical.itip.writing.wording import role
from roundtable_ical.itip.writing.words import words
from roundtable_ical.programme.segments import Status

Property = tuple[str, Value]


def calendar(letter: Letter) -> bytes:
    """Return the VCALENDAR of *letter*: METHOD:REQUEST or METHOD:CANCEL, its lines ended by CRLF.

    The same letter gives the same bytes. Source: RFC 5546 sections 3.2.2 and 3.2.5.
    """
    told = letter.told
    partstat = replace(letter.invitation, told=told).partstat
    cancelled = told.method is Method.CANCEL
    status = Status.CANCELLED if cancelled else told.slot.status
    rules = _rules(told.slot)
    properties: list[Property] = [
        ("UID", vText(letter.invitation.uid)),
        ("SEQUENCE", vInt(told.sequence)),
        ("DTSTAMP", written(told.dtstamp, None)),
        *_times(told.slot, rules),
        ("SUMMARY", text(told.slot.title)),
        ("STATUS", vText(status.value.upper())),
        _organizer(told.slot),
        _attendee(told.slot, partstat, asking=not cancelled),
        *_details(told.slot),
        *_busyness(status),
    ]
    return _written(told.method, rules, properties)


def declined_counter(uid: str, slot: Slot, proposal: Proposal, stamp: datetime) -> bytes:
    """Return the VCALENDAR that turns *proposal* down; it names the slot and changes nothing.

    Source: RFC 5546 section 3.2.8; libical refuses one with times or a title.
    """
    properties: list[Property] = [("UID", vText(uid)), ("DTSTAMP", written(stamp, None))]
    if proposal.sequence:
        properties.append(("SEQUENCE", vInt(proposal.sequence)))
    return _written(Method.DECLINECOUNTER, None, [*properties, _organizer(slot)])


def described(slot: Slot) -> str:
    """Return what stands in the DESCRIPTION: all but title, time and place, in plain text."""
    fixed, said = feed_words(slot.language), words(slot.language)
    colon = fixed.colon
    others = f"{said.others}{colon}".rstrip() + f"\n{slot.others}" if slot.others else ""
    facts = [
        f"{said.role}{colon}{role(slot)}",
        f"{fixed.part_of}{colon}{slot.event_title}",
        fixed.open_end if slot.open_end else "",
    ]
    addresses = [
        f"{fixed.join}{colon}{slot.join}" if slot.join else "",
        f"{fixed.page}{colon}{slot.page}" if slot.page else "",
    ]
    blocks = ("\n".join(filter(None, facts)), others, slot.description)
    return "\n\n".join(filter(None, (*blocks, "\n".join(filter(None, addresses)))))


def _written(method: Method, rules: Definition | None, properties: list[Property]) -> bytes:
    head = (
        line("VERSION", vText("2.0")),
        line("PRODID", vText(PRODID)),
        line("CALSCALE", vText("GREGORIAN")),
        line("METHOD", vText(method.value)),
    )
    zone = rules.to_ical() if rules else b""
    body = (line(name, value) for name, value in properties)
    parts = (
        b"BEGIN:VCALENDAR\r\n",
        *head,
        zone,
        b"BEGIN:VEVENT\r\n",
        *body,
        b"END:VEVENT\r\nEND:VCALENDAR\r\n",
    )
    return b"".join(parts)


def _rules(slot: Slot) -> Definition | None:
    """Return the VTIMEZONE that gives the moments of *slot* back, None where UTC is surer."""
    zone = zones.zone(slot.timezone)
    if zones.universal(zone):
        return None
    rules = definition(zone, slot.start, slot.end)
    moments = [moment.astimezone(zone) for moment in (slot.start, slot.end)]
    plain = rules and all(
        not zones.ambiguous(moment) and rules.proves(moment) for moment in moments
    )
    return rules if plain else None


def _times(slot: Slot, rules: Definition | None) -> Iterator[Property]:
    zone, tzid = (zones.zone(slot.timezone), slot.timezone) if rules else (UTC, None)
    yield "DTSTART", written(slot.start.astimezone(zone), tzid)
    yield "DTEND", written(slot.end.astimezone(zone), tzid)


def _organizer(slot: Slot) -> Property:
    value = vCalAddress(f"mailto:{slot.organizer_address}")
    value.params["CN"] = parameter(slot.organizer_name)
    return "ORGANIZER", value


def _attendee(slot: Slot, partstat: ParticipationStatus, *, asking: bool) -> Property:
    """Return the one guest; PARTSTAT always stands there, or iOS shows nothing to answer."""
    value = vCalAddress(f"mailto:{slot.address}")
    value.params["CUTYPE"] = "INDIVIDUAL"
    value.params["ROLE"] = "REQ-PARTICIPANT"
    value.params["PARTSTAT"] = partstat.value
    if asking and partstat is ParticipationStatus.NEEDS_ACTION:
        value.params["RSVP"] = "TRUE"
    value.params["CN"] = parameter(slot.name)
    return "ATTENDEE", value


def _details(slot: Slot) -> Iterator[Property]:
    if slot.location:
        yield "LOCATION", text(slot.location)
    yield "DESCRIPTION", text(described(slot))
    if slot.join:
        label = parameter(feed_words(slot.language).join)
        params = {"VALUE": "URI", "FEATURE": "VIDEO", "LABEL": label}
        yield "CONFERENCE", vUri(slot.join, params=params)
    if slot.page:
        yield "URL", vUri(slot.page)


def _busyness(status: Status) -> Iterator[Property]:
    """Yield TRANSP and Outlook's word for the same (MS-OXCICAL 2.1.3.1.1.20.31)."""
    free = status is Status.CANCELLED
    outlook = "TENTATIVE" if status is Status.TENTATIVE else "BUSY"
    yield "TRANSP", vText("TRANSPARENT" if free else "OPAQUE")
    yield "X-MICROSOFT-CDO-BUSYSTATUS", vText("FREE" if free else outlook)
