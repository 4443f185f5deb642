"""Indico: exports of events and timetables."""

from typing import Any

from roundtable_ical.importers.indico import IndicoImporter
from tests.importers.schedules.saying import codes, read, said


def moment(time: str, day: str = "2026-10-29") -> dict[str, str]:
    return {"date": day, "time": f"{time}:00", "tz": "Europe/Zurich"}


def contribution(**more: Any) -> dict[str, Any]:
    return {
        "_type": "Contribution",
        "id": "1",
        "title": "Fair fees",
        "description": "In short.",
        "startDate": moment("10:00"),
        "endDate": moment("10:30"),
        "duration": 30,
        "room": "XX",
        "location": "Palais",
        "track": "Rights",
        "session": None,
        "speakers": [
            {"fullName": "Wei, Li", "first_name": "Li", "last_name": "Wei", "affiliation": "ILO"}
        ],
        **more,
    }


def export(*contributions: dict[str, Any], **more: Any) -> dict[str, Any]:
    event = {
        "_type": "Conference",
        "title": "Forum",
        "timezone": "Europe/Zurich",
        "startDate": moment("09:00"),
        "endDate": moment("18:00"),
        "location": "Palais",
        "contributions": list(contributions),
        **more,
    }
    return {"count": 1, "_type": "HTTPAPIResult", "results": [event]}


def indico(content: object) -> Any:
    return read(IndicoImporter(), content)


ROW = ("2026-10-29 10:00", "10:30", "Fair fees", "XX", ["Rights"], ["Li Wei"])


def test_contributions_become_segments() -> None:
    event = indico(export(contribution())).required()

    assert said(indico(export(contribution()))) == [ROW]
    assert (str(event.title), str(event.speakers[0].affiliation)) == ("Forum", "ILO")
    assert [(str(v.name), [str(r.name) for r in v.rooms]) for v in event.venues] == [
        ("Palais", ["XX"])
    ]


def test_a_contribution_without_a_time_is_unscheduled() -> None:
    reading = indico(export(contribution(startDate=None, endDate=None)))

    assert said(reading) == [(None, None, "Fair fees", "XX", ["Rights"], ["Li Wei"])]


def test_sessions_hold_contributions_and_say_who_convenes() -> None:
    session = {
        "title": "Fees",
        "startDate": moment("10:00"),
        "endDate": moment("12:00"),
        "conveners": [{"fullName": "Diallo, Amina"}],
        "contributions": [contribution(track=None)],
    }

    reading = indico(export(sessions=[session]))

    assert said(reading) == [(*ROW[:4], ["Fees"], ["Li Wei"])]
    assert str(reading.required().themes[0].description) == "Conveners: Amina Diallo"


def test_subcontributions_are_told_in_the_abstract() -> None:
    parts = [{"title": "Part", "speakers": [{"fullName": "Diallo, Amina"}]}]

    event = indico(export(contribution(subContributions=parts))).required()

    assert str(event.segments[0].abstract) == "In short.\n- Part (Amina Diallo)"


def test_a_timetable_has_days_with_blocks_breaks_and_contributions() -> None:
    inside = contribution(
        entryType="Contribution",
        track=None,
        speakers=None,
        presenters=[{"name": "Wei, Li", "firstName": "Li", "familyName": "Wei"}],
    )
    block = {
        "entryType": "Session",
        "title": "Fees",
        "startDate": moment("10:00"),
        "endDate": moment("12:00"),
        "entries": {"c1": inside},
    }
    rest = {
        "entryType": "Break",
        "title": "Coffee",
        "startDate": moment("12:00"),
        "endDate": moment("12:20"),
        "room": "",
        "location": "",
    }

    reading = indico({"results": {"31": {"20261029": {"s1": block, "b1": rest}}}})

    assert said(reading) == [
        (*ROW[:4], ["Fees"], ["Li Wei"]),
        ("2026-10-29 12:00", "12:20", "Coffee", None, [], []),
    ]
    assert reading.required().segments[1].kind == "break"
    assert reading.required().timezone.key == "Europe/Zurich"
    assert "title-inferred" in codes(reading)


def test_of_several_events_the_first_is_taken_and_that_is_told() -> None:
    content = export(contribution())
    content["results"] *= 2

    assert "several-events" in codes(indico(content))
