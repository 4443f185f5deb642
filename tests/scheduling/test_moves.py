"""One occurrence at another time or in another room."""

from datetime import datetime, timedelta

import pytest

from roundtable_ical.errors import UnknownId
from roundtable_ical.scheduling.moves import Move, moved, placed
from tests.scheduling.conftest import MakeEvent


def test_a_move_is_written_into_the_segment_and_into_no_other(make_event: MakeEvent) -> None:
    event = make_event({"venue": "room-1"}, {"venue": "room-2"})
    item = event.occurrences[0]
    later = item.start + timedelta(minutes=30), item.end + timedelta(minutes=30)
    move = Move(event_id="week", occurrence_id="s-0", start=later[0], end=later[1], venue="mission")

    found = moved(event, [move])

    assert (str(found.segments[0].start), str(found.segments[0].end)) == ("09:30", "10:30")
    assert found.segments[0].venue == "mission"
    assert found.segments[1] == event.segments[1]
    [there] = [each for each in found.occurrences if each.id == "s-0"]
    tried = placed(event, item, move)
    assert (tried.span, tried.venue) == (there.span, there.venue)


def test_a_day_of_a_series_is_moved_by_itself(make_event: MakeEvent) -> None:
    event = make_event(
        {"date": "2026-10-29", "repeat": {"rule": "FREQ=DAILY;COUNT=2"}},
        dates=["2026-10-29", "2026-10-30"],
        date=None,
    )
    item = event.occurrences[1]
    move = Move(
        event_id="week",
        occurrence_id=item.id,
        start=item.start + timedelta(hours=1),
        end=item.end + timedelta(hours=1),
    )

    found = moved(event, [move])

    assert [f"{each.start:%d %H:%M}" for each in found.occurrences] == ["29 09:00", "30 10:00"]


def test_moves_of_another_event_are_left_alone(make_event: MakeEvent) -> None:
    event = make_event({})
    item = event.occurrences[0]
    move = Move(event_id="other", occurrence_id="s-0", start=item.end, end=item.end)

    assert moved(event, [move]) is event


def test_an_unknown_segment_is_told_with_those_there_are(make_event: MakeEvent) -> None:
    moment = datetime(2026, 10, 29, 9).astimezone()
    move = Move(event_id="week", occurrence_id="nobody", start=moment, end=moment)

    with pytest.raises(UnknownId, match="there is no segment 'nobody'; there is: s-0"):
        moved(make_event({}), [move])
