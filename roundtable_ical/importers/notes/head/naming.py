"""What an event is called: title, subtitle, and the kind that stands above them."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from roundtable_ical.importers.notes.head import announced, title_words
from roundtable_ical.importers.notes.head.labels import Field, fields_of, label_of
from roundtable_ical.importers.notes.head.paragraphs import mended
from roundtable_ical.importers.notes.head.sections import Section
from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.importers.notes.times.moments import dated, timed

_WIDEST = 220
"""Characters of a line that is longer than titles are."""
_FULL = 64
"""Characters of a line that was broken for want of room."""
_FEW_BEHIND = 3
"""Words behind a date that still are of it, as a place."""
_CENTRED = 4
"""Columns of white space before the lines of a title in the middle of the page."""
_LONGEST = 300


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


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of one title; *heading* from 1, 0 for none."""

    text: str
    lines: tuple[int, ...]
    heading: int


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
    blocks = list(_blocks(head, used))
    generic = [block for block in blocks if _is_generic(block.text)]
    real = [block for block in blocks if block not in generic and not _is_date(block.text)]
    real = _without_letterhead(real)
    kinds = [block for block in real if _is_kind(block.text) and not _is_chief(block, real)]
    real = [block for block in real if block not in kinds]
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
        fallback = sub or told or _announced(document) or _run_on(document) or _longest(generic)
        return Names(title=fallback, subtitle=None, kind=kind, generic=known)
    after = [block for block in real if block.lines > chosen.lines]
    title, rest = _parted(chosen)
    if sub is None:
        sub = rest or (_subtitle(chosen, after) if after else None)
    return Names(title=title, subtitle=sub, kind=kind, generic=known)


def tidy(text: str) -> str:
    """Return a title without marks around it, and without a date behind it.

    >>> tidy("“Work for all”, 12 March 2020")
    'Work for all'
    """
    words = mended(text).strip(" *_#|=-–—:;,")
    spans = [each.at for each in dated(words) if each.day]
    times = [each.at for each in timed(words) if not each.doubtful]
    first = min((begin for begin, _ in (*spans, *times)), default=len(words))
    last = max((end for _, end in (*spans, *times)), default=len(words))
    if len(re.findall(r"[^\W\d_]{3,}", words[last:])) > _FEW_BEHIND and len(words) < _FULL * 2:
        first = len(words)
    before = title_words.TAIL.sub("", words[:first].rstrip()) if first < len(words) else words
    kept = before if len(before.split()) > 1 else words
    return _unquoted(kept.strip(" *_#|=-–—:;,"))


def _unquoted(words: str) -> str:
    pairs = {"“": "”", '"': '"', "«": "»", "‘": "’", "'": "'", "„": "“"}
    if len(words) > 2 and pairs.get(words[0]) == words[-1] and words[-1] not in words[1:-1]:
        return words[1:-1].strip()
    return words


def _labelled(parts: Sequence[Section], field: Field) -> Named | None:
    for part in parts:
        if part.fields[:1] == (field,) and part.text:
            text = tidy(part.text.replace("\n", " "))
            if text:
                return Named(text=text[:_LONGEST], lines=part.numbers, sure=0.95)
    return None


def _blocks(head: Sequence[Line], used: Collection[int]) -> Iterable[_Block]:
    """Yield the lines of *head* that may name the event, wrapped ones joined."""
    group: list[Line] = []
    blank = False
    for line in head:
        if line.is_blank:
            blank = True
            continue
        if not _may_name(line, used):
            if group:
                yield _block(group)
            group = []
        elif group and _goes_on(group, line, blank):
            group.append(line)
        else:
            if group:
                yield _block(group)
            group = [line]
        blank = False
    if group:
        yield _block(group)


def _may_name(line: Line, used: Collection[int]) -> bool:
    if line.number in used or len(line.text) > _LONGEST or len(line.cells) > 1 + (not line.table):
        return False
    if line.bullet and not line.bullet[:1].isdigit() and not line.heading:
        return False
    if not line.heading and (len(line.text) > _WIDEST or title_words.SENTENCE.search(line.text)):
        return False
    if title_words.NO_TITLE.search(folded(line.text)):
        return False
    label = label_of(line)
    return label is None or (not label.rest and label.field is Field.AGENDA)


def _goes_on(group: Sequence[Line], line: Line, blank: bool) -> bool:
    """Whether *line* belongs to the title that *group* has begun."""
    text = " ".join(each.text for each in group)
    last = group[-1]
    if len(text) + len(line.text) > _LONGEST or _is_generic(text) or _is_generic(line.text):
        return False
    if (
        dated(line.text)
        or line.text.startswith("(")
        or title_words.AS_KIND.match(folded(line.text))
    ):
        return False
    if any(text.count(a) > text.count(b) for a, b in ("“”", "«»", "()")) or text.count('"') % 2:
        return True
    if last.heading != line.heading:
        return False
    if title_words.OPEN_END.search(text) and not text.endswith(":"):
        return True
    if blank or last.heading:
        return False
    if line.text[:1].islower():
        return True
    if text.isupper() or line.text.isupper():
        return text.isupper() and line.text.isupper() and not _is_kind(text)
    if last.indent >= _CENTRED and line.indent >= _CENTRED and not _is_kind(text):
        return True
    full = len(last.text) + len(line.text.split(maxsplit=1)[0]) > _FULL
    return full and not re.search(r"[.:!?]$", last.text)


