"""Two clocks side by side, "14:00 / 4:00" under "IST / PST": how far they are apart decides."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from roundtable_ical import zones
from roundtable_ical.importers.notes.head import offsets
from roundtable_ical.importers.notes.lines import Line

_NAMES = re.compile(r"\b(?P<one>[A-Z]{2,5})\s*[/|–-]\s*(?P<other>[A-Z]{2,5})\b")
_CLOCK = r"(\d{1,2})[:.h](\d\d)"
_TIMES = re.compile(
    rf"{_CLOCK}(?:\s*[-–]\s*\d{{1,2}}[:.h]\d\d)?\s*[/|(]\s*{_CLOCK}"
)  # the end of the first span is left out: only the starts are compared
_DAY = 24 * 60


def first_of_pair(lines: Sequence[Line], day: date) -> tuple[ZoneInfo, int] | None:
    """Return the zone of the first of two clocks, and the line that names them.

    Of the zones that the two abbreviations can mean those are taken that are as far apart on
    *day* as the times printed side by side; none where that leaves the choice open.

    >>> rows = (Line(number=1, text="Time (IST / PST)"), Line(number=2, text="14:00 / 4:00 Start"))
    >>> zone, line = first_of_pair(rows, date(2022, 10, 24))
    >>> zone.key, line
    ('Asia/Jerusalem', 1)
    """
    for at, line in enumerate(lines):
        named = _NAMES.search(line.text)
        if named is None:
            continue
        one = offsets.ABBREVIATIONS.get(named["one"], ())
        other = offsets.ABBREVIATIONS.get(named["other"], ())
        times = next((found for each in lines[at:] if (found := _TIMES.search(each.text))), None)
        if not one or not other or times is None:
            continue
        hours = [int(part) for part in times.groups()]
        apart = (hours[0] * 60 + hours[1] - hours[2] * 60 - hours[3]) % _DAY
        fitting = [key for key in one if any(_apart(key, second, day) == apart for second in other)]
        if len(fitting) == 1:
            return zones.zone(fitting[0]), line.number
    return None


def _apart(one: str, other: str, day: date) -> int:
    """Return how many minutes the first clock is ahead of the other, within a day."""
    ahead = offsets.offset_on(zones.zone(one), day) - offsets.offset_on(zones.zone(other), day)
    return int(ahead / timedelta(minutes=1)) % _DAY
