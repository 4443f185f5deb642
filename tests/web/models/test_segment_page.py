from collections.abc import Callable

from roundtable_ical import SideEvent
from roundtable_ical.programme.segments import Status
from roundtable_ical.web.models.segment_page import segment_page
from roundtable_ical.web.reader import Reader

Planned = Callable[..., SideEvent]


def test_a_segment_has_its_day_and_hours(planned: Planned) -> None:
    event = planned({"id": "panel", "start": "08:15", "end": "09:00"})

    page = segment_page(event, "panel", Reader(wanted="en"))

    assert (page.day, page.offset, str(page.row.hours)) == (
        "Thursday 24 September 2026",
        "UTC−4",
        "08:15–09:00",
    )


def test_one_without_a_time_says_so(planned: Planned) -> None:
    page = segment_page(planned({"id": "later"}), "later", Reader(wanted="en"))

    assert (page.day, page.row.status) == ("", Status.UNSCHEDULED)
