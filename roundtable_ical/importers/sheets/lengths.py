"""How long something lasts, in the cells of a table."""

import re
from datetime import datetime, time, timedelta

from roundtable_ical.importers.notes.times import clocks
from roundtable_ical.importers.sheets.cells import Cell, said
from roundtable_ical.zones.places import folded

_LENGTH = re.compile(
    r"(?:(\d{1,2})\s*(?::|h\b|h(?=\d)|std\.?|hours?|horas?|heures?|ore)\s*)?(\d{1,3})?\s*(?::\d\d)?\s*(?:m|min|mins|minutes?|minuten|minutos|'|′)?\.?"
)
_ISO_LENGTH = re.compile(r"P?T?(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?", re.IGNORECASE)
_LONGEST = 40
_LARGEST = 1e6


def minutes(cell: Cell) -> int | None:
    """Return how long it lasts; None where *cell* does not say."""
    match cell:
        case time():
            return cell.hour * 60 + cell.minute or None
        case datetime():
            return cell.hour * 60 + cell.minute or None
        case timedelta():
            return int(cell.total_seconds() // 60) or None
        case bool() | None:
            return None
        case int() | float():
            return _of_amount(float(cell))
    if len(said(cell)) > _LONGEST:
        return None
    words = folded(said(cell)).replace(",", ".") if "'" not in said(cell) else said(cell)
    if re.fullmatch(r"\d{1,2}:\d\d(:\d\d)?", words):
        hours, rest = words.split(":")[:2]
        return int(hours) * 60 + int(rest) or None
    if re.fullmatch(r"\d+(\.\d+)?", words):
        return _of_amount(float(words))
    if found := clocks.lengths(said(cell)):
        return found[0].minutes
    for pattern in (_ISO_LENGTH, _LENGTH):
        if (match := pattern.fullmatch(words)) and any(match.groups()):
            hours, rest = match[1], match[2]
            return int(hours or 0) * 60 + int(rest or 0) or None
    return None


def _of_amount(number: float) -> int | None:
    """Return minutes: a part of a day, as spreadsheets count, a few hours, or minutes."""
    if not 0 < number < _LARGEST:  # NaN neither
        return None
    if number < 1:
        return round(number * 1440) or None
    if not number.is_integer() and number < 24:
        return round(number * 60)
    return round(number) or None
