"""Wall time + zone -> the exact moment; what is planned is what the clock on the wall says."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytz  # noqa: TID251 - zones/ is where pytz is asked

from roundtable_ical.errors import InvalidField, RepeatedTime, SkippedTime
from roundtable_ical.zones.names import zone as named_zone


def moment(
    wall: datetime, zone: ZoneInfo, *, fold: int | None = None, field: str = "start"
) -> datetime:
    """Return the moment at which the clock in *zone* shows *wall*.

    Args:
        wall: what the clock shows, naive.
        zone: where the clock hangs.
        fold: 0 or 1, the first or the second time where the clock shows *wall* twice;
            of no account elsewhere.
        field: what *wall* is, for the message.

    Returns:
        *wall*, aware; its fold is 1 for the second pass and 0 otherwise.

    Raises:
        SkippedTime: the clock jumps over *wall*.
        RepeatedTime: the clock shows *wall* twice, and *fold* is None.
        InvalidField: *wall* is not naive.

    Source: PEP 495 (in a gap, fold=0 has the smaller offset; in a fold, the larger one).
    """
    if wall.tzinfo is not None:
        raise InvalidField(
            field, str(wall), "already has a time zone", hint="give the wall time alone"
        )
    first, second = (wall.replace(tzinfo=zone, fold=pass_) for pass_ in (0, 1))
    before, after = _offset(first), _offset(second)
    if before < after:
        raise _skipped(wall, zone, field)
    if before == after or fold == 0:
        return first
    if fold == 1:
        return second
    raise RepeatedTime(
        field,
        _shown(wall),
        f"happens twice in {zone.key}, at {_utc(before)} and again at {_utc(after)}",
        hint="say which: `fold: first` or `fold: second`",
    )


def ambiguous(moment: datetime) -> bool:
    """Tell whether the clock at *moment* (aware) shows its time twice."""
    return _offset(moment.replace(fold=0)) > _offset(moment.replace(fold=1))


def normalised(value: datetime, *, field: str = "start") -> datetime:
    """Return an aware *value* as wall time + zone of our own time zone database.

    Args:
        value: with a zone of zoneinfo, pytz (localised), dateutil, or UTC.
        field: what *value* is, for the message.

    Returns:
        The same wall time at the same place. It is the same moment too, unless the caller's
        database is another release that has other rules for it: then ours are right, and
        all libraries give one result.

    Raises:
        InvalidField: naive; local mean time or arithmetic that pytz leaves unfinished; an
            offset with seconds.
        UnknownZone: its zone is a bare offset or has no name.
        SkippedTime: the clock jumps over it.
    """
    if value.tzinfo is None or value.utcoffset() is None:
        hint = 'give it one, e.g. tzinfo=zone("Europe/Zurich")'
        raise InvalidField(field, _shown(value), "has no time zone", hint=hint)
    zone = named_zone(value.tzinfo)
    if isinstance(value.tzinfo, pytz.tzinfo.BaseTzInfo):
        _check_pytz(value, value.tzinfo, field)
    if _offset(value) % timedelta(minutes=1):
        reason = "has an offset with seconds, as clocks had before there were time zones"
        raise InvalidField(field, str(value), reason, hint="write a date of our time")
    wall = value.replace(tzinfo=None, fold=0)
    passes = [_offset(wall.replace(tzinfo=zone, fold=fold)) for fold in (0, 1)]
    # pytz leaves fold alone and says by its offset which pass is meant.
    fold = passes.index(_offset(value)) if _offset(value) in passes else value.fold
    return moment(wall, zone, fold=fold, field=field)


def _check_pytz(value: datetime, zone: pytz.tzinfo.BaseTzInfo, field: str) -> None:
    if zone.normalize(value).utcoffset() == value.utcoffset():
        return
    name = zone.zone
    if zone is pytz.timezone(str(name)):
        reason = f"has the local mean time of {name}, {_utc(_offset(value))}"
        call = f'pytz.timezone("{name}").localize({value.replace(tzinfo=None)!r})'
        raise InvalidField(field, str(value), reason, hint=f"write {call}")
    reason = f"has an offset that {name} does not have at that time"
    call = f'pytz.timezone("{name}").normalize(value)'
    raise InvalidField(field, str(value), reason, hint=f"call {call} after arithmetic")


def _skipped(wall: datetime, zone: ZoneInfo, field: str) -> SkippedTime:
    """Return the error that tells between which two wall times *wall* falls."""
    low, high = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (1, 0))
    before, after = _offset(low.astimezone(zone)), _offset(high.astimezone(zone))
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) // 2
        if _offset(middle.astimezone(zone)) == before:
            low = middle
        else:
            high = middle
    jump = high.replace(microsecond=0, tzinfo=None)
    start, end = jump + before, jump + after
    form = "%H:%M" if start.date() == end.date() == wall.date() else "%Y-%m-%d %H:%M"
    return SkippedTime(
        field,
        _shown(wall),
        f"is skipped by the clock in {zone.key}",
        hint=f"write a time before {start:{form}} or from {end:{form}} on",
    )


def _offset(value: datetime) -> timedelta:
    offset = value.utcoffset()
    if offset is None:
        raise InvalidField("time", str(value), "has no time zone")
    return offset


def _shown(wall: datetime) -> str:
    return wall.isoformat(" ", "seconds" if wall.second or wall.microsecond else "minutes")


def _utc(offset: timedelta) -> str:
    sign = "-" if offset < timedelta(0) else "+"
    minutes = abs(offset) // timedelta(minutes=1)
    return f"UTC{sign}{minutes // 60:02}:{minutes % 60:02}"
