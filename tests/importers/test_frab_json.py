"""schedule.json in the dialects that are about."""

from typing import Any

from roundtable_ical.importers.frab_json import FrabJsonImporter
from roundtable_ical.ports import Source
from tests.importers.schedules.saying import codes, read, said

EVENT: dict[str, Any] = {
    "id": 25,
    "guid": "8079583e-8321-506c-95af-fd2903a5f075",
    "date": "2026-10-29T10:00:00+01:00",
    "start": "10:00",
    "duration": "00:30",
    "room": "Hall",
    "title": "Fair fees",
    "subtitle": "",
    "track": "Rights",
    "type": "Workshop",
    "language": "de",
    "abstract": "In short.",
    "persons": [{"id": 26, "public_name": "Li Wei"}],
    "recording_license": "CC0",
    "do_not_record": True,
    "links": [{"url": "https://example.org", "title": "More"}],
}
ROW = ("2026-10-29 10:00", "10:30", "Fair fees", "Hall", ["Rights"], ["Li Wei"])


def schedule(*events: dict[str, Any], **more: Any) -> dict[str, Any]:
    conference = {
        "acronym": "forum",
        "title": "Forum",
        "time_zone_name": "Europe/Zurich",
        "days": [{"index": 1, "date": "2026-10-29", "rooms": {"Hall": list(events)}}],
        **more,
    }
    return {"schedule": {"version": "1", "conference": conference}}


def frab(content: object) -> Any:
    return read(FrabJsonImporter(), content)


def test_events_become_segments_and_keep_what_a_schedule_xml_would_say() -> None:
    event = frab(schedule(EVENT)).required()

    assert said(frab(schedule(EVENT))) == [ROW]
    assert (event.id, event.language, event.segments[0].kind) == ("forum", "de", "workshop")
    assert event.segments[0].foreign["frab"]["recording"] == {"license": "CC0", "optout": "true"}


def test_start_may_be_the_moment_and_date_the_day() -> None:
    other = {**EVENT, "date": "2026-10-29", "start": "2026-10-29T10:00:00+01:00"}

    assert said(frab(schedule(other))) == [ROW]


def test_after_midnight_belongs_to_the_day_before() -> None:
    late = [
        {"title": title, "start": start, "duration": "00:30", "room": "Hall"}
        for title, start in (("Late", "23:30"), ("Later", "00:30"))
    ]

    assert [row[0] for row in said(frab(schedule(*late)))] == [
        "2026-10-29 23:30",
        "2026-10-30 00:30",
    ]


def test_the_second_version_lists_events_and_persons_beside_the_days() -> None:
    event = {
        "guid": "a",
        "title": "Fair fees",
        "start": "2026-10-29T10:00:00+01:00",
        "end": "2026-10-29T10:30:00+01:00",
        "room": {"name": "Hall", "slug": "hall"},
        "track": {"slug": "rights"},
        "participants": [{"guid": "p", "role": "moderator"}],
    }
    tracks = [{"name": "Rights", "slug": "rights", "colors": {"light": "#008080"}}]
    second = schedule(tracks=tracks, days=[{"index": 1, "date": "2026-10-29"}])
    second["schedule"] |= {"events": [event], "persons": [{"guid": "p", "name": "Li Wei"}]}

    reading = frab(second)

    assert said(reading) == [ROW]
    assert reading.required().segments[0].speakers[0].role == "moderator"
    assert reading.required().themes[0].color == "teal"


def test_an_exact_repetition_is_told_and_left_out() -> None:
    reading = frab(schedule(EVENT, EVENT))

    assert said(reading) == [ROW]
    assert "repeated" in codes(reading)


def test_other_json_is_refused_with_what_is_known() -> None:
    reading = frab({"title": "menu"})

    assert [str(problem) for problem in reading.problems] == [
        "x, line 1: the JSON is an object with 'title', and not recognised as a schedule; known "
        "are schedule.json (frab, pretalx, c3voc), pretalx, Indico and Sessionize exports; export "
        "one of these"
    ]


def test_a_schedule_is_recognised_and_other_json_hardly() -> None:
    importer = FrabJsonImporter()

    assert importer.recognises(Source("x", b'{"schedule": {"conference": {"days": []}}}')) == 0.95
    assert importer.recognises(Source("x", b"[1]")) == 0.6
    assert importer.recognises(Source("x", b"[1")) == 0.12
    assert importer.recognises(Source("x", b"plain words")) == 0.0
