"""What a letter says, before it is plain text or HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from roundtable_ical.ical.words import words as feed_words
from roundtable_ical.itip.ledger import Proposal
from roundtable_ical.itip.participation import Method, ParticipationStatus
from roundtable_ical.itip.requests import Letter, LetterKind
from roundtable_ical.itip.slots import Slot
from roundtable_ical.itip.writing import dates
from roundtable_ical.itip.writing.words import words
from roundtable_ical.itip.writing.words.vocabulary import Words
from roundtable_ical.programme.segments import Status

_EXCELLENCY = re.compile(
    r"(?:H\.\s*E|S\.\s*E|S\.\s*Exc|Е\.\s*П)\.|HE\s|(?:His|Her) Excellency|(?:Son|Su) Excel"
    r"|Exc(?:mo|ma)\.|Его Превосх|Ее Превосх|(?:صاحبة? )?(?:ال)?سعادة",
)
"""How a name begins whose bearer is greeted by that rank, in the languages of letters."""


_NOTHING = "–"
_LONGEST = 100
"""Characters of a title that stand in a subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Personal addresses that a letter may name; None where there is none."""

    answer: str | None = None
    feed: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One fact; *was* is what it was before, empty where it has not changed or is new.

    *link* tells that the value is an address of the web.
    """

    label: str
    value: str
    was: str = ""
    link: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """An address and what it is called."""

    label: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A letter in its words: *rows* and *text* tell of the slot, *asks* what is to be done.

    *heading* is the event's title; *button* is where the reader is meant to go, *links* are the
    others.
    """

    words: Words
    language: str
    subject: str
    heading: str
    greeting: str
    opening: str
    rows: tuple[Row, ...]
    text: str = ""
    asks: str = ""
    button: Link | None = None
    links: tuple[Link, ...] = ()
    closing: str = ""
    signature: str = ""


def of_letter(letter: Letter, links: Links | None = None) -> Wording:
    """Return what *letter* says, in the speaker's language."""
    slot, was, kind = letter.told.slot, letter.was, letter.kind
    said = words(slot.language)
    alive = letter.told.method is Method.REQUEST
    told = was if alive else None
    retimed = told is None or (slot.start, slot.end) != (told.start, told.end)
    altered = kind is LetterKind.MOVED and not retimed
    opening = said.altered if altered else said.openings[kind]
    links = links if links and alive else Links()
    return Wording(
        words=said,
        language=slot.language,
        subject=_titled(said.subjects[LetterKind.REWORDED if altered else kind], slot, said),
        heading=slot.event_title,
        greeting=_greeting(slot, said),
        opening=_opened(opening, slot, said),
        rows=tuple(rows(slot, told, said, whole=alive)),
        text=slot.description if alive and _same(slot, told) else "",
        asks=_asks(letter, links, said) if alive else said.delete,
        button=Link(said.answer, links.answer) if links.answer else None,
        links=tuple(_links(slot if alive else None, links, said)),
        closing=said.closing,
        signature=slot.organizer_name,
    )


def of_declined_counter(slot: Slot, proposal: Proposal) -> Wording:
    """Return what a speaker is told whose *proposal* is not taken up: the slot stays."""
    said = words(slot.language)
    proposed = ""
    if proposal.start:
        proposed = dates.when(proposal.start, proposal.end, slot.timezone, said)
    asked = (Row(said.proposed, proposed), Row(said.substitute, proposal.substitute))
    return Wording(
        words=said,
        language=slot.language,
        subject=_titled(said.counter_subject, slot, said),
        heading=slot.event_title,
        greeting=_greeting(slot, said),
        opening=_opened(said.counter, slot, said),
        rows=(*rows(slot, None, said), *filter(lambda row: row.value, asked)),
        closing=said.closing,
        signature=slot.organizer_name,
    )


