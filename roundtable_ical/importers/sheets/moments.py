"""Days and times in the cells of a table, however they are written."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from roundtable_ical.importers.notes.times import clocks, dates
from roundtable_ical.importers.notes.times.clocks import Clock, Half
from roundtable_ical.importers.notes.times.dates import Written
from roundtable_ical.importers.sheets.cells import Cell
from roundtable_ical.zones.places import folded

_STAMP = re.compile(
    r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?:[T ]+|\s*[-,@]\s*)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d\d:?\d\d(?::?\d\d)?|[+-]\d\d)?(?:\[.*\])?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(20\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(?:\d\d)?)?(Z)?")
_SHORT_YEAR = re.compile(
    r"\b(\d{1,2}[-. /]\s?[^\W\d]{3,}\.?[-. /,]\s?)(\d\d)(?=\D|$)(?!\s*[:.h]\s*\d)"
)
_KOREAN = re.compile(r"(\d{4})\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일")
_HALVES = (
    (re.compile(r"(?:上午|午前|오전)\s*(\d[\d:~\-–—～ ]*\d)"), "am"),
    (re.compile(r"(?:下午|午後|午后|晚上|오후)\s*(\d[\d:~\-–—～ ]*\d)"), "pm"),
)
"""Halves of the day that stand before a time or a span."""
_LATE = re.compile(r"(?:(\d{1,2}):([0-5]\d)\s*[-–—~〜～]\s*)?(2[5-9]|3[0-5]):([0-5]\d)")
"""Times after midnight on the clock of the evening, as 25:30."""
_LARGEST = 1e13
_LONGEST = 200
_MOST_DAYS = 9
_SERIAL_FIRST, _SERIAL_LAST = 20_000, 80_000
_SERIAL_ZERO = datetime(1899, 12, 30)
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?(?:\.0)?")
_MONTHS = {
    "янв": "jan",
    "фев": "feb",
    "мар": "mar",
    "апр": "apr",
    "мая": "may",
    "май": "may",
    "июн": "jun",
    "июл": "jul",
    "авг": "aug",
    "сен": "sep",
    "окт": "oct",
    "ноя": "nov",
    "дек": "dec",
    "stycz": "jan",
    "lut": "feb",
    "marc": "mar",
    "kwie": "apr",
    "maj": "may",
    "czerw": "jun",
    "lip": "jul",
    "sierp": "aug",
    "wrze": "sep",
    "pazdz": "oct",
    "listop": "nov",
    "grud": "dec",
    "ocak": "jan",
    "subat": "feb",
    "nisan": "apr",
    "mayis": "may",
    "haziran": "jun",
    "temmuz": "jul",
    "agustos": "aug",
    "eylul": "sep",
    "ekim": "oct",
    "kasim": "nov",
    "aralik": "dec",
    "juuli": "jul",
    "juuni": "jun",
    "elokuu": "aug",
    "led": "jan",
    "led na": "jan",
    "unor": "feb",
    "brez": "mar",
    "dub": "apr",
    "kvet": "may",
    "cerv": "jun",
    "srp": "aug",
    "zar": "sep",
    "rij": "oct",
    "listopad": "nov",
    "pros": "dec",
}
"""Beginnings of months, folded, in languages that `dates` does not read."""
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            *("mon mo lun pon pn пн 月", "tue tues di mar wt вт 火", "wed mi mer mie sr ср 水"),
            *("thu thur thurs do jeu jue gio czw чт 木", "fri fr ven vie pt пт 金"),
            *("sat sa sam sab sob сб 土", "sun so dim dom nd вс 日"),
        )
    )
    for name in names.split()
}
"""Short names of days of the week, folded, as they stand alone in a cell."""
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one cell says of when: a day as written or known, times as printed, or a moment.

    *moment* is aware, where an offset stands with the time. *zone* are the words behind a time.
    """

    written: Written | None = None
    day: date | None = None
    number: int | None = None
    start: Clock | None = None
    end: Clock | None = None
    end_written: Written | None = None
    moment: datetime | None = None
    zone: str = ""
    month_first: bool | None = None

    @property
    def dated(self) -> bool:
        """Whether it says anything of the day."""
        return bool(self.written or self.day or self.number or self.moment)


def told(cell: Cell, *, times: bool) -> Told:
    """Return what *cell* says of day and time; *times* where bare numbers are times of day."""
    match cell:
        case bool() | None:
            return Told()
        case datetime():
            return _of_datetime(cell)
        case date():
            return Told(day=cell)
        case time():
            return Told(start=_clock(cell))
        case timedelta():
            return _of_datetime(_SERIAL_ZERO + cell)
        case int() | float():
            return _of_number(float(cell), times=times)
    text = " ".join(str(cell)[:_LONGEST].split())
    if re.fullmatch(r"\d+(?:[.,]\d+)?", text) and not _COMPACT.fullmatch(text):
        return _of_number(float(text.replace(",", ".")), times=times)
    weekday = None if times else _WEEKDAYS.get(folded(text).strip(" .()"))
    if weekday is not None:
        return Told(written=Written(at=(0, len(text)), weekday=weekday))
    return _of_text(text)


def _of_datetime(value: datetime) -> Told:
    if value.tzinfo is not None:
        return Told(moment=value)
    value = (value + timedelta(seconds=30)).replace(second=0, microsecond=0)
    if value.year < 1901:
        return Told(start=_clock(value.time()))
    if value.time() == time():
        return Told(day=value.date())
    return Told(day=value.date(), start=_clock(value.time()))


