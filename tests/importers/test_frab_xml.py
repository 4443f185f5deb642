"""schedule.xml in the dialects that are about."""

from pathlib import Path
from typing import Any

from roundtable_ical.importers.frab_xml import FrabXmlImporter
from roundtable_ical.ports import Source
from tests.importers.schedules.saying import codes, read, said

DATA = Path(__file__).parent.parent / "data" / "schedules"


def frab(content: bytes, zone: str | None = None) -> Any:
    return read(FrabXmlImporter(), content, zone)


def test_what_pretalx_writes_is_read() -> None:
    reading = frab((DATA / "pretalx.xml").read_bytes())

    assert said(reading) == [
        ("2026-10-29 11:00", "11:40", "Opening", "Room XX", ["Rights"], ["Amina Diallo", "Li Wei"]),
        ("2026-10-30 00:30", "02:00", "Night of the archives", "Room XX", [], []),
        ("2026-10-30 09:30", "10:15", "Data on recruitment fees", "Room XXI", ["Data & tools"],
         ["Li Wei"]),
    ]  # fmt: skip
    event = reading.required()
    assert [theme.color for theme in event.themes] == ["teal", None]
    assert str(event.segments[0].abstract) == "Welcome.\n\nWith coffee."
    assert codes(reading) == set()


def test_what_pentabarf_wrote_is_read_in_the_zone_of_its_city() -> None:
    reading = frab((DATA / "pentabarf.xml").read_bytes())

    assert said(reading) == [
        ("2010-02-06 10:00", "10:45", "Welcome", "XVII", ["Main"], []),
        ("2010-02-07 01:30", "02:30", "Night talk", "XVII", ["Main"], ["Nora Mertens"]),
    ]
    event = reading.required()
    assert (event.timezone.key, str(event.venues[0].city)) == ("Europe/Zurich", "Geneva")
    assert codes(reading) == {"zone-inferred"}


def test_a_title_in_several_languages_is_one() -> None:
    content = """<schedule><conference><title>X</title><time_zone_name>UTC</time_zone_name>
    </conference><day date="2026-10-29"><room name="A"><event id="1"><start>10:00</start>
    <duration>00:30</duration><title xml:lang="en">Fees</title><title xml:lang="fr">Frais</title>
    </event></room></day></schedule>"""

    event = frab(content.encode()).required()

    assert event.segments[0].title.root == {"en": "Fees", "fr": "Frais"}


def test_a_day_may_have_its_number_alone() -> None:
    content = b"""<schedule><conference><title>X</title><time_zone_name>UTC</time_zone_name>
    <start>2026-10-28</start></conference><day index="2"><room name="A"><event id="1">
    <title>Fees</title><start>10:00</start><duration>00:30</duration></event></room></day>
    </schedule>"""

    assert said(frab(content)) == [("2026-10-29 10:00", "10:30", "Fees", "A", [], [])]


def test_windows_1252_that_is_not_declared_is_read_and_told() -> None:
    content = "<schedule><conference><title>Fédération générale</title></conference></schedule>"

    reading = frab(content.encode("cp1252"), "UTC")

    assert str(reading.required().title) == "Fédération générale"
    assert "encoding-inferred" in codes(reading)


def test_each_problem_has_its_line() -> None:
    content = b"""<schedule><conference><title>X</title><time_zone_name>UTC</time_zone_name>
    </conference><day date="2026-10-29"><room name="A">
    <event id="1"><title>Fees</title><start>10:00</start></event></room></day></schedule>"""

    assert [str(problem) for problem in frab(content).problems] == [
        "x, line 3, segments[0].end: no end is given; 11:00 was taken, as others last as long; "
        "write the right end"
    ]


def test_xml_of_another_kind_is_refused() -> None:
    assert [str(problem) for problem in frab(b"<rss/>").problems] == [
        "x, line 1: this is no schedule.xml: its root is <rss>; "
        "export schedule.xml from frab, pretalx, pentabarf or wafer"
    ]


def test_xml_that_stops_is_refused_with_its_line() -> None:
    problems = frab(b"<schedule>\n<conference>\n<title>X").problems

    assert [(p.code, p.where.origin and p.where.origin.line) for p in problems] == [("not-xml", 3)]


def test_a_schedule_is_recognised_by_its_root() -> None:
    importer = FrabXmlImporter()

    assert importer.recognises(Source("x", b"<?xml?><schedule><conference>")) == 0.95
    assert importer.recognises(Source("x.xml", b"<rss>")) == 0.7
    assert importer.recognises(Source("x.txt", b"agenda")) == 0.0
