"""Letters on a page, as a PDF places them, and the rows of words that they make."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from roundtable_ical.importers.notes.documents.superscripts import raised

_GAP = 0.22
"""Of the letters' size: from here on a gap parts words; a blank is some 0.25 wide."""

_GAP_BESIDE_BLANKS = 0.4
_RUN_GAP = 1.0
"""Of the letters' size: a gap that may part columns."""


_RULE = re.compile(r"([-_=*~.·—–])\1{3,}")
"""A line drawn with signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """One letter; *base* is the line it stands on, from the top of the page, in points."""

    text: str
    x0: float
    x1: float
    base: float
    bottom: float
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Letters without a gap."""

    text: str
    x0: float
    x1: float
    bold: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words with ordinary blanks between them."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with one blank between two."""
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.words[-1].x1

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What stands at one height, in runs from left to right."""

    runs: tuple[Run, ...]
    base: float
    size: float
    page: int
    links: tuple[str, ...] = ()
    """Addresses behind its words."""

    @property
    def text(self) -> str:
        """All words, runs parted by two blanks."""
        return "  ".join(run.text for run in self.runs)

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.runs[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.runs[-1].x1


def rows(glyphs: Iterable[Glyph], page: int) -> list[Row]:
    """Return the rows from top to bottom; a footnote mark is in the row that it stands above."""
    found = []
    for group in _with_raised(_by_base(glyphs)):
        size = _size(group)
        words = list(_words(group, size))
        words = [word for word in words if not _RULE.fullmatch(word.text)]
        if words:
            bases = [glyph.base for glyph in group if glyph.size >= 0.85 * size]
            runs = tuple(Run(words=tuple(run)) for run in _runs(words, size))
            found.append(
                Row(runs=runs, base=median(bases or [group[0].base]), size=size, page=page)
            )
    return found


def _size(group: Sequence[Glyph]) -> float:
    return median(glyph.size for glyph in group)


def _by_base(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    groups: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.base, glyph.x0)):
        last = groups[-1] if groups else None
        if (
            last
            and glyph.base - last[-1].base <= 0.12 * glyph.size + 0.5
            and (glyph.base - last[0].base <= 0.3 * glyph.size)
        ):
            last.append(glyph)
        else:
            groups.append([glyph])
    return [group for group in groups if any(glyph.text.strip() for glyph in group)]


def _with_raised(groups: list[list[Glyph]]) -> list[list[Glyph]]:
    """Put small letters a little above or below a row into it."""
    found: list[list[Glyph]] = []
    for at, group in enumerate(groups):
        small = _size(group)
        above = found[-1] if found else None
        below = groups[at + 1] if at + 1 < len(groups) else None
        if below and _belongs(group, below, small) and below[0].base > group[0].base:
            groups[at + 1] = [*(_raised(glyph) for glyph in group), *below]
        elif above and _belongs(group, above, small):
            above.extend(group)
        else:
            found.append(group)
    return [_marked(group) for group in found]


def _belongs(group: Sequence[Glyph], row: Sequence[Glyph], small: float) -> bool:
    size = _size(row)
    apart = abs(row[0].base - group[0].base)
    left, right = min(glyph.x0 for glyph in row), max(glyph.x1 for glyph in row)
    near = all(left - size <= glyph.x0 <= right + size for glyph in group)
    return small < 0.85 * size and apart < 0.6 * size and near and len(group) < len(row)


def _marked(group: list[Glyph]) -> list[Glyph]:
    """Raise the small letters that stand on the same line but higher."""
    size, bottom = _size(group), median(glyph.bottom for glyph in group)
    return [
        _raised(glyph) if glyph.size < 0.8 * size and glyph.bottom < bottom - 0.2 * size else glyph
        for glyph in group
    ]


def _raised(glyph: Glyph) -> Glyph:
    return Glyph(
        text=raised(glyph.text),
        x0=glyph.x0,
        x1=glyph.x1,
        base=glyph.base,
        bottom=glyph.bottom,
        size=glyph.size,
        bold=glyph.bold,
    )


def _words(group: Iterable[Glyph], size: float) -> Iterator[Word]:
    ordered = sorted(group, key=lambda glyph: glyph.x0)
    blanks = any(not glyph.text.strip() for glyph in ordered)
    widest = (_GAP_BESIDE_BLANKS if blanks else _GAP) * size
    letters: list[Glyph] = []
    for glyph in _once(ordered):
        if not glyph.text.strip():
            if letters:
                yield _word(letters)
            letters = []
            continue
        if letters and glyph.x0 - letters[-1].x1 > widest:
            yield _word(letters)
            letters = []
        letters.append(glyph)
    if letters:
        yield _word(letters)


def _once(ordered: Iterable[Glyph]) -> Iterator[Glyph]:
    """Leave out letters printed twice in nearly the same place, as some programs make bold."""
    last: Glyph | None = None
    for glyph in ordered:
        twice = last and last.text == glyph.text and glyph.x0 - last.x0 < 0.15 * glyph.size
        if not twice or not glyph.text.strip():
            yield glyph
        last = glyph


def _word(letters: Sequence[Glyph]) -> Word:
    text = re.sub(r"\(cid:\d+\)", "\ufffd", "".join(glyph.text for glyph in letters))
    bold = 2 * sum(glyph.bold for glyph in letters) > len(letters)
    return Word(text=text, x0=letters[0].x0, x1=letters[-1].x1, bold=bold)


def _runs(words: Sequence[Word], size: float) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in words:
        if run and word.x0 - run[-1].x1 > _RUN_GAP * size:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def bold_words(runs: Sequence[Run]) -> Iterator[str]:
    """Yield the bold words of a column, those that follow each other together."""
    bold: list[str] = []
    for word in (word for run in runs for word in run.words):
        if word.bold:
            bold.append(word.text)
        elif bold:
            yield " ".join(bold)
            bold = []
    if bold:
        yield " ".join(bold)
