"""Items of an agenda, finished: their times made clear, their titles freed of people and rooms."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time

from roundtable_ical import zones
from roundtable_ical.importers.notes.agenda import halves, open_places, people_first, rooms, titles
from roundtable_ical.importers.notes.agenda.halves import Span
from roundtable_ical.importers.notes.agenda.handed_on import hand_on
from roundtable_ical.importers.notes.agenda.kinds import kind_of
from roundtable_ical.importers.notes.agenda.rows import Rough
from roundtable_ical.importers.notes.found import Item, Person, Remark
from roundtable_ical.importers.notes.head import houses
from roundtable_ical.importers.notes.head.zone import statement
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.people import honorifics, people
from roundtable_ical.importers.notes.people.filled import without_filled
from roundtable_ical.importers.notes.times import clocks
from roundtable_ical.importers.notes.times.clocks import DAY, Half
from roundtable_ical.ports import Given
from roundtable_ical.programme.problems import Question
from roundtable_ical.programme.segments import Kind

_UTC = zones.zone("UTC")
_SHORTEST_TITLE = 3
_LONGEST_CLOSING = 90
"""Minutes; what closes a day does not last until the dinner."""
_LONGEST_INFERRED = 6 * 60
"""Minutes; a longer time until the next start is a gap, not an item."""


def items(entries: Sequence[Rough], given: Given, language: str) -> Iterator[Item]:
    """Yield the finished items of an agenda, in its order: halves, ends, titles, people."""
    answer = given.answers.get("half")
    half = Half(answer) if answer in set(Half) else None
    entries = [_on_one_clock(entry, given) for entry in entries]
    hand_on(entries)
    _name_house(entries)
    by_day: dict[date | None, list[int]] = {}
    for at, entry in enumerate(entries):
        if entry.hours is not None:
            by_day.setdefault(entry.day, []).append(at)
    placed: dict[int, Span] = {}
    for group in by_day.values():
        hours = [entries[at].hours for at in group]
        placed |= zip(
            group, halves.spans([each for each in hours if each], first=half), strict=True
        )
    starts = {day: sorted(placed[at].start for at in group) for day, group in by_day.items()}
    for at, entry in enumerate(entries):
        following = starts.get(entry.day, [])
        yield _item(entry, placed.get(at), following, language)


def _name_house(entries: Sequence[Rough]) -> None:
    """Give the items their house, where the same one stands in a line of its own under most."""
    house = houses.repeated([line for entry in entries for line in entry.body])
    if house is None:
        return
    for entry in entries:
        shown = [line for line in entry.body if line.text != house.text]
        if len(shown) < len(entry.body):
            entry.body[:] = shown
            entry.room = entry.room or house.text


def _item(entry: Rough, span: Span | None, starts: Sequence[int], language: str) -> Item:
    remarks = list(entry.remarks)
    title, minutes = titles.without_length(titles.joined(entry.parts) if entry.parts else "")
    body, whole = list(entry.body), title
    title, place = open_places.split(title)
    title, text = titles.cut(title)
    if text and _names_on(whole, title, entry.line, language):
        title, text = whole, ""
    body[:0] = [*_as_line(place, entry.line), *_as_line(text, entry.line)]
    first: tuple[Person, ...] = ()
    if title and body:
        title, body, first = people_first.titled(title, body, entry.line, language)
    sort = ""
    if title and titles.is_generic(title) and body and _is_topic(body[0], language):
        sort, (title, body) = title, _topic(body)
    title, named_room = rooms.split(title)
    room = (
        entry.room
        or named_room
        or next((r for line in body if (r := rooms.labelled(line.text))), None)
    )
    if entry.room is None:
        body = [line for line in body if rooms.labelled(line.text) is None]
    title, in_title = _without_people(title, entry, language)
    named = people.named(body, language)
    known = {each.name for each in named.people}
    first = tuple(each for each in first if each.name not in known)
    named = replace(named, people=without_filled((*first, *in_title, *named.people)))
    bare = titles.TBC.sub("", title).strip(" -–—:|") or title
    tentative = bool(titles.TBC.search(title)) and not in_title
    start, end = _times(entry, span, minutes or entry.minutes, starts, kind_of(title), remarks)
    return Item(
        line=entry.line,
        day=entry.day,
        start=start,
        end=end,
        title=(bare if tentative else title).strip(" -–—:|;,/"),
        kind=kind_of(f"{entry.kind} {sort} {title}".strip()),
        room=room,
        zone=entry.zone,
        tentative=tentative,
        named=named,
        body=tuple(entry.body),
        remarks=tuple(remarks),
    )


def _names_on(whole: str, head: str, line: int, language: str) -> bool:
    """Whether *whole* is long for the people named in it only, *head* ending amid them."""
    if not people.in_title(head, line, language)[1]:
        return False
    rest, found = people.in_title(whole, line, language)
    return sum(each.name is not None for each in found) > 1 and titles.cut(rest) == (rest, "")


def _as_line(text: str, number: int) -> list[Line]:
    return [Line(number=number, text=text)] if text else []


def _without_people(title: str, entry: Rough, language: str) -> tuple[str, tuple[Person, ...]]:
    """Return *title* without the people in it; a title that is nothing but people stays.

    Where people have a column of their own, what only looks like a name is none.
    """
    line = entry.line
    rest, found = people.in_title(title, line, language)
    sure = any(each.honorific or each.affiliation or each.function for each in found)
    if entry.listed and not sure:
        return title, ()
    head, tail = _signed(title) or (_parted(title) if found else ("", ""))
    if head:
        left, last = people.in_title(tail, line, language)
        whole_tail = last and not left and any(each.name for each in last)
        if whole_tail and not people.in_title(head, line, language)[1]:
            return head, last
    bare, whole = (" ".join(re.findall(r"\w+", each)) for each in (rest, title))
    if len(bare) >= _SHORTEST_TITLE and bare in whole:
        return rest, found
    return title, found if sure else ()


def _signed(title: str) -> tuple[str, str] | None:
    """Return *title* and who gives it, where that begins a sentence: "Rivers. Dr. Ida Lund"."""
    for stop in _STOP.finditer(title):
        if honorifics.split(title[stop.end() :])[0]:
            return title[: stop.start()], title[stop.end() :]
    return None


def _parted(title: str) -> tuple[str, str]:
    """Return *title* before and behind its last dash; the first is empty where there is none."""
    *head, tail = _DASH.split(title)
    return title[: -len(tail)].rstrip(" -–—|") if head and tail else "", tail.strip()


_DASH = re.compile(r"\s[-–—|]\s")
_STOP = re.compile(r"(?<=[^\s.][.?!])\s(?=[A-ZÀ-Ý])")


def _on_one_clock(entry: Rough, given: Given) -> Rough:
    """Return *entry* on the clock of the event, where it names one or several."""
    hours = entry.hours
    if hours is None:
        return entry
    if not hours.others:
        alone = statement(hours.zone, entry.line) if hours.zone else None
        plain = alone is not None and len(alone.zones) == 1 and given.timezone is None
        return replace(entry, zone=alone.zones[0]) if alone and plain else entry
    told = [
        (each, said)
        for each in (hours, *hours.others)
        if (said := statement(each.zone, entry.line)) is not None
    ]
    wanted = given.timezone
    best = next((pair for pair in told if wanted in pair[1].zones), None)
    best = best or next((pair for pair in told if _UTC in pair[1].zones), None)
    best = best or next((pair for pair in told if pair[1].zones), None)
    if best is None:
        return entry
    chosen, said = best
    zone = wanted if wanted in said.zones else said.zones[0]
    return replace(entry, hours=replace(chosen, others=()), zone=zone)


def _topic(body: Sequence[Line]) -> tuple[str, list[Line]]:
    """Return what a discussion is about, joined over the lines it was wrapped in, and the rest."""
    count = 1
    while count < len(body) and body[count].text[:1].islower() and not body[count].bullet:
        count += 1
    return titles.joined([line.text for line in body[:count]]), list(body[count:])


def _is_topic(line: Line, language: str) -> bool:
    return (
        not line.bullet
        and len(line.text) > 15
        and ":" not in line.text
        and not people.named([line], language).people
    )


def _times(
    entry: Rough,
    span: Span | None,
    minutes: int | None,
    starts: Sequence[int],
    kind: Kind,
    remarks: list[Remark],
) -> tuple[time | None, time | None]:
    if span is None or entry.hours is None:
        return None, None
    start, end = span.start, span.end
    if span.turned:
        remarks.append(_turned(entry, start, end))
    elif span.inferred:
        remarks.append(_inferred_half(entry, span))
    if end is not None and end - start > 16 * 60 and end > DAY:
        message = f"the printed end {clocks.clock_time(end):%H:%M} is before its start; left out"
        remarks.append(
            Remark(
                field="end", line=entry.line, code="end-before-start", message=message, sure=None
            )
        )
        end = None
    if end is None and minutes:
        end = start + minutes
        message = f"{minutes} minutes are printed"
        remarks.append(
            Remark(field="end", line=entry.line, code="end-inferred", message=message, sure=0.9)
        )
    elif end is None:
        later = starts[bisect_right(starts, start) :][:1]
        longest = _LONGEST_CLOSING if kind is Kind.CLOSING else _LONGEST_INFERRED
        if later and later[0] - start <= longest:
            end = later[0]
            message = "no end is printed; it ends where the next item starts"
            remarks.append(
                Remark(field="end", line=entry.line, code="end-inferred", message=message, sure=0.6)
            )
    return clocks.clock_time(start), None if end is None else clocks.clock_time(end)


def _turned(entry: Rough, start: int, end: int | None) -> Remark:
    shown = f"{clocks.clock_time(start):%H:%M}"
    if end is not None:
        shown += f"-{clocks.clock_time(end):%H:%M}"
    message = f"am and pm as printed do not fit their neighbours; read as {shown}"
    return Remark(field="start", line=entry.line, code="half-turned", message=message, sure=0.8)


def _inferred_half(entry: Rough, span: Span) -> Remark:
    shown = f"{clocks.clock_time(span.start):%H:%M}"
    message = f"no am or pm is printed; read as {shown} by the order of the agenda"
    question = None
    if span.sure < 0.9:
        half = Half.AM if span.start % DAY < halves.NOON else Half.PM
        question = Question(
            name="half",
            words="Does the agenda begin in the morning (am) or in the afternoon (pm)?",
            default=half.value,
            choices=tuple(Half),
        )
    return Remark(
        field="start",
        line=entry.line,
        code="half-inferred",
        message=message,
        sure=span.sure,
        question=question,
    )
