"""All that is booked, looked up by who and where."""

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.board import Board
from roundtable_ical.scheduling.walking import HERE, Journey
from tests.scheduling.conftest import MakeEvent


def test_what_takes_place_stands_by_room_and_by_person_in_order_of_time(
    make_event: MakeEvent,
) -> None:
    event = make_event(
        {"at": "10:00-11:00", "venue": "room-1", "speakers": ["ann", "host"]},
        {"at": "09:00-10:00", "venue": "room-1", "speakers": ["ann", "bob"]},
        {"at": "09:00-10:00", "venue": "room-2", "status": "cancelled"},
    )

    board = Board([event])

    assert {
        named: [booking.item.id for booking in booked] for named, booked in board.rooms.items()
    } == {(0, "room-1"): ["s-1", "s-0"]}
    assert {
        named: [part.booking.item.id for part in parts] for named, parts in board.parts.items()
    } == {(0, "ann"): ["s-1", "s-0"], (0, "bob"): ["s-1"]}


def test_the_way_between_rooms_of_one_house_is_none(make_event: MakeEvent) -> None:
    board = Board([make_event()])

    assert board.way((0, "room-1"), (0, "room-2")) == HERE
    assert board.way((0, "room-1"), (0, "call")) == HERE


def test_a_stated_way_holds_for_every_room_of_its_houses(make_event: MakeEvent) -> None:
    walks = [{"between": ["palace", "mission"], "minutes": 20}]

    board = Board([make_event(walks=walks)])

    assert board.way((0, "room-2"), (0, "mission")) == Journey(minutes=20)
    assert board.way((0, "mission"), (0, "room-1")) == Journey(minutes=20)


def test_a_stated_way_holds_in_another_event_that_knows_the_place(make_event: MakeEvent) -> None:
    walks = [{"between": ["palace", "mission"], "minutes": 20}]
    event = make_event(walks=walks)
    other = SideEvent.model_validate({**make_event().model_dump(mode="json"), "id": "other"})

    board = Board([event, other])

    assert board.way((1, "room-2"), (1, "mission")) != Journey(minutes=20)
    assert board.way((0, "room-2"), (1, "mission")) == Journey(minutes=20)


def test_nobody_knows_the_way_to_a_place_that_is_not_on_the_map(make_event: MakeEvent) -> None:
    venues = [{"id": "here", "name": "Here", "city": "Geneva"}, {"id": "there", "name": "There"}]

    assert Board([make_event(venues=venues)]).way((0, "here"), (0, "there")) is None