def _of_number(number: float, *, times: bool) -> Told:
    """Return what a spreadsheet means by *number*: days since 1900, or a part of a day."""
    if not 0 <= number < _LARGEST:  # NaN neither
        return Told()
    if number < 1 and times:
        return _of_datetime(_SERIAL_ZERO + timedelta(days=number))
    if _SERIAL_FIRST < number < _SERIAL_LAST:
        return _of_datetime(_SERIAL_ZERO + timedelta(days=number))
    if _EPOCH.fullmatch(f"{number:.0f}"):
        return Told(moment=datetime.fromtimestamp(number if number < 1e11 else number / 1000, UTC))
    if not times:
        month, day = divmod(int(number), 100)
        if number.is_integer() and 1 <= month <= 12 and 1 <= day <= 31:
            return Told(written=Written(at=(0, 4), day=day, month=month))
        counted = number.is_integer() and 1 <= number <= _MOST_DAYS
        return Told(number=int(number) if counted else None)
    hour, minute = int(number), round((number - int(number)) * 100)
    if number.is_integer() and 100 <= number <= 2400:
        hour, minute = divmod(int(number), 100)
    if hour <= 24 and minute < 60:
        return Told(start=Clock(hour=hour, minute=minute))
    return Told()


def _of_text(text: str) -> Told:
    text = _KOREAN.sub(lambda found: f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}", text)
    for pattern, half in _HALVES:
        text = pattern.sub(rf"\1 {half}", text)
    if match := _STAMP.fullmatch(text):
        return _of_stamp(*match.groups())
    if match := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, universal = match.groups()
        if hour is None:
            return _of_stamp(year, month, day, None, None, None, None)
        return _of_stamp(year, month, day, hour, minute, None, universal)
    if parts := _two_stamps(text):
        return parts
    if late := _LATE.fullmatch(text):
        night = Clock(hour=int(late[3]), minute=int(late[4]))
        if late[1] is None:
            return Told(start=night)
        return Told(start=Clock(hour=int(late[1]), minute=int(late[2])), end=night)
    plain = _SHORT_YEAR.sub(lambda found: f"{found[1]}20{found[2]}", text)
    if not plain.isascii() or not dates.found(plain):
        plain = _WORD.sub(_month, plain)
    written = [
        each for each in dates.found(plain) if not (each.doubtful and _clocklike(plain, each))
    ]
    dated = [each for each in written if each.day] or written
    hours = clocks.found(plain, [each.at for each in dated])
    numbered = dates.day_number(plain)
    first = hours[0] if hours else None
    end = first.end if first else None
    if first and end is None and len(hours) > 1:
        end = hours[1].start
    return Told(
        written=dated[0] if dated else None,
        end_written=dated[1] if len(dated) > 1 else None,
        number=numbered[0] if numbered else None,
        start=first.start if first else None,
        end=end,
        zone=first.zone if first else "",
        month_first=_month_first(text),
    )


def _of_stamp(*parts: str | None) -> Told:
    year, month, day, hour, minute, second, zone = parts
    try:
        found = date(int(year or 0), int(month or 0), int(day or 0))
    except ValueError:
        return Told()
    if hour is None or minute is None:
        return Told(day=found)
    if int(hour) > 24 or int(minute) > 59:
        return Told(day=found)
    if zone is None:
        return Told(day=found, start=Clock(hour=int(hour), minute=int(minute)))
    text = f"{found}T{hour:0>2}:{minute}:{second or '00'}"
    offset = "+00:00" if zone.upper() in {"Z", "UTC", "GMT"} else zone
    offset = f"{offset}:00" if len(offset) == 3 else offset
    try:
        return Told(moment=datetime.fromisoformat(text + offset))
    except ValueError:
        return Told(day=found, start=Clock(hour=int(hour), minute=int(minute)))


def _two_stamps(text: str) -> Told | None:
    """Return a span written as two stamps, ``2024-05-01 09:00 - 2024-05-01 10:00``."""
    halves = re.split(r"\s+(?:-|–|—|to|bis|bis zu|a|à|until|/)\s+|(?<=\d)/(?=\d{4}-)", text)
    if len(halves) != 2:
        return None
    one, two = (_STAMP.fullmatch(half.strip()) for half in halves)
    if one is None or two is None:
        return None
    first, last = _of_stamp(*one.groups()), _of_stamp(*two.groups())
    return replace(first, end=last.start) if first.start and last.start else None


def _month(word: re.Match[str]) -> str:
    plain = folded(word.group())
    known = next((name for begin, name in _MONTHS.items() if plain.startswith(begin)), None)
    return known or word.group()


def _clocklike(text: str, written: Written) -> bool:
    """Whether a doubtful date, as ``9.30``, is rather a time."""
    words = text[slice(*written.at)]
    return written.year is None and "/" not in words and not words.strip().endswith(".")


def _month_first(text: str) -> bool | None:
    """Return how a date of two numbers must be read; None where both ways are possible."""
    match = re.search(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})(?:\2\d{2,4})?(?!\d)", text)
    if match is None or (int(match[1]) > 12) == (int(match[3]) > 12):
        return None
    return int(match[3]) > 12


def _clock(value: time) -> Clock:
    return Clock(hour=value.hour, minute=value.minute, padded=True)


def with_half(start: Clock, end: Clock | None) -> Clock:
    """Return *start* in the half of the day that only its *end* names."""
    if start.half is not None or end is None or end.half is None or start.hour > 12:
        return start
    same = replace(start, half=end.half)
    if same.minutes <= end.minutes:
        return same
    other = Half.AM if end.half is Half.PM else Half.PM
    return replace(start, half=other)
