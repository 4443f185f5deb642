"""Wall time and zone become moments."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from roundtable_ical import zones
from roundtable_ical.errors import InvalidField, RepeatedTime, SkippedTime
from roundtable_ical.programme.occurrences import (
    EndBeforeStart,
    Frame,
    MissingDay,
    MissingEnd,
    MissingStart,
    Occurrence,
    UnknownDay,
    occurrences,
    unscheduled,
)
from roundtable_ical.programme.places import Venue
from roundtable_ical.programme.segments import Segment, Status

NEW_YORK = zones.zone("America/New_York")
GENEVA = Venue.model_validate({"id": "geneva", "name": "ILO", "timezone": "Europe/Zurich"})


def segment(**fields: Any) -> Segment:
    return Segment.model_validate({"id": "panel", "title": "Panel", **fields})


def frame(**fields: Any) -> Frame:
    return Frame(
        **{"zone": NEW_YORK, "day": date(2026, 10, 29), "venues": {"geneva": GENEVA}, **fields}
    )


def spans(found: Segment, within: Frame | None = None) -> list[tuple[str, str, str]]:
    """Return id, start and end of each occurrence of *found*."""
    return [
        (item.id, item.start.isoformat(" ", "minutes"), item.end.isoformat(" ", "minutes"))
        for item in occurrences(found, within or frame())
    ]


def refused(kind: type[InvalidField], found: Segment, within: Frame | None = None) -> InvalidField:
    with pytest.raises(kind) as caught:
        list(occurrences(found, within or frame()))
    assert type(caught.value) is kind
    return caught.value


def test_a_segment_takes_day_and_zone_from_its_event() -> None:
    found = segment(start="08:15", end="08:30")

    assert spans(found) == [("panel", "2026-10-29 08:15-04:00", "2026-10-29 08:30-04:00")]


def test_the_zone_of_the_venue_goes_before_that_of_the_event() -> None:
    found = segment(start="14:15", end="14:30", venue="geneva")

    assert spans(found) == [("panel", "2026-10-29 14:15+01:00", "2026-10-29 14:30+01:00")]


def test_the_zone_of_the_segment_goes_before_that_of_the_venue() -> None:
    found = segment(start="14:15", end="14:30", venue="geneva", timezone="Asia/Tokyo")

    assert spans(found) == [("panel", "2026-10-29 14:15+09:00", "2026-10-29 14:30+09:00")]


def test_the_day_beside_the_start_goes_before_that_of_the_event() -> None:
    found = segment(start="2026-10-30 08:15", end="08:30")

    assert spans(found) == [("panel", "2026-10-30 08:15-04:00", "2026-10-30 08:30-04:00")]


def test_a_segment_may_end_after_midnight() -> None:
    found = segment(start="20:00", end="2026-10-30 00:30")

    assert spans(found) == [("panel", "2026-10-29 20:00-04:00", "2026-10-30 00:30-04:00")]


@pytest.mark.parametrize(
    ("day", "end"),
    [
        ("2026-10-31", "2026-11-01 02:00-05:00"),
        ("2026-10-24", "2026-10-25 03:00-04:00"),
        ("2026-03-07", "2026-03-08 04:00-04:00"),
    ],
)
def test_minutes_are_counted_as_they_pass_also_when_the_clock_is_changed(
    day: str, end: str
) -> None:
    found = segment(date=day, start="22:00", minutes=300)

    (occurrence,) = occurrences(found, frame())

    assert (occurrence.minutes, spans(found)[0][2]) == (300, end)


def test_an_end_after_the_clock_change_makes_the_segment_an_hour_longer() -> None:
    found = segment(start="2026-10-31 23:00", end="2026-11-01 03:00")

    (occurrence,) = occurrences(found, frame())

    assert occurrence.minutes == 5 * 60


@pytest.mark.parametrize(
    ("fold", "start", "end"),
    [
        ("first", "2026-11-01 01:10-04:00", "2026-11-01 01:50-04:00"),
        ("second", "2026-11-01 01:10-05:00", "2026-11-01 01:50-05:00"),
    ],
)
def test_the_author_says_which_of_two_equal_wall_times_is_meant(
    fold: str, start: str, end: str
) -> None:
    found = segment(date="2026-11-01", start="01:10", end="01:50", fold=fold)

    assert spans(found) == [("panel", start, end)]


def test_an_end_that_comes_earlier_on_the_clock_is_the_second_of_its_kind() -> None:
    found = segment(date="2026-11-01", start="01:50", end="01:10", fold="first")

    assert spans(found) == [("panel", "2026-11-01 01:50-04:00", "2026-11-01 01:10-05:00")]


def test_a_time_that_the_clock_shows_twice_must_be_told_apart() -> None:
    error = refused(RepeatedTime, segment(date="2026-11-01", start="01:30", end="03:00"))

    assert (error.field, error.hint) == ("start", "say which: `fold: first` or `fold: second`")


def test_a_time_that_the_clock_skips_is_refused() -> None:
    error = refused(SkippedTime, segment(date="2026-03-08", start="01:30", end="02:30"))

    assert (error.field, error.hint) == ("end", "write a time before 02:00 or from 03:00 on")


@pytest.mark.parametrize("end", ["08:15", "08:00"])
def test_an_end_is_after_its_start(end: str) -> None:
    error = refused(EndBeforeStart, segment(start="08:15", end=end))

    assert str(error) == (
        f"end: '2026-10-29 {end}' is not after the start 2026-10-29 08:15; write a later time; "
        f"one on the next day is written with its date, as 2026-10-30 {end}"
    )


@pytest.mark.parametrize(
    ("kind", "fields", "field", "reason"),
    [
        (MissingEnd, {"start": "08:15"}, "start", "is a start without an end"),
        (MissingStart, {"end": "08:15"}, "end", "is an end without a start"),
        (
            InvalidField,
            {"start": "08:15", "end": "09:00", "minutes": 30},
            "minutes",
            "is not the number of minutes from 08:15 to 09:00",
        ),
    ],
)
def test_half_a_time_and_two_lengths_are_refused(
    kind: type[InvalidField], fields: dict[str, object], field: str, reason: str
) -> None:
    error = refused(kind, segment(**fields))

    assert (error.field, error.reason) == (field, reason)


def test_an_event_of_several_days_wants_a_day_for_each_segment() -> None:
    error = refused(MissingDay, segment(start="08:15", end="09:00"), frame(day=None))

    assert (error.field, error.value) == ("date", "panel")


def test_minutes_that_fit_the_end_may_stand_beside_it() -> None:
    found = segment(start="08:15", end="09:00", minutes=45)

    assert spans(found) == [("panel", "2026-10-29 08:15-04:00", "2026-10-29 09:00-04:00")]


def test_an_unscheduled_segment_keeps_its_place_and_has_no_moment() -> None:
    found = segment(start="08:15", end="09:00", status="unscheduled")

    assert (spans(found), list(unscheduled(found, frame()))) == ([], [found])


BRIEFING = segment(
    id="briefing",
    date="2026-10-30",
    start="08:30",
    end="08:55",
    repeat={"rule": "FREQ=DAILY;COUNT=4", "without": ["2026-10-31"]},
)


def test_a_daily_briefing_keeps_its_wall_time_when_the_clock_is_changed() -> None:
    assert spans(BRIEFING) == [
        ("briefing-20261030", "2026-10-30 08:30-04:00", "2026-10-30 08:55-04:00"),
        ("briefing-20261101", "2026-11-01 08:30-05:00", "2026-11-01 08:55-05:00"),
        ("briefing-20261102", "2026-11-02 08:30-05:00", "2026-11-02 08:55-05:00"),
    ]


def changed(**changes: object) -> Segment:
    return segment(
        id="briefing",
        date="2026-10-30",
        start="08:30",
        end="08:55",
        repeat={"rule": "FREQ=DAILY;COUNT=2", "changes": {"2026-10-31": changes}},
    )


def test_a_day_that_is_moved_keeps_its_id() -> None:
    found = changed(date="2026-11-05", start="10:00", end="10:25", venue="geneva")

    assert spans(found) == [
        ("briefing-20261030", "2026-10-30 08:30-04:00", "2026-10-30 08:55-04:00"),
        ("briefing-20261031", "2026-11-05 10:00+01:00", "2026-11-05 10:25+01:00"),
    ]


def test_one_day_may_be_cancelled_alone() -> None:
    found = list(occurrences(changed(status="cancelled"), frame()))

    assert [(item.id, item.cancelled) for item in found] == [
        ("briefing-20261030", False),
        ("briefing-20261031", True),
    ]


def test_one_day_may_wait_for_its_time_under_its_own_id() -> None:
    found = changed(status="unscheduled")

    waiting = [item.id for item in unscheduled(found, frame())]
    assert (waiting, [item[0] for item in spans(found)]) == (
        ["briefing-20261031"],
        ["briefing-20261030"],
    )


def test_every_day_of_a_long_night_ends_on_its_next_day() -> None:
    found = segment(
        start="2026-10-29 22:00",
        end="2026-10-30 00:30",
        repeat={"rule": "FREQ=DAILY;COUNT=2"},
    )

    assert spans(found) == [
        ("panel-20261029", "2026-10-29 22:00-04:00", "2026-10-30 00:30-04:00"),
        ("panel-20261030", "2026-10-30 22:00-04:00", "2026-10-31 00:30-04:00"),
    ]


def test_a_change_on_a_day_that_is_none_names_the_days_there_are() -> None:
    found = segment(
        start="08:30",
        end="08:55",
        repeat={"rule": "FREQ=DAILY;COUNT=2", "changes": {"2026-11-05": {"start": "09:00"}}},
    )

    error = refused(UnknownDay, found)

    assert (error.field, error.hint) == (
        "repeat.changes.2026-11-05",
        "its days are 2026-10-29, 2026-10-30",
    )


def test_a_wrong_change_is_told_at_its_day() -> None:
    error = refused(EndBeforeStart, changed(start="09:00"))

    assert error.field == "repeat.changes.2026-10-31.end"


def test_a_wrong_rule_is_told_at_the_rule() -> None:
    found = segment(start="08:30", end="08:55", repeat={"rule": "FREQ=DAILY;COUNT=401"})

    assert refused(InvalidField, found).field == "repeat.rule"


@pytest.mark.parametrize(
    ("event", "own", "shown"),
    [
        (Status.CONFIRMED, Status.TENTATIVE, Status.TENTATIVE),
        (Status.TENTATIVE, Status.CONFIRMED, Status.TENTATIVE),
        (Status.CANCELLED, Status.TENTATIVE, Status.CANCELLED),
        (Status.TENTATIVE, Status.CANCELLED, Status.CANCELLED),
    ],
)
def test_no_segment_is_surer_than_its_event(event: Status, own: Status, shown: Status) -> None:
    found = segment(start="08:15", end="08:30", status=own)

    (occurrence,) = occurrences(found, frame(status=event))

    assert occurrence.segment.status is shown


def built(start: datetime, end: datetime) -> Occurrence:
    return Occurrence(
        id="panel", series="panel", segment=segment(), venue=None, start=start, end=end
    )


@pytest.mark.parametrize(
    ("start", "end", "shared"),
    [
        ("16:30", "17:30", True),
        ("17:30", "17:45", True),
        ("12:00", "13:00", False),
        ("16:00", "17:00", False),
        ("18:00", "19:00", False),
    ],
)
def test_occurrences_overlap_by_the_moment_and_not_by_the_clock(
    start: str, end: str, shared: bool
) -> None:
    """Noon to one in New York is 17:00 to 18:00 in Geneva; touching ends share nothing."""
    (here,) = occurrences(segment(start="12:00", end="13:00"), frame())
    (there,) = occurrences(segment(start=start, end=end, venue="geneva"), frame())

    found = (here.overlaps(there), there.overlaps(here))

    assert found == (shared, shared)


def test_an_occurrence_without_a_zone_cannot_be_built() -> None:
    naive = datetime(2026, 10, 29, 12)

    with pytest.raises(InvalidField, match="has no time zone"):
        built(naive, naive + timedelta(hours=1))


def test_an_occurrence_tells_the_zone_of_its_wall_times() -> None:
    noon = datetime(2026, 10, 29, 12, tzinfo=NEW_YORK)

    assert built(noon, noon + timedelta(hours=1)).zone is NEW_YORK


def test_a_span_is_in_utc() -> None:
    noon = datetime(2026, 10, 29, 12, tzinfo=NEW_YORK)

    assert built(noon, noon + timedelta(hours=1)).span == (
        datetime(2026, 10, 29, 16, tzinfo=UTC),
        datetime(2026, 10, 29, 17, tzinfo=UTC),
    )
