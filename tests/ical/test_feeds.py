import hashlib
from collections.abc import Callable
from datetime import timedelta

import pytest

from roundtable_ical import SideEvent, every_feed, feed
from roundtable_ical.errors import InvalidField, UnknownId
from roundtable_ical.ical.feeds import FeedWriter
from roundtable_ical.ical.lint import lint
from roundtable_ical.ical.options import Options
from roundtable_ical.programme.selection import Selection

Make = Callable[..., SideEvent]


def uids(body: bytes) -> list[str]:
    """Return the UIDs of the VEVENTs in *body*, in order."""
    events = body.decode().replace("\r\n ", "").split("BEGIN:VEVENT")[1:]
    return [line for event in events for line in event.splitlines() if line.startswith("UID:")]


def head(body: bytes) -> list[str]:
    """Return the unfolded lines before the first component."""
    text = body.decode().replace("\r\n ", "")
    return text.partition("BEGIN:VTIMEZONE")[0].partition("BEGIN:VEVENT")[0].splitlines()


def test_a_calendar_says_everything_twice_where_clients_read_either(make_event: Make) -> None:
    assert head(feed(make_event(), theme="skills").to_ical()) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//roundtable-ical//roundtable-ical//EN",
        "CALSCALE:GREGORIAN",
        "DESCRIPTION:Hosts: Government of Sweden",
        "X-WR-CALDESC:Hosts: Government of Sweden",
        "NAME:Skills\\, and mobility · Ministerial breakfast",
        "X-WR-CALNAME:Skills\\, and mobility · Ministerial breakfast",
        "COLOR:teal",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "SOURCE;VALUE=URI:https://events.example.org/breakfast/themes/skills.ics",
        "URL:https://events.example.org/breakfast/",
        "X-APPLE-CALENDAR-COLOR:#008080",
        "X-PUBLISHED-TTL:PT1H",
        "X-WR-TIMEZONE:America/New_York",
    ]


def test_a_union_holds_each_segment_once(make_event: Make) -> None:
    event = make_event()

    mix = feed(event, themes=["skills"], speakers=["guy", "tbc"], venue="dining-room")

    assert (mix.count, mix.path) == (
        2,
        "mix.ics?theme=skills&speaker=guy&speaker=tbc&venue=dining-room",
    )
    assert uids(mix.body) == uids(feed(event).body)


def test_a_segment_has_the_same_bytes_in_every_feed(make_event: Make) -> None:
    event = make_event()

    found = [feed(event), feed(event, theme="skills"), feed(event, speaker="tbc")]

    blocks = {each.body.split(b"BEGIN:VEVENT")[-1] for each in found}
    assert len(blocks) == 1


def test_a_building_holds_what_happens_in_its_rooms(make_event: Make) -> None:
    venues = [
        {
            "id": "un",
            "name": "UN",
            "rooms": [{"id": "one", "name": "One"}, {"id": "two", "name": "Two"}],
        }
    ]
    segments = [
        {"id": "a", "title": "A", "start": "08:00", "end": "09:00", "venue": "one"},
        {"id": "b", "title": "B", "start": "08:00", "end": "09:00", "venue": "two"},
    ]

    event = make_event(venues=venues, segments=segments)

    assert [feed(event, venue=id_).count for id_ in ("un", "one", "two")] == [2, 1, 1]


def test_an_unknown_id_is_named_beside_those_that_exist(make_event: Make) -> None:
    with pytest.raises(UnknownId) as caught:
        feed(make_event(), theme="skill")

    assert str(caught.value) == "there is no theme 'skill'; there is: skills"


def test_another_kind_is_refused(make_event: Make) -> None:
    with pytest.raises(
        InvalidField, match="kind: 'block' is not possible; write event or segments"
    ):
        feed(make_event(), kind="block")


def test_what_has_no_time_is_in_no_feed(make_event: Make) -> None:
    event = make_event(segments=[{"id": "open", "title": "Open", "speakers": ["guy"]}])

    found = [each.count for each in every_feed(event).values()]

    assert set(found) == {0}


@pytest.mark.parametrize("zone", ["America/New_York", "UTC", "Africa/Casablanca", "Asia/Kathmandu"])
def test_an_empty_feed_is_still_a_calendar(make_event: Make, zone: str) -> None:
    event = make_event(segments=[], timezone=zone)

    found = [finding for each in every_feed(event).values() for finding in lint(each.body)]

    assert found == []


def test_options_are_in_the_source_and_change_the_etag(make_event: Make) -> None:
    event = make_event()

    plain, busy = (feed(event, options=each) for each in (Options(), Options(busy=True)))

    assert "SOURCE;VALUE=URI:https://events.example.org/breakfast/agenda.ics?busy=busy" in head(
        busy.body
    )
    assert plain.etag != busy.etag


def test_another_base_moves_addresses_and_no_uid(make_event: Make) -> None:
    event = make_event()

    moved = FeedWriter(event, base="https://new.example.org/b/").feed()

    assert "URL:https://new.example.org/b/" in head(moved.body)
    assert uids(moved.body) == uids(feed(event).body)


def test_the_order_of_the_file_changes_no_byte(make_event: Make) -> None:
    event = make_event()
    turned = make_event(segments=[dict(s) for s in reversed(make_event().model_dump()["segments"])])

    assert feed(turned).body == feed(event).body


def test_the_same_choice_in_another_order_is_the_same_feed(make_event: Make) -> None:
    event = make_event()

    one = feed(event, speakers=["tbc", "guy"])
    other = feed(event, speakers=["guy", "tbc", "guy"])

    assert one == other


@pytest.mark.parametrize(
    "options",
    [Options(), Options(busy=True), Options(language="ar"), Options(alarm=timedelta(minutes=15))],
)
def test_every_feed_with_every_option_passes_the_linter(make_event: Make, options: Options) -> None:
    event = make_event()

    feeds = every_feed(event, options).values()

    alarms = options.alarm is not None
    assert [found for each in feeds for found in lint(each.body, alarms=alarms)] == []


def test_whole_choice_is_the_agenda(make_event: Make) -> None:
    event = make_event()

    assert FeedWriter(event).feed(Selection()) == feed(event)


def test_the_whole_event_is_not_mixed_with_a_part_of_it(make_event: Make) -> None:
    with pytest.raises(InvalidField, match="is the whole event and nothing of it"):
        feed(make_event(), kind="event", theme="skills")


def test_the_tag_is_of_the_bytes_in_whatever_pieces_they_are(make_event: Make) -> None:
    """Clients hold tags of feeds that were made in one piece."""
    calendar = feed(make_event())

    assert len(calendar.pieces) > 1
    assert calendar.size == len(calendar.body)
    assert calendar.etag == hashlib.sha256(calendar.body).hexdigest()[:32]
