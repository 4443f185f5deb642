"""A zone's past and future out of the bytes of its TZif file.

Source: RFC 8536 section 3. The block of 64-bit times is read where there is one.
"""

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from roundtable_ical.zones.posix import LocalType, Onset, Rule, parsed

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_HEADER = struct.Struct(">4sc15x6L")


@dataclass(frozen=True, slots=True)
class Change:
    """The clock is moved at *moment* (seconds since 1970, UTC)."""

    moment: int
    before: LocalType
    after: LocalType


@dataclass(frozen=True, slots=True)
class History:
    """Everything a TZif file says.

    From `moments[i]` on (seconds since 1970, UTC) `types[i]` is in force, before the first
    of them `initial`; after the last one `footer` speaks, and `rule` is what it says.
    """

    moments: tuple[int, ...]
    types: tuple[LocalType, ...]
    initial: LocalType
    footer: str
    rule: Rule | None

    def at(self, moment: int) -> LocalType:
        """Return the clock in force at *moment* (seconds since 1970, UTC)."""
        year = (EPOCH + timedelta(seconds=moment)).year
        for change in reversed(tuple(self._future(year - 1, year + 1))):
            if change.moment <= moment:
                return change.after
        index = bisect_right(self.moments, moment)
        return self.types[index - 1] if index else self.initial

    def changes(self, start: int, end: int) -> tuple[Change, ...]:
        """Return every change of the offset in *start* <= moment < *end*, in order.

        A change of the name alone (New York in wartime, Dublin in 1971) is none.
        """
        first, last = bisect_left(self.moments, start), bisect_left(self.moments, end)
        past = [
            Change(self.moments[i], self.types[i - 1] if i else self.initial, self.types[i])
            for i in range(first, last)
        ]
        years = ((EPOCH + timedelta(seconds=moment)).year for moment in (start, end))
        future = [c for c in self._future(*years) if start <= c.moment < end]
        return tuple(c for c in past + future if c.before.offset != c.after.offset)

    def _future(self, first: int, last: int) -> Iterator[Change]:
        """Yield the changes by rule, after the last written one, in *first* to *last*."""
        if self.rule is None:
            return
        written = self.moments[-1] if self.moments else -(2**63)
        before = self.types[-1] if self.types else self.initial
        start = (EPOCH + timedelta(seconds=written)).year if self.moments else first
        known = bool(self.moments) and start >= first - 1
        for year in range(max(first - 1, start), last + 2):
            onsets = sorted(_onsets(self.rule, year), key=lambda onset: onset[0])
            for moment, was, after in onsets:
                if moment > written:
                    yield Change(moment, before if known else was, after)
                    before, known = after, True


def _onsets(rule: Rule, year: int) -> Iterator[tuple[int, LocalType, LocalType]]:
    sides: tuple[tuple[Onset, LocalType, LocalType], ...] = (
        (rule.to_daylight, rule.standard, rule.daylight),
        (rule.to_standard, rule.daylight, rule.standard),
    )
    for onset, before, after in sides:
        yield seconds(onset.wall(year), before.offset), before, after


def seconds(wall: datetime, offset: int) -> int:
    """Return the moment (seconds since 1970, UTC) of a *wall* time at *offset* seconds."""
    return (wall.replace(tzinfo=UTC) - EPOCH) // timedelta(seconds=1) - offset


def read(data: bytes) -> History:
    """Return the history in the bytes of one TZif file.

    Raises:
        ValueError: *data* is no TZif file, is cut short, or has a footer nobody can read.

    Source: RFC 8536 section 3.
    """
    try:
        return _read(data)
    except (struct.error, IndexError, ValueError) as error:
        raise ValueError(f"no whole TZif file: {error}") from error


def _read(data: bytes) -> History:
    magic, version, *counts = _HEADER.unpack_from(data)
    if magic != b"TZif":
        raise ValueError("it does not begin with TZif")
    wide, start = 4, _HEADER.size
    if version >= b"2":
        wide, start = 8, start + _size(counts, 4) + _HEADER.size
        _, _, *counts = _HEADER.unpack_from(data, start - _HEADER.size)
    _, _, _, times, kinds, letters = counts
    moments = struct.unpack_from(f">{times}{'q' if wide == 8 else 'l'}", data, start)
    at = start + times * wide
    indexes = struct.unpack_from(f"{times}B", data, at)
    at += times
    names = data[at + kinds * 6 : at + kinds * 6 + letters]
    types = [_type(struct.unpack_from(">l?B", data, at + 6 * i), names) for i in range(kinds)]
    end = start + _size(counts, wide)
    # Between two line ends, so that a third piece tells a whole footer from one cut short.
    _, footer, _ = data[end:].decode("ascii").split("\n") if wide == 8 else ("", "", "")
    rule = parsed(footer)
    return History(
        moments=moments,
        types=tuple(types[index] for index in indexes),
        initial=types[0],
        footer=footer,
        rule=rule if isinstance(rule, Rule) else None,
    )


def _size(counts: list[int], wide: int) -> int:
    universal, standard, leaps, times, kinds, letters = counts
    return times * (wide + 1) + kinds * 6 + letters + leaps * (wide + 4) + standard + universal


def _type(raw: tuple[int, bool, int], names: bytes) -> LocalType:
    offset, daylight, index = raw
    return LocalType(offset, daylight, names[index : names.index(0, index)].decode("ascii"))
