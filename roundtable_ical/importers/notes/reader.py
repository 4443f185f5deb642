"""From the lines of a note to the values of an event."""

from collections.abc import Sequence
from dataclasses import replace

from roundtable_ical.importers.draft import Draft
from roundtable_ical.importers.notes.agenda.agenda import agenda
from roundtable_ical.importers.notes.answers import answered
from roundtable_ical.importers.notes.found import Agenda, Head, Item, Named
from roundtable_ical.importers.notes.head.day_places import at_their_places, day_places
from roundtable_ical.importers.notes.head.framing import without_frame
from roundtable_ical.importers.notes.head.head import glance, head
from roundtable_ical.importers.notes.head.stamps import is_stamp, same_moment
from roundtable_ical.importers.notes.leftover import leftover
from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.importers.notes.making import Making, days_of
from roundtable_ical.importers.notes.people import people
from roundtable_ical.importers.notes.people.legends import explained
from roundtable_ical.importers.notes.stated_ends import with_stated_end
from roundtable_ical.importers.notes.unlabelled import people_listed
from roundtable_ical.ports import Source
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.texts import shortened

_SHOWN = 160
"""Characters of a line that is shown in a problem."""
_TOP = 30
"""Lines at the top among which the moment of publication stands."""
_FEWEST = 2
"""Items that make an agenda where no date is found in a document."""


def draft(document: Document, source: Source) -> Draft:
    """Return the event that *document* announces, as far as it can be understood."""
    given = answered(source.given)
    document = explained(document)
    seen = glance(document, given=given)
    known = replace(given, year=given.year or seen.times.year)
    listed = agenda(
        _without_stamps(document), given=known, language=seen.spoken.tag, days=seen.times.days
    )
    listed = without_frame(listed, document.lines)
    told = head(seen, listed)
    if places := day_places(document.lines):
        told = replace(told, place=None)
        listed = replace(listed, items=at_their_places(listed.items, places))
    listed = replace(listed, items=listed.items or _whole(told))
    items = _itself(listed, told, document.lines)
    items = with_stated_end(items, told.hours, days_of(told, items), told.lines.get("hours"))
    made = Draft(source)
    if not items or (not days_of(told, items) and len(items) < _FEWEST):
        made.refuse(_no_agenda(listed, told))
        return made
    Making(made, given, told, replace(listed, items=items)).make()
    for line, words in leftover(document.lines, made.values, [str(each) for each in made.problems]):
        made.unread(line, shortened(words, _SHOWN))
    return made


def _without_stamps(document: Document) -> Document:
    """Return *document* without the moments at which it was published: no day of an agenda."""
    top, rest = document.lines[:_TOP], document.lines[_TOP:]
    stamps = [line for line in top if is_stamp(line.text)]
    kept = tuple(
        line
        for line in top
        if line not in stamps and not any(same_moment(line.text, each.text) for each in stamps)
    )
    return replace(document, lines=(*kept, *rest))


def _itself(listed: Agenda, told: Head, lines: Sequence[Line]) -> tuple[Item, ...]:
    """Return the items; one without a title is the event itself, its speakers those of the note."""
    items = listed.items
    if not items or any(item.title for item in items):
        return items
    if len(items) > 1:
        return tuple(replace(item, title=told.title or "") for item in items)
    first = items[0].named
    who = people.listed(told.speakers, told.language)
    more = Named()
    if not first.people and not who:
        more = people_listed(lines, listed.lines, told.language)
    named = Named(
        people=(*first.people, *who, *more.people),
        rest=first.rest,
        remarks=(*first.remarks, *more.remarks),
    )
    return (replace(items[0], title=told.title or "", named=named),)


def _whole(told: Head) -> tuple[Item, ...]:
    """Return the event as its only item, where it has hours and no agenda."""
    if not told.title or told.hours is None:
        return ()
    start, end = told.hours
    line = told.lines.get("hours", 1)
    days = told.days or (None,)
    return tuple(Item(line=line, day=day, start=start, end=end, title="") for day in days)


def _no_agenda(listed: Agenda, told: Head) -> Problem:
    """Return why nothing can be made of a document."""
    if listed.items:
        message = "no date stands in the document, and hardly any time"
        return Problem.error("no-date", (), message, "say --date, if it is a programme at all")
    if told.days:
        message = "no time of day stands in the document: there is nothing to put on a calendar"
        hint = "write times before the items of the agenda, as 8.30 - 9.00, and import it again"
        return Problem.error("no-times", (), message, hint)
    message = "this is no concept note and no agenda: neither a date nor a time of day is in it"
    return Problem.error("not-a-note", (), message, "look whether it is the right file")
