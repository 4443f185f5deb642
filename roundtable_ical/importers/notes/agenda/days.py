"""Which day a heading means: with or without year, by its number, by its weekday alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from roundtable_ical.importers.notes.agenda.told_days import from_first_to_last
from roundtable_ical.importers.notes.found import Remark
from roundtable_ical.importers.notes.times import dates
from roundtable_ical.importers.notes.times.dates import Written
from roundtable_ical.ports import Given
from roundtable_ical.programme.problems import Question

_MOST_COUNTED = 7
"""Days are counted up to here; "dia 23" is the 23rd of a month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """What is known of the days of an event.

    Args:
        known: its days, as far as they are known before the agenda is read.
        year: of dates that print none.
        month_first: how ``4/5/2024`` is read.
        told: whether somebody said the year, or the document prints it.
        sure: how sure the year is, with its *reason*, where nobody said it.
    """

    known: tuple[date, ...]
    year: int
    month_first: bool
    told: bool
    sure: float = 1.0
    reason: str = ""

    def day(self, written: Written, after: date | None = None) -> date | None:
        """Return the day that *written* means; None where it is none or not clear.

        *after* is the day before in the agenda, for a weekday alone.
        """
        if written.day is None:
            return self._weekday(written, after)
        if written.month is None:
            return self._day_alone(written, after)
        for month_first in (self.month_first, not self.month_first):
            for year in dict.fromkeys((*(each.year for each in self.known), self.year)):
                meant = written.days(year, month_first=month_first)[:1]
                if meant and meant[0] in self.known:
                    return meant[0]
            if not written.swappable:
                break
        meant = written.days(self.year, month_first=self.month_first)[:1]
        return meant[0] if meant else None

    def numbered(self, number: int, first: date | None) -> date | None:
        """Return the day of "Day 2", counted in the known days or from *first*."""
        if number > max(len(self.known), _MOST_COUNTED):
            return self._day_alone(Written(at=(0, 0), day=number), first)
        if 0 < number <= len(self.known) and (len(self.known) > 1 or number == 1):
            return self.known[number - 1]
        base = self.known[0] if self.known else first
        return base + timedelta(days=number - 1) if base else None

    def named(
        self, sentences: Sequence[tuple[int, Written]], headings: Sequence[tuple[int, Written]]
    ) -> tuple[date, ...]:
        """Return the days that *sentences* name: the first, or all where *headings* need more."""
        found = [day for _, each in sentences for day in each.days(self.year)]
        if not found:
            return ()
        weekdays = {each.weekday for _, each in headings if each.weekday is not None}
        return from_first_to_last(found) if weekdays else (found[0],)

    def _day_alone(self, written: Written, after: date | None) -> date | None:
        """Return the day of "Thursday 27", which is near the days that are known."""
        for day in self.known:
            if day.day == written.day:
                return day
        base = after or (self.known[0] if self.known else None)
        near = (base + timedelta(days=count) for count in range(-7, 32)) if base else ()
        return next((d for d in near if d.day == written.day and written.agrees(d)), None)

    def _weekday(self, written: Written, after: date | None) -> date | None:
        for day in self.known:
            if day.weekday() == written.weekday:
                return day
        base = after or (self.known[0] if self.known else None)
        if base is None or written.weekday is None:
            return None
        return base + timedelta(days=(written.weekday - base.weekday()) % 7)


def calendar(
    found: Sequence[tuple[int, Written]], days: Sequence[date], given: Given, language: str
) -> tuple[Calendar, tuple[Remark, ...]]:
    """Return what is known of the days, and what had to be inferred.

    Args:
        found: the dates of the day headings, each with its line.
        days: of the event, as its head says.
        given: what whoever brings the document says.
        language: of the document, as ``en``.
    """
    written = [each for _, each in found]
    known = tuple(sorted(days)) or ((given.day,) if given.day else ())
    if given.day and given.day not in known:
        known = (given.day,)
    remarks: list[Remark] = []
    month_first, order = _order(found, given, language)
    remarks.extend(order)
    year = (
        given.year or (given.day.year if given.day else None) or (known[0].year if known else None)
    )
    if year is None:
        printed = [each.year or (each.last.year if each.last else None) for each in written]
        year = next((each for each in printed if each), None)
    if year is not None:
        made = Calendar(known=known, year=year, month_first=month_first, told=True)
        return made, tuple(remarks)
    likely = dates.likely_year(written, given.moment.date())
    dated = [line for line, each in found if each.day is not None]
    if dated:
        words = f"no year is printed; read as {likely.year}: {likely.reason}"
        question = Question(name="year", words="Which year is it?", default=str(likely.year))
        remarks.append(
            Remark(
                field="date",
                line=dated[0],
                code="year-inferred",
                message=words,
                sure=likely.sure,
                hint="say the year with --year",
                question=question,
            )
        )
    made = Calendar(
        known=known,
        year=likely.year,
        month_first=month_first,
        told=False,
        sure=likely.sure,
        reason=likely.reason,
    )
    return made, tuple(remarks)


def disagreements(placed: Iterable[tuple[int, Written, date]]) -> tuple[Remark, ...]:
    """Return a remark for each heading whose printed weekday is not that of its date."""
    remarks = []
    for line, written, day in placed:
        if written.day is not None and not written.agrees(day):
            message = (
                f"the printed weekday is not that of {day}, which is a {day:%A}; the date was kept"
            )
            remarks.append(
                Remark(
                    field="date",
                    line=line,
                    code="weekday-disagrees",
                    message=message,
                    sure=0.6,
                    hint="check date and year",
                )
            )
    return tuple(remarks)


def _order(
    found: Sequence[tuple[int, Written]], given: Given, language: str
) -> tuple[bool, tuple[Remark, ...]]:
    """Return whether the month stands first in ``4/5/2024``, and what to tell of it."""
    open_ones = [(line, each) for line, each in found if each.swappable]
    answer = given.answers.get("order")
    if answer in {"day-first", "month-first"}:
        return answer == "month-first", ()
    told = dates.month_comes_first((each for _, each in found), language)
    if told is not None or not open_ones:
        return bool(told), ()
    question = Question(
        name="order",
        words="Does the day or the month stand first in these dates?",
        default="day-first",
        choices=("day-first", "month-first"),
    )
    remark = Remark(
        field="date",
        line=open_ones[0][0],
        code="order-inferred",
        message="day and month of this date could be the other way round; read day first",
        sure=0.6,
        hint="write the month as a word",
        question=question,
    )
    return False, (remark,)
