from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from roundtable_ical import SideEvent
from roundtable_ical.ical.identity import uid
from roundtable_ical.itip.identity import invitation_uid, message_id
from roundtable_ical.itip.participation import Method
from roundtable_ical.itip.slots import SlotKey, slots

MakeEvent = Callable[..., SideEvent]
KEY = SlotKey("panel", "ann")
STAMP = datetime(2026, 9, 1, 12, tzinfo=UTC)


def test_an_invitation_never_has_the_uid_of_a_feed(make_event: MakeEvent) -> None:
    event = make_event()
    in_feeds = {uid(event, id_) for id_ in ("", *event.agenda)}
    invited = [invitation_uid(event.id, key, event.uid_domain) for key in slots(event)]

    assert len(set(invited)) == 3
    assert in_feeds.isdisjoint(invited)


def test_a_uid_is_the_same_for_ever() -> None:
    assert invitation_uid("breakfast", KEY, "events.example.org") == (
        "f591afb9-8b88-5290-a122-7d0dc37064b4@events.example.org"
    )


def test_a_message_has_another_name_where_anything_is_different(make_event: MakeEvent) -> None:
    slot = slots(make_event())[KEY]
    names = {
        message_id("a@example.org", Method.REQUEST, 0, STAMP, slot),
        message_id("b@example.org", Method.REQUEST, 0, STAMP, slot),
        message_id("a@example.org", Method.CANCEL, 0, STAMP, slot),
        message_id("a@example.org", Method.REQUEST, 1, STAMP, slot),
        message_id("a@example.org", Method.REQUEST, 0, STAMP.replace(second=1), slot),
        message_id("a@example.org", Method.REQUEST, 0, STAMP, replace(slot, title="Other")),
    }

    assert len(names) == 6
    assert all(name.startswith("<") and name.endswith("@example.org>") for name in names)
