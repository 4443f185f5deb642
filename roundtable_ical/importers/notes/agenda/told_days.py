"""Days that sentences beside the agenda name: "The forum will take place on 25 February"."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from roundtable_ical.importers.notes.agenda.slots import dated
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.dates import LONGEST, Written
from roundtable_ical.importers.notes.times.letters import folded

_OTHERWISE = re.compile(
    r"deadline|rsvp|regist(?:er|ration|ro)|no later|submi(?:t|ssion)|updated|last modified|version"
    r"|as of|issued|published|posted|adopted|signed|since|born|until|before"
    r"|limite?|inscri\w+|actualizad|publicad|mis a jour|publie|avant le|antes del?|hasta el|desde"
    r"|anmelde\w*|bis zum|stand|entro il|ate o dia"
)
_BEFORE = 60
"""Characters before a date that tell what it is of."""


def told_days(lines: Sequence[Line], slotted: Iterable[int]) -> tuple[tuple[int, Written], ...]:
    """Return the dates that *lines* name outside the agenda, each with its line; first ones first.

    Those before the first item win over those behind; dates of something else, as a deadline,
    and stamps of a page are none.
    """
    taken = {*slotted}
    first = min(taken, default=0)
    found = [
        (line.number, each)
        for line in lines
        if line.number not in taken
        for each in dated(line.text)
        if each.day is not None and each.month is not None and not _is_otherwise(line.text, each)
    ]
    before = [pair for pair in found if pair[0] < first]
    return tuple(before or found)


def from_first_to_last(days: Sequence[date]) -> tuple[date, ...]:
    """Return the days from the first to the last of a few, where that is one event."""
    first, last = min(days), max(days)
    count = (last - first).days + 1
    if count > LONGEST:
        return (days[0],)
    return tuple(date.fromordinal(first.toordinal() + each) for each in range(count))


def _is_otherwise(text: str, written: Written) -> bool:
    begin = written.at[0]
    return bool(_OTHERWISE.search(folded(text[max(0, begin - _BEFORE) : begin])))
