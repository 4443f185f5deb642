import struct
from datetime import UTC, datetime, timedelta
from importlib import resources
from itertools import pairwise

import pytest

from roundtable_ical.zones.database import current
from roundtable_ical.zones.tzif import EPOCH, read, seconds


def wheel(key: str) -> bytes:
    return resources.files("tzdata").joinpath("zoneinfo", *key.split("/")).read_bytes()


def at(text: str) -> int:
    return seconds(datetime.fromisoformat(text), 0)


def test_a_file_gives_moments_clocks_and_footer() -> None:
    zurich = read(wheel("Europe/Zurich"))

    assert zurich.footer == "CET-1CEST,M3.5.0,M10.5.0/3"
    assert zurich.initial.abbreviation == "LMT"
    assert zurich.initial.offset == 2048
    assert list(zurich.moments) == sorted(zurich.moments)
    assert len(zurich.moments) == len(zurich.types)


def test_changes_come_from_the_file_and_then_from_its_rule() -> None:
    zurich = read(wheel("Europe/Zurich"))

    found = zurich.changes(at("2026-01-01"), at("2027-01-01"))

    assert [(c.moment, c.before.abbreviation, c.after.abbreviation) for c in found] == [
        (at("2026-03-29 01:00"), "CET", "CEST"),
        (at("2026-10-25 01:00"), "CEST", "CET"),
    ]


def test_a_change_belongs_to_the_span_that_it_begins() -> None:
    zurich = read(wheel("Europe/Zurich"))
    moment = at("2026-03-29 01:00")

    assert len(zurich.changes(moment, moment + 1)) == 1
    assert zurich.changes(moment - 1, moment) == ()
    assert zurich.at(moment - 1).abbreviation == "CET"
    assert zurich.at(moment).abbreviation == "CEST"


def test_a_new_name_for_the_same_offset_is_no_change() -> None:
    new_york = read(wheel("America/New_York"))
    peace = at("1945-08-14 23:00")

    assert peace in new_york.moments
    assert new_york.changes(peace, peace + 1) == ()


@pytest.mark.parametrize("key", sorted(current().keys()))
def test_every_zone_reads_as_python_reads_it(key: str) -> None:
    history, zone = current().history(key), current().zone(key)
    start, end = at("1960-01-01"), at("2060-01-01")
    changes = history.changes(start, end)
    edges = [start, *(change.moment for change in changes), end]

    for first, last in pairwise(edges):
        inside = (first, (first + last) // 2, last - 1)
        expected = {offset(zone.fromutc(utc(m).replace(tzinfo=zone))) for m in inside}
        assert expected == {history.at(first).offset}
    assert all(a.after.offset == b.before.offset for a, b in pairwise(changes))


def utc(moment: int) -> datetime:
    return EPOCH + timedelta(seconds=moment)


def offset(value: datetime) -> int:
    found = value.utcoffset()
    assert found is not None
    return found // timedelta(seconds=1)


def test_a_file_of_the_first_version_has_no_rule() -> None:
    header = struct.pack(">4sc15x6L", b"TZif", b"\0", 0, 0, 0, 1, 2, 8)
    body = struct.pack(">lB", 1_000_000, 1) + struct.pack(">lBBlBB", 0, 0, 0, 3600, 1, 4)

    found = read(header + body + b"AAA\0BBB\0")

    assert (found.moments, found.footer, found.rule) == ((1_000_000,), "", None)
    assert found.at(2_000_000).abbreviation == "BBB"


@pytest.mark.parametrize("length", [0, 3, 43, 44, 100, 300, 480, -1])
def test_a_file_cut_short_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="TZif"):
        read(wheel("Europe/Zurich")[:length])


def test_another_kind_of_file_is_refused() -> None:
    with pytest.raises(ValueError, match="does not begin with TZif"):
        read(b"BEGIN:VCALENDAR" * 10)


def test_the_epoch_is_utc() -> None:
    assert datetime(1970, 1, 1, tzinfo=UTC) == EPOCH
