from typing import Any

from roundtable_ical import SideEvent
from roundtable_ical.revisions.views import said_name, seen


def test_everything_on_the_agenda_is_seen_in_order_of_time(values: dict[str, Any]) -> None:
    values["segments"].insert(0, {"id": "open", "title": "Open"})
    values["segments"].reverse()

    event = SideEvent.model_validate(values)

    found = seen(event, event.agenda)

    assert {id_: each.when for id_, each in found.items()} == {
        "a": "2026-10-01 12:00-12:30",
        "b": "2026-10-01 12:30-13:00",
        "c": "2026-10-01 13:00-14:00",
        "open": "time open",
    }
    assert list(found) == ["a", "b", "c", "open"]


def test_an_end_on_another_day_has_its_date(values: dict[str, Any]) -> None:
    values["segments"] = [
        {"id": "ball", "title": "Ball", "start": "20:00", "end": "2026-10-02 01:00"}
    ]

    found = seen(SideEvent.model_validate(values), {"ball"})

    assert found["ball"].when == "2026-10-01 20:00-2026-10-02 01:00"


def test_a_name_without_consent_is_not_said(values: dict[str, Any]) -> None:
    values["speakers"][0]["consent"] = False

    people = seen(SideEvent.model_validate(values), {"a"})["a"].people

    assert [said_name(*each) for each in people] == ["Head"]
