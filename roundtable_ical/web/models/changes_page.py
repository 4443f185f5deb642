"""What changed: a section for each revision, newest first, with what was and what is."""

from collections.abc import Sequence
from dataclasses import dataclass

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.texts import public
from roundtable_ical.revisions.changes import Change, ChangeKind
from roundtable_ical.revisions.publication import Revision
from roundtable_ical.services.reasons import Reasons
from roundtable_ical.services.retell import Retold
from roundtable_ical.web.models.agenda import Agenda
from roundtable_ical.web.models.head import Head, head
from roundtable_ical.web.models.said import NOTHING, Said, Voice
from roundtable_ical.web.models.told_words import BADGES, TEXTS, joined, was_and_is
from roundtable_ical.web.reader import Reader

MOST_SECTIONS = 20
"""Revisions on one page."""
MOST_LINES = 100
"""Changes of one revision that are told one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One change. *tone* is the class of its badge, *icon* may be "" for a question mark.

    *segment* is the id of a segment that is still on the agenda, else empty; *whole* is whether it
    concerns the event itself. *context* is where, or when, that segment is now. *reason* is what
    the organiser says of it beside.
    """

    tone: str
    icon: str
    word: str
    title: Said
    segment: str
    whole: bool
    context: Said
    was: Said
    now: Said
    reason: Said = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One revision: *moment* is for ``<time datetime>``, *reason* may be empty.

    *first* is how many sessions the first publication had, else None. *more* counts changes that
    are not told one by one. *retimed* are the old and the new time zone data, where only that
    changed.
    """

    number: int
    day: str
    time: str
    moment: str
    reason: Said
    first: int | None
    lines: tuple[Line, ...]
    more: int
    retimed: tuple[str, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage:
    """What the page shows.

    *kept* is whether anybody remembers the history; else there are no sections. *older* is what to
    ask for to see the revisions before these, None at the end; *forgotten* is whether there were
    more than are told. *newer* is whether these are not the newest.
    """

    head: Head
    sections: tuple[Section, ...]
    kept: bool
    older: int | None
    newer: bool
    forgotten: bool
    fallen: tuple[str, ...]


def changes_page(
    event: SideEvent,
    reader: Reader,
    retold: Sequence[Retold] | None,
    *,
    revision: Revision | None = None,
    before: int | None = None,
    most: int = MOST_SECTIONS,
) -> ChangesPage:
    """Return the page of what changed of *event*.

    Args:
        event: as it is public now.
        reader: in whose language.
        retold: its revisions, newest first; None where nobody remembers.
        revision: that is public now.
        before: only revisions of a lower number than this; None for the newest.
        most: revisions on one page.
    """
    say = Voice(reader, event.language)
    known = list(retold or ())
    asked = [each for each in known if before is None or each.revision.number < before]
    writer = _Writer(event, say)
    shown = asked[:most]
    last = shown[-1].revision.number if shown else 1
    more = len(asked) > len(shown)
    return ChangesPage(
        head=head(event, say, revision),
        sections=tuple(map(writer.section, shown)),
        kept=retold is not None,
        older=last if more else None,
        newer=len(asked) < len(known),
        forgotten=not more and last > 1,
        fallen=tuple(sorted(say.fallen)),
    )


class _Writer:
    """Writes sections for one reader."""

    def __init__(self, event: SideEvent, say: Voice) -> None:
        self._event = event
        self._say = say
        self._agenda = Agenda(event, say)
        self._reasons = Reasons(event)
        self._items = {item.id: item for item in event.occurrences}

    def section(self, retold: Retold) -> Section:
        """Return the section of one revision."""
        revision, reader = retold.revision, self._say.reader
        moment = revision.moment.astimezone(self._event.timezone)
        first = revision.number == 1
        told = () if first else tuple(joined(each.change for each in retold.told))
        only_times = not retold.told and retold.retimed_from
        return Section(
            number=revision.number,
            day=reader.short_day(moment.date()),
            time=reader.time(moment),
            moment=moment.isoformat(timespec="minutes"),
            reason=self._plain(self._reasons.said(revision.message)),
            first=len(retold.told) if first else None,
            lines=tuple(self._line(*each) for each in told[:MOST_LINES]),
            more=max(len(told) - MOST_LINES, 0),
            retimed=(retold.retimed_from or "", revision.tzdata) if only_times else None,
        )

    def _line(self, change: Change, reason: str) -> Line:
        tone, icon, word = BADGES[change.kind]
        was, now = was_and_is(change, self._say.reader)
        id_ = change.segment_id or ""
        there = id_ in self._event.agenda
        return Line(
            tone=tone,
            icon=icon,
            word=word,
            title=self._title(change),
            segment=id_ if there else "",
            whole=change.segment_id is None,
            context=self._context(self._items.get(id_), change.kind),
            was=self._side(was, change.was, change.kind),
            now=self._side(now, change.now, change.kind),
            reason=self._plain(public(reason)),
        )

    def _side(self, words: str, told: str, kind: ChangeKind) -> Said:
        """Return what was or is; *told* is it in the change, which may be the organiser's words."""
        theirs = kind in TEXTS and words == told
        return self._plain(public(words)) if theirs else Said(public(words))

    def _title(self, change: Change) -> Said:
        """Return the title as it is now in the reader's language, if it is still the same."""
        segment = self._event.agenda.get(change.segment_id or "")
        now = segment.title if segment else self._event.title
        same = str(now) == change.title and (segment or change.segment_id is None)
        return self._say(now) if same else self._plain(change.title)

    def _context(self, item: Occurrence | None, kind: ChangeKind) -> Said:
        if item is None:
            return NOTHING
        row = self._agenda.row(item)
        if kind is not ChangeKind.ROOM:
            return self._say.joined((row.room, row.city))
        reader = self._say.reader
        day = reader.short_day(item.start.date(), year=False)
        return Said(reader.at(day, f"{row.hours} {row.city}") if row.hours else day)

    def _plain(self, words: str) -> Said:
        return self._say.plain(words) if words else NOTHING
