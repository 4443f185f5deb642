"""When a room is open, and when a person can come."""

from datetime import UTC, date, datetime

from roundtable_ical.programme.availability import window
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.people import Speaker
from roundtable_ical.programme.places import Venue
from roundtable_ical.scheduling import opening
from roundtable_ical.scheduling.intervals import Interval
from roundtable_ical.zones import zone

ZURICH = zone("Europe/Zurich")
WEEK = (datetime(2026, 10, 29, 0, tzinfo=ZURICH), datetime(2026, 11, 1, 0, tzinfo=ZURICH))
AROUND = (WEEK[0].astimezone(UTC), WEEK[1].astimezone(UTC))
EVENT = SideEvent.model_validate(
    {
        "id": "week",
        "title": "Week",
        "timezone": "Europe/Zurich",
        "hours": "09:00-17:00",
        "revised": "2026-10-01T09:00:00Z",
    }
)


def shown(found: tuple[Interval, ...]) -> list[str]:
    return [
        f"{start.astimezone(ZURICH):%a %H:%M}-{end.astimezone(ZURICH):%a %H:%M}"
        for start, end in found
    ]


def test_a_room_is_open_as_the_closest_word_for_the_day_says() -> None:
    words = ["08:00-18:00", "fri 09:00-12:00", "2026-10-31 closed"]
    room = Venue.model_validate({"id": "room", "name": "Room", "hours": words})

    found = opening.usable(room, AROUND, EVENT)

    assert shown(found) == ["Thu 08:00-Thu 18:00", "Fri 09:00-Fri 12:00"]


def test_a_room_that_says_nothing_is_always_open() -> None:
    assert opening.usable(None, AROUND, EVENT) == (AROUND,)


def test_hours_may_go_on_past_midnight() -> None:
    found = opening.opening([window("thu 22:00-02:00")], AROUND, ZURICH)

    assert shown(found) == ["Thu 22:00-Fri 02:00"]


def test_hours_from_the_day_before_reach_into_a_morning() -> None:
    morning = (AROUND[0], datetime(2026, 10, 29, 5, tzinfo=UTC))

    found = opening.opening([window("22:00-02:00")], morning, ZURICH)

    assert shown(found) == ["Thu 00:00-Thu 02:00"]


def test_a_person_comes_when_available_and_not_away_on_their_own_clock() -> None:
    person = Speaker.model_validate(
        {
            "id": "ann",
            "name": "Ann",
            "timezone": "America/New_York",
            "available": ["2026-10-29 to 2026-10-30 04:00-10:00"],
            "away": ["2026-10-30 06:00-07:00"],
        }
    )

    found = opening.present(person, AROUND, EVENT)

    assert shown(found) == [
        "Thu 09:00-Thu 15:00",
        "Fri 09:00-Fri 11:00",
        "Fri 12:00-Fri 15:00",
    ]


def test_who_says_nothing_can_always_come() -> None:
    person = Speaker.model_validate({"id": "ann", "name": "Ann"})

    assert opening.present(person, AROUND, EVENT) == (AROUND,)


def test_a_day_is_an_hour_longer_when_clocks_go_back() -> None:
    start, end = opening.whole_day(date(2026, 10, 25), ZURICH)

    assert (end - start).total_seconds() == 25 * 3600


def test_an_event_states_its_hours_on_the_clock_of_a_place() -> None:
    found = opening.stated(EVENT, date(2026, 10, 29), zone("America/New_York"))

    assert found
    assert shown((found,)) == ["Thu 14:00-Thu 22:00"]
