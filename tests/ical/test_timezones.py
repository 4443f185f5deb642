import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import resources
from io import BytesIO, StringIO
from itertools import product
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil import tz
from dateutil.rrule import rrulestr

from roundtable_ical.errors import InvalidField, UnknownZone
from roundtable_ical.ical.timezones import Definition, definition
from roundtable_ical.zones.database import current
from roundtable_ical.zones.names import zone
from roundtable_ical.zones.tzif import EPOCH, Change, History, seconds

HOUR, DAY = 3600, 86_400
YEARS = range(2000, 2038)


def single(key: str, abbreviation: str, offset: str) -> list[str]:
    return [
        *("BEGIN:VTIMEZONE", f"TZID:{key}", f"X-LIC-LOCATION:{key}", "BEGIN:STANDARD"),
        *("DTSTART:19700101T000000", f"TZNAME:{abbreviation}"),
        *(f"TZOFFSETFROM:{offset}", f"TZOFFSETTO:{offset}", "END:STANDARD", "END:VTIMEZONE"),
    ]


def pair(key: str, standard: str, daylight: str) -> list[str]:
    """Spell a VTIMEZONE from "onset rule-day month name offset", for each of its parts."""
    lines = ["BEGIN:VTIMEZONE", f"TZID:{key}", f"X-LIC-LOCATION:{key}"]
    offsets = [standard.split()[-1], daylight.split()[-1]]
    for part, text in (("STANDARD", standard), ("DAYLIGHT", daylight)):
        start, day, month, name, to = text.split()
        lines += [f"BEGIN:{part}", f"DTSTART:{start}"]
        lines += [f"RRULE:FREQ=YEARLY;BYDAY={day};BYMONTH={month}", f"TZNAME:{name}"]
        lines += [f"TZOFFSETFROM:{offsets[part == 'STANDARD']}", f"TZOFFSETTO:{to}"]
        lines += [f"END:{part}"]
    return [*lines, "END:VTIMEZONE"]


GOLDEN = [
    (
        "2026-09-23 08:00",
        pair(
            "America/New_York",
            "19701101T020000 1SU 11 EST -0500",
            "19700308T020000 2SU 3 EDT -0400",
        ),
    ),
    (
        "2013-09-26 08:15",
        pair(
            "America/New_York",
            "19701101T020000 1SU 11 EST -0500",
            "19700308T020000 2SU 3 EDT -0400",
        ),
    ),
    (
        "2026-03-29 08:00",
        pair(
            "Europe/Zurich",
            "19701025T030000 -1SU 10 CET +0100",
            "19700329T020000 -1SU 3 CEST +0200",
        ),
    ),
    ("2026-09-23 08:00", single("Asia/Kathmandu", "+0545", "+0545")),
    (
        "2026-09-23 08:00",
        pair(
            "Australia/Lord_Howe",
            "19700405T020000 1SU 4 +1030 +1030",
            "19701004T020000 1SU 10 +11 +1100",
        ),
    ),
    (
        "2026-09-23 08:00",
        pair(
            "Europe/Dublin",
            "19701025T020000 -1SU 10 GMT +0000",
            "19700329T010000 -1SU 3 IST +0100",
        ),
    ),
    (
        "2026-09-23 08:00",
        pair(
            "America/Nuuk",
            "19701025T000000 -1SU 10 -02 -0200",
            "19700328T230000 -1SA 3 -01 -0100",
        ),
    ),
    (
        "2026-09-23 08:00",
        pair(
            "Africa/Cairo",
            "19701030T000000 -1FR 10 EET +0200",
            "19700424T000000 -1FR 4 EEST +0300",
        ),
    ),
    (
        "2026-09-23 08:00",
        pair(
            "Asia/Gaza",
            "19701024T020000 4SA 10 EET +0200",
            "19700328T020000 4SA 3 EEST +0300",
        ),
    ),
    ("2026-09-18 08:00", single("Africa/Casablanca", "+01", "+0100")),
    ("2026-09-23 08:00", single("Africa/Casablanca", "+00", "+0000")),
    ("2013-06-01 08:00", single("Europe/Moscow", "MSK", "+0400")),
    ("2011-12-25 08:00", single("Pacific/Apia", "-10", "-1000")),
    ("2012-01-05 08:00", single("Pacific/Apia", "+14", "+1400")),
    ("2006-07-01 08:00", single("America/New_York", "EDT", "-0400")),
]


