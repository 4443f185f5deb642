"""Each row of a table as what it says of one item of the agenda."""

import re
from dataclasses import dataclass, field, replace
from datetime import timedelta

from roundtable_ical.importers.prose import one_line, prose
from roundtable_ical.importers.sheets.cells import NOTHING, Cell, Row, Sheet, parted, said
from roundtable_ical.importers.sheets.columns import Columns, columns_in
from roundtable_ical.importers.sheets.headings import Meaning
from roundtable_ical.importers.sheets.lengths import minutes
from roundtable_ical.importers.sheets.moments import Told, told
from roundtable_ical.importers.sheets.persons import parted_in, people
from roundtable_ical.importers.speakers import Somebody
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.texts import shortened
from roundtable_ical.zones.places import folded

_TOTALS = frozenset("total totals summe gesamt somme suma totale totaal sum subtotal итого".split())
_HOURS = re.compile(r"\b(?:h|hrs?|hours?|std|stunden|horas|heures|ore)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row; *day*, *start* and the others are what its cells say, not yet what they mean."""

    line: int
    sheet: int
    title: str
    day: Told = field(default_factory=Told)
    start: Told = field(default_factory=Told)
    end_day: Told = field(default_factory=Told)
    end: Told = field(default_factory=Told)
    section: Told | None = None
    length: int | None = None
    zone: str = ""
    room: str = ""
    building: str = ""
    themes: tuple[str, ...] = ()
    kind: str = ""
    status: str = ""
    abstract: str = ""
    url: str = ""
    people: tuple[Somebody, ...] = ()

    @property
    def timed(self) -> bool:
        """Whether it says when it begins, but for the day."""
        return self.start.start is not None or self.start.moment is not None

    @property
    def everything(self) -> tuple[Told, ...]:
        """All that its cells say of when."""
        section = (self.section,) if self.section else ()
        return (self.day, self.start, self.end_day, self.end, *section)


class Reader:
    """Reads the rows of one sheet; what is no item is told in *problems* with its line."""

    def __init__(self, sheet: Sheet, number: int, found: Columns) -> None:
        self._sheet = sheet
        self._number = number
        self._columns = found
        self._parted = parted_in(sheet.rows, found)
        self.problems: list[tuple[int, Problem]] = []

    def records(self) -> list[Record]:
        """Return the items, in the order of the rows."""
        found: list[Record] = []
        section: Told | None = None
        heading = ""
        for position, row in enumerate(self._sheet.rows):
            if position <= self._columns.position:
                continue
            if again := self._again(row, position):
                self._columns = again
                continue
            if alone := self._alone(row):
                day = told(alone[0], times=False)
                if day.dated and day.start is None:
                    section, heading = day, ""
                else:
                    heading = self._section(row)
                continue
            record = self._record(row, section, heading)
            if record is not None:
                found.append(self._carried(record, found[-1] if found else None))
        return found

    def _again(self, row: Row, position: int) -> Columns | None:
        """Return new columns where *row* is another heading, as before each day."""
        texts = [cell for cell in row.cells if isinstance(cell, str)]
        if len(texts) < 3 or len(texts) != len(row.filled):
            return None
        found = columns_in(row, position, None)
        same = {each.at for known in self._columns.known.values() for each in known}
        here = {each.at for known in found.known.values() for each in known}
        return found if found.complete and len(here & same) >= max(3, len(same) - 1) else None

    def _alone(self, row: Row) -> tuple[Cell] | None:
        """Return what a row says that is but one cell and no item: a heading in the table."""
        filled = row.filled
        return (row[filled[0]],) if len({said(row[at]) for at in filled}) == 1 else None

    def _section(self, row: Row) -> str:
        """Tell a row that says nothing of when; return what it says, where it heads the others."""
        words = said(row[row.filled[0]])
        shown = shortened(words, 60)
        message = f"{shown!r} stands alone in its row; it was not taken for an item"
        hint = "add it by hand, where it is one"
        self.problems.append((row.line, Problem.warning("not-an-item", (), message, hint)))
        heads = row.filled != (self._columns.at(Meaning.TITLE),)
        return words if heads and any(map(str.isalpha, words)) else ""

    def _record(self, row: Row, section: Told | None, heading: str) -> Record | None:
        title = one_line(self._said(row, Meaning.TITLE))
        start, end = self._hours(row)
        first = said(row[row.filled[0]]) if row.filled else ""
        if folded(first).strip(" :") in _TOTALS and start.start is None:
            self._tell(row, "totals", f"{first!r} was taken for a row of sums, and left out")
            return None
        kind = one_line(self._said(row, Meaning.KIND))
        if not title and kind and (start.start or start.moment):
            title = kind
            message = f"the row has no title; its kind {shortened(kind, 60)!r} was taken"
            told_of = Problem.inferred("title-inferred", (), message, sure=0.7)
            self.problems.append((row.line, told_of))
        if not title:
            if start.start or start.moment or len(row.filled) > 1:
                shown = shortened(" | ".join(said(row[at]) for at in row.filled), 80)
                self._tell(row, "no-title", f"the row has no title, and was left out: {shown!r}")
            return None
        subtitle = one_line(self._said(row, Meaning.SUBTITLE))
        abstract = prose(self._said(row, Meaning.ABSTRACT))
        building, room = self._said(row, Meaning.BUILDING), self._said(row, Meaning.ROOM)
        status, themes = self._said(row, Meaning.STATUS), self._themes(row)
        return Record(
            line=row.line,
            sheet=self._number,
            title=title,
            day=self._told(row, Meaning.START_DATE, Meaning.DATE),
            start=start,
            end_day=self._told(row, Meaning.END_DATE),
            end=end,
            section=section,
            length=self._length(row),
            zone=self._said(row, Meaning.ZONE),
            room=one_line(room or building),
            building=one_line(building) if room and building != room else "",
            themes=themes or ((heading,) if heading else ()),
            kind=kind,
            status=status,
            abstract="\n\n".join(filter(None, (subtitle, abstract))),
            url=self._said(row, Meaning.URL),
            people=people(row, self._columns, one_each=self._parted),
        )

    def _hours(self, row: Row) -> tuple[Told, Told]:
        """Return what is said of the start and of the end."""
        start, end = self._told(row, Meaning.START), self._told(row, Meaning.END)
        both = self._told(row, Meaning.TIME)
        if start.start is None and start.moment is None:
            kept = start if start.dated else both
            start = replace(both, day=both.day or kept.day, written=both.written or kept.written)
        return start, end

    def _told(self, row: Row, *meanings: Meaning) -> Told:
        for meaning in meanings:
            at = self._columns.at(meaning)
            if at is None or said(row[at]) in NOTHING:
                continue
            times = meaning not in {Meaning.DATE, Meaning.START_DATE, Meaning.END_DATE}
            if said(row[at]):
                found = told(row[at], times=times)
                if not times and not found.dated and found.start is None:
                    shown = shortened(said(row[at]), 40)
                    message = f"its {meaning.value} {shown!r} is no day that can be read"
                    hint = "write it as 2026-05-04"
                    told_of = Problem.warning("unread-day", (), message, hint)
                    self.problems.append((row.line, told_of))
                return found
        return Told()

    def _length(self, row: Row) -> int | None:
        at = self._columns.at(Meaning.DURATION)
        if at is None:
            return None
        found = minutes(row[at])
        words = self._columns.known[Meaning.DURATION][0].words
        plain = isinstance(row[at], (int, str)) and re.fullmatch(r"\d{1,2}", said(row[at]))
        return found * 60 if found and plain and _HOURS.search(words) else found

    def _said(self, row: Row, meaning: Meaning) -> str:
        at = self._columns.at(meaning)
        words = said(row[at]) if at is not None else ""
        return "" if words.casefold() in NOTHING else words

    def _themes(self, row: Row) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for column in self._columns.known.get(Meaning.THEME, ()):
            words = said(row[column.at])
            parts = parted(words)
            if len(parts) == 1 and re.search(r"tag|keyword|label|schlagw", column.words.lower()):
                parts = words.split(", ")
            found |= {
                one_line(part): None for part in parts if part and part.casefold() not in NOTHING
            }
        return tuple(each for each in found if each)

    def _carried(self, record: Record, before: Record | None) -> Record:
        """Return *record* with the day of the one before it, where it says none itself.

        So are rows written whose cells are one with those above. Its time too, where the row is
        in another room: it then is at the same time as the one before.
        """
        if before is None or record.section is not before.section:
            return record
        dated = record.day.dated or record.start.dated
        carried = before.day if before.day.dated else before.start
        if not dated and carried.dated and record.timed:
            day = carried.day or (carried.moment.date() if carried.moment else None)
            kept = Told(day=day, written=carried.written, number=carried.number)
            record = replace(record, day=kept)
        parallel = record.room and record.room != before.room
        unsaid = not (record.timed or dated or record.end.start or record.length)
        if unsaid and parallel and before.timed:
            message = "no time is given; that of the row above was taken, which is elsewhere"
            self.problems.append(
                (record.line, Problem.inferred("time-inferred", (), message, sure=0.6))
            )
            same = {name: getattr(before, name) for name in ("day", "start", "end", "length")}
            return replace(record, **same)
        return record

    def _tell(self, row: Row, code: str, message: str) -> None:
        hint = "add it by hand, where it is an item"
        self.problems.append((row.line, Problem.warning(code, (), message, hint)))


def lasting(record: Record) -> timedelta | None:
    """Return how long *record* says it lasts."""
    return timedelta(minutes=record.length) if record.length else None
