"""Houses that stand in a line of their own again and again, as under the items of an agenda."""

from collections import Counter
from collections.abc import Sequence

from roundtable_ical.importers.notes.head import place_lines, place_words
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.letters import folded

_LONGEST = 80
_FEWEST = 3


def repeated(lines: Sequence[Line]) -> Line | None:
    """Return the first of the lines that name the house most is in; None where there is none.

    Args:
        lines: those among which it is looked for; rooms of a house are none.
    """
    found = [line for line in lines if _is_house(line)]
    usual, times = next(iter(Counter(line.text for line in found).most_common(1)), ("", 0))
    if times < _FEWEST or times * 2 < len(found):
        return None
    return next(line for line in found if line.text == usual)


def _is_house(line: Line) -> bool:
    if not line.text or len(line.text) > _LONGEST or line.bullet or line.heading or line.table:
        return False
    return not place_words.ROOM.search(folded(line.text)) and bool(place_lines.alone(line))
