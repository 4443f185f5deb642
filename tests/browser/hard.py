"""An event that is hard to show, and the link of a speaker who is asked for a slot of it."""

from datetime import datetime
from typing import Any

from roundtable_ical import SideEvent
from roundtable_ical.itip.slots import SlotKey
from roundtable_ical.services.invite import Mailing, invite
from roundtable_ical.services.links import Personal
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.sql import SqlStore

SECRET = "what the browser's server signs links with"
MOMENT = datetime.fromisoformat("2026-10-05T16:40Z")
BASE = "https://sideevents.example.org/hard/"
MARKUP = "<img src=//elsewhere.example/x onerror=alert(1)>"
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3
_PERSONAL = Personal(SECRET, "hard")
ANSWER = f"/hard/answer/{_PERSONAL.answer(SlotKey('parallel', 'long'), MOMENT)[0]}"
"""Where a speaker answers; the day is far ahead, so that there is something to answer."""
_VALUES: dict[str, Any] = {
    "id": "hard",
    "title": {"en": f"{MARKUP} & more", "ar": "مؤتمر العمل اللائق"},
    "subtitle": LONG,
    "status": "tentative",
    "dates": ["2097-03-09", "2097-03-10"],
    "timezone": "America/New_York",
    "uid_domain": "sideevents.example.org",
    "revised": "2026-10-05T16:40:00Z",
    "organizer": {"name": "Protocol", "email": "protocol@example.org"},
    "hosts": [{"id": "host", "name": LONG, "url": "https://host.example.org/?a=1&b=2"}],
    "objective": f"{LONG}\n\n</script><script>alert(2)</script>",
    "venues": [
        {"id": "hq", "name": LONG, "city": "New York",
         "rooms": [{"id": "one", "name": "Room 1"}, {"id": "two", "name": LONG}]},
        {"id": "hall", "name": "قاعة المدينة", "city": "Kathmandu", "timezone": "Asia/Kathmandu"},
    ],
    "themes": [
        *({"id": f"t{number}", "title": f"Theme {number}"} for number in range(1, 7)),
        {"id": "long", "title": LONG},
    ],
    "speakers": [
        {"id": "long", "name": LONG, "function": LONG, "affiliation": MARKUP,
         "email": "long@example.org"},
        {"id": "withheld", "name": "Withheld", "consent": False},
        {"id": "seat", "label": "Representative of a group still to be named", "tbc": True},
        {"id": "arabic", "name": "محمد الأمين", "function": "مدير", "affiliation": "منظمة"},
    ],
    "segments": [
        {"id": "moved", "title": "Moved", "start": "2097-03-09 09:00", "minutes": 60,
         "venue": "one", "themes": ["t1", "t2", "long"]},
        {"id": "parallel", "title": LONG, "start": "2097-03-09 09:15", "minutes": 5,
         "venue": "two", "speakers": ["long", "withheld", "seat", "arabic"], "themes": ["t3"]},
        {"id": "room", "title": MARKUP, "start": "2097-03-09 11:00", "minutes": 45,
         "venue": "one", "themes": ["t6"]},
        {"id": "off", "title": "Cancelled", "start": "2097-03-09 14:00", "minutes": 60,
         "venue": "one", "themes": ["long"]},
        {"id": "night", "title": "Into the night", "start": "2097-03-09 22:00", "minutes": 360},
        {"id": "far", "title": "Far away", "start": "2097-03-10 09:45", "minutes": 60,
         "venue": "hall", "speakers": [{"speaker": "long", "remote": True, "tbc": True}]},
        {"id": "end", "title": "Open end", "start": "2097-03-10 18:00", "minutes": 90,
         "open_end": True, "kind": "reception", "status": "tentative"},
        {"id": "later", "title": LONG, "note": MARKUP, "speakers": ["long"]},
    ],
}  # fmt: skip
_CHANGES: dict[str, dict[str, Any]] = {
    "moved": {"start": "2097-03-10 09:00"},
    "room": {"venue": "two"},
    "off": {"status": "cancelled", "note": f"{LONG} {MARKUP}"},
}


def publish_hard(store: SqlStore) -> None:
    """Publish the event in two revisions, and ask its speakers."""
    segments = [each | _CHANGES.get(str(each["id"]), {}) for each in _VALUES["segments"]]
    first = SideEvent.model_validate(_VALUES)
    second = SideEvent.model_validate(_VALUES | {"segments": segments})
    for event, why in ((first, ""), (second, f"Asked by {MARKUP} {LONG}")):
        publish(event, store, moment=MOMENT, tzdata="2026a", message=why)
    mailing = Mailing(
        event=second, moment=MOMENT, links=lambda one: _PERSONAL.of_letter(one, BASE, MOMENT)
    )
    invite(mailing, store)
