"""SEQUENCE and LAST-MODIFIED, checked through the VEVENTs that come of it."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical import SideEvent
from roundtable_ical.ical.renderer import VeventRenderer
from roundtable_ical.revisions.ledger import WHOLE_EVENT, Entry, Ledger, State, next_entries

Values = dict[str, Any]
Find = Callable[[str], Values]
START = datetime(2026, 9, 1, 12, tzinfo=UTC)


class Calendar:
    """A ledger that is published to, again and again, an hour apart."""

    def __init__(self) -> None:
        self.ledger: Ledger = {}
        self.event: SideEvent | None = None
        self.moment = START

    def publish(self, values: Values, after: timedelta = timedelta(hours=1)) -> dict[str, Entry]:
        """Publish *values* and return the entries that changed, by segment id."""
        self.moment += after
        event = SideEvent.model_validate(deepcopy(values))
        entries = next_entries(
            self.ledger,
            self.event,
            event,
            moment=self.moment,
            old=VeventRenderer(self.event) if self.event else None,
            new=VeventRenderer(event),
        )
        self.event = event
        found = {entry.segment_id: entry for entry in entries}
        self.ledger = {**self.ledger, **found}
        return found


@pytest.fixture
def calendar(values: Values) -> Calendar:
    """Return a calendar with a first publication."""
    calendar = Calendar()
    calendar.publish(values)
    return calendar


def test_a_first_publication_says_everything_for_the_first_time(values: Values) -> None:
    found = Calendar().publish(values)

    assert {id_: entry.stamp.sequence for id_, entry in found.items()} == {
        "a": 0, "b": 0, "c": 0, WHOLE_EVENT: 0,
    }  # fmt: skip


def test_the_count_goes_on_from_the_file_that_was_served_before(values: Values) -> None:
    values["revision"] = 7

    found = Calendar().publish(values)

    assert {entry.stamp.sequence for entry in found.values()} == {7}


def test_the_same_programme_says_nothing_new(calendar: Calendar, values: Values) -> None:
    assert calendar.publish(values) == {}


def test_only_what_changed_is_raised(calendar: Calendar, values: Values, segment: Find) -> None:
    segment("b")["end"] = "12:50"

    found = calendar.publish(values)

    assert {id_: entry.stamp.sequence for id_, entry in found.items()} == {"b": 1, WHOLE_EVENT: 1}
    assert found["b"].stamp.modified == calendar.moment
    assert found["b"].stamp.created == START + timedelta(hours=1)


@pytest.mark.parametrize(
    ("section", "position", "change", "raised"),
    [
        ("venues", 0, {"name": "Grand Hall"}, {"a", "b"}),
        ("speakers", 0, {"function": "Chief"}, {"a", "b"}),
        ("speakers", 1, {"tbc": False}, {"b"}),
        ("themes", 1, {"title": "Rights at work"}, {"c", WHOLE_EVENT}),
        ("speakers", 0, {"email": "other@example.org"}, set()),
        ("themes", 0, {"description": "Not in a VEVENT."}, set()),
    ],
)
def test_what_is_inherited_reaches_every_segment_concerned_and_no_other(
    calendar: Calendar,
    values: Values,
    section: str,
    position: int,
    change: Values,
    raised: set[str],
) -> None:
    values[section][position].update(change)

    assert set(calendar.publish(values)) == raised


def test_a_word_that_no_calendar_shows_raises_nothing(
    calendar: Calendar, values: Values, segment: Find
) -> None:
    """The address is left out of feeds before and after."""
    segment("a")["abstract"] = "Write to one@example.org"
    calendar.publish(values)
    segment("a")["abstract"] = "Write to two@example.org"

    assert calendar.publish(values) == {}


def test_the_events_title_is_in_every_vevent(calendar: Calendar, values: Values) -> None:
    values["title"] = "Late lunch"

    assert set(calendar.publish(values)) == {"a", "b", "c", WHOLE_EVENT}


def test_what_was_taken_out_stays_as_cancelled(
    calendar: Calendar, values: Values, segment: Find
) -> None:
    values["segments"].remove(segment("a"))

    gone = calendar.publish(values)["a"]

    assert (gone.state, gone.stamp.sequence, gone.tzid) == (State.GONE, 1, None)
    assert b"SUMMARY:CANCELLED: Alpha\r\n" in gone.body
    assert b"STATUS:CANCELLED\r\n" in gone.body
    assert b"TRANSP:TRANSPARENT\r\n" in gone.body
    assert b"DTSTART:20261001T100000Z\r\n" in gone.body
    assert gone.themes == ("skills",)


def test_it_leaves_thirty_days_after_it_would_have_ended(
    calendar: Calendar, values: Values, segment: Find
) -> None:
    values["segments"].remove(segment("a"))
    calendar.publish(values)
    until_day_30 = datetime(2026, 10, 31, 10, 30, tzinfo=UTC) - calendar.moment

    before = calendar.publish(values, after=until_day_30 - timedelta(seconds=1))
    then = calendar.publish(values, after=timedelta(seconds=1))

    assert before == {}
    assert (then["a"].state, then["a"].body) == (State.LEFT, b"")


@pytest.mark.parametrize("away", [timedelta(hours=1), timedelta(days=90)])
def test_what_returns_goes_on_counting(
    calendar: Calendar, values: Values, segment: Find, away: timedelta
) -> None:
    kept = segment("a")
    values["segments"].remove(kept)
    calendar.publish(values)
    calendar.publish(values, after=away)
    values["segments"].append(kept)

    back = calendar.publish(values)["a"]

    assert (back.state, back.stamp.sequence) == (State.LIVE, 2)
    assert b"STATUS:CONFIRMED\r\n" in back.body


def test_what_loses_its_time_is_cancelled_at_the_old_one(
    calendar: Calendar, values: Values, segment: Find
) -> None:
    del segment("a")["start"], segment("a")["end"]

    assert calendar.publish(values)["a"].state is State.GONE


def test_an_instant_that_moved_under_the_same_words_is_raised(
    calendar: Calendar, values: Values
) -> None:
    """A newer tzdata: the wall time is what it was, the moment is not (rule Z10)."""
    entry = calendar.ledger["a"]
    hour = timedelta(hours=1)
    stale = replace(entry, start=entry.start - hour, end=entry.end - hour)
    calendar.ledger = {**calendar.ledger, "a": stale}

    found = calendar.publish(values)

    assert {id_: each.stamp.sequence for id_, each in found.items()} == {"a": 1}
    assert found["a"].start == entry.start


def test_a_room_belongs_to_its_building(values: Values) -> None:
    rooms = [{"id": "one", "name": "One"}, {"id": "two", "name": "Two"}]
    values["venues"] = [{"id": "hall", "name": "Hall", "rooms": rooms}]

    found = Calendar().publish(values)

    assert found["a"].venues == ("one", "hall")


EDITS = st.lists(
    st.sampled_from(["move", "rename", "cancel", "confirm", "remove", "return", "room", "nothing"]),
    min_size=1,
    max_size=12,
)


@given(EDITS, st.lists(st.integers(min_value=-3, max_value=40), min_size=12, max_size=12))
def test_stamps_never_fall_and_rise_exactly_with_what_is_seen(
    edits: list[str], days: list[int]
) -> None:
    """The clock may go back between publications; the stamps may not."""
    segment: Values = {"id": "a", "title": "A", "start": "12:00", "end": "13:00"}
    base = {
        "id": "e", "title": "E", "timezone": "Europe/Zurich", "date": "2026-10-01",
        "revised": "2026-09-01T12:00:00Z", "venues": [{"id": "v", "name": "V"}],
    }  # fmt: skip
    calendar, present = Calendar(), True
    calendar.publish({**base, "segments": [segment]})

    for number, (edit, wait) in enumerate(zip(edits, days, strict=False)):
        change: Values = {
            "move": {"start": f"{8 + number % 8:02}:00", "end": "17:00"},
            "rename": {"title": f"A{number % 3}"},
            "cancel": {"status": "cancelled"},
            "confirm": {"status": "confirmed"},
            "room": {"venue": "v"},
        }.get(edit, {})
        segment = {**segment, **change}
        present = {"remove": False, "return": True}.get(edit, present)
        before = calendar.ledger["a"]

        calendar.publish({**base, "segments": [segment] if present else []}, timedelta(days=wait))

        after = calendar.ledger["a"]
        assert after.stamp.sequence >= before.stamp.sequence
        assert after.stamp.modified >= before.stamp.modified
        if after.state is State.LEFT:
            assert after.stamp == before.stamp
        else:
            assert (after.body != before.body) == (after.stamp != before.stamp)
            assert (after.stamp.modified > before.stamp.modified) == (after.stamp != before.stamp)


def test_the_block_of_the_whole_event_leaves_with_its_last_time_and_returns_risen(
    calendar: Calendar, values: Values
) -> None:
    """A calendar without anything in it is another calendar."""
    gone = calendar.publish({**values, "segments": []})[WHOLE_EVENT]
    assert (gone.state, gone.body, gone.stamp.sequence) == (State.LEFT, b"", 0)

    again = calendar.publish(values)[WHOLE_EVENT]
    assert (again.state, again.stamp.sequence) == (State.LIVE, 1)
