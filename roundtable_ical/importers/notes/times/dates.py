"""Dates as people write them: found in a text, and turned into days.

`found` gives every date in a text as it is printed, `Written.days` the days that it means in a
year.  What the text leaves open (year, day-first or month-first) stays open until then.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from roundtable_ical.importers.notes.times.calendar_names import (
    MONTHS,
    ORDINALS,
    WEEKDAY_SHORTS,
    WEEKDAYS,
)
from roundtable_ical.importers.notes.times.date_patterns import (
    AFTER_DAY_WORD,
    BARE_DAY,
    BARE_WEEKDAY,
    DAY_BEHIND,
    DAY_OF_MONTH,
    ISO,
    JOINED,
    MONTH_DAY,
    NUMBERED_DAY,
    NUMERIC,
    ROMAN,
    SPREAD,
)
from roundtable_ical.importers.notes.times.date_values import LONGEST, Written, Year, day_of
from roundtable_ical.importers.notes.times.letters import folded

__all__ = ["LONGEST", "Written", "Year", "day_number", "found", "likely_year", "month_comes_first"]


def found(text: str) -> tuple[Written, ...]:
    """Return the dates in *text* in order; ranges are one each, bare weekdays are among them.

    >>> [each.days(2021) for each in found("Jueves 9 de diciembre / Thursday, 9 December")]
    [(datetime.date(2021, 12, 9),), (datetime.date(2021, 12, 9),)]
    """
    plain = folded(text)
    return tuple(_found(plain))


def day_number(text: str) -> tuple[int, int, int] | None:
    """Return the number in "Day 2", "Jour 2", "Second day", and where these words stand.

    >>> day_number("DAY ONE: Opening")
    (1, 0, 7)
    """
    match = NUMBERED_DAY.search(folded(text))
    if match is None:
        return None
    word = match["after"] or match["before"]
    number = int(word) if word.isdigit() else _roman(word) or ORDINALS.get(word, 0)
    return (number, match.start(), match.end()) if 0 < number <= LONGEST else None


def likely_year(written: Iterable[Written], moment: date) -> Year:
    """Return the year that dates without one mean, told at *moment*.

    Printed weekdays decide; without any, the first such day from a month before *moment* on.
    """
    dated = [each for each in written if each.day and each.month and each.year is None]
    told = [each for each in dated if each.weekday is not None]
    nearest = sorted(range(moment.year - 12, moment.year + 5), key=lambda y: _distance(y, moment))
    if told:
        for year in nearest:
            if all(_falls(each, year) for each in told):
                return Year(year=year, sure=0.7, reason="the weekday fits in this year")
    for each in dated:
        for year in (moment.year, moment.year + 1):
            days = each.days(year)
            if days and days[0] >= moment - timedelta(days=31):
                return Year(year=year, sure=0.5, reason="it is the next such day")
    return Year(year=moment.year, sure=0.4, reason="it is this year")


def month_comes_first(written: Iterable[Written], language: str) -> bool | None:
    """Whether ``4/5/2024`` is the 5th of April, by weekdays; None where nothing tells.

    *language* is ``en`` or the like; only English leaves it open.
    """
    open_ones = [each for each in written if each.swappable]
    told = [each for each in open_ones if each.weekday is not None and each.year]
    ways = [
        first
        for first in (False, True)
        if told
        and all(each.agrees(day) for each in told for day in each.days(month_first=first)[:1])
    ]
    if len(ways) == 1:
        return ways[0]
    return None if language.startswith("en") else False


def _distance(year: int, moment: date) -> tuple[int, int]:
    """Order years by their distance; what is coming before what is gone."""
    return (abs(year - moment.year), -year)


def _falls(written: Written, year: int) -> bool:
    days = written.days(year)
    return bool(days) and written.agrees(days[0])


def _found(plain: str) -> Iterator[Written]:
    position = 0
    for written in _ranges(plain, _singles(plain)):
        for word in BARE_WEEKDAY.finditer(plain, position, written.at[0]):
            yield _weekday_alone(word)
        yield written
        position = written.at[1]
    for word in BARE_WEEKDAY.finditer(plain, position):
        yield _weekday_alone(word)


def _weekday_alone(word: re.Match[str]) -> Written:
    day = int(word["day"]) if word["day"] and 1 <= int(word["day"]) <= 31 else None
    return Written(at=word.span(), day=day, weekday=WEEKDAYS[word["weekday"]])


def _singles(plain: str) -> list[Written]:
    """Return the full dates, without overlap, each kind of writing before the looser ones."""
    taken: list[Written] = []
    covered = bytearray(len(plain))
    for pattern in (ISO, DAY_OF_MONTH, MONTH_DAY, NUMERIC):
        for match in pattern.finditer(plain):
            written = _written(match)
            if written and not any(covered[slice(*written.at)]):
                covered[slice(*written.at)] = b"\x01" * (written.at[1] - written.at[0])
                taken.append(written)
    return sorted(taken, key=lambda each: each.at)


def _written(match: re.Match[str]) -> Written | None:
    named = match.groupdict()
    day, word = int(named["day"]), named["month"]
    month = MONTHS[word] if word in MONTHS else int(word)
    year = int(named["year"]) if named.get("year") else None
    if year is not None and year < 100:
        year += 2000
    weekday = _weekday(
        named.get("weekday") or named.get("weekday_behind") or named.get("short_behind")
    )
    numeric = match.re is NUMERIC
    doubtful = False
    if numeric:
        if named["year"] and len(named["year"]) == 2 and named["sep"] == ".":
            doubtful = True
        if year is None:
            headed = _follows_day_word(match.string, 0, match.start())
            doubtful = weekday is None and not headed
            if named["sep"] == "-" and weekday is None:
                return None
    if numeric and month > 12 >= day:
        day, month = month, day
        swappable = False
    else:
        swappable = numeric and day <= 12 and day != month and named["sep"] != "."
    if not (1 <= month <= 12 and 1 <= day <= 31) or day_of(year or 2000, month, day) is None:
        return None
    start = match.start()
    if weekday is None and match.group(0)[:1].isspace():
        start += 1
    return Written(
        at=(start, match.end()),
        day=day,
        month=month,
        year=year,
        weekday=weekday,
        swappable=swappable,
        doubtful=doubtful,
    )


def _weekday(word: str | None) -> int | None:
    if word is None:
        return None
    return WEEKDAYS[word] if word in WEEKDAYS else WEEKDAY_SHORTS[word]


def _ranges(plain: str, singles: Sequence[Written]) -> Iterator[Written]:
    """Join "9 - 12 March", "March 9-12", "30 May to 2 June", "9, 10 and 12 March" to one each."""
    kept: list[Written] = []
    for single in singles:
        written = _with_days_before(plain, single, kept[-1].at[1] if kept else 0)
        between = plain[kept[-1].at[1] : written.at[0]] if kept else ""
        joined = JOINED.fullmatch(between) if kept else None
        spread = joined is not None and joined["join"].strip() in SPREAD
        if spread and kept[-1].last is None and _is_later(kept[-1], written):
            kept[-1] = replace(kept[-1], at=(kept[-1].at[0], written.at[1]), last=written)
            continue
        kept.append(written)
    for written in kept:
        yield _with_days_behind(plain, written)


def _is_later(first: Written, last: Written) -> bool:
    """Whether *last* can end a range that begins at *first*."""
    if first.doubtful or last.doubtful or last.last is not None:
        return False
    years = [first.year or last.year or 2000, last.year or first.year or 2000]
    start, end = first.days(years[0]), last.days(years[1])
    if not start or not end:
        return False
    return end[0] > start[0] or (last.year is None and first.month == 12 and last.month == 1)


def _with_days_before(plain: str, single: Written, floor: int) -> Written:
    """Return *single* with the days that stand before it: "22 - 24 February"."""
    if single.day is None or single.swappable or single.doubtful:
        return single
    numbers: list[tuple[int, int, str, int | None]] = []
    end = single.at[0]
    while len(numbers) < LONGEST:
        match = _day_before(plain, floor, end)
        if match is None:
            break
        numbers.insert(0, match)
        end = match[0]
    if not numbers or any(each[1] > 31 for each in numbers):
        return single
    first = replace(single, at=(end, single.at[1]), day=numbers[0][1], weekday=numbers[0][3])
    join = numbers[-1][2]
    if len(numbers) == 1 and join in SPREAD and numbers[0][1] < single.day:
        return replace(first, last=single)
    further = (*(each[1] for each in numbers[1:]), single.day)
    if list(further) != sorted({*further}) or further[0] <= numbers[0][1]:
        return single
    return replace(first, further=further)


def _day_before(plain: str, floor: int, end: int) -> tuple[int, int, str, int | None] | None:
    """Return where, which day, joined how, with what weekday: the bare day just before *end*."""
    for match in BARE_DAY.finditer(plain, floor, end):
        if _follows_day_word(plain, floor, match.start()):
            continue
        joined = JOINED.fullmatch(plain, match.end(), end)
        if joined:
            weekday = _weekday(match["weekday"])
            return match.start(), int(match["day"]), joined["join"].strip(), weekday
    return None


def _with_days_behind(plain: str, single: Written) -> Written:
    """Return *single* with the days that stand behind it: "March 9-12, 2020"."""
    named = _MONTH_FIRST.search(plain, *single.at)
    if single.last or single.further or single.day is None or not named:
        return single
    further: list[int] = []
    position, year, spread = single.at[1], single.year, False
    while match := DAY_BEHIND.match(plain, position):
        day = int(match["day"])
        if day <= (further[-1] if further else single.day) or day > 31:
            break
        spread = match["join"].strip() in SPREAD
        further.append(day)
        position, year = match.end(), int(match["year"]) if match["year"] else None
        if year or spread:
            break
    if not further:
        return single
    whole = replace(single, at=(single.at[0], position), year=year)
    if spread and len(further) == 1:
        return replace(whole, last=replace(single, day=further[0], year=year, weekday=None))
    return replace(whole, further=tuple(further))


def _follows_day_word(plain: str, floor: int, end: int) -> bool:
    """Whether the word for a day stands before *end*, as "Day" before "3.4"."""
    return bool(AFTER_DAY_WORD.search(plain, max(floor, end - _NEAR), end))


_NEAR = 60
"""Characters in which the word for a day stands before its number."""
_MONTH_FIRST = re.compile(r"[a-z]\.?\s{0,8}(?:the )?\d{1,2}(?:st|nd|rd|th)?$")


def _roman(word: str) -> int:
    return ROMAN.index(word) + 1 if word in ROMAN else 0
