"""RRULE becomes a rule of days that ends."""

from datetime import UTC, date, datetime

import pytest

from roundtable_ical import zones
from roundtable_ical.importers.calendars.clocks import Clocks
from roundtable_ical.importers.calendars.components import Component
from roundtable_ical.importers.calendars.lines import content_lines
from roundtable_ical.importers.calendars.patterns import Patterns, ruled_days
from roundtable_ical.importers.calendars.planned import Planned
from roundtable_ical.importers.calendars.stamps import Stamp
from roundtable_ical.importers.draft import Draft
from roundtable_ical.ports import Given, Source

ZONE = "Europe/Berlin"


def master(rule: str, start: datetime = datetime(2026, 6, 1, 9)) -> Planned:
    lines, _ = content_lines(f"RRULE:{rule}".encode())
    return Planned(
        item=Component("VEVENT", 3, lines),
        uid="1",
        sequence=0,
        start=Stamp(start, zone=ZONE),
        length=None,
        instance=None,
        values={"title": "Class"},
    )


def read(rule: str) -> tuple[str | None, list[str]]:
    draft = Draft(Source("x", b"", Given(moment=datetime(2026, 5, 1, tzinfo=UTC))))
    patterns = Patterns(draft, Clocks(zones.zone(ZONE), {}))
    return patterns.rule(master(rule)), [problem.code for problem in draft.problems]


@pytest.mark.parametrize(
    ("rule", "expected", "codes"),
    [
        ("FREQ=DAILY;COUNT=5", "FREQ=DAILY;COUNT=5", []),
        ("FREQ=WEEKLY;UNTIL=20260615T070000Z", "FREQ=WEEKLY;UNTIL=20260615", []),
        ("FREQ=WEEKLY;UNTIL=20260615T060000Z", "FREQ=WEEKLY;UNTIL=20260614", []),
        ("FREQ=WEEKLY", "FREQ=WEEKLY;UNTIL=20270601", ["series-ended"]),
        ("FREQ=DAILY;COUNT=1000", "FREQ=DAILY;COUNT=400", ["series-cut"]),
        ("FREQ=YEARLY;COUNT=100", "FREQ=YEARLY;UNTIL=20300601", ["series-cut"]),
        ("FREQ=HOURLY;COUNT=3", None, ["series-not-understood"]),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=2", None, ["series-not-understood"]),
        ("nonsense", None, ["series-not-understood"]),
    ],
)
def test_a_rule_is_kept_ended_or_told(rule: str, expected: str | None, codes: list[str]) -> None:
    assert read(rule) == (expected, codes)


def test_parts_of_the_clock_that_say_another_time_are_known() -> None:
    patterns = Patterns(Draft(Source("x", b"")), Clocks(zones.zone(ZONE), {}))

    assert patterns.clock_parts(master("FREQ=DAILY;BYHOUR=9;BYMINUTE=0;COUNT=2")) == []
    assert patterns.clock_parts(master("FREQ=DAILY;BYHOUR=9,14;COUNT=2")) == ["BYHOUR=9,14"]


def test_days_are_those_of_the_rule() -> None:
    assert ruled_days("FREQ=DAILY;COUNT=2", date(2026, 6, 1)) == (
        date(2026, 6, 1),
        date(2026, 6, 2),
    )
