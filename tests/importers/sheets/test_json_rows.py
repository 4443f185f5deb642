"""Lists of items in JSON that no known program wrote."""

import json

from roundtable_ical import zones
from roundtable_ical.importers.frab_json import FrabJsonImporter
from roundtable_ical.importers.sheets.json_rows import agenda
from roundtable_ical.ports import Given, Source
from roundtable_ical.programme.reading import Reading

GIVEN = Given(timezone=zones.zone("Europe/Berlin"))
ITEM = {
    "title": "Opening",
    "startTime": "2026-05-04T09:00:00+02:00",
    "endTime": "2026-05-04T10:00:00+02:00",
    "room": {"name": "Hall"},
    "speakers": [{"firstName": "Ana", "lastName": "Gil"}, "Bo Ek"],
    "tags": [1, 2],
    "live": True,
}


def source(value: object) -> Source:
    return Source("x.json", json.dumps(value, indent=1).encode(), GIVEN)


def read(value: object) -> Reading:
    return FrabJsonImporter().read(source(value))


def items(reading: Reading) -> list[str]:
    return [
        f"{item.start:%d %H:%M}-{item.end:%H:%M} {item.segment.title} "
        f"{item.venue and item.venue.name} {len(item.segment.speakers)}"
        for item in reading.required().occurrences
    ]


def test_a_list_of_items_is_read_as_a_table() -> None:
    assert items(read([ITEM])) == ["04 09:00-10:00 Opening Hall 2"]


def test_so_is_one_inside_of_something_and_one_by_ids() -> None:
    assert items(read({"v": 1, "schedule": [ITEM]})) == ["04 09:00-10:00 Opening Hall 2"]
    assert items(read({"a": ITEM, "b": ITEM | {"title": "Close"}})) == [
        "04 09:00-10:00 Opening Hall 2",
        "04 09:00-10:00 Close Hall 2",
    ]


def test_problems_have_the_line_of_their_item() -> None:
    late = ITEM | {"title": "Close", "endTime": "2026-05-04T08:00:00+02:00"}

    lines = [
        problem.where.origin.line
        for problem in read([ITEM, late]).problems
        if problem.code == "end-before-start" and problem.where.origin
    ]

    assert lines == [23]


def test_identifiers_and_numbers_in_lists_are_no_words() -> None:
    item = ITEM | {"speakers": ["00bc8cd6-45d1-4802-bf48-e3ba8af5a875"]}

    event = read([item]).required()

    assert (event.speakers, event.themes) == ((), ())


def test_what_has_no_titles_and_times_is_no_agenda() -> None:
    for value in ([{"name": "x", "url": "y"}], {"menu": [{"title": "A", "url": "b"}]}, [], 1):
        assert agenda(source(value)) is None
        (problem,) = read(value).problems
        assert problem.code == "not-a-schedule"
