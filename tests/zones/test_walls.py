from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
import pytz  # noqa: TID251 - what callers hand over
from dateutil import tz
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.errors import InvalidField, RepeatedTime, SkippedTime, UnknownZone
from roundtable_ical.zones.database import current
from roundtable_ical.zones.names import zone
from roundtable_ical.zones.walls import ambiguous, moment, normalised


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


NEW_YORK = zone("America/New_York")
WALLS = st.datetimes(wall("1975-01-01"), wall("2060-01-01"))
ZONES = st.sampled_from(sorted(current().keys())).map(current().zone)


def test_a_wall_time_is_the_moment_at_which_the_clock_shows_it() -> None:
    found = moment(wall("2026-09-23 08:15"), NEW_YORK)

    assert found.astimezone(UTC) == datetime(2026, 9, 23, 12, 15, tzinfo=UTC)
    assert found.tzinfo is NEW_YORK


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        (
            "2026-03-08 02:30",
            "America/New_York",
            "start: '2026-03-08 02:30' is skipped by the clock in America/New_York; "
            "write a time before 02:00 or from 03:00 on",
        ),
        (
            "2026-10-04 02:15",
            "Australia/Lord_Howe",
            "start: '2026-10-04 02:15' is skipped by the clock in Australia/Lord_Howe; "
            "write a time before 02:00 or from 02:30 on",
        ),
        (
            "2011-12-30 12:00",
            "Pacific/Apia",
            "start: '2011-12-30 12:00' is skipped by the clock in Pacific/Apia; "
            "write a time before 2011-12-30 00:00 or from 2011-12-31 00:00 on",
        ),
        (
            "2026-03-28 23:30",
            "America/Nuuk",
            "start: '2026-03-28 23:30' is skipped by the clock in America/Nuuk; "
            "write a time before 2026-03-28 23:00 or from 2026-03-29 00:00 on",
        ),
    ],
)
def test_a_skipped_time_is_refused_with_the_edges_of_the_jump(
    text: str, key: str, expected: str
) -> None:
    with pytest.raises(SkippedTime) as caught:
        moment(wall(text), zone(key), fold=1)

    assert str(caught.value) == expected


def test_the_edges_of_a_jump_are_not_skipped() -> None:
    before = moment(wall("2026-03-08 01:59:59.999999"), NEW_YORK)
    after = moment(wall("2026-03-08 03:00"), NEW_YORK)

    assert after.astimezone(UTC) - before.astimezone(UTC) == timedelta(microseconds=1)


def test_a_repeated_time_is_refused_until_somebody_says_which() -> None:
    with pytest.raises(RepeatedTime) as caught:
        moment(wall("2026-11-01 01:30"), NEW_YORK, field="end")

    assert str(caught.value) == (
        "end: '2026-11-01 01:30' happens twice in America/New_York, at UTC-04:00 and again at "
        "UTC-05:00; say which: `fold: first` or `fold: second`"
    )


def test_a_repeated_time_with_its_pass_is_one_moment() -> None:
    first, second = (moment(wall("2026-11-01 01:30"), NEW_YORK, fold=fold) for fold in (0, 1))

    assert second.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=1)
    assert ambiguous(first)
    assert ambiguous(second)


def test_a_pass_is_of_no_account_where_the_time_comes_once() -> None:
    found = moment(wall("2026-09-23 08:15"), NEW_YORK, fold=1)

    assert (found.fold, ambiguous(found)) == (0, False)


def test_a_time_that_never_comes_is_not_one_that_comes_twice() -> None:
    assert not ambiguous(datetime(2026, 3, 8, 2, 30, tzinfo=NEW_YORK))


def test_a_wall_time_with_a_zone_of_its_own_is_refused() -> None:
    with pytest.raises(InvalidField, match="already has a time zone; give the wall time alone"):
        moment(datetime(2026, 9, 23, tzinfo=UTC), NEW_YORK)


@given(WALLS, ZONES)
def test_a_wall_time_round_trips_in_any_zone(value: datetime, where: ZoneInfo) -> None:
    try:
        found = moment(value, where)
    except SkippedTime:
        back = value.replace(tzinfo=where).astimezone(UTC).astimezone(where)
        assert back.replace(tzinfo=None) != value
        return
    except RepeatedTime:
        passes = [moment(value, where, fold=fold) for fold in (0, 1)]
        assert passes[0].astimezone(UTC) < passes[1].astimezone(UTC)
        assert all(ambiguous(found) for found in passes)
    else:
        passes = [found]

    for one in passes:
        back = one.astimezone(UTC).astimezone(where)
        assert back.replace(tzinfo=None, fold=0) == value
        assert back.fold == one.fold


