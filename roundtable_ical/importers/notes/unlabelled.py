"""Lists of people that no word announces: lines one under the other, each a person."""

from collections.abc import Collection, Sequence

from roundtable_ical.importers.notes.found import Named, Person, Remark
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.people import people

_LONGEST = 220
"""Characters of a line that names one person."""
_FEWEST = 2


def people_listed(lines: Sequence[Line], taken: Collection[int], language: str) -> Named:
    """Return who is listed in *lines*, with a remark: nothing but the list says that they speak.

    Args:
        lines: of the document.
        taken: numbers of those that something else was made of.
        language: of the document.
    """
    found: list[Person] = []
    run: list[Person] = []
    for line in (*lines, Line(number=0, text=".")):
        if line.is_blank:
            continue
        who = () if line.number in taken else _person(line, language)
        if who:
            run.extend(who)
            continue
        if len(run) >= _FEWEST:
            found.extend(run)
        run = []
    if not found:
        return Named()
    names = ", ".join(each.name or "" for each in found)
    remark = Remark(
        field="speakers",
        line=found[0].line,
        code="taken-for-speakers",
        message=f"{names} stand in a list; taken for those who speak",
        sure=0.7,
        hint="take out of the speakers who is none",
    )
    return Named(people=tuple(found), remarks=(remark,))


def _person(line: Line, language: str) -> tuple[Person, ...]:
    """Return the one person that a line is, with what they are; nobody for other lines."""
    if len(line.text) > _LONGEST or len(line.cells) > 1 or line.heading:
        return ()
    named = people.named([line], language)
    told = [each for each in named.people if each.name and (each.function or each.affiliation)]
    return tuple(told) if len(told) == 1 == len(named.people) and not named.rest else ()
