"""The days and the hours that a note states for the event as a whole."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from itertools import islice

from roundtable_ical.importers.notes.found import Remark
from roundtable_ical.importers.notes.head.hours import TIMELY, hours_of, spans_of
from roundtable_ical.importers.notes.head.labels import Field, label_of
from roundtable_ical.importers.notes.head.paragraphs import Paragraph, paragraphs
from roundtable_ical.importers.notes.head.sections import Section
from roundtable_ical.importers.notes.head.stamps import is_stamp
from roundtable_ical.importers.notes.head.top import begins_with_time, top
from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.importers.notes.times import clocks, dates
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.importers.notes.times.moments import dated
from roundtable_ical.ports import Given
from roundtable_ical.programme.problems import Question

_OF_TIME = frozenset({Field.TIME, Field.START, Field.END})
_MOVED = re.compile(
    r"postponed (?:to|until)|moved to|rescheduled (?:to|for)|now on|reporte\w* (?:au|a)\b|"
    r"aplazad\w+ (?:al|para el|a)\b|trasladad\w+ al|nueva fecha|nouvelle date|new date"
)
_ANOTHER_DAY = re.compile(
    r"deadline|rsvp|register (?:by|before)|registration|by no later|submi(?:t|ssion)|updated|"
    r"last (?:update|modified)|version|as of|as at|revis(?:ed|ion)|issued|published|posted|"
    r"date limite|inscri(?:ption|pciones|birse)|fecha limite|actualizad|mis a jour|adopted|doc\.|"
    r"\bA/|\bE/|document|printed|downloaded|last edited|created|\bborn\b|since|signed"
)
_YEAR = re.compile(r"(?<![\w./-])(20[0-4]\d|19[89]\d)(?![\w/]|[.-]\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Days and hours as stated; *year* is the one that dates without a year are in, where told.

    *spans* are the stated times as printed (their zone is among them), with their lines.
    """

    days: tuple[date, ...] = ()
    hours: tuple[time, time] | None = None
    year: int | None = None
    spans: tuple[tuple[clocks.Hours, int], ...] = ()
    lines: dict[str, int] = field(default_factory=dict)
    used: frozenset[int] = frozenset()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date and the line it was found in."""

    written: dates.Written
    line: int
    labelled: bool
    part: Field | None = None
    """The label's field: of a first and a last day the ones between are meant too."""


def when(document: Document, parts: Sequence[Section], *, given: Given, language: str) -> When:
    """Return the days and hours that *document* states outside its agenda.

    Args:
        document: the note.
        parts: its sections.
        given: what is known of it; a year, a day or a moment that it is read at.
        language: of the note, for ``4/5/2024``.
    """
    stated = list(_stated(document, parts)) or list(_in_prose(document))
    month_first = dates.month_comes_first([each.written for each in stated], language)
    year, remarks = _year(document, stated, given)
    chosen = _chosen(stated)
    days = _filled(
        {
            (day, each.part)
            for each in chosen
            for day in each.written.days(year.year, month_first=bool(month_first))
        }
    )
    remarks += _weekdays(chosen, year.year, bool(month_first))
    if month_first is None and any(each.written.swappable for each in chosen):
        remarks += (_two_ways(chosen[0], year.year),)
    if given.day is not None and given.day not in days:
        days = [given.day]
    spans = tuple(spans_of(document, parts, {each.line for each in chosen}))
    hours, hours_line = hours_of(spans)
    lines = {"days": chosen[0].line} if chosen else {}
    if hours:
        lines["hours"] = hours_line
    return When(
        days=tuple(days),
        hours=hours,
        year=year.year if year.sure > _GUESS else None,
        spans=spans,
        lines=lines,
        used=frozenset(each.line for each in chosen) | {line for _, line in spans},
        remarks=remarks if given.day is None else (),
    )


_GUESS = 0.55
"""Sureness up to which a year is only what it may be."""


def _stated(document: Document, parts: Sequence[Section]) -> Iterable[_Dated]:
    """Yield the dates under labels, then those at the top."""
    labelled: set[int] = set()
    for part in parts:
        if not TIMELY.intersection(part.fields):
            continue
        for line in part.lines:
            if begins_with_time(line) and part.fields[0] not in _OF_TIME:
                continue
            labelled.add(line.number)
            field = part.fields[0]
            yield from (_Dated(each, line.number, True, field) for each in _dates(line))
    for line in top(document):
        label = label_of(line)
        if line.number in labelled or (label and label.field in {Field.OTHER, Field.SPEAKERS}):
            continue
        yield from (_Dated(each, line.number, False) for each in _dates(line))


_MOST_DAYS = 31
"""Between a first and a last day; more are a period in which something is open."""


def _filled(found: Collection[tuple[date, Field | None]]) -> list[date]:
    """Return the days in order, with those between "Start:" and "End:"."""
    days = {day for day, _ in found}
    first = min((day for day, field in found if field is Field.START), default=None)
    last = max((day for day, field in found if field is Field.END), default=None)
    if first and last and first < last <= first + timedelta(days=_MOST_DAYS):
        days |= {first + timedelta(days=at) for at in range((last - first).days)}
    return sorted(days)


