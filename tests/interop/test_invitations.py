"""Invitations, updates and cancellations read the same in programs that are not ours."""

import json
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
import vobject
from icalendar import Calendar

from roundtable_ical import Role, Status
from roundtable_ical.ical.text import parameter
from roundtable_ical.itip.ledger import Answer, Invitation, Proposal, SlotKey
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.requests import Letter, due
from roundtable_ical.itip.slots import Slot
from roundtable_ical.itip.writing.calendars import calendar, declined_counter, described

HERE = Path(__file__).parent
MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)
KEY = SlotKey("panel", "ann")
PROGRAMS = {
    "ical.js": ["node", str(HERE / "invitations.mjs")],
    "libical": ["/usr/bin/python3", str(HERE / "libical_invitations.py")],
}

Facts = dict[str, object]

PLAIN = Slot(
    address="ann@example.org",
    name="H.E. Ms. Ann-Sofie Nilsson",
    language="en",
    organizer_address="desk@example.org",
    organizer_name="Side event secretariat",
    event_title="Ministerial breakfast",
    title="Panel",
    start=datetime(2026, 9, 24, 12, 30, tzinfo=UTC),
    end=datetime(2026, 9, 24, 13, tzinfo=UTC),
    timezone="America/New_York",
    status=Status.CONFIRMED,
    role=Role.MODERATOR,
)
SLOTS: dict[str, Slot] = {
    "plain": PLAIN,
    "all of it": replace(
        PLAIN,
        status=Status.TENTATIVE,
        open_end=True,
        remote=True,
        location="Room XX, Palais des Nations; Geneva",
        description="Skills, rights; and \\ more.\n\nSecond paragraph: a, b; c.",
        others="Guy Ryder, Head, ILO\nRepresentative of Bangladesh",
        join="https://meet.example.org/j/1?pwd=a,b;c",
        page="https://events.example.org/segments/panel",
    ),
    "in Arabic": replace(
        PLAIN,
        language="ar",
        name="معالي السيدة آن نيلسون",
        title="جلسة افتتاحية، وحوار؛ حول «المهارات»",
        timezone="Asia/Riyadh",
    ),
    "in Chinese": replace(PLAIN, language="zh", name="李娜", title="技能与权利" * 20),
    "hostile words": replace(
        PLAIN,
        name='Ann "The\r\nATTENDEE:mailto:x@example.com" ; Nilsson: a, b',
        title="Panel\r\nMETHOD:CANCEL\\, {event} \x00\x07 <b>",
        organizer_name="Desk: the; best, of=all",
    ),
    "no such hour on other clocks": replace(PLAIN, timezone="Asia/Kathmandu"),
    "on a repeated hour": replace(
        PLAIN,
        start=datetime(2026, 11, 1, 6, 30, tzinfo=UTC),
        end=datetime(2026, 11, 1, 7, 30, tzinfo=UTC),
    ),
    "over the change of the clock": replace(
        PLAIN,
        timezone="Europe/Zurich",
        start=datetime(2026, 10, 24, 22, tzinfo=UTC),
        end=datetime(2026, 10, 25, 10, tzinfo=UTC),
    ),
    "in UTC": replace(PLAIN, timezone="Etc/UTC"),
}


def letters() -> Iterator[tuple[str, Letter]]:
    """Yield a request for each slot, then an update of words, of time, and the end of each."""
    for name, slot in SLOTS.items():
        ledger: dict[SlotKey, Invitation] = {}
        for step, (what, planned) in enumerate(
            {
                "asked": {KEY: slot},
                "reworded": {KEY: replace(slot, location="Elsewhere")},
                "moved": {KEY: replace(slot, end=slot.end + timedelta(minutes=5))},
                "cancelled": {},
            }.items()
        ):
            [letter] = due("breakfast", ledger, planned, MOMENT + timedelta(step), "example.org")
            yield f"{name}, {what}", letter
            answer = Answer(
                partstat=ParticipationStatus.ACCEPTED, sequence=0, dtstamp=MOMENT, source="mail"
            )
            ledger[KEY] = replace(letter.invitation, told=letter.told, answer=answer)


def clean(words: str) -> str:
    """Return words as a calendar can say them."""
    return words.replace("\r\n", "\n").replace("\x00", " ").replace("\x07", " ")