@given(ZONES, st.integers(2000, 2037), st.integers(-90, 90), st.integers(0, 3))
def test_a_wall_time_round_trips_beside_every_change(
    where: ZoneInfo, year: int, minutes: int, which: int
) -> None:
    start = int(datetime(year, 1, 1, tzinfo=UTC).timestamp())
    changes = current().history(where.key).changes(start, start + 366 * 86_400)
    if not changes:
        return
    change = changes[which % len(changes)]
    utc = datetime.fromtimestamp(change.moment, UTC) + timedelta(minutes=minutes)
    expected = utc.astimezone(where)

    found = moment(expected.replace(tzinfo=None, fold=0), where, fold=expected.fold)

    assert found.astimezone(UTC) == utc


def spellings(text: str, key: str) -> list[datetime]:
    naive = wall(text)
    return [
        naive.replace(tzinfo=ZoneInfo(key)),
        naive.replace(tzinfo=tz.gettz(key)),
        pytz.timezone(key).localize(naive, is_dst=None),
        naive.replace(tzinfo=zone(key)),
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        *(("2026-09-23 08:15", "America/New_York"), ("2026-01-15 23:59", "Europe/Zurich")),
        *(("2013-09-26 08:15", "America/New_York"), ("2026-05-05 12:00", "Asia/Kathmandu")),
        *(("2026-10-04 03:00", "Australia/Lord_Howe"), ("2013-07-20 10:00", "Africa/Casablanca")),
        # The system's database may still have Casablanca an hour ahead; its wall time counts.
        *(("2026-09-23 08:00", "Africa/Casablanca"), ("2026-09-23 08:00", "Etc/UTC")),
    ],
)
def test_all_libraries_give_one_result(text: str, key: str) -> None:
    found = [normalised(value) for value in spellings(text, key)]

    assert [(value.isoformat(), value.tzinfo, value.fold) for value in found] == [
        (moment(wall(text), zone(key)).isoformat(), zone(key), 0)
    ] * len(found)


@pytest.mark.parametrize("fold", [0, 1])
def test_all_libraries_say_which_pass_in_their_own_way(fold: int) -> None:
    naive = wall("2026-11-01 01:30")
    values = [
        naive.replace(tzinfo=ZoneInfo("America/New_York"), fold=fold),
        tz.enfold(naive.replace(tzinfo=tz.gettz("America/New_York")), fold=fold),
        pytz.timezone("America/New_York").localize(naive, is_dst=not fold),
    ]

    found = [normalised(value) for value in values]

    assert [(value.replace(tzinfo=None), value.fold) for value in found] == [(naive, fold)] * 3
    assert len({value.astimezone(UTC) for value in found}) == 1


@pytest.mark.parametrize("value", [UTC, pytz.utc, tz.UTC, ZoneInfo("UTC"), zone("UTC")])
def test_utc_stays_utc(value: tzinfo) -> None:
    found = normalised(datetime(2026, 9, 23, 12, 15, tzinfo=value))

    assert found.tzinfo is zone("UTC")
    assert found == datetime(2026, 9, 23, 12, 15, tzinfo=UTC)


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(InvalidField, match=r"^end: '2026-09-23 08:15' has no time zone"):
        normalised(wall("2026-09-23 08:15"), field="end")


def test_the_local_mean_time_of_pytz_is_refused_with_what_to_write() -> None:
    trap = datetime(2026, 9, 23, 8, tzinfo=pytz.timezone("America/New_York"))

    with pytest.raises(InvalidField) as caught:
        normalised(trap)

    assert caught.value.reason == "has the local mean time of America/New_York, UTC-04:56"
    assert caught.value.hint == (
        'write pytz.timezone("America/New_York").localize(datetime.datetime(2026, 9, 23, 8, 0))'
    )


def test_arithmetic_that_pytz_left_unfinished_is_refused_with_what_to_call() -> None:
    new_york = pytz.timezone("America/New_York")
    across = new_york.localize(wall("2026-10-31 08:00")) + timedelta(days=1)

    with pytest.raises(InvalidField, match=r'call pytz.timezone\("America/New_York"\).normalize'):
        normalised(across)
    assert normalised(new_york.normalize(across)).hour == 7


def test_a_bare_offset_is_refused() -> None:
    with pytest.raises(UnknownZone, match="does not know about summer time"):
        normalised(datetime(2026, 9, 23, 8, tzinfo=timezone(timedelta(hours=2))))


def test_an_offset_with_seconds_is_refused() -> None:
    with pytest.raises(InvalidField, match="has an offset with seconds"):
        normalised(datetime(1850, 1, 1, tzinfo=ZoneInfo("Europe/Zurich")))


def test_a_time_that_never_comes_is_refused_from_every_library() -> None:
    for value in (ZoneInfo("America/New_York"), tz.gettz("America/New_York")):
        with pytest.raises(SkippedTime, match="from 03:00 on"):
            normalised(datetime(2026, 3, 8, 2, 30, tzinfo=value))
