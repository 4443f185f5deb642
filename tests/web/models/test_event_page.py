from collections.abc import Callable
from typing import Any

from roundtable_ical import SideEvent
from roundtable_ical.web.models.event_page import event_page
from roundtable_ical.web.models.said import Said
from roundtable_ical.web.reader import Reader

Planned = Callable[..., SideEvent]
ENGLISH = Reader(wanted="en")


def in_rooms(count: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return a session in each of so many rooms, and the rooms."""
    rooms = [{"id": f"room-{n}", "name": f"Room {n}"} for n in range(count)]
    sessions = [
        {"id": f"s{n}", "title": "S", "start": "08:00", "end": "09:00", "venue": f"room-{n}"}
        for n in range(count)
    ]
    return sessions, rooms


def test_few_rooms_are_a_grid_and_many_a_list_with_a_filter(planned: Planned) -> None:
    few, more = (
        event_page(planned(*sessions, venues=rooms), ENGLISH)
        for sessions, rooms in map(in_rooms, (3, 6))
    )

    assert (list(few.grids), few.rooms) == (["day-2026-09-24"], ())
    assert (more.grids, [room.name for room in more.rooms]) == (
        {},
        [f"Room {n}" for n in range(6)],
    )
    assert few.css.startswith("@media screen and (min-width: 60rem) {")
    assert more.css.splitlines()[0] == (
        '.rt:has(#room option[value="v1"]:checked) .row:not(.v1){display:none}'
    )
    assert more.marks["room-5"] == "v6"


def test_one_room_needs_no_style(planned: Planned) -> None:
    sessions, rooms = in_rooms(1)

    assert event_page(planned(*sessions, venues=rooms), ENGLISH).css == ""


def test_who_has_no_name_is_counted_and_not_listed(planned: Planned) -> None:
    speakers = [
        {"id": "guy", "name": "Guy Ryder"},
        {"id": "ghana", "label": "Representative of Ghana", "tbc": True},
    ]
    segment = {"id": "a", "start": "08:00", "end": "09:00", "speakers": ["guy", "ghana"]}

    page = event_page(planned(segment, speakers=speakers), ENGLISH)

    assert ([each.name.text for each in page.people], page.unnamed) == (["Guy Ryder"], 1)


def test_languages_that_texts_fell_back_to_are_told(planned: Planned) -> None:
    event = planned({"id": "a", "start": "08:00", "end": "09:00"}, objective={"es": "Hola"})

    page = event_page(event, Reader(wanted="fr"))

    assert (page.fallen, page.objective) == (("en", "es"), Said("Hola", "es"))


def test_a_large_agenda_leaves_details_to_the_pages_of_its_segments(planned: Planned) -> None:
    segments = [{"id": f"s{n}", "title": "S", "start": "08:00", "end": "09:00"} for n in range(201)]

    page = event_page(planned(*segments), ENGLISH)

    assert (page.whole, page.count) == (False, 201)
