"""Times of day, spans and lengths as they stand in a text."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

DAY = 24 * 60
"""Minutes of a day."""


class Half(StrEnum):
    """Of the day, as printed."""

    AM = "am"
    PM = "pm"


class Style(StrEnum):
    """How a time is written; *bare* is an hour alone, *digits* is ``1330``, *word* is ``noon``.

    *comma* is ``15,30``, which elsewhere is a number.
    """

    COLON = "colon"
    DOT = "dot"
    COMMA = "comma"
    LETTER = "letter"
    DIGITS = "digits"
    BARE = "bare"
    WORD = "word"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day as printed: *hour* from 0 to 24, and a *half* where one stands with it.

    *padded* is true for ``08:15``, which nobody writes for the evening.
    """

    hour: int
    minute: int = 0
    half: Half | None = None
    style: Style = Style.COLON
    padded: bool = False

    @property
    def certain(self) -> bool:
        """Whether it can only be one time of the day, as printed."""
        return self.half is not None or not 1 <= self.hour <= 12 or self.style is Style.WORD

    @property
    def is_long(self) -> bool:
        """Whether it is on a clock of 24 hours for sure."""
        return self.half is None and (self.hour > 12 or self.hour == 0) and self.hour < 24

    @property
    def minutes(self) -> int:
        """Minutes after midnight, as printed; an hour without a half is taken as it is."""
        hour = self.hour
        if self.half is not None and hour <= 12:
            hour = hour % 12 + (12 if self.half is Half.PM else 0)
        return hour * 60 + self.minute

    def time(self) -> time:
        """Return the time as printed; 24:00 is midnight."""
        return clock_time(self.minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """A time or a span as it stands in a text.

    Args:
        at: where it begins and ends in the text, with its brackets and small words ("from", "hrs").
        start: None for "until 17:00".
        end: None for a time alone.
        zone: the words after it that name a clock, as ``UTC``, ``GMT+1`` or ``Nairobi time``.
        others: the same on other clocks ("9 am EDT / 2 pm BST").
        doubtful: numbers that may be something else, as ``1.15`` alone or ``9-10``.
        approximate: with "about", "ca." or "from ... on".
    """

    at: tuple[int, int]
    start: Clock | None
    end: Clock | None = None
    zone: str = ""
    others: "tuple[Hours, ...]" = ()
    doubtful: bool = False
    approximate: bool = False

    @property
    def clocks(self) -> tuple[Clock, ...]:
        """The one or two times of it."""
        return tuple(each for each in (self.start, self.end) if each is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long something takes, as "(5 min.)" or "[15']": *bracketed* where it is in brackets."""

    at: tuple[int, int]
    minutes: int
    bracketed: bool


def clock_time(minutes: int) -> time:
    """Return the time of day *minutes* after a midnight."""
    return time(minutes // 60 % 24, minutes % 60)
