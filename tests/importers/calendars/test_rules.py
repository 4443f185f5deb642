"""A zone as a VTIMEZONE defines it."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical import zones
from roundtable_ical.importers.calendars.components import tree
from roundtable_ical.importers.calendars.lines import content_lines
from roundtable_ical.importers.calendars.rules import OwnRules, own_rules

OUTLOOK = """BEGIN:VTIMEZONE
TZID:Customized
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""


def rules(text: str) -> OwnRules | None:
    root, _ = tree(content_lines(text.encode())[0])
    return own_rules(next(root.inside("VTIMEZONE")))


@given(st.datetimes(datetime(2000, 1, 1), datetime(2036, 1, 1)))
def test_it_counts_as_the_zone_that_has_these_rules(wall: datetime) -> None:
    own = rules(OUTLOOK)
    berlin = wall.replace(tzinfo=zones.zone("Europe/Berlin"))
    gap_or_fold = berlin.utcoffset() != berlin.replace(fold=1).utcoffset()

    assert own is not None
    assert gap_or_fold or own.instant(wall) == berlin.astimezone(UTC)


def test_single_onsets_and_an_end_are_kept() -> None:
    text = OUTLOOK.replace("BYMONTH=3", "BYMONTH=3;UNTIL=20200401T000000Z")
    own = rules(text)

    assert own is not None
    assert own.instant(datetime(2019, 7, 1)) == datetime(2019, 6, 30, 22, tzinfo=UTC)
    assert own.instant(datetime(2021, 7, 1)) == datetime(2021, 6, 30, 23, tzinfo=UTC)


def test_rules_that_never_come_are_bounded() -> None:
    bomb = OUTLOOK.replace("BYDAY=-1SU;BYMONTH=3", "BYMONTH=2;BYMONTHDAY=30")
    own = rules(bomb)

    assert own is not None
    assert own.instant(datetime(2026, 7, 1)) == datetime(2026, 7, 1, tzinfo=UTC) - timedelta(
        hours=1
    )


def test_a_definition_without_offsets_says_nothing() -> None:
    assert rules("BEGIN:VTIMEZONE\nTZID:X\nEND:VTIMEZONE\n") is None
