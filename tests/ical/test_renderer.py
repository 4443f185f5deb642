from collections.abc import Callable
from datetime import UTC, datetime

from roundtable_ical import SideEvent
from roundtable_ical.ical.renderer import VeventRenderer
from roundtable_ical.revisions.stamps import Stamp

Make = Callable[..., SideEvent]
STAMP = Stamp(sequence=1, modified=datetime(2026, 9, 20, 12, tzinfo=UTC))


def test_a_segment_is_rendered_as_its_feed_has_it(make_event: Make) -> None:
    event = make_event()

    rendered = VeventRenderer(event).segment(event.occurrences[0], STAMP)

    assert rendered.tzid == "America/New_York"
    assert b"DTSTART;TZID=America/New_York:20260924T081500\r\n" in rendered.body


def test_what_was_taken_out_leans_on_no_definition_of_a_zone(make_event: Make) -> None:
    event = make_event()

    rendered = VeventRenderer(event).cancelled(event.occurrences[0], STAMP)

    assert rendered.tzid is None
    assert b"DTSTART:20260924T121500Z\r\n" in rendered.body
    assert b"SUMMARY:CANCELLED: Welcome\r\n" in rendered.body


def test_there_is_no_block_while_nothing_has_a_time(make_event: Make) -> None:
    assert VeventRenderer(make_event(segments=[])).block(STAMP) is None


def test_events_in_the_same_zones_write_times_alike(make_event: Make) -> None:
    one, other = make_event(), make_event(title="Another")

    assert VeventRenderer(one).zones == VeventRenderer(other).zones
    assert VeventRenderer(one).zones != VeventRenderer(make_event(date="1999-09-24")).zones