def rows(slot: Slot, was: Slot | None, said: Words, *, whole: bool = True) -> Iterator[Row]:
    """Yield the facts of *slot*, and what they were in *was* where they are others now.

    Without *whole* only those that tell which slot it is.
    """
    before = dict(_facts(_beside(was, slot), said)) if was else {}
    fixed = feed_words(slot.language)
    telling = {said.session, said.when, said.own_time, said.place}
    known = {said.about, said.name, said.organizer, fixed.part_of}
    for label, value in _facts(slot, said):
        old = before.get(label, value)
        same = old == value
        silent = label in known or (label == said.status and value == said.confirmed)
        if not (whole or label in telling) or (same and silent) or not (value or old):
            continue
        link = label == fixed.join and bool(value)
        yield Row(label, value or _NOTHING, "" if same else old or _NOTHING, link=link)


def _same(slot: Slot, was: Slot | None) -> bool:
    """Whether the description is as it was, so that it needs no mark."""
    return was is None or slot.seen.description == was.seen.description


def _beside(was: Slot, slot: Slot) -> Slot:
    """Return *was* in the language of *slot*, and different where a reader sees a difference."""
    return replace(
        was,
        language=slot.language,
        own_timezone=slot.own_timezone,
        description=slot.description if _same(slot, was) else was.description,
        organizer_address=slot.organizer_address
        if slot.seen.organizer_address == was.seen.organizer_address
        else was.organizer_address,
        others=slot.others if slot.seen.others == was.seen.others else was.others,
    )


def _facts(slot: Slot, said: Words) -> Iterator[tuple[str, str]]:
    fixed = feed_words(slot.language)
    open_end = f" – {fixed.open_end}" if slot.open_end else ""
    end = None if slot.open_end else slot.end
    yield fixed.part_of, slot.event_title
    yield said.session, slot.title
    yield said.when, dates.when(slot.start, end, slot.timezone, said) + open_end
    yield said.own_time, dates.own_when(slot, said)
    yield said.place, slot.location
    yield said.status, said.confirmed if slot.status is Status.CONFIRMED else said.provisional
    yield said.name, slot.name
    yield said.role, role(slot)
    yield said.others, slot.others
    yield fixed.join, slot.join
    yield said.organizer, f"{slot.organizer_name} <{slot.organizer_address}>"
    yield said.about, slot.description


def role(slot: Slot) -> str:
    """Return what the speaker does, as "Chair (by video link)"."""
    fixed = feed_words(slot.language)
    played = fixed.roles[slot.role]
    return f"{played} ({fixed.remote})" if slot.remote else played


def _asks(letter: Letter, links: Links, said: Words) -> str:
    partstat = replace(letter.invitation, told=letter.told).partstat
    if partstat is not ParticipationStatus.NEEDS_ACTION:
        return said.stands.format(answer=said.answers[partstat])
    return said.reply_here if links.answer else said.reply


def _links(slot: Slot | None, links: Links, said: Words) -> Iterator[Link]:
    if slot and slot.page:
        yield Link(feed_words(slot.language).page, slot.page)
    if links.feed:
        yield Link(said.feed, links.feed)


def _greeting(slot: Slot, said: Words) -> str:
    if _EXCELLENCY.match(slot.name):
        return said.excellency
    return said.greeting.format(name=slot.name)


def _titled(pattern: str, slot: Slot, said: Words) -> str:
    return pattern.format(title=_short(slot.title), when=dates.brief(slot, said))


def _short(title: str) -> str:
    """Return a title as it fits into a subject, so that the day behind it is seen."""
    if len(title) <= _LONGEST:
        return title
    cut = title[:_LONGEST]
    words = cut.rpartition(" ")[0]
    return (words if len(words) > _LONGEST // 2 else cut).rstrip(" ,;:.-–—") + "…"


def _opened(pattern: str, slot: Slot, said: Words) -> str:
    """Return an opening; in Arabic a title of other letters stands by itself, with its marks."""
    event = slot.event_title
    return pattern.format(event=f"\u2068{event}\u2069" if said.right_to_left else event)
