"""Who is named in a row: in columns of names, of first and last names, and of what they are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from roundtable_ical.importers.sheets.cells import NOTHING, Row, parted, said
from roundtable_ical.importers.sheets.columns import Columns
from roundtable_ical.importers.sheets.headings import Meaning
from roundtable_ical.importers.speakers import ROLES, Somebody, several
from roundtable_ical.programme.people import Role
from roundtable_ical.zones.places import folded

_OF_COLUMNS = (Role.PANELLIST, Role.DISCUSSANT, Role.MODERATOR)
"""Roles that a column is headed by, as "Panelists"."""
_QUOTED = re.compile(r"""'([^']*)'|"([^"]*)\"""")
_LIST = re.compile(r"""\[\s*(?:'[^']*'|"[^"]*")(?:\s*,\s*(?:'[^']*'|"[^"]*"))*\s*\]""")


def parted_in(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether each cell names one person, or people parted by more than commas."""
    found = columns.known.get(Meaning.SPEAKER, ())
    if len(found) > 1:
        return True
    cells = [said(row[column.at]) for column in found for row in rows]
    return any(len(parted(words)) > 1 for words in cells)


def _named(words: str, *, one_each: bool) -> tuple[Somebody, ...]:
    """Return who is named in a cell; lists as programs print them are taken apart."""
    if _LIST.fullmatch(words.strip()):
        words = "; ".join(one or other for one, other in _QUOTED.findall(words))
    return several(words, one_each=one_each)


def people(row: Row, columns: Columns, *, one_each: bool) -> tuple[Somebody, ...]:
    """Return everybody in *row*; *one_each* where commas part no people (`parted_in`)."""
    known = columns.known
    places = _by_number(row, columns, Meaning.AFFILIATION)
    functions = _by_number(row, columns, Meaning.FUNCTION)
    found: list[Somebody] = []
    for column in known.get(Meaning.SPEAKER, ()):
        words = said(row[column.at])
        if words.casefold() not in NOTHING:
            named = _named(words, one_each=one_each)
            role = ROLES.get(folded(column.words).partition(" ")[0])
            if role in _OF_COLUMNS:
                named = tuple(replace(each, role=role) for each in named)
            found += _placed(named, column.heading.number, places, functions)
    lasts = _by_number(row, columns, Meaning.LAST_NAME)
    for column in known.get(Meaning.FIRST_NAME, ()) if not found else ():
        number = column.heading.number
        name = f"{said(row[column.at])} {lasts.get(number, '')}".strip()
        if name:
            found += _placed((Somebody(name=name),), number, places, functions)
    for column in known.get(Meaning.MODERATOR, ()):
        words = said(row[column.at])
        role = Role.CHAIR if "chair" in folded(column.words) else Role.MODERATOR
        if words.casefold() not in NOTHING:
            found += [replace(each, role=role) for each in several(words)]
    return tuple(dict.fromkeys(found))


def _by_number(row: Row, columns: Columns, meaning: Meaning) -> Mapping[int | None, str]:
    return {
        column.heading.number: said(row[column.at])
        for column in reversed(columns.known.get(meaning, ()))
        if said(row[column.at]).casefold() not in NOTHING
    }


def _placed(
    people: Sequence[Somebody],
    number: int | None,
    places: Mapping[int | None, str],
    functions: Mapping[int | None, str],
) -> Iterator[Somebody]:
    """Yield *people* with what the columns beside them say of them, one after the other."""
    found = {}
    for name, columns in (("affiliation", places), ("function", functions)):
        words = columns.get(number, "")
        parts = parted(words)
        if len(people) > 1 and len(parts) != len(people):
            parts = [part.strip() for part in words.split(",")]
        found[name] = (
            parts if len(parts) == len(people) > 1 else [words] if len(people) == 1 else []
        )
    for at, each in enumerate(people):
        place, function = (
            found[name][at] if at < len(found[name]) else "" for name in ("affiliation", "function")
        )
        role = ROLES.get(folded(function).partition(" ")[0])
        yield replace(
            each,
            affiliation=place or each.affiliation,
            function=None if role else function or each.function,
            role=role or each.role,
        )
