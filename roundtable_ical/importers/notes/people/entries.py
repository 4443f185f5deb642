"""The lines under an item as entries: wrapped lines joined, lists parted, labels read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from roundtable_ical.importers.notes.documents.bullets import bullet_of
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.people import honorifics, names, roles, tbc
from roundtable_ical.importers.notes.people.acting import introduces
from roundtable_ical.importers.notes.people.common_words import CONNECTING
from roundtable_ical.importers.notes.people.glued import unglued
from roundtable_ical.importers.notes.people.parts import parts
from roundtable_ical.importers.notes.people.pieces import cut
from roundtable_ical.importers.notes.people.roles import Label
from roundtable_ical.importers.notes.people.wording import is_post
from roundtable_ical.importers.notes.times.letters import folded

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_MAIL = re.compile(
    r"\s*[<(\[]?\s*(?:e-?mail\s*:?\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[>)\]]?", re.IGNORECASE
)
_STRANGE = re.compile(r"(?:o(?=\s+[A-ZÀ-Þ])|[^\w\s(\[“\"'‘«„¿¡#@&<$€£-]+(?=\s))\s+")
_LEGEND = re.compile(rf"\s*\(?\*+\)?\s*[:=–-]?\s*(?:{tbc.WORDS})", re.IGNORECASE | re.VERBOSE)
_BRACKETED_TITLE = re.compile(r"(?<=\w\.\s)\((Mrs|Ms|Mr|Smt|Miss|Mme|Dr)\.?\)")
_HEADED = re.compile(r"[A-ZÀ-Þ¿“][^\s:(,;]*(?:\s[^\s:(,;]+){0,4}\s?[:：](?:\s|$)")
"""A line that begins with a heading of its own: "Welcome address: ...". """
_SPOKEN = re.compile(
    r"(?:[A-ZÀ-Þ][a-zß-ÿ]+\s)?(?:[Ii]ntervento|[Ii]ntroduzione|[Ss]aluti|[Ii]ntervention|[Ii]ntervención|[Pp]alabras|[Aa]ddress|"
    r"[Rr]emarks|[Ss]tatement|[Mm]essage|[Mm]ensaje|[Dd]iscours|[Dd]iscurso|[Aa]llocution|[Gg]rußwort)"
    r"\s(?:by|of|di|de|del|du|da|do|von|par|por)\s"
)
"""A line that begins with what somebody says: "Closing remarks by ...". """
_FIRST_NUMBER = re.compile(r"\A\(?1[.)]\s+(?=\S)")
"""Of a list that goes on behind its label: "Speakers: 1. Jane Doe; 2. ..."."""
_LONE = frozenset("o • - – * ▪ · ● ○ ■ ►".split())
"""Bullets that a line end has parted from their words."""
_OPEN = {"(": ")", "[": "]", "“": "”", "«": "»"}
_MOST_JOINED = 1200


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Words that stand together, and the label they stand under.

    *inline* when the label is on the same line; *group* counts paragraphs, so that what names
    nobody can be put together again.
    """

    line: int
    text: str
    group: int
    label: Label | None = None
    inline: bool = False
    bullet: str = ""
    apart: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    text: str
    bullet: str
    apart: bool
    width: int


def entries(lines: Sequence[Line]) -> list[Entry]:
    """Return the entries of *lines* in their order; labels alone on their line are kept as such."""
    found: list[Entry] = []
    over: Label | None = None
    lasting: Label | None = None
    rows = _unwrapped(list(_rows(lines)))
    starred = any(_LEGEND.match(row.bullet + " " + row.text) for row in rows)
    for group, row in enumerate(rows):
        if row.text.endswith("*"):
            row = replace(row, text=row.text.rstrip(" *") + (" (tbc)" if starred else ""))
        over, lasting = lasting or over, None
        for position, part in enumerate(parts(row.text)):
            entry = Entry(
                line=row.line,
                text=part,
                group=group,
                bullet=row.bullet if position == 0 else ";",
                apart=row.apart,
            )
            read = roles.label(part)
            if not read:
                found.append(replace(entry, label=over))
                if over and not over.plural and not over.weak:
                    over = None
                continue
            label, rest = read
            rest = _FIRST_NUMBER.sub("", rest)
            lasting = None
            if not rest:
                found.append(replace(entry, label=label, heading=True))
                over = label
            else:
                found.append(replace(entry, label=label, text=rest, inline=True))
                over = label if label.plural else None
                lasting = replace(label, weak=True, tbc=False) if label.plural else None
    return found


def without_mail(text: str) -> str:
    """Return *text* without the e-mail addresses in it."""
    return _MAIL.sub("", text) if "@" in text else text


def _rows(lines: Sequence[Line]) -> Iterator[_Row]:
    apart, before, lone = True, 0, ""
    for line in lines:
        apart, before = apart or line.number > before + 1, line.number
        if line.text.strip() in _LONE:
            lone = line.text.strip()
            continue
        text = unglued(without_mail(line.text.translate(_INVISIBLE)).strip())
        text = _BRACKETED_TITLE.sub(r"\1.", text)
        if not text:
            apart = True
            continue
        for position, part in enumerate(_columns(line, text)):
            bullet, rest = _bullet(part)
            width = line.indent + len(line.bullet) + len(part)
            yield _Row(
                line.number,
                rest,
                line.bullet if position == 0 and line.bullet else bullet or lone,
                apart or (position > 0 and "\n" not in text),
                width,
            )
            apart, lone = False, ""


