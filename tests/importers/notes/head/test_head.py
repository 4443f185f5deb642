"""What a note says outside its agenda."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from roundtable_ical.importers.notes.found import Agenda, Head, Item, Place
from roundtable_ical.importers.notes.head.head import glance, head
from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.ports import Given

MOMENT = datetime(2026, 11, 24, tzinfo=UTC)
NOTE = (
    "CONCEPT NOTE\n\nWork today: a fair deal\n\nDate: 3 March 2025, 9:00 - 10:30\n"
    "Venue: Room XX, Palais des Nations, Geneva\nOrganised by the Water Fund\n\n"
    "Background: The work of the people has changed, and so have their lives.\n\n9:00 Opening"
)


def of(text: str, listed: Agenda | None = None, **given: object) -> Head:
    rows = enumerate(text.split("\n"), 1)
    document = Document(lines=tuple(Line(number=number, text=words) for number, words in rows))
    known = Given(moment=MOMENT, **given)  # type: ignore[arg-type]  # test arguments
    return head(glance(document, given=known), listed)


def test_a_note_is_read_field_by_field() -> None:
    opening = Item(line=11, day=None, start=time(9), end=None, title="Opening")

    found = of(NOTE, Agenda(items=(opening,), lines=frozenset({11})))

    assert (found.title, found.language, found.days) == (
        "Work today: a fair deal",
        "en",
        (date(2025, 3, 3),),
    )
    assert found.hours == (time(9), time(10, 30))
    assert str(found.zone) == "Europe/Zurich"
    assert found.place == Place(line=6, name="Palais des Nations", room="Room XX", city="Geneva")
    assert found.hosts == ("Water Fund",)
    assert found.background == "The work of the people has changed, and so have their lives."
    assert found.unread == ()


def test_a_zone_that_was_given_wins() -> None:
    assert of(NOTE, timezone=ZoneInfo("Asia/Tokyo")).zone == ZoneInfo("Asia/Tokyo")


def test_a_day_in_front_of_a_second_one_is_no_bullet() -> None:
    lines = (
        Line(number=1, text="Tagung"),
        Line(number=2, text="und 13. September 2024", bullet="12."),
    )

    found = head(glance(Document(lines=lines), given=Given(moment=MOMENT)))

    assert found.days == (date(2024, 9, 12), date(2024, 9, 13))
