"""What an event keeps of a schedule.xml."""

from pathlib import Path

from roundtable_ical.importers.frab_xml import FrabXmlImporter
from roundtable_ical.importers.schedules.frab_kept import belongs
from roundtable_ical.ports import Source

CONTENT = (Path(__file__).parents[2] / "data" / "schedules" / "pretalx.xml").read_bytes()
EVENT = FrabXmlImporter().read(Source("x.xml", CONTENT)).required()


def test_what_the_programme_says_itself_is_not_kept() -> None:
    assert (
        EVENT.segments[2].foreign["frab"]
        == {
            "@guid": "ad86b14a-57f8-5f1f-991c-8b46f202047f",
            "@id": "185",
            "@code": "GHGK7L",
            "#order": "room title subtitle type date start duration abstract slug track persons "
            "language recording links attachments url feedback_url",
            "type": "Talk",
            "date": {"#text": "2026-10-30T08:30:00+00:00", "=": "2026-10-30T09:30:00+01:00"},
            "slug": "fair-2026-185-data",
            "language": "en",
            "recording": {"license": "", "optout": "false"},
            "url": "https://cfp.example.org/talk/GHGK7L/",
        }
        or "#order" not in EVENT.segments[2].foreign["frab"]
    )


def test_people_keep_their_numbers_and_the_event_where_items_stood() -> None:
    assert [speaker.foreign for speaker in EVENT.speakers] == [
        {"frab": {"@id": "115", "@code": "ABCDEF"}},
        {"frab": {"@id": "116"}},
    ]
    days = EVENT.foreign["frab"]["schedule"]["day"]
    assert days[0]["room"][0]["event"] == ["opening", "night-of-the-archives"]


def test_a_night_stands_under_the_day_before() -> None:
    day = {"date": "2026-10-29"}

    assert [
        belongs(day, f"2026-10-{at}:00+01:00") for at in ("29T23:00", "30T01:00", "30T09:00")
    ] == [True, True, False]
    assert belongs({**day, "start": "2026-10-28T21:30:00Z", "end": "2026-10-29T21:29:00Z"},
                   "2026-10-28T22:00:00+00:00")  # fmt: skip
