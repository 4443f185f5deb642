"""An event being made of what was found."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from roundtable_ical.importers.draft import Draft
from roundtable_ical.importers.notes.found import Agenda, Head, Item, Named, Person, Place
from roundtable_ical.importers.notes.making import Making, days_of
from roundtable_ical.ports import Given, Source

MOMENT = datetime(2026, 11, 24, tzinfo=UTC)
DAY = date(2025, 3, 3)
OPENING = Item(
    line=3,
    day=DAY,
    start=time(9),
    end=time(10),
    title="Opening",
    named=Named(people=(Person(line=4, name="Ana Silva"),)),
)


def test_the_values_are_those_of_the_programme_file() -> None:
    head = Head(
        title="Talks",
        days=(DAY,),
        zone=ZoneInfo("Europe/Zurich"),
        place=Place(line=2, name="Palais des Nations", room="XX"),
        hosts=("Water Fund",),
        lines={"title": 1},
    )
    draft = Draft(Source("note.txt", b"", Given(moment=MOMENT)))

    Making(draft, Given(moment=MOMENT), head, Agenda(items=(OPENING,), lines=frozenset({3}))).make()

    values = {
        name: value for name, value in draft.values.items() if name not in {"created", "revised"}
    }
    assert values == {
        "id": "talks",
        "title": "Talks",
        "language": "en",
        "timezone": "Europe/Zurich",
        "date": "2025-03-03",
        "hosts": [{"id": "water-fund", "name": "Water Fund", "role": "host"}],
        "venues": [{"id": "xx", "name": "Palais des Nations", "room": "XX"}],
        "segments": [
            {
                "id": "opening",
                "title": "Opening",
                "kind": "other",
                "start": "09:00",
                "end": "10:00",
                "speakers": [{"speaker": "ana-silva"}],
            }
        ],
        "speakers": [{"id": "ana-silva", "name": "Ana Silva"}],
    }
    assert draft.lines["title",] == 1
    assert draft.lines["segments", 0] == 3
    assert draft.lines["speakers", 0] == 4


def test_the_days_are_those_of_the_head_and_of_the_items() -> None:
    assert days_of(Head(days=(date(2025, 3, 4),)), [OPENING]) == [DAY, date(2025, 3, 4)]


def made(item: Item) -> dict[str, object]:
    head = Head(title="Talks", days=(DAY,), zone=ZoneInfo("Europe/Zurich"))
    draft = Draft(Source("note.txt", b"", Given(moment=MOMENT)))
    Making(draft, Given(moment=MOMENT), head, Agenda(items=(item,), lines=frozenset({3}))).make()
    segment: dict[str, object] = draft.values["segments"][0]
    return segment


def test_an_end_that_nobody_knows_stays_open() -> None:
    segment = made(replace(OPENING, end=None))

    assert (segment.get("end"), segment["minutes"], segment["open_end"]) == (None, 60, True)


def test_a_zone_is_named_only_where_its_clocks_show_another_time() -> None:
    same, other = (replace(OPENING, zone=ZoneInfo(key)) for key in ("Europe/Paris", "UTC"))

    assert (made(same).get("timezone"), made(other).get("timezone")) == (None, "UTC")
