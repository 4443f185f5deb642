"""Which days are meant by what a table says of them, all of it seen together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from roundtable_ical.importers.notes.times import dates
from roundtable_ical.importers.notes.times.dates import Written
from roundtable_ical.importers.sheets.moments import Told
from roundtable_ical.ports import Given
from roundtable_ical.programme.problems import Problem, Question

YEAR, DAY = "year", "date"
"""The names of the questions, and of the options that answer them."""


@dataclass(slots=True)
class Days:
    """Reads days: *first* is where days without a date count from, *year* is for those without."""

    year: int
    month_first: bool
    first: date | None
    problems: list[Problem] = field(default_factory=list)

    def of(self, told: Told) -> date | None:
        """Return the day that *told* means; None where it says none."""
        if told.day:
            return told.day
        if told.written and (found := self._written(told.written)):
            return found
        if told.number and self.first:
            return self.first + timedelta(days=told.number - 1)
        return None

    def _next(self, day: int) -> date | None:
        """Return the first day of that number in its month, from the first day of all on."""
        following = (self.first + timedelta(days=count) for count in range(32) if self.first)
        return next((each for each in following if each.day == day), None)

    def last(self, told: Told) -> date | None:
        """Return the day of the end, where *told* says one of its own."""
        return self._written(told.end_written) if told.end_written else None

    def _written(self, written: Written) -> date | None:
        if written.day is not None and written.month is None:
            return self._next(written.day)
        if written.day is not None:
            found = written.days(self.year, month_first=self.month_first)
            return found[0] if found else None
        if written.weekday is None or self.first is None:
            return None
        return self.first + timedelta(days=(written.weekday - self.first.weekday()) % 7)


def days(everything: Sequence[Told], given: Given, *, halves: bool, near: Iterable[date]) -> Days:
    """Return how the days in a table are read.

    Args:
        everything: what its cells say.
        given: what is known from outside.
        halves: whether its times are on a clock of twelve hours.
        near: days that are named outside its columns, as in its title.
    """
    written = [each.written for each in everything if each.written]
    problems: list[Problem] = []
    year = _year(written, given, near := tuple(near), problems)
    month_first = _month_first(everything, written, year, halves, problems)
    known = [each.day or (each.moment and each.moment.date()) for each in everything]
    first = given.day or (near[0] if near else None)
    open_ended = any(_floats(each) for each in everything)
    if first is None and open_ended and not any(known):
        dated = [day for each in written for day in each.days(year, month_first=month_first)]
        first = min(dated, default=None)
    if first is None and (open_ended or not (written or any(known))):
        first = given.moment.date()
        question = Question(name=DAY, words="On which day does it begin?", default=str(first))
        problems.append(
            Problem.inferred(
                "date-inferred",
                ("segments",),
                f"the table does not say its days; {first} was taken as the first one",
                sure=0.1,
                hint="say it with --date, as --date 2026-09-26",
                question=question,
            )
        )
    return Days(year, month_first, first, problems)


def _floats(told: Told) -> bool:
    """Whether it says a day only from some other day on: a weekday, or "Day 2"."""
    bare = told.written is not None and told.written.day is None
    return told.day is None and told.moment is None and (bare or told.number is not None)


def _year(
    written: Sequence[Written], given: Given, near: Sequence[date], problems: list[Problem]
) -> int:
    stated = given.year or (given.day.year if given.day else None)
    yearless = [each for each in written if each.day and each.year is None]
    years = [each.year for each in written if each.year] + [day.year for day in near]
    if stated or not yearless:
        return stated or given.moment.year
    if years:
        return max(set(years), key=years.count)
    likely = dates.likely_year(yearless, given.moment.date())
    question = Question(name=YEAR, words="In which year is it?", default=str(likely.year))
    problems.append(
        Problem.inferred(
            "year-inferred",
            ("segments",),
            f"no year is written; {likely.year} was taken: {likely.reason}",
            sure=likely.sure,
            hint=f"say it with --year, as --year {likely.year}",
            question=question,
        )
    )
    return likely.year


def _month_first(
    everything: Sequence[Told],
    written: Sequence[Written],
    year: int,
    halves: bool,
    problems: list[Problem],
) -> bool:
    """Return whether 4/5 is the 5th of April: what some dates prove holds for all of them."""
    if not any(each.swappable for each in written):
        return False
    proofs = {each.month_first for each in everything if each.month_first is not None}
    if len(proofs) == 1:
        return proofs.pop()
    by_weekday = dates.month_comes_first(written, "en")
    if by_weekday is not None:
        return by_weekday
    spans = {}
    for first in (False, True):
        found = [day for each in written for day in each.days(year, month_first=first)[:1]]
        spans[first] = (max(found) - min(found)).days if found else 0
    if max(spans.values()) > 3 * min(spans.values()) + 14:
        found_first, sure, why = spans[True] < spans[False], 0.9, "its days then are close together"
    elif halves:
        found_first, sure, why = True, 0.7, "its times are on a clock of twelve hours"
    else:
        found_first, sure, why = False, 0.7, "most of the world writes it so"
    order = "month first" if found_first else "day first"
    message = f"dates as 4/5/2024 were read with the {order}: {why}"
    hint = "write dates as 2024-05-04 where that is wrong"
    problems.append(Problem.inferred("date-order", ("segments",), message, sure=sure, hint=hint))
    return found_first