def facts(letter: Letter) -> Facts:
    """Return what programs have to read."""
    told, slot = letter.told, letter.told.slot
    partstat = replace(letter.invitation, told=told).partstat
    cancelled = told.method.value == "CANCEL"
    return {
        "method": told.method.value,
        "uid": letter.invitation.uid,
        "sequence": told.sequence,
        "summary": clean(slot.title),
        "location": slot.location,
        "description": clean(described(slot)),
        "status": "CANCELLED" if cancelled else slot.status.value.upper(),
        "start": slot.start.isoformat().replace("+00:00", "Z"),
        "end": slot.end.isoformat().replace("+00:00", "Z"),
        "organizer": f"mailto:{slot.organizer_address}",
        "attendee": f"mailto:{slot.address}",
        "name": parameter(slot.name),
        "partstat": partstat.value,
    }


@cache
def calendars() -> Mapping[str, str]:
    return {name: calendar(letter).decode() for name, letter in letters()}


def by_program(name: str) -> dict[str, Facts]:
    try:
        done = subprocess.run(
            PROGRAMS[name],
            input=json.dumps(calendars()),
            capture_output=True,
            text=True,
            timeout=60,
        )
    except FileNotFoundError as error:
        pytest.fail(f"{name} cannot be asked ({error}); make test installs it")
    assert done.returncode == 0, done.stderr[-3000:]
    answers: dict[str, Facts] = json.loads(done.stdout)
    return answers


def by_icalendar() -> dict[str, Facts]:
    found = {}
    for name, text in calendars().items():
        read = Calendar.from_ical(text)
        [event] = read.events
        guest = event["ATTENDEE"]
        found[name] = {
            "method": str(read["METHOD"]),
            "uid": str(event["UID"]),
            "sequence": event.sequence,
            "summary": str(event["SUMMARY"]),
            "location": str(event.get("LOCATION", "")),
            "description": str(event["DESCRIPTION"]),
            "status": str(event["STATUS"]),
            "start": _utc(event.start),
            "end": _utc(event.end),
            "organizer": str(event["ORGANIZER"]),
            "attendee": str(guest),
            "name": guest.params["CN"],
            "partstat": guest.params["PARTSTAT"],
        }
    return found


def by_vobject() -> dict[str, Facts]:
    found = {}
    for name, text in calendars().items():
        read = vobject.readOne(text)
        [event] = read.contents["vevent"]
        [guest] = event.contents["attendee"]
        found[name] = {
            "method": read.method.value,
            "uid": event.uid.value,
            "sequence": int(event.sequence.value),
            "summary": event.summary.value,
            "location": event.location.value if "location" in event.contents else "",
            "description": event.description.value,
            "status": event.status.value,
            "start": _utc(event.dtstart.value),
            "end": _utc(event.dtend.value),
            "organizer": event.organizer.value,
            "attendee": guest.value,
            "name": guest.params["CN"][0],
            "partstat": guest.params["PARTSTAT"][0],
        }
    return found


def _utc(time: object) -> str:
    assert isinstance(time, datetime)
    return time.astimezone(UTC).isoformat().replace("+00:00", "Z")


READERS: dict[str, Callable[[], dict[str, Facts]]] = {
    "ical.js": lambda: by_program("ical.js"),
    "libical": lambda: by_program("libical"),
    "icalendar": by_icalendar,
    "vobject": by_vobject,
}


@pytest.mark.parametrize("reader", READERS)
def test_every_program_reads_what_was_meant(reader: str) -> None:
    assert READERS[reader]() == {name: facts(letter) for name, letter in letters()}


def test_libical_takes_a_declined_counter() -> None:
    [letter] = due("breakfast", {}, {KEY: PLAIN}, MOMENT, "example.org")
    proposal = Proposal(sequence=0, dtstamp=MOMENT, start=PLAIN.start + timedelta(hours=1))
    declined = declined_counter(letter.invitation.uid, PLAIN, proposal, MOMENT)
    script = (
        "import gi, sys; gi.require_version('ICalGLib', '3.0');"
        "from gi.repository import ICalGLib as I;"
        "it = I.Component.new_from_string(sys.stdin.read());"
        "print(bool(I.restriction_check(it)), it.count_errors())"
    )

    done = subprocess.run(
        ["/usr/bin/python3", "-c", script],
        input=declined.decode(),
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "True 0\n"
