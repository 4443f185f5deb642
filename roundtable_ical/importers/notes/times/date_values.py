"""A date as it stands in a text, and the days that it means."""

from dataclasses import dataclass
from datetime import date, timedelta

LONGEST = 62
"""Days of the longest range that is taken for the days of one event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A date, or a range of days, as it stands in a text.

    Args:
        at: where it begins and ends in the text.
        day: of the month; None where only a day of the week is named.
        month: 1 to 12, None for "Thursday 27"; with *swappable*, the number that stands second.
        year: four digits; None where none is printed.
        weekday: printed day of the week, Monday is 0.
        swappable: two numbers of which either may be the month, as ``4/5/2024``.
        last: the last day, where it is a range (`last.at` is not used).
        further: single days beside the first ("9, 10 and 12 March").
        doubtful: numbers that may be no date at all, as ``3.4`` or ``12/15``.
    """

    at: tuple[int, int]
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    swappable: bool = False
    last: "Written | None" = None
    further: tuple[int, ...] = ()
    doubtful: bool = False

    def days(self, year: int | None = None, *, month_first: bool = False) -> tuple[date, ...]:
        """Return the days it means, in order; none where they do not exist or *year* lacks.

        Args:
            year: of a date that has none printed.
            month_first: how ``4/5/2024`` is read, where both ways are possible.
        """
        first = self._day(self.year or (self.last and self.last.year) or year, month_first)
        if first is None:
            return ()
        if self.last is None:
            also = (day_of(first.year, first.month, each) for each in self.further)
            return (first, *(each for each in also if each))
        last = self.last._day(self.last.year or first.year, month_first)
        if last is not None and last < first and self.last.year is None:
            last = day_of(last.year + 1, last.month, last.day)
        if last is None or not 0 <= (last - first).days < LONGEST:
            return (first,)
        return tuple(first + timedelta(days=count) for count in range((last - first).days + 1))

    def agrees(self, day: date) -> bool:
        """Whether *day* is on the printed day of the week; true where none is printed."""
        return self.weekday is None or day.weekday() == self.weekday

    def _day(self, year: int | None, month_first: bool) -> date | None:
        if self.day is None or self.month is None or year is None:
            return None
        day, month = self.day, self.month
        if self.swappable and month_first:
            day, month = month, day
        return day_of(year, month, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A year that was not printed: how sure it is (0 to 1), and why."""

    year: int
    sure: float
    reason: str


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day; None where it does not exist."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
