"""Do the parts of a programme fit each other?"""

from collections.abc import Mapping

import pytest

from roundtable_ical.programme.integrity import (
    doubled_ids,
    doubled_occurrences,
    listed,
    rooms,
    unknown_id,
    unknown_ids,
)
from roundtable_ical.programme.occurrences import Frame, occurrences
from roundtable_ical.programme.places import Venue
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.segments import Segment
from roundtable_ical.programme.themes import Theme
from roundtable_ical.zones import zone

SKILLS = Theme.model_validate({"id": "skills", "title": "Skills"})
CLIMATE = Theme.model_validate({"id": "climate", "title": "Climate"})


def test_the_second_of_two_equal_ids_is_told_and_the_third_too() -> None:
    found = list(doubled_ids("theme", listed("themes", [SKILLS, CLIMATE, SKILLS, SKILLS])))

    message = "'skills' is the id of another theme already (themes[0])"
    assert found == [
        Problem.error("duplicate-id", ("themes", place, "id"), message, "give each its own id")
        for place in (2, 3)
    ]


def test_venues_and_their_rooms_share_one_set_of_ids() -> None:
    hall = {"id": "hall", "name": "Hall"}
    venues = [
        Venue.model_validate({"id": "un", "name": "UN", "rooms": [hall]}),
        Venue.model_validate(hall),
    ]

    found = [problem.where.field for problem in doubled_ids("venue", rooms(venues))]

    assert found == ["venues[1].id"]


def timed(*segments: Mapping[str, object]) -> list[Problem]:
    frame = Frame(zone=zone("Europe/Zurich"), venues={})
    found = [
        (("segments", position), occurrence)
        for position, segment in enumerate(segments)
        for occurrence in occurrences(
            Segment.model_validate(
                {"title": "Tea", "date": "2026-10-29", "start": "16:00", "minutes": 5, **segment}
            ),
            frame,
        )
    ]
    return list(doubled_occurrences(found))


def test_a_segment_cannot_have_the_id_of_a_day_of_a_recurring_one() -> None:
    tea = {"id": "tea", "repeat": {"rule": "FREQ=DAILY;COUNT=2"}}

    found = timed(tea, {"id": "tea-20261030"})

    assert found == [
        Problem.error(
            "duplicate-id",
            ("segments", 1, "id"),
            "'tea-20261030' is also the id of a day of 'tea'",
            "give each its own id",
        )
    ]


def test_the_days_of_one_recurring_segment_do_not_trouble_each_other() -> None:
    assert timed({"id": "tea", "repeat": {"rule": "FREQ=DAILY;COUNT=3"}}) == []


def test_every_id_that_nobody_defined_is_told_in_changes_too() -> None:
    segment = Segment.model_validate(
        {
            "id": "tea",
            "title": "Tea",
            "themes": ["skills", "skils"],
            "venue": "hal",
            "speakers": ["amina", {"speaker": "bob"}],
            "repeat": {
                "rule": "FREQ=DAILY;COUNT=3",
                "changes": {"2026-10-30": {"venue": "bar", "speakers": ["eve"]}},
            },
        }
    )
    known = {
        "theme": frozenset({"skills"}),
        "venue": frozenset({"hall"}),
        "speaker": frozenset({"amina"}),
    }

    found = [(problem.where.field, problem.message) for problem in unknown_ids([segment], known)]

    assert found == [
        ("segments[0].themes[1]", "there is no theme 'skils'"),
        ("segments[0].speakers[1]", "there is no speaker 'bob'"),
        ("segments[0].venue", "there is no venue 'hal'"),
        ("segments[0].repeat.changes.2026-10-30.venue", "there is no venue 'bar'"),
        ("segments[0].repeat.changes.2026-10-30.speakers[0]", "there is no speaker 'eve'"),
    ]


@pytest.mark.parametrize(
    ("known", "hint"),
    [
        ({"room-4", "bar"}, "write room-4, or add it to `venues`"),
        ({"bar", "aula"}, "add it to `venues`, or write one of those there: aula, bar"),
        (set(), "add it to `venues`"),
    ],
)
def test_the_hint_holds_what_was_probably_meant(known: set[str], hint: str) -> None:
    (problem,) = unknown_id("venue", "rom-4", ("venue",), {"venue": frozenset(known)})

    assert problem.hint == hint


def test_a_known_id_and_none_are_fine() -> None:
    known = {"venue": frozenset({"hall"})}

    found = [*unknown_id("venue", "hall", (), known), *unknown_id("venue", None, (), known)]

    assert found == []
