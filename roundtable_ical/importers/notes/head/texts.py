"""The words of a note in paragraphs: objective, background, participants, and what is left."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from roundtable_ical.importers.notes.head import participants
from roundtable_ical.importers.notes.head.labels import Field
from roundtable_ical.importers.notes.head.paragraphs import Paragraph, paragraphs
from roundtable_ical.importers.notes.head.sections import Section
from roundtable_ical.importers.notes.head.themes import announces
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.people import people

_PROSE = 60
"""Characters from which on words outside of any section are taken as background."""
_NEAR = 2
"""Lines between two loose words that are reported together."""
_KEPT = frozenset({Field.BACKGROUND, Field.OTHER, Field.SUBTITLE, Field.KIND})


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What the sections say; *unread* are words that nothing was made of, with their line."""

    objective: str | None = None
    background: str | None = None
    participants: tuple[str, ...] = ()
    speakers: tuple[Line, ...] = ()
    unread: tuple[tuple[int, str], ...] = ()
    lines: dict[str, int] = field(default_factory=dict)
    used: frozenset[int] = frozenset()


def texts(
    parts: Sequence[Section], used: Collection[int], in_list: Collection[int], language: str
) -> Texts:
    """Return what *parts* say.

    Args:
        parts: the sections of a note.
        used: numbers of lines that are told elsewhere (title, venue, hosts, date).
        in_list: numbers of the lines of a list of themes, which is out of the background.
        language: of the note.
    """
    objective: list[str] = []
    background: list[str] = []
    who: tuple[str, ...] = ()
    speakers: list[Line] = []
    unread: list[tuple[int, str]] = []
    lines: dict[str, int] = {}
    taken: set[int] = set()
    for part in parts:
        left = [
            line
            for line in part.lines
            if line.number not in used or line.number in in_list or _is_rest(part, line)
        ]
        found = paragraphs(left)
        if Field.OBJECTIVE in part.fields:
            objective += _words(found, in_list)
            lines.setdefault("objective", part.line)
        elif Field.SPEAKERS in part.fields:
            speakers += _with_role(part, left)
        elif Field.PARTICIPANTS in part.fields:
            if _are_people(left, language):
                speakers += left
            elif not who and (who := participants.categories(left)):
                lines.setdefault("participants", part.line)
            else:
                background += _words(found, in_list)
        elif Field.AGENDA in part.fields or (not part.label):
            kept, rest = _prose(found)
            unread += rest
            if kept:
                lines.setdefault("background", kept[0].line)
            background += _words(kept, in_list)
        elif part.fields[0] in _KEPT or found:
            if part.line in used and part.fields[0] not in _KEPT:
                continue
            words = _words(found, in_list)
            if part.fields[0] is Field.BACKGROUND:
                lines["background"] = part.line
            elif words and part.label is not None:
                words[0] = f"{part.label.words}: {words[0]}"
            background += words
        taken.update(part.numbers)
    return Texts(
        objective="\n\n".join(objective) or None,
        background="\n\n".join(background) or None,
        participants=who,
        speakers=tuple(speakers),
        unread=tuple(unread),
        lines=lines,
        used=frozenset(taken),
    )


def _is_rest(part: Section, line: Line) -> bool:
    """Whether *line* is what follows a long label in its own line."""
    return part.label is not None and not part.label.field.is_short and line.number == part.line


def _words(found: Iterable[Paragraph], in_list: Collection[int]) -> list[str]:
    """Return the paragraphs without the list of themes; lines of a list stand below each other."""
    words: list[str] = []
    was_item = False
    known = list(found)
    for position, each in enumerate(known):
        if each.line in in_list:
            continue
        text = f"{each.bullet} {each.text}" if each.bullet else each.text
        after = known[position + 1] if position + 1 < len(known) else None
        if after and after.line in in_list and announces(each):
            text = re.sub(r"\s*:$", ".", text)
        if each.bullet and was_item and words:
            words[-1] += f"\n{text}"
        else:
            words.append(text)
        was_item = bool(each.bullet)
    return words


def _prose(found: Sequence[Paragraph]) -> tuple[list[Paragraph], list[tuple[int, str]]]:
    """Tell what reads as background from loose words."""
    kept: list[Paragraph] = []
    rest: list[tuple[int, str]] = []
    last = 0
    for each in found:
        sentence = re.search(r"[.!?:;]['\"”»)]*$", each.text) and len(each.text.split()) > 5
        if len(each.text) >= _PROSE or sentence or (kept and each.bullet):
            kept.append(each)
        elif re.search(r"\w", each.text):
            if rest and each.line - last <= _NEAR:
                rest[-1] = (rest[-1][0], f"{rest[-1][1]} / {each.text}")
            else:
                rest.append((each.line, each.text))
            last = each.lines[-1]
    return kept, rest


def _with_role(part: Section, lines: Sequence[Line]) -> list[Line]:
    """Return the lines under a label such as "Moderator:", the label put before them again."""
    if not part.label or not lines or lines[0].number != part.line:
        return list(lines)
    first = replace(lines[0], text=f"{part.label.words}: {lines[0].text}")
    return [first, *lines[1:]]


def _are_people(lines: Sequence[Line], language: str) -> bool:
    """Whether participants are named one by one, and not by category."""
    found = people.listed(lines, language)
    return any(person.name or person.tbc for person in found)
