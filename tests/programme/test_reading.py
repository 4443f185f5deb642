"""From plain values to an event, with all problems at once."""

import json
import warnings
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_ical.errors import InvalidProgramme
from roundtable_ical.programme.clock import WallClock
from roundtable_ical.programme.people import Appearance, Host, Organizer, Speaker
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.places import Geo, Room, Venue
from roundtable_ical.programme.reading import understood
from roundtable_ical.programme.segments import Changes, Repeat, Segment
from roundtable_ical.programme.themes import Theme

KEYS = sorted(
    {
        name
        for model in (SideEvent, Segment, Speaker, Theme, Venue, Room, Geo, Host, Organizer)
        for name in model.model_fields
    }
    | {*Repeat.model_fields, *Changes.model_fields, *Appearance.model_fields, "en", "2026-10-30"}
)
WORDS = (
    *("a", "b", "breakfast", "America/New_York", "Europe/Zurich", "EST", "2026-10-29", "09:00"),
    *("10:30", "2026-10-30 00:30", "29 October", "FREQ=DAILY;COUNT=3", "first", "cancelled"),
    *("2026-10-01T09:00:00Z", "true", "45", "-1", "teal", "https://example.org/", "a@example.org"),
    *("9999-12-31", "1970-01-01", "00:00", "23:59", "tentative", "unscheduled", "10 GMT+99"),
    *("\ud800", "\u202eabc", "FREQ=YEARLY;BYWEEKNO=99;COUNT=2", "nan", "1e999", "08:30-10:00"),
)
scalars = st.none() | st.sampled_from(WORDS) | st.text(max_size=12)
trees = st.recursive(
    scalars,
    lambda inside: st.lists(inside, max_size=4)
    | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=6), inside, max_size=6),
    max_leaves=25,
)


def like(model: Any) -> st.SearchStrategy[Any]:
    """Draw values that have the keys of *model*, and more or less what belongs there."""
    return st.fixed_dictionaries(
        {}, optional={name: scalars | trees for name in model.model_fields}
    )


segments = st.fixed_dictionaries(
    {"id": st.sampled_from("abcd"), "title": st.sampled_from(WORDS), "start": scalars},
    optional={
        "end": scalars,
        "minutes": scalars,
        "date": scalars,
        "repeat": like(Repeat) | st.fixed_dictionaries({"rule": scalars}),
        "speakers": st.lists(scalars | like(Appearance), max_size=3),
        "status": scalars,
        "venue": scalars,
        "timezone": scalars,
    },
)
events = st.fixed_dictionaries(
    {"id": scalars, "title": trees, "timezone": scalars, "revised": scalars},
    optional={
        "date": scalars,
        "dates": st.lists(scalars, max_size=3),
        "status": scalars,
        "segments": st.lists(segments | trees, max_size=4),
        "speakers": st.lists(like(Speaker) | trees, max_size=3),
        "themes": st.lists(like(Theme) | trees, max_size=3),
        "venues": st.lists(like(Venue) | trees, max_size=3),
        "organizer": like(Organizer) | scalars,
    },
)


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=6), trees, max_size=8) | events)
def test_whatever_is_handed_in_is_an_event_or_a_list_of_errors(values: dict[str, Any]) -> None:
    reading = understood(values)

    assert (reading.event is None) == bool(reading.errors)
