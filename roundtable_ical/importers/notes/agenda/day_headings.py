"""Lines that a day of the agenda stands under."""

import re
from collections.abc import Sequence

from roundtable_ical.importers.notes.agenda.slots import clean, dated
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times import dates
from roundtable_ical.importers.notes.times.dates import Written
from roundtable_ical.importers.notes.times.letters import folded

_LONGEST_DAY = 120
_LONGEST_NUMBERED = 80
_FEW_WORDS = 45
_PROGRAMME = re.compile(
    r"(?:draft |provisional |indicative )?(?:programm?[ea]?|agenda|schedule|timetable|horario)\b"
)


def day_heading(line: Line) -> tuple[tuple[Written, ...], int | None] | None:
    """Return the dates and the number of the day that a line stands over; None for other lines.

    >>> found = day_heading(Line(number=1, text="DAY 1: SATURDAY 12TH FEBRUARY 2022"))
    >>> found[0][0].days(), found[1]
    ((datetime.date(2022, 2, 12),), 1)
    """
    text = " ".join(cell for cell in dict.fromkeys(line.cells) if cell).split("\n")[0]
    if not text or len(text) > _LONGEST_DAY:
        return None
    found = dated(text)
    number = dates.day_number(text)
    if number and any(
        each.at[0] <= number[2] and number[1] <= each.at[1] and each.day for each in found
    ):
        # "Día 06 de noviembre": the number is that of the date.
        overlapping = any(each.at[0] < number[2] and number[1] < each.at[1] for each in found)
        number = None if overlapping else number
    if not found and not number:
        return None
    starts = [each.at[0] for each in found] + ([number[1]] if number else [])
    covered = sum(each.at[1] - each.at[0] for each in found)
    covered += number[2] - number[1] if number else 0
    leads = not clean(text[: min(starts)])
    return (
        (found, number[0] if number else None)
        if _stands_over(line, text, found, number is not None, leads, covered)
        else None
    )


def _stands_over(
    line: Line,
    text: str,
    found: Sequence[Written],
    numbered: bool,
    leads: bool,
    covered: int,
) -> bool:
    """Whether a line with a date is a heading, and no sentence."""
    full = any(each.day is not None for each in found)
    if full and (leads or covered * 2 >= len(text) or line.heading):
        return True
    if numbered and (leads or line.heading) and len(text) <= _LONGEST_NUMBERED:
        return True
    if leads and (covered * 10 >= 8 * len(clean(text)) or (line.heading and not full)):
        return True
    if not full or line.bullet or len(text) - covered > _FEW_WORDS:
        return False
    return found[0].weekday is not None or bool(_PROGRAMME.match(folded(text)))


def without_date(text: str) -> str:
    """Return the words of a title that begins with its date: "19 September | Trade"."""
    written = [each for each in dated(text) if each.day is not None]
    if written and not clean(text[: written[0].at[0]]):
        return clean(text[written[0].at[1] :])
    return text
