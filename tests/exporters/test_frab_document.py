"""The whole of a schedule.xml."""

from lxml import etree

from roundtable_ical import SideEvent
from roundtable_ical.exporters.frab_document import written

EVENT = SideEvent.model_validate(
    {
        "id": "e",
        "title": "Event",
        "timezone": "Europe/Zurich",
        "dates": ["2026-10-29", "2026-10-30"],
        "revised": "2026-09-01T12:00:00Z",
        "venues": [{"id": "v", "name": "Palais", "rooms": [{"id": "r", "name": "XX"}]}],
        "themes": [{"id": "t", "title": "Rights"}],
        "segments": [
            {"id": "a", "title": "A", "date": "2026-10-30", "start": "01:00", "end": "02:00"},
            {
                "id": "b",
                "title": "B",
                "date": "2026-10-29",
                "start": "09:00",
                "end": "10:00",
                "venue": "r",
                "repeat": {"rule": "FREQ=DAILY;COUNT=2"},
            },
        ],
    }
)


def test_days_change_at_four_in_the_morning() -> None:
    root = etree.fromstring(written(EVENT))

    assert [
        (day.get("index"), day.get("date"), room.get("name"), item.findtext("title"))
        for day in root.iter("day")
        for room in day
        for item in room
    ] == [
        ("1", "2026-10-29", "", "A"),
        ("1", "2026-10-29", "XX", "B"),
        ("2", "2026-10-30", "XX", "B"),
    ]


def test_the_conference_says_what_the_event_says() -> None:
    conference = etree.fromstring(written(EVENT)).find("conference")

    assert conference is not None
    assert {child.tag: child.text for child in conference} == {
        "title": "Event",
        "acronym": "e",
        "start": "2026-10-29",
        "end": "2026-10-30",
        "days": "2",
        "timeslot_duration": "00:05",
        "time_zone_name": "Europe/Zurich",
        "track": None,
    }
    assert [dict(track.attrib) for track in conference.iter("track")] == [
        {"name": "Rights", "slug": "t"}
    ]


def test_what_somebody_wrote_into_the_kept_part_by_hand_breaks_nothing() -> None:
    for kept in ("words", {"schedule": "x"}, {"schedule": {"day": ["x", {"room": {"event": {}}}]}},
                 {"schedule": {"conference": "x", "a b": "c", "day": [{"event": ["a", "nobody"]}]},
                  "#order": "title"}):  # fmt: skip
        event = EVENT.model_copy(update={"foreign": {"frab": kept}})

        titles = [item.findtext("title") for item in etree.fromstring(written(event)).iter("event")]

        assert sorted(filter(None, titles)) == ["A", "B", "B"]
