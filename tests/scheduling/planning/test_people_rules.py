"""What people allow: one place at a time, the way, when they can come."""

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.planning.people_rules import people
from roundtable_ical.scheduling.planning.rules import Limit, Once, Rule, Way
from roundtable_ical.scheduling.planning.stated import Stated
from tests.scheduling.conftest import MakeEvent

ANN = {"id": "ann", "name": "Ann Example", "affiliation": "ILO"}


def rules(event: SideEvent, *others: SideEvent) -> list[Rule]:
    stated = Stated(event, others)
    return list(people(stated, {task.id: task for task in stated.tasks}))


def test_somebody_in_two_segments_is_in_one_at_a_time(make_event: MakeEvent) -> None:
    event = make_event(
        {"speakers": ["ann", "bob", "host"]},
        {"speakers": ["host", "ann"], "at": "11:00-12:00"},
    )

    assert rules(event) == [Once("Ann Example is in one place at a time", ("s-0", "s-1"))]


def test_somebody_under_two_ids_is_one(make_event: MakeEvent) -> None:
    event = make_event(
        {"speakers": ["ann"]},
        {"speakers": ["ann-2"], "at": "11:00-12:00"},
        speakers=[ANN, ANN | {"id": "ann-2"}],
    )

    assert rules(event) == [Once("Ann Example is in one place at a time", ("s-0", "s-1"))]


def test_the_way_counts_by_the_rooms_and_once_for_all_who_share_it(make_event: MakeEvent) -> None:
    event = make_event(
        {"venue": "room-1", "speakers": ["ann", "bob"]},
        {"venue": "mission", "speakers": ["ann", "bob"], "at": "11:00-12:00"},
    )

    ways = [rule for rule in rules(event) if isinstance(rule, Way)]

    assert ways == [
        Way(
            "Ann Example needs 16 min from ‘Segment 0’ to ‘Segment 1’ or back",
            "s-0",
            "s-1",
            {
                ("room-1", "mission"): 16,
                ("room-2", "mission"): 16,
                ("mission", "room-1"): 16,
                ("mission", "room-2"): 16,
            },
        )
    ]


def test_who_speaks_over_the_link_has_no_way_to_go(make_event: MakeEvent) -> None:
    event = make_event(
        {"venue": "room-1", "speakers": ["ann"]},
        {
            "venue": "mission",
            "speakers": [{"speaker": "ann", "remote": True}],
            "at": "11:00-12:00",
        },
    )

    assert not [rule for rule in rules(event) if isinstance(rule, Way)]


def test_when_somebody_can_come_is_kept_also_of_those_without_a_name(
    make_event: MakeEvent,
) -> None:
    speakers = [
        ANN | {"available": "2026-10-29 09:00-12:00", "away": "thu 10:00-10:30"},
        {"id": "host", "label": "The host", "away": "2026-10-29 13:00-14:00"},
    ]
    event = make_event({"speakers": ["ann", "host"]}, speakers=speakers)

    found = [rule.reason for rule in rules(event) if isinstance(rule, Limit)]

    assert found == [
        "Ann Example can come only 2026-10-29 09:00-12:00",
        "Ann Example is away thu 10:00-10:30",
        "host is away 2026-10-29 13:00-14:00",
    ]


def test_another_event_keeps_somebody_with_the_way_there(make_event: MakeEvent) -> None:
    event = make_event({"venue": "mission", "speakers": ["ann"], "at": "11:00-12:00"})
    other = make_event({"venue": "room-1", "speakers": ["ann"]}, id="other")

    found = [
        (rule.reason, sorted(rule.rooms or ()), rule.windows[0][1], rule.windows[1][0])
        for rule in rules(event, other)
        if isinstance(rule, Limit)
    ]

    stated = Stated(event, [other])
    [begin] = [start for start, _ in stated.minutes([other.occurrences[0].span])]
    assert found == [
        ("Ann Example is in other/s-0", ["mission"], begin - 16, begin + 76),
        ("Ann Example is in other/s-0", ["room-1", "room-2"], begin, begin + 60),
    ]
