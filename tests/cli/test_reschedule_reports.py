"""What commands that change times tell."""

from roundtable_ical import SideEvent, cancelled, inserted, moved
from roundtable_ical.cli.reschedule_reports import effect_lines
from roundtable_ical.programme.segments import Segment
from roundtable_ical.scheduling.effects import effects
from roundtable_ical.testing.programmes import values

ROOMS = [
    {"id": "hall", "name": "Hall"},
    {"id": "geneva", "name": "Geneva", "timezone": "Europe/Zurich"},
]
BREAKFAST = SideEvent.model_validate(values(venues=ROOMS, venue="hall"))


def told(after: SideEvent) -> list[str]:
    return list(effect_lines(after, effects(BREAKFAST, after)))


def test_nothing_is_told_where_nothing_moves() -> None:
    assert told(BREAKFAST) == []


def test_new_ones_and_cancelled_ones_are_called_so() -> None:
    coffee = Segment.model_validate({"id": "tea", "title": "Tea", "start": "09:00", "minutes": 5})

    assert told(inserted(cancelled(BREAKFAST, "panel").event, coffee).event) == [
        "on 2026-09-24",
        "  was          is",
        "  08:30-09:00  cancelled    panel  Panel",
        "  new          09:00-09:05  tea    Tea",
    ]


def test_days_rooms_and_zones_are_told_where_they_differ() -> None:
    assert told(moved(BREAKFAST, "panel", to="2026-09-25 10:00", room="geneva").event) == [
        "  was                             is",
        "  2026-09-24 08:30-09:00 in hall  2026-09-25 10:00-10:30 Europe/Zurich in geneva  panel  "
        "Panel",
        "note: 'panel' is on 2026-09-25, which is no day of the event",
    ]
