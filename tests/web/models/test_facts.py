from collections.abc import Callable
from typing import Any

from roundtable_ical import SideEvent
from roundtable_ical.web.models.facts import facts
from roundtable_ical.web.models.said import Said, Voice

Planned = Callable[..., SideEvent]
Voices = Callable[..., Voice]
PANEL: dict[str, Any] = {"id": "panel", "start": "08:15", "end": "10:00"}


def test_an_event_of_one_day_has_its_hours_on_both_clocks(planned: Planned, voice: Voices) -> None:
    venue = {"id": "hall", "name": "United Nations", "city": "New York"}
    event = planned(PANEL, venues=[venue], hours="08:30-10:00")

    found = facts(event, voice(tz="Geneva"))

    assert (found.days, found.several_days) == ("Thursday 24 September 2026", False)
    assert (str(found.hours), found.offset, str(found.theirs)) == (
        "08:15–10:00",
        "UTC−4",
        "14:15–16:00",
    )
    assert (found.stated, found.places) == (
        "08:30–10:00",
        (Said("United Nations, New York"),),
    )


def test_hours_that_say_the_same_are_not_said_twice(planned: Planned, voice: Voices) -> None:
    assert facts(planned(PANEL, hours="08:15-10:00"), voice()).stated == ""


def test_where_nobody_knows_the_end_it_is_open(planned: Planned, voice: Voices) -> None:
    found = facts(planned(PANEL | {"open_end": True}), voice(tz="Geneva"))

    assert (str(found.hours), str(found.theirs)) == ("08:15–", "14:15–")


def test_an_event_of_several_days_has_no_hours_of_its_own(planned: Planned, voice: Voices) -> None:
    dates = ["2026-09-24", "2026-09-25"]
    event = planned(PANEL | {"date": "2026-09-24"}, date=None, dates=dates)

    found = facts(event, voice())

    assert (found.days, found.several_days, found.hours) == (
        "Thursday 24 – Friday 25 September 2026",
        True,
        None,
    )


def test_where_no_day_is_known_nothing_is_invented(planned: Planned, voice: Voices) -> None:
    found = facts(planned({"id": "later"}, date=None), voice())

    assert (found.days, found.hours, found.offset, found.places) == ("", None, "", ())


def test_many_places_are_counted_and_the_same_one_stands_once(
    planned: Planned, voice: Voices
) -> None:
    venues = [
        {"id": f"hall-{n}", "name": "Palais" if n < 3 else f"Hall {n}", "city": "New York"}
        for n in range(12)
    ]

    found = facts(planned(PANEL | {"venue": "hall-1"}, venues=venues), voice())

    assert [place.text for place in found.places] == [
        "Palais, New York",
        *(f"Hall {n}, New York" for n in range(3, 8)),
    ]
    assert found.more_places == 4