def _bullet(text: str) -> tuple[str, str]:
    """Return the bullet in front of *text*, a lonely "o" or a sign that was not understood too."""
    bullet, rest = bullet_of(text)
    if not bullet and (found := _STRANGE.match(text)):
        return found.group().strip(), text[found.end() :]
    return bullet, rest


def _columns(line: Line, text: str) -> list[str]:
    """Return the parts of a row of a table that stand for themselves."""
    cells = [cell for cell in (c.strip() for c in text.split("\t")) if cell]
    if len(cells) > 1:
        label = roles.understood(cells[0])
        if label and not label.weak:
            return (
                _columns(line, f"{cells[0]}: " + "\t".join(cells[1:]))
                if len(cells) > 2
                else [f"{cells[0].rstrip(':')}: {cells[1]}"]
            )
        if _is_row(cells):
            return [", ".join(" ".join(cell.split()) for cell in cells)]
        if not line.table and any(cell[:1].islower() for cell in cells[1:]):
            return [" ".join(cells)]
    return [part for cell in cells for part in cell.split("\n") if part.strip()]


def _is_row(cells: list[str]) -> bool:
    """Return whether *cells* are name, function and body of one person."""
    if any(len(cell) > 120 or cell.count("\n") > 1 for cell in cells):
        return False
    return sum(
        bool(honorifics.split(cell)[0]) or names.is_name(cell) for cell in cells[:2]
    ) >= 1 and not all(honorifics.split(cell)[0] for cell in cells)


def _unwrapped(rows: list[_Row]) -> list[_Row]:
    """Return *rows* with those joined that go on with the line before."""
    width = max((row.width for row in rows), default=0)
    wraps = width > 60 or sum(row.width > 0.8 * width for row in rows) > 1
    joined: list[_Row] = []
    last_width = 0
    for at, row in enumerate(rows):
        following = rows[at + 1].text if at + 1 < len(rows) else ""
        if joined and _goes_on(joined[-1], row, last_width, width, following, wraps=wraps):
            before = joined[-1]
            glue = "" if before.text.endswith("\u00ad") else " "
            joined[-1] = replace(before, text=f"{before.text}{glue}{row.text}")
        else:
            joined.append(row)
        last_width = row.width
    return joined


def _goes_on(
    before: _Row, row: _Row, last_width: int, width: int, following: str, *, wraps: bool
) -> bool:
    text = before.text
    if row.bullet or len(text) > _MOST_JOINED or not text or not row.text:
        return False
    if (closing := _still_open(text)) and (
        closing in row.text or (not row.apart and closing in following)
    ):
        return True
    if row.apart or roles.label(row.text) or _HEADED.match(row.text) or _SPOKEN.match(row.text):
        return False
    if text.endswith((":", ";", "?", "!", "”", "»")) or row.text.endswith((":", "：")):
        return False
    last = folded(text).split()[-1]
    if last in CONNECTING or text.endswith(("/", "-", "–", "&")):
        return True
    first = row.text.split()[0]
    if row.text[:1] in "()," or (first[:1].islower() and not _starts_person(row.text)):
        return True
    label = roles.label(text)
    if _starts_person(row.text) or (label and not label[1]):
        return False
    if text.endswith((")", "]")) or tbc.without(text)[1]:
        return False
    if is_post(row.text) and is_post(text):
        return False
    if _names_first(row.text) or _names_last(row.text):
        return False
    if text.endswith(","):
        return True
    if text.endswith("."):
        return (
            not introduces(row.text)
            and width > 50
            and last_width + len(first) + 1 > width
            and not names.is_name(row.text)
        )
    if names.is_name(row.text) and names.is_full(row.text):
        return False
    return (
        width >= 34
        and wraps
        and last_width > 24
        and last_width + len(first) + 1 > width
        and not names.has_capital_surname(" ".join(row.text.split()[:2]))
    )


def _starts_person(text: str) -> bool:
    return bool(honorifics.split(text)[0])


def _names_first(text: str) -> bool:
    """Return whether *text* begins with a full name and something said of it."""
    pieces = cut(text)
    return len(pieces) > 1 and names.is_full(pieces[0].text) and names.is_name(pieces[0].text)


def _names_last(text: str) -> bool:
    """Return whether *text* is what somebody is and then the name: "Rector of X, Jane Doe"."""
    pieces = cut(text)
    last = pieces[-1].text if len(pieces) > 1 else ""
    return is_post(text) and names.is_full(last) and names.is_name(last)


def _still_open(text: str) -> str:
    """Return what would close the bracket or quotation that *text* leaves open; "" for none."""
    for opening, closing in _OPEN.items():
        if text.count(opening) > text.count(closing):
            return closing
    if text.count('"') % 2:
        return '"'
    return ""
