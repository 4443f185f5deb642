"""Days and hours in words, as ``2026-10-29 09:00-13:00``: when rooms are open, people there."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.clock import day, wall_clock
from roundtable_ical.programme.texts import shortened

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONGEST = 200
_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"
_DASH = r"\s*(?:-|–|—|\bto\b)\s*"
_CLOCK = r"\d{1,2}[:.]\d{2}"
_WINDOW = re.compile(
    rf"(?:(?P<first>\d{{4}}-\d\d?-\d\d?)(?:(?:\s+-\s+|\s*(?:–|—|\.\.|\bto\b)\s*)(?P<last>\d{{4}}-\d\d?-\d\d?))?"
    rf"|(?P<names>{_NAME}(?:(?:{_DASH}|\s*,\s*|\s+(?:and\s+)?){_NAME})*))?"
    rf"\s*,?\s*(?:(?P<start>{_CLOCK}){_DASH}(?P<end>{_CLOCK})|(?P<closed>closed))?",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"({_NAME})(?:{_DASH}({_NAME}))?", re.IGNORECASE)
_HINT = "write day, hours or both, as 2026-10-29 09:00-13:00, mon-fri 08:00-18:00 or 2026-10-30"


@dataclass(frozen=True, slots=True)
class Window:
    """Hours of certain days, on the clock of a place; what is not said is all of it.

    *first* and *last* are the days, both included; *weekdays* are places in `WEEKDAYS`. Hours that
    end at or before their *start* go on into the next day; *closed* stands in place of hours.
    """

    first: date | None = None
    last: date | None = None
    weekdays: tuple[int, ...] = ()
    start: time | None = None
    end: time | None = None
    closed: bool = False

    def has(self, day: date) -> bool:
        """Whether *day* is one of its days."""
        if self.first and self.last:
            return self.first <= day <= self.last
        return not self.weekdays or day.weekday() in self.weekdays

    @property
    def named(self) -> int:
        """How closely it names its days: 2 dates, 1 weekdays, 0 not at all."""
        return 2 if self.first else int(bool(self.weekdays))

    def __str__(self) -> str:
        words = []
        if self.first:
            words.append(f"{self.first}")
            words += [f"to {self.last}"] if self.last != self.first else []
        words += _named(self.weekdays)
        if self.start is not None and self.end is not None:
            words.append(f"{self.start:%H:%M}-{self.end:%H:%M}")
        words += ["closed"] if self.closed else []
        return " ".join(words)


def window(value: object) -> Window:
    """Read ``2026-10-29 09:00-13:00``, ``mon-fri 08:00-18:00``, ``2026-10-29 to 2026-10-31``.

    Raises:
        InvalidField: it is none; the hint says how to write one.

    >>> str(window("Monday to Friday, 8.00-18.00"))
    'mon-fri 08:00-18:00'
    """
    if isinstance(value, Window):
        return value
    if isinstance(value, date):
        return Window(first=day(value), last=day(value))
    words = value.strip() if isinstance(value, str) else ""
    found = _WINDOW.fullmatch(words) if len(words) <= _LONGEST else None
    if found is None or not words.strip(" ,"):
        shown = shortened(str(value))
        raise InvalidField("hours", shown, "is no day and no span of hours", hint=_HINT)
    first = day(found["first"]) if found["first"] else None
    last = day(found["last"]) if found["last"] else first
    if first and last and last < first:
        hint = "write the earlier day first"
        raise InvalidField("hours", words, "ends before it starts", hint=hint)
    start, end = (wall_clock(found[at]).time if found[at] else None for at in ("start", "end"))
    if start is not None and start == end and start != time(0):
        hint = "write two times, or the day alone for all of it"
        raise InvalidField("hours", words, "ends when it starts", hint=hint)
    weekdays = _weekdays(found["names"] or "")
    return Window(first, last, weekdays, start, end, closed=bool(found["closed"]))


def _weekdays(words: str) -> tuple[int, ...]:
    found: set[int] = set()
    for name, last in _RANGE.findall(words):
        begin = WEEKDAYS.index(name[:3].lower())
        length = (WEEKDAYS.index(last[:3].lower()) - begin) % 7 if last else 0
        found.update((begin + step) % 7 for step in range(length + 1))
    return tuple(sorted(found))


def _named(weekdays: Sequence[int]) -> list[str]:
    """Return words for *weekdays*, those in a row as ``mon-fri``."""
    rows: list[list[int]] = []
    for number in weekdays:
        if rows and rows[-1][-1] == number - 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    return [
        "-".join(WEEKDAYS[number] for number in dict.fromkeys((row[0], row[-1]))) for row in rows
    ]


def on_day(windows: Iterable[Window], day: date) -> tuple[Window, ...]:
    """Return those of *windows* that say what is on *day*: dates before weekdays before others.

    Nothing where none has the day: then it is not one of theirs.
    """
    mine = [each for each in windows if each.has(day)]
    closest = max((each.named for each in mine), default=0)
    return tuple(each for each in mine if each.named == closest)


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str | date | Window) else value


def _open(windows: tuple[Window, ...]) -> tuple[Window, ...]:
    for each in windows:
        if each.closed:
            hint = "write days when somebody is not there under `away`"
            raise InvalidField("hours", str(each), "is for rooms alone", hint=hint)
    return windows


Written = Annotated[
    Window,
    BeforeValidator(window),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {"type": "string", "description": "as 2026-10-29 09:00-13:00 or fri 12:00-13:00"}
    ),
]
_ONE_OR_MORE = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
Opening = Annotated[
    tuple[Written, ...],
    BeforeValidator(_listed),
    WithJsonSchema(_ONE_OR_MORE),
    Field(
        description="when it is open, on its own clock, as 08:00-18:00, or several, as "
        "[mon-fri 08:00-18:00, 2026-10-30 closed]; a date counts before a weekday"
    ),
]
Windows = Annotated[
    tuple[Written, ...],
    BeforeValidator(_listed),
    AfterValidator(_open),
    WithJsonSchema(_ONE_OR_MORE),
]
