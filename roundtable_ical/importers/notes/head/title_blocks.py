"""The lines at the top that may name an event, those of one title together."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from roundtable_ical.importers.notes.agenda.table_heads import is_head
from roundtable_ical.importers.notes.head import host_words, title_words
from roundtable_ical.importers.notes.head.labels import Field, fields_of, label_of
from roundtable_ical.importers.notes.head.paragraphs import mended
from roundtable_ical.importers.notes.head.who_lines import tells_who
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.importers.notes.times.moments import dated, timed

FULL = 64
"""Characters of a line that was broken for want of room."""
LONGEST = 300
"""Characters of the longest title."""
_WIDEST = 220
"""Characters of a line that is longer than titles are."""
_FEW_BEHIND = 3
"""Words behind a date that still are of it, as a place."""
_CENTRED = 4
"""Columns of white space before the lines of a title in the middle of the page."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one title; *heading* from 1, 0 for none."""

    text: str
    lines: tuple[int, ...]
    heading: int


def blocks(head: Sequence[Line], used: Collection[int]) -> Iterable[Block]:
    """Yield the lines of *head* that may name the event, wrapped ones joined."""
    group: list[Line] = []
    blank = False
    for line in head:
        if line.is_blank:
            blank = True
            continue
        if tells_who(line.text):
            if group:
                yield _unlabelled(_block(group))
            group = []
        elif not _may_name(line, used):
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


def _unlabelled(block: Block) -> Block:
    """Return *block* without "Event" or "Title" in front, where labels have no colon."""
    word, _, rest = block.text.partition(" ")
    labelled = fields_of(word)[:1] == (Field.TITLE,) and rest[:1].isupper() and " " in rest
    return replace(block, text=rest) if labelled else block


def _may_name(line: Line, used: Collection[int]) -> bool:
    if (
        (line.number in used and line.heading != 1)
        or len(line.text) > LONGEST
        or len(line.cells) > 1 + (not line.table)
    ):
        return False
    if line.bullet and not line.bullet[:1].isdigit() and not line.heading:
        return False
    if not line.heading and (len(line.text) > _WIDEST or title_words.SENTENCE.search(line.text)):
        return False
    if title_words.NO_TITLE.search(folded(line.text)) or is_head(line):
        return False
    label = label_of(line)
    if label and label.field is Field.DATE and title_words.HERALD.match(line.text):
        return not is_date(label.rest)
    if label and label.field is Field.AGENDA and label.rest:
        return bool(title_words.SORT.search(line.text)) and not timed(label.rest)
    return label is None or label.field is Field.AGENDA


def _goes_on(group: Sequence[Line], line: Line, blank: bool) -> bool:
    """Whether *line* belongs to the title that *group* has begun."""
    text = " ".join(each.text for each in group)
    last = group[-1]
    if len(text) + len(line.text) > LONGEST or is_generic(text) or is_generic(line.text):
        return False
    if (
        dated(line.text)
        or line.text.startswith("(")
        or host_words.INVITES.search(folded(line.text))
        or title_words.AS_KIND.match(folded(line.text))
    ):
        return False
    if any(text.count(a) > text.count(b) for a, b in ("“”", "«»", "()")) or text.count('"') % 2:
        return True
    if last.heading != line.heading:
        return False
    if title_words.OPEN_END.search(text) and not text.endswith(":"):
        return True
    if blank or last.heading or is_kind(line.text):
        return False
    if line.text[:1].islower():
        return True
    if text.isupper() or line.text.isupper():
        return text.isupper() and line.text.isupper() and not is_kind(text)
    if last.indent >= _CENTRED and line.indent >= _CENTRED and not is_kind(text):
        return True
    full = len(last.text) + len(line.text.split(maxsplit=1)[0]) > FULL
    return full and not re.search(r"[.:!?]$", last.text)


def _block(group: Sequence[Line]) -> Block:
    text = " ".join(line.text.replace("\t", " ") for line in group)
    return Block(mended(text), tuple(line.number for line in group), group[0].heading)


def is_generic(text: str) -> bool:
    """Whether *text* only says what sort of document it is: "Draft agenda"."""
    plain = folded(text).strip(" .:*#-–—()[]")
    plain = re.sub(r"\s*\([^()]*\)", "", re.sub(r"\s+", " ", plain))
    if title_words.GENERIC.fullmatch(plain) or fields_of(text)[:1] == (Field.AGENDA,):
        return True
    return bool(dated(text)) and bool(title_words.GENERIC.fullmatch(folded(tidy(text))))


def is_kind(text: str) -> bool:
    """Whether *text* only says what sort of event it is: "High-level side event"."""
    plain = folded(_unquoted(text)).strip(" .:*#-–—()")
    return bool(title_words.KIND.fullmatch(plain)) and bool(title_words.HAS_EVENT.search(plain))


def is_framed(text: str) -> bool:
    """Whether *text* says of what larger event it is a part: "Side event at the 5th session"."""
    plain = folded(text).strip(" .:*#-–—()")
    found = title_words.PART_OF.match(plain)
    return found is not None and bool(title_words.LARGER.search(plain, found.end()))


def is_chief(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether *block* is the only heading of the first level: then it is the title."""
    return block.heading == 1 and sum(each.heading == 1 for each in blocks) == 1


def is_date(text: str) -> bool:
    """Whether hardly anything is left of *text* without its dates and times."""
    spans = [each.at for each in dated(text)]
    if not spans:
        return False
    spans += [each.at for each in timed(text)]
    rest = text
    for begin, end in sorted(spans, reverse=True):
        rest = rest[:begin] + rest[end:]
    return len(re.findall(r"[^\W\d_]{3,}", rest)) < 2 or spans[0][0] <= 2


def tidy(text: str) -> str:
    """Return a title without marks around it, and without a date behind it.

    >>> tidy("“Work for all”, 12 March 2020")
    'Work for all'
    """
    words = title_words.APPEAL.sub("", mended(text)).strip(" *_#|=-–—:;,!")
    words = title_words.SORT.sub("", title_words.HERALD.sub("", words))
    spans = [each.at for each in dated(words) if each.day]
    times = [each.at for each in timed(words) if not each.doubtful]
    first = min((begin for begin, _ in (*spans, *times)), default=len(words))
    last = max((end for _, end in (*spans, *times)), default=len(words))
    if len(re.findall(r"[^\W\d_]{3,}", words[last:])) > _FEW_BEHIND and len(words) < FULL * 2:
        first = len(words)
    before = title_words.TAIL.sub("", words[:first].rstrip()) if first < len(words) else words
    kept = before if len(before.split()) > 1 else words
    kept = title_words.SORT.sub("", kept.strip(" *_#|=-–—:;,")) if kept != words else kept
    return _unquoted(kept.strip(" *_#|=-–—:;,"))


def _unquoted(words: str) -> str:
    pairs = {"“": "”", '"': '"', "«": "»", "‘": "’", "'": "'", "„": "“"}
    if len(words) > 2 and pairs.get(words[0]) == words[-1] and words[-1] not in words[1:-1]:
        return words[1:-1].strip()
    return words
