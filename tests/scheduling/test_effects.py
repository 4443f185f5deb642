"""What an order does to each segment."""

from roundtable_ical import SideEvent, cancelled, inserted, moved, shifted
from roundtable_ical.programme.segments import Segment
from roundtable_ical.scheduling.effects import Absence, effects
from roundtable_ical.scheduling.timetable import with_segments
from roundtable_ical.testing.programmes import values

BREAKFAST = SideEvent.model_validate(values())


def told(after: SideEvent) -> list[tuple[str, ...]]:
    return [
        (
            each.segment,
            *(f"{it.start:%H:%M}-{it.end:%H:%M}" if it else "-" for it in (each.was, each.now)),
        )
        for each in effects(BREAKFAST, after)
    ]


def test_what_stays_is_not_told() -> None:
    assert effects(BREAKFAST, BREAKFAST) == ()


def test_was_and_is_in_order_of_time() -> None:
    assert told(shifted(BREAKFAST, "welcome", 5).event) == [
        ("welcome", "08:15-08:30", "08:20-08:35"),
        ("panel", "08:30-09:00", "08:35-09:05"),
    ]
    assert told(moved(BREAKFAST, "panel", to="07:00").event) == [
        ("panel", "08:30-09:00", "07:00-07:30")
    ]


def test_what_is_new_was_nowhere_and_what_is_cancelled_is_nowhere() -> None:
    new = Segment(id="coffee", title="Coffee", start="09:00", minutes=10)

    assert told(inserted(BREAKFAST, new).event) == [("coffee", "-", "09:00-09:10")]
    assert told(cancelled(BREAKFAST, "panel").event) == [("panel", "08:30-09:00", "-")]


def test_what_has_no_time_on_one_side_says_why() -> None:
    new = Segment(id="coffee", title="Coffee", start="09:00", minutes=10)
    longer = inserted(BREAKFAST, new).event
    shorter = cancelled(BREAKFAST, "panel").event
    open_ = Segment(id="panel", title="Panel")
    loose = with_segments(BREAKFAST, (*BREAKFAST.segments[:1], open_))

    assert [
        [each.absence for each in effects(*pair)]
        for pair in (
            (BREAKFAST, longer),
            (longer, BREAKFAST),
            (BREAKFAST, shorter),
            (shorter, BREAKFAST),
            (loose, BREAKFAST),
        )
    ] == [
        [Absence.NEW],
        [Absence.LEFT_OUT],
        [Absence.CANCELLED],
        [Absence.CANCELLED],
        [Absence.UNSCHEDULED],
    ]