def defined(key: str, first: str, last: str | None = None) -> Definition | None:
    start = datetime.fromisoformat(first).replace(tzinfo=zone(key))
    end = datetime.fromisoformat(last or first).replace(tzinfo=zone(key))
    return definition(zone(key), start, end + timedelta(hours=2))


def sure(key: str, first: str, last: str | None = None) -> Definition:
    found = defined(key, first, last)
    assert found is not None
    return found


@pytest.mark.parametrize(("first", "lines"), GOLDEN)
def test_a_definition_is_these_bytes(first: str, lines: list[str]) -> None:
    found = sure(lines[1].removeprefix("TZID:"), first)

    assert found.to_ical() == "".join(f"{line}\r\n" for line in lines).encode()


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("Africa/Casablanca", "2026-09-20 08:00", None),
        ("Africa/Casablanca", "2026-09-19 08:00", None),
        ("Africa/Casablanca", "2026-09-01 08:00", "2026-09-30 08:00"),
        ("Pacific/Apia", "2011-12-29 08:00", None),
        ("America/New_York", "2006-04-02 08:00", None),
        ("America/New_York", "1969-07-20 08:00", None),
        ("Africa/Monrovia", "1971-06-01 08:00", None),
    ],
)
def test_what_two_yearly_dates_cannot_say_is_left_to_utc(
    key: str, first: str, last: str | None
) -> None:
    assert defined(key, first, last) is None


def test_two_dates_may_be_right_for_the_days_of_an_event_alone() -> None:
    """Cairo's clock was moved in 2023 for the first time in years, on the days of today's rule.

    The whole of 2023 follows that rule; 2022 to 2023 does not, its last days do.
    """
    assert defined("Africa/Cairo", "2022-12-31 08:00", "2023-04-30 08:00") == defined(
        "Africa/Cairo", "2023-04-27 08:00"
    )


@pytest.mark.parametrize("moment", ["2026-11-01 01:30", "2026-10-25 02:30"])
def test_a_time_that_comes_twice_is_its_first_pass(moment: str) -> None:
    key = "America/New_York" if "11-01" in moment else "Europe/Zurich"
    wall = datetime.fromisoformat(moment)
    found = sure(key, moment)

    first, second = (wall.replace(tzinfo=zone(key), fold=fold) for fold in (0, 1))

    assert found.instant(wall) == first.astimezone(UTC)
    assert found.proves(first)
    assert not found.proves(second)


def test_a_wrong_definition_proves_nothing() -> None:
    right = sure("America/New_York", "2026-09-23 08:00")
    moment = datetime(2026, 9, 23, 8, tzinfo=zone("America/New_York"))
    shifted = right.to_ical().replace(b"-0400", b"-0300")

    assert right.proves(moment)
    assert right.proves(moment.astimezone(UTC))
    assert not Definition("America/New_York", shifted).proves(moment)


def test_the_same_zone_and_season_give_the_same_object() -> None:
    first, second = sure("Europe/Zurich", "2026-05-01"), sure("Europe/Zurich", "2026-11-01")

    assert first is second


@pytest.mark.parametrize("field", ["first", "last"])
def test_a_span_without_a_zone_is_refused(field: str) -> None:
    start = datetime(2026, 9, 23, tzinfo=UTC)
    moments = {"first": start, "last": start + timedelta(days=1)}
    moments[field] = moments[field].replace(tzinfo=None)

    with pytest.raises(InvalidField, match=f"^{field}: .* has no time zone"):
        definition(zone("Europe/Zurich"), **moments)


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    start = datetime(2026, 9, 23, tzinfo=UTC)

    with pytest.raises(InvalidField, match=r"^last: .* comes before the first moment"):
        definition(zone("Europe/Zurich"), start, start - timedelta(seconds=1))


def test_a_zone_of_another_database_is_defined_out_of_ours() -> None:
    start = datetime(2026, 9, 23, 8, tzinfo=ZoneInfo("Africa/Casablanca"))

    found = definition(ZoneInfo("Africa/Casablanca"), start, start)

    assert found == sure("Africa/Casablanca", "2026-09-23 08:00")


