"""The side event as one value, built without any file."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import pytz  # noqa: TID251 - as a caller has it
from dateutil import tz
from pydantic import ValidationError

from roundtable_ical.errors import InvalidProgramme
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.segments import Segment

MakeEvent = Callable[..., SideEvent]
NEW_YORK = "America/New_York"
WALL = datetime(2026, 10, 29, 8, 15)
MORNING = WALL.replace(tzinfo=ZoneInfo(NEW_YORK))


def built(start: datetime | str, end: datetime | str) -> SideEvent:
    return SideEvent(
        id="breakfast",
        title="Breakfast",
        timezone=NEW_YORK,
        date="2026-10-29",
        revised=datetime(2026, 10, 1, 9, tzinfo=UTC),
        segments=[{"id": "welcome", "title": "Welcome", "start": start, "end": end}],
    )


@pytest.mark.parametrize(
    "start",
    [
        MORNING,
        pytz.timezone(NEW_YORK).localize(WALL),
        WALL.replace(tzinfo=tz.gettz(NEW_YORK)),
    ],
    ids=["zoneinfo", "pytz", "dateutil"],
)
def test_an_event_is_the_same_whichever_library_its_moments_come_from(start: datetime) -> None:
    expected = built(MORNING, MORNING + timedelta(minutes=15))

    event = built(start, start + timedelta(minutes=15))

    assert event == expected
    assert event.occurrences[0].start.isoformat() == "2026-10-29T08:15:00-04:00"


def test_an_event_may_be_made_of_values_as_well_as_of_plain_words(make_event: MakeEvent) -> None:
    plain = {"id": "welcome", "title": "Item", "start": "08:15", "end": "08:30"}

    event = make_event(segments=[Segment.model_validate(plain)])

    assert event == make_event(plain)


@pytest.mark.parametrize("zone", [pytz.timezone(NEW_YORK), tz.gettz(NEW_YORK), ZoneInfo(NEW_YORK)])
def test_the_zone_of_an_event_may_come_from_any_library(zone: Any, make_event: MakeEvent) -> None:
    event = make_event(timezone=zone)

    assert event.timezone.key == NEW_YORK


def test_the_agenda_is_in_order_of_the_moment(make_event: MakeEvent) -> None:
    event = make_event(
        {"id": "late", "start": "10:00", "end": "11:00"},
        {"id": "geneva", "start": "14:30", "end": "15:00", "timezone": "Europe/Zurich"},
        {"id": "early", "start": "09:00", "end": "09:30"},
        {"id": "open"},
    )

    found = ([item.id for item in event.occurrences], [item.id for item in event.unscheduled])

    assert found == (["early", "geneva", "late"], ["open"])


def test_the_agenda_is_found_by_id_each_day_of_a_recurring_segment_too(
    make_event: MakeEvent,
) -> None:
    event = make_event(
        {"id": "tea", "start": "16:00", "minutes": 20, "repeat": {"rule": "FREQ=DAILY;COUNT=2"}},
        {"id": "open"},
    )

    assert list(event.agenda) == ["tea-20261029", "tea-20261030", "open"]


def test_an_event_lasts_from_its_first_moment_to_its_last_in_its_own_zone(
    make_event: MakeEvent,
) -> None:
    event = make_event(
        {"id": "geneva", "start": "10:00", "end": "11:00", "timezone": "Europe/Zurich"},
        {"id": "dinner", "start": "20:00", "end": "2026-10-30 00:30"},
        {"id": "gone", "start": "2026-10-31 20:00", "minutes": 60, "status": "cancelled"},
    )

    assert (str(event.start), str(event.end)) == (
        "2026-10-29 05:00:00-04:00",
        "2026-10-30 00:30:00-04:00",
    )


def test_an_event_that_is_all_cancelled_keeps_its_time(make_event: MakeEvent) -> None:
    event = make_event({"id": "gone", "start": "20:00", "minutes": 60}, status="cancelled")

    assert str(event.start) == "2026-10-29 20:00:00-04:00"


def test_an_event_without_any_time_has_no_start(make_event: MakeEvent) -> None:
    event = make_event({"id": "open"})

    assert (event.start, event.end) == (None, None)


def test_the_days_of_an_event_are_in_order_and_each_once(make_event: MakeEvent) -> None:
    event = make_event(date="2026-10-30", dates=["2026-11-02", "2026-10-30", "2026-10-29"])

    assert event.days == (date(2026, 10, 29), date(2026, 10, 30), date(2026, 11, 2))


@pytest.mark.parametrize(
    ("fields", "venue"),
    [
        ({"venues": [{"id": "hall", "name": "Hall"}]}, "hall"),
        ({"venues": [{"id": "hall", "name": "Hall"}, {"id": "bar", "name": "Bar"}]}, None),
        (
            {
                "venue": "bar",
                "venues": [{"id": "hall", "name": "Hall", "rooms": [{"id": "bar", "name": "Bar"}]}],
            },
            "bar",
        ),
    ],
)
def test_a_segment_is_in_the_only_or_the_stated_venue(
    fields: dict[str, Any], venue: str | None, make_event: MakeEvent
) -> None:
    event = make_event({"id": "a", "start": "09:00", "minutes": 5}, **fields)

    place = event.occurrences[0].venue
    assert (place and place.id) == venue


def test_an_event_cannot_exist_with_an_error_and_tells_all_of_them(make_event: MakeEvent) -> None:
    with pytest.raises(InvalidProgramme) as caught:
        make_event(
            {"id": "a", "start": "09:00", "end": "08:00", "themes": ["skills"]},
            {"id": "a", "start": "09:00"},
            {"id": "b", "start": "2026-03-08 02:30", "minutes": 5, "venue": "hall"},
            venue="bar",
        )

    found = [(str(problem.where), problem.code) for problem in caught.value.problems]  # type: ignore[attr-defined]  # `Finding` says less
    assert found == [
        ("segments[1].id", "duplicate-id"),
        ("venue", "unknown-id"),
        ("segments[0].themes[0]", "unknown-id"),
        ("segments[2].venue", "unknown-id"),
        ("segments[0].end", "end-before-start"),
        ("segments[1].start", "missing-end"),
        ("segments[2].start", "skipped-time"),
    ]


def test_fields_that_cannot_be_read_are_told_all_at_once(make_event: MakeEvent) -> None:
    with pytest.raises(ValidationError) as caught:
        make_event({"id": "A", "start": "9h"}, title="", timezone="EST")

    assert [error["loc"] for error in caught.value.errors()] == [
        ("title",),
        ("timezone",),
        ("segments", 0, "id"),
        ("segments", 0, "start"),
    ]


def test_only_segments_can_be_unscheduled(make_event: MakeEvent) -> None:
    with pytest.raises(ValidationError, match="write confirmed, tentative or cancelled"):
        make_event(status="unscheduled")


def test_people_topics_and_places_are_found_by_id(make_event: MakeEvent) -> None:
    event = make_event(
        speakers=[{"id": "amina", "name": "Amina"}],
        themes=[{"id": "skills", "title": "Skills"}],
        venues=[{"id": "un", "name": "UN", "rooms": [{"id": "hall", "name": "Hall"}]}],
    )

    assert (list(event.people), list(event.topics), list(event.places)) == (
        ["amina"],
        ["skills"],
        ["un", "hall"],
    )
