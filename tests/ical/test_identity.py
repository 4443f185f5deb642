from collections.abc import Callable

from roundtable_ical import SideEvent
from roundtable_ical.ical.identity import uid
from roundtable_ical.revisions.ledger import WHOLE_EVENT


def test_a_uid_is_what_it_was_when_the_first_calendar_was_sent(
    make_event: Callable[..., SideEvent],
) -> None:
    event = make_event()

    found = [uid(event, "welcome"), uid(event, WHOLE_EVENT)]

    assert found == [
        "922ba228-66f7-5d68-aa9b-c8f7172fef62@roundtable-ical",
        "e451102d-4803-5391-bcb7-38ae3f8f7b79@roundtable-ical",
    ]


def test_a_uid_survives_a_new_title_time_and_order(make_event: Callable[..., SideEvent]) -> None:
    before = make_event()
    segments = [
        {"id": "other", "title": "Other", "start": "07:00", "end": "07:30"},
        {"id": "welcome", "title": "Opening", "start": "10:00", "end": "11:00"},
    ]

    after = make_event(title="Renamed", segments=segments, date="2026-09-25")

    assert uid(after, "welcome") == uid(before, "welcome")


def test_two_events_share_no_uid(make_event: Callable[..., SideEvent]) -> None:
    lunch = make_event(id="lunch")

    assert uid(lunch, "welcome") != uid(make_event(), "welcome")


def test_the_domain_of_a_uid_is_the_events_own(make_event: Callable[..., SideEvent]) -> None:
    event = make_event(uid_domain="un.example.org")

    assert uid(event, "welcome").partition("@")[2] == "un.example.org"
