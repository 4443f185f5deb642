"""One VEVENT in the words of an agenda."""

from datetime import datetime, timedelta
from typing import Any

from roundtable_ical import zones
from roundtable_ical.importers.calendars.clocks import Clocks
from roundtable_ical.importers.calendars.components import tree
from roundtable_ical.importers.calendars.lines import content_lines
from roundtable_ical.importers.calendars.planned import Desk, Planned
from roundtable_ical.importers.draft import Draft
from roundtable_ical.ports import Source


def planned(*lines: str, **how: Any) -> tuple[Planned | None, Draft]:
    draft = Draft(Source("x.ics", b""))
    content = "\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT"))
    root, _ = tree(content_lines(content.encode())[0])
    desk = Desk(draft, Clocks(zones.zone("Europe/Berlin"), {}))
    return desk.planned(root.parts[0], **how), draft


def test_its_words_become_values_and_its_place_and_themes_are_listed() -> None:
    plan, draft = planned(
        *("UID:1", "SEQUENCE:2", "DTSTART:20260504T070000Z", "DTEND:20260504T083000Z"),
        *("SUMMARY:Opening", "LOCATION:Hall", "CATEGORIES:Ports", "STATUS:TENTATIVE"),
        *("URL:https://example.org/1", "CONFERENCE:https://meet.example.org/x"),
    )

    assert plan is not None
    assert (plan.uid, plan.sequence, plan.start.wall) == ("1", 2, datetime(2026, 5, 4, 7))
    assert plan.length == timedelta(minutes=90)
    assert plan.values == {
        "title": "Opening",
        "status": "tentative",
        "abstract": "https://example.org/1",
        "url": "https://meet.example.org/x",
        "venue": "hall",
        "themes": ["ports"],
    }
    assert draft.values["venues"] == [{"id": "hall", "name": "Hall"}]
    assert draft.values["themes"] == [{"id": "ports", "title": "Ports"}]


def test_whole_days_last_whole_days() -> None:
    for end, days in (("", 1), ("DTEND;VALUE=DATE:20260504", 1), ("DTEND;VALUE=DATE:20260506", 2)):
        plan, _ = planned("DTSTART;VALUE=DATE:20260504", end, "SUMMARY:Fair")

        assert plan is not None
        assert plan.length == timedelta(days=days)


def test_an_end_before_the_start_is_left_out_and_told() -> None:
    plan, draft = planned("DTSTART:20260504T070000Z", "DTEND:20260504T060000Z", "SUMMARY:A")

    assert plan is not None
    assert plan.length is None
    assert [problem.code for problem in draft.problems] == ["no-end"]


def test_an_event_without_a_day_is_told_with_its_line() -> None:
    plan, draft = planned("SUMMARY:A")

    assert plan is None
    assert [str(problem) for problem in draft.problems] == [
        "x.ics, line 1: the event 'A' was left out: it has no DTSTART; "
        "add it by hand, where it matters"
    ]


def test_what_is_called_off_is_cancelled() -> None:
    by_title, _ = planned("DTSTART:20260504T070000Z", "SUMMARY:CANCELLED: A")
    by_method, _ = planned("DTSTART:20260504T070000Z", "SUMMARY:A", called_off_all=True)

    assert by_title is not None
    assert by_method is not None
    assert by_title.values == by_method.values == {"title": "A", "status": "cancelled"}