def test_an_unknown_zone_is_refused() -> None:
    start = datetime(2026, 9, 23, tzinfo=UTC)
    file = BytesIO(resources.files("tzdata").joinpath("zoneinfo", "UTC").read_bytes())

    with pytest.raises(UnknownZone, match="is not in the time zone database"):
        definition(ZoneInfo.from_file(file, key="Europe/Nowhere"), start, start)


# The proof: every zone, every year, through the rendered bytes alone.


@dataclass(frozen=True, slots=True)
class Span:
    """Events from *first* to *last* (seconds since 1970) in the year of *changes*."""

    key: str
    year: int
    first: int
    last: int
    whole: bool
    changes: tuple[Change, ...]

    def definition(self) -> Definition | None:
        return definition(current().zone(self.key), at(self.first), at(self.last))


def at(moment: int) -> datetime:
    return EPOCH + timedelta(seconds=moment)


def new_year(year: int) -> int:
    return int(datetime(year, 1, 1, tzinfo=UTC).timestamp())


@cache
def twins() -> dict[History, list[str]]:
    """Group the ids whose files say the same: what is proved of one holds for all."""
    groups: dict[History, list[str]] = {}
    for key in sorted(current().keys()):
        groups.setdefault(current().history(key), []).append(key)
    return groups


def spans(key: str, year: int) -> list[Span]:
    """Return the year without its padding, and single days within a week of each change."""
    start, end = new_year(year), new_year(year + 1)
    changes = current().history(key).changes(start, end)
    days = sorted({c.moment + days * DAY for c in changes for days in (-7, -2, -1, 0, 1, 2, 7)})
    short = [Span(key, year, d - 4 * HOUR, d + 4 * HOUR, False, changes) for d in days]
    return [Span(key, year, start + DAY, end - 2 * DAY, True, changes), *short]


def samples(span: Span) -> list[int]:
    """Return moments in the padded span: every third day, and hourly within a day of a change.

    What is wrong about a change is wrong beside it; what is wrong elsewhere lasts for months.
    """
    first, last = span.first - DAY, span.last + DAY
    near = (h for c in span.changes for h in range(c.moment - DAY, c.moment + DAY + 1, HOUR))
    often = range(first, last, 3 * DAY if span.whole else HOUR)
    edges = (e for c in span.changes for e in (c.moment - 1, c.moment, c.moment + 1))
    return [m for m in {*often, *near, *edges, first, last} if first <= m <= last]


@cache
def body(found: Definition) -> bytes:
    return found.ical.split(b"\r\n", 3)[3]


Clock = tuple[int, tuple[tuple[int, int], ...]]


def clock(key: str, year: int) -> Clock:
    """Return all that decides what a zone's clock shows in any span of *year*."""
    history = current().history(key)
    start, end = new_year(year) - 10 * DAY, new_year(year + 1) + 10 * DAY
    changes = history.changes(start, end)
    return history.at(start).offset, tuple((c.moment, c.after.offset) for c in changes)


def test_every_definition_of_every_zone_and_year_is_exact() -> None:
    """2000 to 2037; whoever knows nothing but the VTIMEZONE gets every moment right."""
    proved: defaultdict[tuple[bytes, Clock], set[int]] = defaultdict(set)
    wrong: list[tuple[str, datetime]] = []
    covered: Counter[tuple[bool, bool]] = Counter()
    for keys, year in product(twins().values(), YEARS):
        where = current().zone(keys[0])
        claimed: dict[Definition, set[int]] = {}
        for span in spans(keys[0], year):
            found = span.definition()
            covered[span.whole, found is not None] += len(keys)
            if found:
                claimed.setdefault(found, set()).update(samples(span))
        for found, moments in claimed.items():
            # What one body says on clocks that show the same needs one proof.
            before = proved[body(found), clock(keys[0], year)]
            for moment in moments - before:
                local = datetime.fromtimestamp(moment, where)
                # The second pass is for UTC; the first is what a wall time means.
                if not local.fold and found.instant(local.replace(tzinfo=None)) != at(moment):
                    wrong.append((keys[0], local))
            before |= moments

    assert wrong == []
    # Measured with 2026f: 88.4 % of whole years, 87.7 % of days about a change; the rest has
    # summer time on other days than the rule of today, and is said in UTC.

    assert share(covered, whole=True) >= 0.884
    assert share(covered, whole=False) >= 0.877


