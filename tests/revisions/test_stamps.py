from datetime import UTC, datetime, timedelta, timezone

from roundtable_ical.revisions.stamps import Stamp, raised, whole_second

NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)


def test_a_change_raises_the_sequence_by_one_and_says_when() -> None:
    stamp = Stamp(sequence=3, modified=NOON, created=NOON)

    assert raised(stamp, NOON + timedelta(hours=1)) == Stamp(
        sequence=4, modified=NOON + timedelta(hours=1), created=NOON
    )


def test_a_clock_that_went_back_does_not_take_the_stamp_with_it() -> None:
    stamp = Stamp(sequence=3, modified=NOON)

    later = raised(stamp, NOON - timedelta(days=1))

    assert later.modified == NOON + timedelta(seconds=1)


def test_two_changes_in_one_second_have_two_stamps() -> None:
    stamp = raised(Stamp(sequence=0, modified=NOON), NOON)

    assert raised(stamp, NOON).modified > stamp.modified > NOON


def test_a_moment_is_kept_in_utc_and_whole_seconds() -> None:
    moment = datetime(2026, 10, 1, 14, 0, 0, 999_999, tzinfo=timezone(timedelta(hours=2)))

    assert whole_second(moment) == NOON
    assert whole_second(moment).tzinfo is UTC
