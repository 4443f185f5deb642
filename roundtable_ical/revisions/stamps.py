"""Which revision a segment is in."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What SEQUENCE, LAST-MODIFIED, DTSTAMP and CREATED say; never "now".

    *modified* is DTSTAMP too: without METHOD that is the moment of the last revision
    (RFC 5545 section 3.8.7.2).
    """

    sequence: int
    modified: datetime
    created: datetime | None = None


def raised(stamp: Stamp, moment: datetime) -> Stamp:
    """Return the stamp of the next visible change after *stamp*, made at *moment*.

    SEQUENCE rises by one. LAST-MODIFIED rises by a second at least, also when the clock of the
    machine that publishes went back: some clients skip an event whose LAST-MODIFIED did not rise.
    """
    least = stamp.modified + timedelta(seconds=1)
    return Stamp(
        sequence=stamp.sequence + 1,
        modified=max(whole_second(moment), least),
        created=stamp.created,
    )


def whole_second(moment: datetime) -> datetime:
    """Return *moment* in UTC as calendars can say it: to the second."""
    return moment.astimezone(UTC).replace(microsecond=0)