def share(covered: Counter[tuple[bool, bool]], *, whole: bool) -> float:
    return covered[whole, True] / (covered[whole, True] + covered[whole, False])


def test_ids_whose_files_say_the_same_have_the_same_definition() -> None:
    for keys, year in product(twins().values(), (2001, 2013, 2026, 2037)):
        for same in zip(*(spans(key, year) for key in keys), strict=True):
            found = [span.definition() for span in same]
            assert len({definition and body(definition) for definition in found}) == 1


def test_utc_is_said_only_where_the_clock_was_moved_on_other_days_than_the_rule() -> None:
    for key, year in product((keys[0] for keys in twins().values()), YEARS):
        history = current().history(key)
        for span in spans(key, year):
            if span.definition() is not None:
                continue
            first, last = span.first - DAY, span.last + DAY
            moved = {
                (c.moment, c.before.offset, c.after.offset)
                for c in history.changes(first, last + 1)
            }
            by_rule = {change for change in rule(history, year) if first <= change[0] <= last}
            assert moved, span
            assert moved != by_rule, span


def rule(history: History, year: int) -> list[tuple[int, int, int]]:
    """Return the changes that the rule of the years to come would have made about *year*."""
    if history.rule is None:
        return []
    standard, daylight = history.rule.standard.offset, history.rule.daylight.offset
    return [
        (seconds(onset.wall(near), before), before, after)
        for near in (year - 1, year, year + 1)
        for onset, before, after in (
            (history.rule.to_daylight, standard, daylight),
            (history.rule.to_standard, daylight, standard),
        )
    ]


def every_definition() -> set[bytes]:
    found = (
        span.definition()
        for keys, year in product(twins().values(), (2001, 2013, 2026, 2037))
        for span in spans(keys[0], year)
    )
    return {definition.ical for definition in found if definition}


def parts(ical: bytes) -> list[dict[str, str]]:
    """Return name -> value of each part; a line with a parameter has the whole as its name."""
    blocks = ical.decode().split("BEGIN:")[2:]
    return [
        {"PART": lines[0]} | dict(line.split(":", 1) for line in lines[1:] if ":" in line)
        for lines in (block.split("\r\n") for block in blocks)
    ]


def test_every_definition_keeps_to_the_form_that_all_programs_read() -> None:
    """At most two parts, one ordinal weekday, offsets in quarters, no parameters (Z4 to Z7)."""
    names = {"PART", "DTSTART", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "END"}
    for ical in every_definition():
        found = parts(ical)
        assert [part["PART"] for part in found] == ["STANDARD", "DAYLIGHT"][: len(found)]
        assert icalendar.Timezone.from_ical(ical).to_ical() == ical
        assert all(len(line) <= 75 for line in ical.split(b"\r\n"))
        for part in found:
            assert names <= part.keys() <= {*names, "RRULE"}
            assert ("RRULE" in part) == (len(found) == 2)
            assert re.fullmatch(r"1970\d{4}T\d{6}", part["DTSTART"])
            assert re.fullmatch(r"[+-]\d\d(00|15|30|45)", part["TZOFFSETFROM"])
            assert re.fullmatch(r"[+-]\d\d(00|15|30|45)", part["TZOFFSETTO"])


def test_every_first_onset_is_one_of_its_own_rule() -> None:
    """By dateutil, as readers expand a part: DTSTART is the first occurrence and in 1970."""
    for ical in every_definition():
        for part in parts(ical):
            if "RRULE" in part:
                start = datetime.fromisoformat(part["DTSTART"])
                onsets = rrulestr(part["RRULE"], dtstart=start)
                assert (onsets[0], onsets[1].year) == (start, 1971)


def test_dateutil_reads_every_definition_as_we_do() -> None:
    for ical in every_definition():
        found = Definition(ical.split(b"\r\n")[1][5:].decode(), ical)
        # dateutil stops at the one line that is not of RFC 5545.
        lines = [line for line in ical.decode().splitlines(True) if line[:2] != "X-"]
        other = tz.tzical(StringIO("".join(lines))).get()
        assert other is not None
        for day in range(0, 365, 9):
            wall = datetime.fromisoformat("2026-01-01 12:00") + timedelta(days=day)
            assert found.instant(wall) == wall.replace(tzinfo=other).astimezone(UTC)
