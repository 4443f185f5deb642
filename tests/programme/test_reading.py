"""From plain values to an event, with all problems at once."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_ical.errors import InvalidProgramme
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.people import Appearance, Host, Organizer, Speaker
from roundtable_ical.programme.places import Geo, Room, Venue
from roundtable_ical.programme.problems import Path
from roundtable_ical.programme.reading import understood
from roundtable_ical.programme.segments import Changes, Repeat, Segment
from roundtable_ical.programme.texts import Line, clean
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
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=6), inside, max_size=6)
    ),
    max_leaves=25,
)


def like(model: Any) -> st.SearchStrategy[Any]:
    """Draw values that have the keys of *model*, and more or less what belongs there."""
    return st.fixed_dictionaries({}, optional=dict.fromkeys(model.model_fields, scalars | trees))


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


TEXT_PATHS: tuple[Path, ...] = (
    ("title",),
    ("subtitle",),
    ("kind",),
    ("objective",),
    ("participants", 0),
    ("hosts", 0, "name"),
    ("venues", 0, "name"),
    ("venues", 0, "address"),
    ("venues", 0, "rooms", 0, "name"),
    ("themes", 0, "title"),
    ("themes", 0, "description"),
    ("speakers", 0, "name"),
    ("speakers", 0, "function"),
    ("segments", 0, "title"),
    ("segments", 0, "abstract"),
    ("segments", 0, "note"),
    ("segments", 0, "repeat", "changes", "2026-10-30", "note"),
)


def programme() -> dict[str, Any]:
    """Return a sound programme with every text in it."""
    return {
        "id": "breakfast",
        "title": "Breakfast",
        "subtitle": "On the move",
        "kind": "Roundtable",
        "timezone": "America/New_York",
        "dates": ["2026-10-29", "2026-10-30"],
        "revised": "2026-10-01T09:00:00Z",
        "objective": "To talk",
        "participants": ["Ministers"],
        "hosts": [{"id": "ilo", "name": "ILO"}],
        "venues": [
            {
                "id": "un",
                "name": "UN",
                "address": "First Avenue",
                "rooms": [{"id": "hall", "name": "Hall"}],
            }
        ],
        "themes": [{"id": "skills", "title": "Skills", "description": "What is learnt"}],
        "speakers": [{"id": "amina", "name": "Amina Diallo", "function": "Minister"}],
        "segments": [
            {
                "id": "tea",
                "title": "Tea",
                "abstract": "With milk",
                "note": "Bring a cup",
                "date": "2026-10-29",
                "start": "16:00",
                "end": "16:20",
                "themes": ["skills"],
                "speakers": ["amina"],
                "repeat": {
                    "rule": "FREQ=DAILY;COUNT=2",
                    "changes": {"2026-10-30": {"note": "No milk today"}},
                },
            }
        ],
    }


def at(tree: Any, path: Path) -> Any:
    """Return what stands at *path*, in plain values or in an event."""
    for part in path:
        if isinstance(tree, dict):
            tree = tree[part] if part in tree else tree[date.fromisoformat(str(part))]
        else:
            tree = tree[part] if isinstance(part, int) else getattr(tree, part)
    return tree


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(TEXT_PATHS), st.text(max_size=60))
def test_any_words_are_kept_or_reported(path: Path, words: str) -> None:
    values = programme()
    at(values, path[:-1])[path[-1]] = words

    reading = understood(values)

    if reading.event is None:
        assert [problem.where.path for problem in reading.errors] == [path]
    else:
        text = at(reading.event, path)
        expected = clean(words)
        assert str(text) == (" ".join(expected.split()) if isinstance(text, Line) else expected)


def told(values: dict[str, Any]) -> list[tuple[str, str]]:
    return [(problem.code, problem.where.field) for problem in understood(values).problems]


def test_a_sound_programme_is_an_event_without_problems() -> None:
    reading = understood(programme())

    assert (reading.problems, reading.event) == ((), SideEvent.model_validate(programme()))


def test_reading_leaves_the_values_alone() -> None:
    values = programme() | {"title": ["wrong"], "date": "29 October"}

    understood(values)

    assert values == programme() | {"title": ["wrong"], "date": "29 October"}


def test_errors_of_every_kind_are_found_in_one_reading() -> None:
    values = programme() | {"timezone": "EST", "colour": "teal", "hours": "10:00-08:00"}
    values["speakers"] += [{"id": "Bob", "name": "Bob"}, {"id": "amina", "name": "Another"}]
    values["segments"] += [
        {"id": "a", "title": "A", "start": "9h", "end": "10:00", "kind": "pannel"},
        {"id": "b", "title": "B", "date": "2026-10-29", "start": "10:00", "end": "09:00"},
        {"id": "c", "start": "2026-10-29 11:00", "themes": ["skils"]},
    ]

    found = told(values)

    assert found == [
        ("unknown-zone", "timezone"),
        ("invalid-value", "hours"),
        ("invalid-value", "speakers[1].id"),
        ("unknown-value", "segments[1].kind"),
        ("invalid-value", "segments[1].start"),
        ("missing-field", "segments[3].title"),
        ("unknown-key", "colour"),
        ("duplicate-id", "speakers[2].id"),
        ("unknown-id", "segments[3].themes[0]"),
        ("end-before-start", "segments[2].end"),
        ("missing-end", "segments[3].start"),
    ]


def test_two_keys_missing_in_one_item_do_no_harm_to_the_next() -> None:
    values = programme() | {"segments": [{"start": "09:00"}, *programme()["segments"]]}

    assert told(values) == [
        ("missing-field", "segments[0].id"),
        ("missing-field", "segments[0].title"),
    ]


def test_a_wrong_day_is_told_once_and_not_in_every_segment() -> None:
    values = programme() | {"dates": [], "date": "29 October"}
    del values["segments"][0]["date"]

    assert told(values) == [("missing-year", "date")]


@pytest.mark.parametrize("field", ["start", "end", "date"])
def test_a_wrong_time_is_told_once(field: str) -> None:
    values = programme()
    del values["segments"][0]["repeat"]
    values["segments"][0][field] = "noon"

    assert told(values) == [("invalid-value", f"segments[0].{field}")]


def test_an_id_of_a_wrong_item_is_not_unknown() -> None:
    values = programme()
    values["speakers"][0]["id"] = "Amina"
    values["segments"][0]["speakers"] = ["Amina"]

    assert told(values) == [
        ("invalid-value", "speakers[0].id"),
        ("invalid-value", "segments[0].speakers[0]"),
    ]


def test_a_theme_is_not_unused_because_its_segment_is_wrong() -> None:
    values = programme()
    values["segments"][0]["id"] = "Tea Time"

    assert told(values) == [("invalid-value", "segments[0].id")]


def test_warnings_are_told_beside_errors() -> None:
    values = programme() | {"subtitle": "", "hours": "16:00-16:10"}
    del values["segments"][0]["repeat"]

    assert told(values) == [("invalid-value", "subtitle"), ("outside-hours", "segments[0].end")]


def test_an_event_with_warnings_alone_can_be_used() -> None:
    reading = understood(programme() | {"hours": "16:00-16:10"})

    assert (reading.errors, reading.required()) == ((), reading.event)


def test_requiring_an_event_with_errors_raises_all_of_them() -> None:
    reading = understood({**programme(), "title": "", "timezone": "EST"})

    with pytest.raises(InvalidProgramme) as caught:
        reading.required()

    assert caught.value.problems == reading.errors
    assert len(reading.errors) == 2


@pytest.mark.parametrize("values", [None, [], "x", 7])
def test_what_is_no_programme_at_all_is_one_problem(values: object) -> None:
    found = understood(values).problems

    assert [str(problem) for problem in found] == [
        f"{values!r} is no programme; write keys and values"
    ]
