"""What rooms, hours and anchors say, in words and in minutes."""

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.planning import room_rules
from roundtable_ical.scheduling.planning.rules import Limit, Once, Rule
from roundtable_ical.scheduling.planning.stated import Stated
from tests.scheduling.conftest import VENUES, MakeEvent

Told = tuple[str, str, list[str], list[str] | None]
OPEN = {"start": None, "end": None, "minutes": 30}


def said(stated: Stated, rules: list[Rule]) -> list[Told]:
    """Return reason, task, hours on the clock of Geneva, and rooms of each limit."""
    return [
        (
            rule.reason,
            rule.task,
            [
                "-".join(
                    f"{stated.moment(at).astimezone(stated.event.timezone):%H:%M}" for at in span
                )
                for span in rule.windows
            ],
            None if rule.rooms is None else sorted(rule.rooms),
        )
        for rule in rules
        if isinstance(rule, Limit)
    ]


def of_rooms(event: SideEvent, *others: SideEvent, without: tuple[str, ...] = ()) -> list[Told]:
    stated = Stated(event, others, without=without)
    return said(stated, list(room_rules.rooms(stated, {task.id: task for task in stated.tasks})))


def test_an_anchor_holds_start_and_room(make_event: MakeEvent) -> None:
    stated = Stated(make_event({"venue": "room-1", "fixed": True}))

    rules = list(room_rules.fixed(stated, {task.id: task for task in stated.tasks}))

    reason = "‘Segment 0’ is fixed at 2026-10-29 09:00 in Room 1"
    assert said(stated, rules) == [
        (reason, "s-0", ["09:00-10:00"], None),
        (reason, "s-0", [], ["mission", "room-2"]),
    ]


def test_a_day_that_is_said_is_kept(make_event: MakeEvent) -> None:
    stated = Stated(make_event({"date": "2026-10-29"} | OPEN, dates=["2026-10-30"]))

    rules = list(room_rules.fixed(stated, {task.id: task for task in stated.tasks}))

    assert said(stated, rules) == [("‘Segment 0’ is on 2026-10-29", "s-0", ["00:00-00:29"], None)]


def test_hours_are_those_that_are_stated_or_else_of_an_office(make_event: MakeEvent) -> None:
    stated, office = (
        Stated(make_event({"at": "18:30-19:00"}, OPEN, **hours))
        for hours in ({"hours": "08:30-19:00"}, {})
    )

    found = [
        said(each, list(room_rules.hours(each, {task.id: task for task in each.tasks})))
        for each in (stated, office)
    ]

    told = "where no hours are stated, 08:00 to 18:00 and what is there now count"
    assert found == [
        [
            ("the event's hours are 08:30-19:00", "s-0", ["08:30-19:00"], None),
            ("the event's hours are 08:30-19:00", "s-1", ["08:30-19:00"], None),
        ],
        [(told, "s-0", ["08:00-19:00"], None), (told, "s-1", ["08:00-18:00"], None)],
    ]


def test_opening_size_and_equipment_limit_a_room(make_event: MakeEvent) -> None:
    venues = [
        {"id": "hall", "name": "Hall", "hours": "2026-10-29 10:00-12:00"},
        {"id": "cellar", "name": "Cellar", "capacity": 20, "equipment": ["Booths"]},
    ]
    event = make_event({"venue": "hall", "audience": 50, "needs": ["booths"]}, venues=venues)

    assert of_rooms(event) == [
        ("Hall is open only 2026-10-29 10:00-12:00", "s-0", ["10:00-12:00"], ["hall"]),
        ("‘Segment 0’ needs booths, which Hall lacks", "s-0", [], ["hall"]),
        ("‘Segment 0’ expects 50 people, and Cellar holds 20", "s-0", [], ["cellar"]),
    ]


def test_rooms_that_lack_the_same_are_told_together(make_event: MakeEvent) -> None:
    venues = [
        {"id": "hall", "name": "Hall", "capacity": 40},
        {"id": "attic", "name": "Attic", "capacity": 10, "equipment": ["booths"]},
        {"id": "cellar", "name": "Cellar"},
    ]
    event = make_event(
        {"audience": 50, "needs": ["booths", "stage"], "venue": "hall"}, venues=venues
    )

    assert of_rooms(event) == [
        (
            "‘Segment 0’ needs booths and stage, which Hall and Cellar lack",
            "s-0",
            [],
            ["cellar", "hall"],
        ),
        ("‘Segment 0’ needs stage, which Attic lacks", "s-0", [], ["attic"]),
        (
            "‘Segment 0’ expects 50 people, and Hall holds 40 and Attic holds 10",
            "s-0",
            [],
            ["attic", "hall"],
        ),
    ]


def test_a_room_that_is_lost_cannot_be_used_a_building_with_all_its_rooms(
    make_event: MakeEvent,
) -> None:
    event = make_event({"venue": "room-1"})

    assert of_rooms(event, without=("palace",)) == [
        ("Room 1 cannot be used", "s-0", [], ["room-1"]),
        ("Room 2 cannot be used", "s-0", [], ["room-2"]),
    ]


def test_what_another_event_has_in_the_room_is_in_the_way(make_event: MakeEvent) -> None:
    event = make_event({"venue": "mission"}, venues=[VENUES[1]])
    other = make_event({"venue": "house"}, id="other", venues=[VENUES[1] | {"id": "house"}])

    [(reason, task, windows, rooms)] = of_rooms(event, other)

    assert (reason, task, rooms) == ("Mission is taken by other/s-0", "s-0", ["mission"])
    assert [each.partition("-")[::2] for each in windows] == [
        ("00:00", "09:00"),
        ("10:00", "00:00"),
    ]


def test_a_room_holds_one_thing_at_a_time_and_a_building_several(make_event: MakeEvent) -> None:
    stated = Stated(make_event({"venue": "palace"}, {"venue": "mission"}, venues=VENUES[:2]))
    rules = room_rules.rooms(stated, {task.id: task for task in stated.tasks})

    found = [rule for rule in rules if isinstance(rule, Once)]

    assert [(rule.reason, rule.tasks) for rule in found] == [
        ("Room 1 holds one thing at a time", ("s-0", "s-1")),
        ("Room 2 holds one thing at a time", ("s-0", "s-1")),
        ("Mission holds one thing at a time", ("s-0", "s-1")),
    ]