def _block(group: Sequence[Line]) -> _Block:
    text = " ".join(line.text.replace("\t", " ") for line in group)
    return _Block(mended(text), tuple(line.number for line in group), group[0].heading)


def _is_generic(text: str) -> bool:
    plain = folded(text).strip(" .:*#-–—()[]")
    plain = re.sub(r"\s*\([^()]*\)", "", re.sub(r"\s+", " ", plain))
    return bool(title_words.GENERIC.fullmatch(plain)) or fields_of(text)[:1] == (Field.AGENDA,)


def _is_kind(text: str) -> bool:
    plain = folded(_unquoted(text)).strip(" .:*#-–—()")
    return bool(title_words.KIND.fullmatch(plain)) and bool(title_words.HAS_EVENT.search(plain))


def _is_chief(block: _Block, blocks: Sequence[_Block]) -> bool:
    """Whether *block* is the only heading of the first level: then it is the title."""
    return block.heading == 1 and sum(each.heading == 1 for each in blocks) == 1


def _is_date(text: str) -> bool:
    """Whether hardly anything is left of *text* without its dates and times."""
    spans = [each.at for each in dated(text)]
    if not spans:
        return False
    spans += [each.at for each in timed(text)]
    rest = text
    for begin, end in sorted(spans, reverse=True):
        rest = rest[:begin] + rest[end:]
    return len(re.findall(r"[^\W\d_]{3,}", rest)) < 2 or spans[0][0] <= 2


def _without_letterhead(blocks: list[_Block]) -> list[_Block]:
    """Return *blocks* without the names of bodies in capitals above the title."""
    kept = list(blocks)
    while len(kept) > 1 and not kept[0].heading and _is_letterhead(kept[0].text, kept[1:]):
        kept.pop(0)
    return kept


def _is_letterhead(text: str, after: Sequence[_Block]) -> bool:
    """Whether *text* is a body: in capitals, or before a line that names an event."""
    plain = folded(text)
    body = bool(title_words.LETTERHEAD.search(plain)) and not title_words.HAS_EVENT.search(plain)
    return body and (
        text.isupper() or any(title_words.HAS_EVENT.search(folded(each.text)) for each in after)
    )


def _chosen(blocks: Sequence[_Block], told: Named | None) -> _Block | None:
    """Return the block that is the title.

    A heading of the first level is before all; those below it are parts of a note that has a
    title of its own, unless nothing stands before them.
    """
    first = next((block for block in blocks if block.heading == 1), None)
    before = next((block for block in blocks if not block.heading), None)
    if first or told is None:
        return first or before or next(iter(blocks), None)
    return before if before is not None and not blocks[0].heading else None


def _parted(block: _Block) -> tuple[Named, Named | None]:
    """Return the title in *block*; the file's lines have the subtitle apart."""
    sure = 0.9 if block.heading == 1 else 0.7
    return Named(text=tidy(block.text), lines=block.lines, sure=sure), None


def _subtitle(title: _Block, after: Sequence[_Block]) -> Named | None:
    """Return what stands under the title, where it can be its second half."""
    group = [after[0]]
    for block in after[1:]:
        if block.lines[0] != group[-1].lines[-1] + 1 or block.heading != group[0].heading:
            break
        group.append(block)
    whole = mended(" ".join(block.text for block in group))
    text = tidy(whole)
    far = group[0].lines[0] - title.lines[-1] > 3
    if re.search(r"[.!]$", whole) or len(text) < 4 or len(text) > _LONGEST or far:
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
    """Return a title that stands in quotation marks in the first prose."""
    found = announced.title(document.lines)
    return Named(text=found.text, lines=(found.line,), sure=0.6) if found else None


def _run_on(document: Document) -> Named | None:
    """Return what stands before the first date in a text whose lines were lost."""
    first = next((line for line in document.lines if re.search(r"[^\W\d_]{3}", line.text)), None)
    if first is None or len(first.text) < _FULL:
        return None
    spans = [each.at[0] for each in dated(first.text)]
    spans += [each.at[0] for each in timed(first.text)]
    before = title_words.TAIL.sub("", first.text[: min(spans, default=0)].rstrip()).strip(" ,:;–—-")
    words = len(before.split())
    return Named(text=before, lines=(first.number,), sure=0.3) if 1 < words < _MOST_WORDS else None


_MOST_WORDS = 20


def _longest(generic: Sequence[_Block]) -> Named | None:
    """Return "Workshop Agenda" as a title, where there is no other."""
    longest = max(generic, key=lambda block: len(block.text), default=None)
    return Named(text=tidy(longest.text), lines=longest.lines, sure=0.3) if longest else None
