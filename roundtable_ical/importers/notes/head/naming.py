"""What an event is called: title, subtitle, and the kind that stands above them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from roundtable_ical.importers.notes.head import announced, host_words, title_words
from roundtable_ical.importers.notes.head.labels import Field
from roundtable_ical.importers.notes.head.paragraphs import mended
from roundtable_ical.importers.notes.head.sections import Section
from roundtable_ical.importers.notes.head.title_blocks import (
    FULL,
    LONGEST,
    Block,
    blocks,
    is_chief,
    is_date,
    is_framed,
    is_generic,
    is_kind,
    tidy,
)
from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.importers.notes.people import names as persons
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.importers.notes.times.moments import dated, timed


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name, the lines it stands in, and how sure it is; *line* is the first one."""

    text: str
    lines: tuple[int, ...]
    sure: float

    @property
    def line(self) -> int:
        """The line it begins in."""
        return self.lines[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What the event is called; None for what the note does not say."""

    title: Named | None = None
    subtitle: Named | None = None
    kind: Named | None = None
    generic: frozenset[int] = frozenset()
    """Lines that only say what sort of document it is."""


def names(
    head: Sequence[Line], parts: Sequence[Section], document: Document, used: Collection[int] = ()
) -> Names:
    """Return what the event is called.

    Args:
        head: the lines at the top of the note.
        parts: its sections; a label "Title:" among them decides.
        document: the note; the title that the file gives itself is often another one.
        used: numbers of lines that are something else (a venue, hosts).
    """
    labelled = _labelled(parts, Field.TITLE)
    sub = _labelled(parts, Field.SUBTITLE)
    kind = _labelled(parts, Field.KIND)
    found = list(blocks(head, used))
    generic = [block for block in found if is_generic(block.text)]
    real = [block for block in found if block not in generic and not _is_only_date(block)]
    real = _without_letterhead(_below_bodies(real))
    kinds = [block for block in real if is_kind(block.text) and not is_chief(block, real)]
    real = [block for block in real if block not in kinds]
    if len(real) > 1 and is_framed(real[0].text) and not is_chief(real[0], real):
        kinds, real = [*kinds, real[0]], real[1:]
    told = _of_file(document.about.get("title", ""))
    chosen = _chosen(real, told)
    if kind is None and kinds and (chosen or labelled):
        kind = Named(text=kinds[0].text, lines=kinds[0].lines, sure=0.8)
    if labelled is None and chosen is None and kinds:
        chosen, kind = kinds[0], kind
    known = frozenset(number for block in generic for number in block.lines)
    if labelled:
        return Names(title=labelled, subtitle=sub, kind=kind, generic=known)
    if chosen is None:
        fallback = sub or told or _announced(document) or _run_on(document)
        fallback = fallback or _longest(generic) or _of_agenda(document)
        return Names(title=fallback, subtitle=None, kind=kind, generic=known)
    after = [block for block in real if block.lines > chosen.lines]
    title, rest = _parted(chosen)
    if sub is None:
        sub = rest or (_subtitle(chosen, after) if after else None)
    return Names(title=title, subtitle=sub, kind=kind, generic=known)


def _is_only_date(block: Block) -> bool:
    """Whether *block* says a date and no name; the heading of a note may begin with a month."""
    words = re.findall(r"[^\W\d_]{3,}", block.text)
    days = dated(block.text)
    least = len(days) + (2 if any(each.day for each in days) else 0)
    named = block.heading == 1 and len(words) > least
    return is_date(block.text) and not named


def _labelled(parts: Sequence[Section], field: Field) -> Named | None:
    for part in parts:
        if part.fields[:1] == (field,) and part.text:
            text = tidy(part.text.replace("\n", " "))
            # "Name: Jane Doe" under a contact is no title.
            somebody = persons.is_name(text) and persons.has_given(text)
            if text and not somebody:
                return Named(text=text[:LONGEST], lines=part.numbers, sure=0.95)
    return None


def _without_letterhead(blocks: list[Block]) -> list[Block]:
    """Return *blocks* without the names of bodies in capitals above the title."""
    kept = list(blocks)
    while len(kept) > 1 and not kept[0].heading and _is_letterhead(kept[0].text, kept[1:]):
        kept.pop(0)
    return kept


def _below_bodies(blocks: list[Block]) -> list[Block]:
    """Return *blocks* without a column of bodies over the line that says the kind of event."""
    for at in [at for at, block in enumerate(blocks) if is_kind(block.text)][:1]:
        bodies = [block for block in blocks[:at] if not block.heading]
        lettered = any(title_words.LETTERHEAD.search(folded(each.text)) for each in bodies)
        if len(bodies) == at >= _COLUMN and lettered and blocks[at + 1 :]:
            return blocks[at:]
    return blocks


_COLUMN = 2
"""Lines of bodies, one under the other, that are no title and subtitle."""


def _is_letterhead(text: str, after: Sequence[Block]) -> bool:
    """Whether *text* is a body: in capitals, or before a line that names an event."""
    plain = folded(text)
    other = plain.replace("general assembly", "")
    body = bool(title_words.LETTERHEAD.search(plain)) and not title_words.HAS_EVENT.search(other)
    return body and (
        text.isupper() or any(title_words.HAS_EVENT.search(folded(each.text)) for each in after)
    )


def _chosen(blocks: Sequence[Block], told: Named | None) -> Block | None:
    """Return the block that is the title.

    A heading of the first level is before all; those below it are parts of a note that has a
    title of its own, unless nothing stands before them.
    """
    first = next((block for block in blocks if block.heading == 1), None)
    before = next((block for block in blocks if not block.heading), None)
    if first or told is None:
        return first or before or next(iter(blocks), None)
    return before if before is not None and not blocks[0].heading else None


def _parted(block: Block) -> tuple[Named, Named | None]:
    """Return the title in *block*; the file's lines have the subtitle apart."""
    sure = 0.9 if block.heading == 1 else 0.7
    return Named(text=tidy(block.text), lines=block.lines, sure=sure), None


def _subtitle(title: Block, after: Sequence[Block]) -> Named | None:
    """Return what stands under the title, where it can be its second half."""
    group = [after[0]]
    for block in after[1:]:
        below = block.lines[0] == group[-1].lines[-1] + 1 and block.heading == group[0].heading
        if not below or host_words.INVITES.search(folded(block.text)):
            break
        group.append(block)
    whole = mended(" ".join(block.text for block in group))
    text = tidy(whole)
    far = group[0].lines[0] - title.lines[-1] > 3
    if re.search(r"[.!]$", whole) or len(text) < 4 or len(text) > LONGEST or far:
        return None
    sure = 0.9 if title.text.endswith(":") else 0.5
    lines = tuple(number for block in group for number in block.lines)
    return Named(text=text, lines=lines, sure=sure)


def _of_file(about: str) -> Named | None:
    """Return the title that the file gives itself, where it is one."""
    told = tidy(about)
    if (
        len(told) < 4
        or title_words.NO_TITLE.search(folded(told))
        or title_words.OF_PROGRAM.search(folded(told))
    ):
        return None
    return Named(text=told, lines=(1,), sure=0.5)


def _announced(document: Document) -> Named | None:
    """Return a title that stands in quotation marks or in capitals in the first prose."""
    if found := announced.title(document.lines):
        return Named(text=found.text, lines=(found.line,), sure=0.6)
    if found := announced.event_name(document.lines):
        words = tidy(found.text)
        if title_words.PATRONAGE.match(folded(words)):
            words = _said_again(words, document) or words
        return Named(text=words, lines=(found.line,), sure=0.4)
    return None


def _run_on(document: Document) -> Named | None:
    """Return what stands before the first date in a text whose lines were lost."""
    first = next((line for line in document.lines if re.search(r"[^\W\d_]{3}", line.text)), None)
    if first is None or len(first.text) < FULL:
        return None
    spans = [each.at[0] for each in dated(first.text)]
    spans += [each.at[0] for each in timed(first.text)]
    before = title_words.TAIL.sub("", first.text[: min(spans, default=0)].rstrip()).strip(" ,:;–—-")
    if title_words.PATRONAGE.match(folded(before)):
        before = _said_again(before, document) or before
    words = len(before.split())
    return Named(text=before, lines=(first.number,), sure=0.3) if 1 < words < _MOST_WORDS else None


def _of_agenda(document: Document) -> Named | None:
    """Return what the heading of the agenda calls it: "PROGRAMME OF THE PRIZE CEREMONY"."""
    for line in document.lines:
        found = _AGENDA_OF.match(re.sub(r"\s*\([^()]*\)$", "", line.text))
        heads = found and (line.heading or found[0].isupper())
        if found and heads and _IS_EVENT.search(folded(found["event"])):
            return Named(text=tidy(found["event"]), lines=(line.number,), sure=0.4)
    return None


_IS_EVENT = re.compile(rf"{title_words.HAS_EVENT.pattern}|\b(?:acto?|acte|festakt|festival)\b")
_AGENDA_OF = re.compile(
    r"(?:programm?e?|programa|agenda|ordre du jour|orden del d[ií]a|tagesordnung|programma)\s+"
    r"(?:(?:of|for|de|du|der|des|del|do|da|di)\s+)?(?:(?:the|la|l['’])\s*)?(?P<event>\S.{5,120})",
    re.IGNORECASE,
)


def _said_again(words: str, document: Document) -> str | None:
    """Return the longest end of *words* that the note has a second time, as on its next page."""
    whole = folded(" ".join(line.text for line in document.lines)[:_FARTHEST])
    parts = words.split()
    ends = (" ".join(parts[at:]) for at in range(1, len(parts) - 1))
    return next((end for end in ends if whole.count(folded(end)) > 1), None)


_FARTHEST = 20_000
"""Characters in which a title is looked for again."""
_MOST_WORDS = 20


def _longest(generic: Sequence[Block]) -> Named | None:
    """Return "Workshop Agenda" as a title, where there is no other."""
    longest = max(generic, key=lambda block: len(block.text), default=None)
    return Named(text=tidy(longest.text), lines=longest.lines, sure=0.3) if longest else None
