"""Walks and constraints, when some of what they name is gone."""

from typing import Any

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.merging.merged import merged
from roundtable_ical.programme.merging.remaining import known, remaining_constraints
from roundtable_ical.programme.merging.renaming import Names, rebuilt, renamed

CONSTRAINTS: list[dict[str, Any]] = [
    {"kind": "before", "segments": ["one", "two", "three"]},
    {"kind": "same-day", "segments": ["one", "three"]},
    {"kind": "at", "segment": "three", "when": "2026-10-29"},
    {"kind": "pause", "name": "Lunch", "when": "12:00-13:00", "venues": ["hall"]},
    {"kind": "balance", "segments": ["one", "three"], "most": 2},
]


def an_event(*segments: str, **changes: Any) -> SideEvent:
    values: dict[str, Any] = {
        "id": "week",
        "title": "Week",
        "timezone": "Europe/Zurich",
        "date": "2026-10-29",
        "revised": "2026-10-01T09:00:00Z",
        "venues": [{"id": "hall", "name": "Hall"}, {"id": "annex", "name": "Annex"}],
        "segments": [
            {
                "id": id_,
                "title": f"The {id_} segment",
                "start": f"{9 + number:02}:00",
                "minutes": 30,
                "venue": "hall",
            }
            for number, id_ in enumerate(segments)
        ],
    }
    return SideEvent.model_validate(values | changes)


def test_a_constraint_says_no_more_of_what_is_gone_and_goes_when_it_says_nothing() -> None:
    event = an_event("one", "two", "three", constraints=CONSTRAINTS)
    there = known({name: getattr(event, name) for name in ("venues", "themes", "segments")})
    there = {**there, "segment": frozenset({"one", "two"}), "venue": frozenset()}

    found = remaining_constraints(event.constraints, there)

    assert [each.model_dump(mode="json", exclude_defaults=True) for each in found] == [
        {"kind": "before", "segments": ["one", "two"]},
        {"kind": "balance", "segments": ["one"], "most": 2},
    ]


def test_other_ids_are_taken_over() -> None:
    walks = [{"between": ["hall", "annex"], "minutes": 5}]
    event = an_event("one", "two", "three", constraints=CONSTRAINTS, walks=walks)

    found = renamed(event, Names(places={"hall": "foyer"}, segments={"one": "first"}))

    assert found.walks[0].between == ("foyer", "annex")
    assert found.constraints[0].model_dump()["segments"] == ("first", "two", "three")
    assert found.constraints[3].model_dump()["venues"] == ("foyer",)


def test_an_event_with_fewer_parts_can_be() -> None:
    walks = [{"between": ["hall", "annex"], "minutes": 5}]
    event = an_event("one", "two", "three", constraints=CONSTRAINTS, walks=walks)

    found = rebuilt(event, segments=event.segments[:2], venues=event.venues[:1])

    assert (len(found.constraints), found.walks) == (3, ())


def test_a_document_that_drops_a_segment_drops_what_was_wished_of_it_and_tells() -> None:
    present = an_event("one", "two", "three", constraints=CONSTRAINTS[:2])
    document = an_event("one", "two", revised="2026-10-02T09:00:00Z")

    found = merged(present, document)

    assert [each.model_dump()["segments"] for each in found.event.constraints] == [("one", "two")]
    assert "2 of `constraints` named what is gone: shortened, or removed" in [
        note.message for note in found.notes
    ]


def test_what_only_the_file_says_of_rooms_people_and_segments_stays() -> None:
    present = an_event("one", "two", "three", constraints=CONSTRAINTS)
    venues = [present.venues[0].model_copy(update={"capacity": 80}), present.venues[1]]
    segments = [present.segments[0].model_copy(update={"fixed": True}), *present.segments[1:]]
    present = rebuilt(present, venues=tuple(venues), segments=tuple(segments))
    document = an_event("one", "two", "three", title="Another", revised="2026-10-02T09:00:00Z")

    found = merged(present, document).event

    assert (found.venues[0].capacity, found.segments[0].fixed) == (80, True)
    assert found.constraints == present.constraints
