"""From the tables of a file to an event."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from roundtable_ical.importers.draft import Draft, Ids, refused
from roundtable_ical.importers.notes.times import dates
from roundtable_ical.importers.sheets.cells import Sheet, Unreadable, Workbook, said
from roundtable_ical.importers.sheets.columns import Columns, columns
from roundtable_ical.importers.sheets.days import days
from roundtable_ical.importers.sheets.grids import Undated, grid
from roundtable_ical.importers.sheets.headings import Meaning
from roundtable_ical.importers.sheets.labels import ROOM
from roundtable_ical.importers.sheets.moments import Told, told
from roundtable_ical.importers.sheets.planning import Planner
from roundtable_ical.importers.sheets.records import Reader, Record
from roundtable_ical.importers.sheets.zoned import clocks
from roundtable_ical.ports import Source
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.reading import Reading
from roundtable_ical.programme.texts import shortened
from roundtable_ical.zones.places import folded

_NEEDED = "a table needs a heading with a column for titles and one for times, as Title and Start"
_GRID = "; a grid needs a row of rooms or dates above the columns, and times in the first one"
_FIRST_DAY = (
    "say the first day with --date, as --date 2026-09-28, or write one row for each item, "
    "with Title and Start"
)
_GENERIC = re.compile(
    r"(?:sheet|tabelle|feuil|feuille|hoja|planilha|plan|foglio|blad|arkusz|list|лист|folha|taul|"
    r"工作表|シート)\s*\d*|schedule|agenda|programme?|programm|programa|sessions?|export|data|"
    r"(?:all |accepted |submitted )*sessions(?: and speakers)?|events?|timetable|zeitplan",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"<.*>|\[.*\]|\{.*\}")


@dataclass(slots=True)
class _Table:
    """A sheet that is an agenda, and what its name and the rows above its heading say."""

    sheet: Sheet
    columns: Columns
    records: list[Record] = field(default_factory=list)
    head: list[tuple[int, str]] = field(default_factory=list)


def read(source: Source, opened: Callable[[Source], Workbook]) -> Reading:
    """Return the event in *source* and every problem; *opened* knows the format."""
    try:
        book = opened(source)
        draft = Draft(source)
        for problem in book.problems:
            draft.tell(problem)
        tables = _tables(book, draft)
    except Unreadable as error:
        return refused(source, error.problem, error.line)
    _tell_columns(draft, tables)
    records = [record for table in tables for record in table.records]
    head = [line for table in tables for line in table.head]
    everything = [each for record in records for each in record.everything]
    above = [day for _, words in head for each in dates.found(words) for day in each.days()]
    named = [told(table.sheet.name, times=False) for table in tables if table.sheet.name]
    halves = any(
        clock and clock.half for record in records for clock in (record.start.start, record.end.end)
    )
    how = days([*everything, *named], source.given, halves=halves, near=above)
    brackets = [words for table in tables for words in table.columns.brackets]
    zoned = clocks(records, brackets, "\n".join(words for _, words in head), source.given)
    for problem in (*how.problems, *zoned.problems):
        draft.tell(problem, tables[0].columns.line if problem.question is None else None)
    zoned.problems.clear()
    _head(draft, book, tables, zoned.home.key)
    Planner(draft, how, zoned).plan(records)
    for problem in zoned.problems:
        draft.tell(problem)
    return draft.reading()


def _tables(book: Workbook, draft: Draft) -> list[_Table]:
    """Return the sheets that are agendas; the others are told.

    Raises:
        Unreadable: there is none.
    """
    found: list[_Table] = []
    others: list[tuple[Sheet, Columns]] = []
    undated: int | None = None
    for sheet in book.sheets:
        if not sheet.rows:
            continue
        known = columns(sheet)
        if known.complete:
            found.append(_table(sheet, known, len(found), draft))
            continue
        try:
            table = _grid(sheet, len(found), draft)
        except Undated as error:
            table, undated = None, undated or error.line
        if table is not None:
            found.append(table)
        else:
            others.append((sheet, known))
    if not found and undated is not None:
        message = "no title and start columns found: it is a grid of days of the week without dates"
        raise Unreadable("no-columns", message, _FIRST_DAY, undated)
    if not found:
        raise _incomplete(others)
    if not any(record.timed for table in found for record in table.records):
        line = found[0].columns.line
        message = "there is no row with a title and a start time"
        raise Unreadable("no-items", message, _NEEDED, line)
    for sheet, known in others:
        message = f"the sheet {sheet.name!r} was not read: {_missing(known)}"
        draft.tell(Problem.warning("not-an-agenda", (), message, _NEEDED), known.line)
    several = len(found) > 1
    for table in found:
        _named(table, draft, several=several)
    return found


def _table(sheet: Sheet, known: Columns, number: int, draft: Draft) -> _Table:
    reader = Reader(sheet, number, known)
    table = _Table(sheet, known, reader.records())
    for row in sheet.rows[: known.position]:
        words = [said(row[at]) for at in row.filled]
        if not all(_PLACEHOLDER.fullmatch(each) or each in known.unknown for each in words):
            table.head.append((row.line, " | ".join(words)))
    for line, problem in reader.problems:
        draft.tell(problem, line)
    return table


def _grid(sheet: Sheet, number: int, draft: Draft) -> _Table | None:
    """Return *sheet* as a table, where it is a grid of times and rooms or days.

    Raises:
        Undated: its days have no dates.
    """
    found = grid(sheet, number, draft.source.given)
    if found is None:
        return None
    table = _Table(sheet, Columns(found.position, found.line, {}), list(found.records))
    for row in sheet.rows[: found.position]:
        table.head.append((row.line, " | ".join(said(row[at]) for at in row.filled)))
    for line, problem in found.problems:
        draft.tell(problem, line)
    return table


def _named(table: _Table, draft: Draft, *, several: bool) -> None:
    """Give the rows of *table* the day, room or theme that the name of its sheet says."""
    name = table.sheet.name
    if not name:
        return
    day = told(name, times=False)
    if day.dated:
        day = replace(day, start=None, end=None)
        table.records = [
            replace(each, day=day) if not _dated(each) else each for each in table.records
        ]
        return
    if not several or _GENERIC.fullmatch(name.strip()):
        return
    room = bool(ROOM.search(folded(name)))
    field_name = "room" if room else "themes"
    if any(getattr(each, field_name) for each in table.records):
        return
    what = "venue" if room else "theme"
    message = f"the name of the sheet {name!r} was taken as the {what} of its rows"
    told_of = Problem.inferred("sheet-name", (), message, sure=0.6)
    draft.tell(told_of, table.columns.line)
    table.records = [
        replace(each, room=name) if room else replace(each, themes=(name,))
        for each in table.records
    ]


def _dated(record: Record) -> bool:
    return any(each.dated for each in (record.day, record.start, record.section or Told()))


def _incomplete(others: Sequence[tuple[Sheet, Columns]]) -> Unreadable:
    """Return what to say where no sheet is an agenda: the one that comes nearest to one."""
    if not others:
        return Unreadable("empty", "the file is empty: there are no rows", "export the table again")
    sheet, known = max(others, key=lambda each: len(each[1].known))
    where = f" in the sheet {sheet.name!r}" if sheet.name else ""
    grid = {Meaning.TIME, Meaning.START} & set(known.known) and len(known.unknown) > 1
    hint = f"{_NEEDED}{_GRID if grid else ''}"
    return Unreadable("no-columns", f"{_missing(known)}{where}", hint, known.line)


def _missing(known: Columns) -> str:
    title, start = Meaning.TITLE in known.known, Meaning.START in known.known
    start = start or Meaning.TIME in known.known
    lacking = " and ".join(
        words for there, words in ((title, "title"), (start, "start")) if not there
    )
    columns_ = "columns" if not title and not start else "column"
    seen = [column.words for each in known.known.values() for column in each]
    names = ", ".join(shortened(each, 30) for each in (*seen, *known.unknown)[:12])
    return f"no {lacking} {columns_} found (the headings seem to be: {names or 'none'})"


def _tell_columns(draft: Draft, tables: Sequence[_Table]) -> None:
    """Tell how each column was read."""
    done: set[tuple[str, Meaning]] = set()
    unused: set[str] = set()
    for table in tables:
        for meaning, found in table.columns.known.items():
            for column in found:
                if (column.words, meaning) in done:
                    continue
                done.add((column.words, meaning))
                message = f"column {shortened(column.words)!r} was read as {meaning.value}"
                if column.words == table.columns.stood_in and meaning is Meaning.TITLE:
                    message += ", as there is none for titles"
                sure = round(column.heading.sure, 2)
                told_of = Problem.inferred("column", (), message, sure=sure)
                draft.tell(told_of, table.columns.line)
        names = [words for words in table.columns.unknown if words not in unused]
        unused |= set(names)
        if names:
            shown = ", ".join(shortened(each, 30) for each in names[:20])
            told_of = Problem.inferred("column", (), f"not used: the columns {shown}", sure=0.9)
            draft.tell(told_of, table.columns.line)


def _head(draft: Draft, book: Workbook, tables: Sequence[_Table], zone: str) -> None:
    """Say what the whole programme is called: by a title above the table, or by the file's name."""
    lines = [(line, words) for table in tables for line, words in table.head]
    titles = [
        (line, words) for line, words in lines if not dates.found(words) and " | " not in words
    ]
    stem = PurePath(draft.source.name.replace("\\", "/")).stem
    named = " ".join(re.split(r"[\s_]+|(?<=\D)-|-(?=\D)", stem)).strip() or "Programme"
    if titles:
        title = titles[0][1]
        message = f"{shortened(title)!r} above the table was taken for the title"
        draft.lines["title",] = titles[0][0]
        told_of = Problem.inferred("title-inferred", ("title",), message, sure=0.7)
    else:
        book_title = book.title if not _GENERIC.fullmatch(book.title.strip()) else ""
        title = book_title or named
        message = f"the table has no title; {shortened(title)!r} was taken from the file"
        hint = "write the title of the event"
        told_of = Problem.inferred("title-inferred", ("title",), message, sure=0.3, hint=hint)
    draft.tell(told_of)
    title = shortened(" ".join(title.split()), 500)
    draft.values |= {"id": Ids().new(title), "title": title, "timezone": zone}
    for line, words in lines:
        if (line, words) not in titles[:1] and not _only_days(words):
            draft.unread(line, shortened(words, 200))


def _only_days(words: str) -> bool:
    """Whether *words* are days and nothing else: what they say was taken for the table."""
    rest = words
    for each in reversed(dates.found(words)):
        rest = rest[: each.at[0]] + rest[each.at[1] :]
    return rest != words and not any(map(str.isalnum, rest))
