"""schedule.xml -> event -> schedule.xml: what the format can say comes back."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from roundtable_ical import SideEvent
from roundtable_ical.exporters.frab_xml import FrabXmlExporter
from roundtable_ical.importers.frab_xml import FrabXmlImporter
from roundtable_ical.ports import Source
from roundtable_ical.programme.reading import Reading

DATA = Path(__file__).parent.parent / "data" / "schedules"
SHARED = Path(__file__).parents[3] / "shared" / "schedules"
FILES = [*sorted(DATA.glob("*.xml")), *sorted(SHARED.glob("*.xml"))]


def read(content: bytes) -> Reading:
    return FrabXmlImporter().read(Source("schedule.xml", content))


def canonical(content: bytes) -> str:
    """Return the XML in one form: without comments, the generator and white space."""
    root = etree.fromstring(content, etree.XMLParser(remove_comments=True))
    for generator in root.findall("generator"):
        root.remove(generator)
    for element in root.iter():
        element.text = " ".join((element.text or "").split()) or None
        element.tail = " ".join((element.tail or "").split()) or None
    etree.indent(root)
    return etree.tostring(root, method="c14n").decode()


def returned(content: bytes) -> str:
    return canonical(FrabXmlExporter().write(read(content).required()))


def segment(id_: str, title: str, start: str, end: str) -> dict[str, str]:
    return {"id": id_, "title": title, "start": start, "end": end}


def changed(event: SideEvent, position: int, **values: object) -> SideEvent:
    plain = event.model_dump(exclude_defaults=True)
    plain["segments"] = [dict(segment) for segment in plain["segments"]]
    plain["segments"][position] |= values
    return SideEvent.model_validate(plain)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_schedule_comes_back_as_it_was(path: Path) -> None:
    content = path.read_bytes()

    assert returned(content) == canonical(content)


def test_what_is_changed_in_the_programme_is_changed_in_the_schedule() -> None:
    event = read((DATA / "pretalx.xml").read_bytes()).required()

    later = changed(event, 0, title="Opening words", start="11:15", end="11:45", abstract="Hello.")
    root = etree.fromstring(FrabXmlExporter().write(later))

    found = root.find("day/room/event[@id='177']")
    assert found is not None
    assert {child.tag: child.text for child in found if child.tag in {*"title date start duration "
            "abstract description slug type".split()}} == {
        "title": "Opening words",
        "type": "Talk",
        "date": "2026-10-29T11:15:00+01:00",
        "start": "11:15",
        "duration": "00:30",
        "abstract": "Hello.",
        "description": None,
        "slug": "fair-2026-177-opening",
    }  # fmt: skip


def test_an_item_that_moved_stands_under_its_new_day_and_room() -> None:
    event = read((DATA / "pretalx.xml").read_bytes()).required()

    moved = changed(event, 0, date="2026-10-31", venue="room-xxi")
    root = etree.fromstring(FrabXmlExporter().write(moved))

    places = [
        (day.get("date"), room.get("name"), item.get("id"))
        for day in root.iter("day")
        for room in day
        for item in room
    ]
    assert places == [
        ("2026-10-29", "Room XX", "184"),
        ("2026-10-30", "Room XXI", "185"),
        ("2026-10-31", "Room XXI", "177"),
    ]


def test_an_event_that_was_never_a_schedule_is_written_as_one() -> None:
    event = SideEvent.model_validate(
        {
            "id": "breakfast",
            "title": "Breakfast",
            "timezone": "America/New_York",
            "revised": "2026-09-01T12:00:00Z",
            "date": "2026-09-24",
            "venues": [{"id": "hall", "name": "UNHQ", "room": "Hall 4"}],
            "themes": [{"id": "skills", "title": "Skills"}],
            "speakers": [
                {"id": "nora", "name": "Nora Mertens"},
                {"id": "x", "label": "A minister"},
            ],
            "segments": [
                {
                    **segment("a", "Words", "08:00", "08:30"),
                    "themes": ["skills"],
                    "abstract": "Ask nora@example.org.",
                    "speakers": ["nora", "x"],
                },
                {"id": "b", "title": "Open"},
                {**segment("c", "Gone", "09:00", "09:30"), "status": "cancelled"},
            ],
        }
    )

    again = read(FrabXmlExporter().write(event)).required()

    assert [
        (str(s.title), s.status, str(s.abstract or ""), [p.speaker for p in s.speakers], s.themes)
        for s in again.segments
    ] == [
        ("Words", "confirmed", "Ask […].", ["nora-mertens", "a-minister"], ("skills",)),
        ("CANCELLED: Gone", "cancelled", "", [], ()),
    ]
    assert [(item.start, item.end) for item in again.occurrences] == [
        (item.start, item.end) for item in event.occurrences
    ]


def test_the_same_event_gives_the_same_bytes() -> None:
    event = read((DATA / "pretalx.xml").read_bytes()).required()

    assert FrabXmlExporter().write(event) == FrabXmlExporter().write(event)


WORDS = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=12
).map(lambda words: " ".join(words.split()) or "x")
NAMES = st.sampled_from(["links", "logo", "url", "slug", "subtitle", "language", "tag", "foo"])


@st.composite
def leaves(draw: st.DrawFn, depth: int = 0) -> etree._Element:
    element = etree.Element(draw(NAMES))
    for name in draw(st.lists(st.sampled_from(["href", "type", "id"]), max_size=2, unique=True)):
        element.set(name, draw(WORDS))
    if depth < 2 and draw(st.booleans()):
        for child in draw(st.lists(leaves(depth + 1), max_size=3)):
            element.append(child)
            child.tail = draw(st.none() | WORDS)
    element.text = draw(st.none() | WORDS)
    return element


@st.composite
def events(draw: st.DrawFn, number: int, date: str) -> etree._Element:
    event = etree.Element("event", id=str(number))
    hour, minute = draw(st.integers(0, 23)), draw(st.sampled_from([0, 15, 59]))
    told: list[tuple[str, str | None]] = [
        ("title", draw(WORDS)),
        ("start", f"{hour:02}:{minute:02}"),
        ("duration", draw(st.sampled_from(["00:30", "1:00", "02:15:00", "", "00:00"]))),
        ("room", draw(st.none() | WORDS)),
        ("track", draw(st.none() | WORDS)),
        ("type", draw(st.none() | WORDS)),
        ("abstract", draw(st.none() | WORDS | st.just("<p>one</p>\n&amp; two"))),
        ("description", draw(st.none() | WORDS | st.just("x <b>y</b>"))),
    ]
    if draw(st.booleans()):
        told.append(("date", f"{date}T{hour:02}:{minute:02}:00{draw(st.sampled_from(OFFSETS))}"))
    for tag, words in draw(st.permutations(told)):
        if words is not None:
            etree.SubElement(event, tag).text = words
    persons = etree.SubElement(event, "persons")
    for person in draw(st.lists(st.integers(1, 4), max_size=3)):
        etree.SubElement(persons, "person", id=str(person)).text = draw(st.sampled_from("ABC"))
    for extra in draw(st.lists(leaves(), max_size=3)):
        event.append(extra)
    return event


OFFSETS = ["", "Z", "+01:00", "-05:00"]


@st.composite
def schedules(draw: st.DrawFn) -> bytes:
    root = etree.Element("schedule")
    conference = etree.SubElement(root, "conference")
    etree.SubElement(conference, "title").text = draw(WORDS)
    etree.SubElement(conference, "time_zone_name").text = "Europe/Zurich"
    for track in draw(st.lists(WORDS, max_size=2, unique=True)):
        etree.SubElement(conference, "track", name=track, color="#123456")
    for extra in draw(st.lists(leaves(), max_size=2)):
        conference.append(extra)
    number = 0
    for day in range(1, draw(st.integers(1, 3)) + 1):
        date = f"2026-11-{day:02}"
        under = etree.SubElement(root, "day", date=date, index=str(day))
        for name in draw(st.lists(WORDS, max_size=2)):
            room = etree.SubElement(under, "room", name=name)
            for _ in range(draw(st.integers(0, 2))):
                number += 1
                room.append(draw(events(number, date)))
    return etree.tostring(root, encoding="utf-8")


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(schedules())
@example(
    b"<schedule><conference><title>0</title><time_zone_name>UTC</time_zone_name></conference>"
    b'<day date="2026-11-01"><room name="0"><event id="1"><title>0</title><start>00:00</start>'
    b"<duration>00:30</duration><description>0</description><persons/><logo/><links/><logo/>"
    b"</event></room></day></schedule>"
)
def test_any_schedule_comes_back_as_it_was(content: bytes) -> None:
    reading = read(content)

    assert reading.event is not None
    assert canonical(FrabXmlExporter().write(reading.event)) == canonical(content)
    again = SideEvent.model_validate_json(reading.event.model_dump_json())
    assert canonical(FrabXmlExporter().write(again)) == canonical(content)
