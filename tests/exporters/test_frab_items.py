"""One item as an event of schedule.xml."""

from typing import Any

from lxml import etree

from roundtable_ical import SideEvent
from roundtable_ical.exporters.frab_items import ORDER, Items


def event(**segment: Any) -> SideEvent:
    return SideEvent.model_validate(
        {
            "id": "e",
            "title": "Event",
            "timezone": "Europe/Zurich",
            "date": "2026-10-29",
            "revised": "2026-09-01T12:00:00Z",
            "speakers": [{"id": "s", "name": "Li Wei", "consent": segment.pop("consent", True)}],
            "segments": [{"id": "a", "title": "A", "start": "09:00", "end": "10:15", **segment}],
        }
    )


def written(made: SideEvent, order: str = "") -> etree._Element:
    parent = etree.Element("room")
    item = made.occurrences[0]
    Items(made, order=order).write(parent, item.segment, item)
    return parent[0]


def test_an_item_of_our_own_says_what_the_schema_wants() -> None:
    element = written(event(speakers=["s"]))

    assert {child.tag: child.text for child in element} == {
        "room": None,
        "title": "A",
        "subtitle": None,
        "type": "other",
        "date": "2026-10-29T09:00:00+01:00",
        "start": "09:00",
        "duration": "01:15",
        "abstract": None,
        "slug": "e-a",
        "track": None,
        "persons": None,
        "language": "en",
    }
    assert element.findtext("persons/person") == "Li Wei"
    assert (element.get("id"), len(element.get("guid") or "")) == ("1", 36)


def test_a_name_that_may_not_be_said_is_not_written() -> None:
    assert written(event(speakers=["s"], consent=False)).find("persons/person") is None


def test_what_another_file_said_is_written_as_it_stood() -> None:
    kept = {"@id": "9", "slug": "x", "title": {"#text": "a", "=": "A"}, "#order": "title slug foo"}

    element = written(event(foreign={"frab": kept}), ORDER)

    assert etree.tostring(element) == b'<event id="9"><title>a</title><slug>x</slug><foo/></event>'


def test_what_stood_there_for_other_words_is_not() -> None:
    kept = {"title": {"#text": "a", "=": "Older"}, "#order": "title"}

    assert written(event(foreign={"frab": kept}), ORDER).findtext("title") == "A"