def _dates(line: Line) -> list[dates.Written]:
    """Return the dates of the event in *line*, the last one where it was moved."""
    plain = folded(line.text)
    found = [each for each in dated(line.text) if each.day]
    if _MOVED.search(plain) and len(found) > 1:
        return found[-1:]
    first = found[0].at[0] if found else 0
    other = _ANOTHER_DAY.search(plain[:first][-60:])
    return [] if other or _is_footnote(line) or is_stamp(line.text) else found


def _is_footnote(line: Line) -> bool:
    """Whether a date stands alone in brackets, as that of a document does."""
    return bool(re.fullmatch(r"\(\s*[\d. /-]+\s*\)", line.text))


_FIRST = 6
"""Paragraphs that announce an event; what comes later talks of other days too."""


def _in_prose(document: Document) -> Iterable[_Dated]:
    """Yield the first date with a day in the prose that announces the event."""
    told = (each for each in paragraphs(document.lines[:_FARTHEST]) if len(each.text) > _SENTENCE)
    for each in islice(told, _FIRST):
        found = [
            written for written in dated(each.text) if written.day and not _is_other(written, each)
        ]
        if found:
            return iter((_Dated(found[0], each.line, False),))
    return iter(())


_FARTHEST, _SENTENCE = 200, 50


def _is_other(written: dates.Written, each: Paragraph) -> bool:
    """Whether a date in prose is that of a deadline or of another event."""
    return bool(_ANOTHER_DAY.search(folded(each.text)[: written.at[0]][-60:]))


def _chosen(stated: Sequence[_Dated]) -> list[_Dated]:
    """Return the dates under labels; without any, those at the top."""
    labelled = [each for each in stated if each.labelled]
    return labelled or list(stated)


def _year(
    document: Document, stated: Sequence[_Dated], given: Given
) -> tuple[dates.Year, tuple[Remark, ...]]:
    """Return the year of dates without one, and what is to be told of it."""
    open_ones = [each for each in stated if each.written.year is None and not _ends_dated(each)]
    if given.year or given.day:
        year = given.year or (given.day.year if given.day else 0)
        return dates.Year(year=year, sure=1.0, reason="given"), ()
    found = _told_year(document, stated, [each.written for each in open_ones], given)
    if not open_ones:
        return found, ()
    first = open_ones[0]
    question = Question(
        name="year", words="In which year does it take place?", default=str(found.year)
    )
    remark = Remark(
        field="date",
        line=first.line,
        code="year-inferred",
        message=f"the year is missing; {found.year} was taken: {found.reason}",
        sure=found.sure,
        hint="say --year, or write the whole date",
        question=question,
    )
    return found, (remark,)


def _ends_dated(each: _Dated) -> bool:
    return bool(each.written.last and each.written.last.year)


def _told_year(
    document: Document, stated: Sequence[_Dated], open_ones: list[dates.Written], given: Given
) -> dates.Year:
    moment = given.moment.date()
    printed = [each.written.year for each in stated if each.written.year]
    if printed:
        return dates.Year(year=printed[0], sure=0.9, reason="another date of it has this year")
    about = " ".join((document.about.get("title", ""), document.about.get("date", "")))
    for text, where in ((_text(top(document)), "at its top"), (about, "in the file's properties")):
        years = [int(year) for year in _YEAR.findall(text)]
        fitting = [year for year in years if _fits(open_ones, year)]
        if fitting:
            return dates.Year(year=fitting[0], sure=0.8, reason=f"the note names it {where}")
    headed = [
        each.year
        for line in document.lines
        if len(line.text) < 80 and not line.is_blank
        for each in dated(line.text)
        if each.year and each.day and _fits(open_ones, each.year)
    ]
    if headed:
        return dates.Year(year=headed[0], sure=0.7, reason="another date in the note has it")
    return dates.likely_year(open_ones, moment)


def _fits(open_ones: Iterable[dates.Written], year: int) -> bool:
    """Whether every printed day of the week is right in *year*."""
    return all(each.agrees(day) for each in open_ones for day in each.days(year)[:1])


def _weekdays(chosen: Sequence[_Dated], year: int, month_first: bool) -> tuple[Remark, ...]:
    """Tell of every date that is not on the day of the week that is printed with it."""
    remarks = []
    for each in chosen:
        days = each.written.days(year, month_first=month_first)[:1]
        if days and not each.written.agrees(days[0]):
            remarks.append(
                Remark(
                    field="date",
                    line=each.line,
                    code="weekday-differs",
                    message=f"{days[0]} is a {days[0]:%A}, another day of the week is printed",
                    sure=0.5,
                    hint="say --date",
                    question=Question(
                        name="date", words="On which day is it?", default=str(days[0])
                    ),
                )
            )
    return tuple(remarks)


def _two_ways(each: _Dated, year: int) -> Remark:
    first, other = (each.written.days(year, month_first=way)[0] for way in (False, True))
    question = Question(
        name="date",
        words="Which day is meant?",
        default=str(first),
        choices=(str(first), str(other)),
    )
    return Remark(
        field="date",
        line=each.line,
        code="date-ambiguous",
        message=f"the date can be {first} or {other}; the first was taken",
        sure=0.6,
        hint="say --date",
        question=question,
    )


def _text(lines: Iterable[Line]) -> str:
    return "\n".join(line.text for line in lines)
