"""The themes that a note lists, and the items of the agenda that are about them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from roundtable_ical.importers.notes.found import Item, Topic
from roundtable_ical.importers.notes.head.labels import Field
from roundtable_ical.importers.notes.head.paragraphs import Paragraph, paragraphs
from roundtable_ical.importers.notes.head.sections import Section
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.programme.segments import Kind

_ANNOUNCED = re.compile(
    r"\b(?:themes?|topics?|thematic areas|thematiques?|axes|temas?|ejes|areas tematicas|"
    r"sub-?themes?|focus areas|pillars|tracks|clusters)\b[^.:]*:?\s*$"
)
_DETAIL = re.compile(
    r"(?P<mark>\s*:\s+|\s+[–—-]\s+|;\s+|,?\s+(?=(?:for (?:instance|example)|in particular|"
    r"including|"
    r"such as|notamment|par exemple|en particulier|en particular|por ejemplo|incluyendo|incluidos|"
    r"through|y compris|tel(?:le)?s? que|especially|particularly|e\.g\.)\b)"
    r"|,?\s+(?:which|that|qui|que)\s+(?:will\s+|va\s+|vont\s+)?(?:covers?|addresse?s?|discusse?s?|"
    r"explores?|focus(?:es)?(?: on)?|examines?|includes?|couvr\w+|abord\w+|cubr\w+|trat\w+|"
    r"portera sur|looks? at|considers?|deals? with)\s+)",
    re.IGNORECASE,
)
_END = re.compile(r"\s*[;,.]?\s*(?:\b(?:and|et|y)\b)?\s*[;,.]?\s*$")
_SMALL = frozenset(
    "the of and in to for with on by from a an at de la le les des du et en pour el los las y "
    "para con por del un une una its their our as session panel discussion part theme topic "
    "roundtable round table sur dans".split()
)
_ENOUGH = 60.0
_SKIPPED = frozenset(
    {Kind.BREAK, Kind.MEAL, Kind.REGISTRATION, Kind.CLOSING, Kind.WELCOME, Kind.RECEPTION,
     Kind.NETWORKING, Kind.OPENING, Kind.CEREMONY, Kind.PERFORMANCE}
)  # fmt: skip
_MOST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """An item (its position) is about a theme (its position); *score* is from 0 to 1."""

    item: int
    topic: int
    score: float


def topics(parts: Sequence[Section]) -> tuple[tuple[Topic, ...], frozenset[int]]:
    """Return the themes of the first list that is one of themes, and the lines of that list."""
    for part in parts:
        found = paragraphs(part.lines)
        if Field.THEMES in part.fields:
            listed = [each for each in found if each.bullet] or [
                each for each in found if len(each.text) < 200
            ]
            if listed:
                return _made(listed)
        for position, each in enumerate(found):
            if not _announces(each):
                continue
            listed = []
            for after in found[position + 1 :]:
                if not after.bullet:
                    break
                listed.append(after)
            if len(listed) > 1:
                return _made(listed)
    return (), frozenset()


def announces(paragraph: Paragraph) -> bool:
    """Whether the words before a list say that themes follow."""
    return _announces(paragraph)


def ties(items: Sequence[Item], listed: Sequence[Topic]) -> tuple[Tie, ...]:
    """Return which items are about which themes, by the words that they share.

    An item has one theme at most, the one most like it.
    """
    found = []
    for position, item in enumerate(items):
        if item.kind in _SKIPPED or not listed:
            continue
        words = _meaning(item.title)
        if not words:
            continue
        scored = [
            (_likeness(words, _meaning(topic.title)), -number)
            for number, topic in enumerate(listed)
        ]
        best, number = max(scored)
        second = sorted(scored)[-2][0] if len(scored) > 1 else 0.0
        if best >= _ENOUGH and best - second >= 3:
            found.append(Tie(item=position, topic=-number, score=round(best / 100, 2)))
    return tuple(found)


def _announces(each: Paragraph) -> bool:
    sentence = re.split(r"[.;]\s", folded(each.text))[-1]
    return bool(_ANNOUNCED.search(sentence)) and len(each.text) < 2_000


def _made(listed: Sequence[Paragraph]) -> tuple[tuple[Topic, ...], frozenset[int]]:
    made = tuple(map(_topic, listed[:_MOST]))
    return made, frozenset(number for each in listed[:_MOST] for number in each.lines)


def _topic(each: Paragraph) -> Topic:
    """Return the theme in *each*: its bold words, or what stands before the details."""
    text = _END.sub("", each.text)
    bold = each.strong[0] if each.strong else ""
    if bold and text.startswith(bold) and len(bold) < len(text):
        title, rest = bold, text[len(bold) :]
        lead = _DETAIL.match(rest)
        rest = rest[lead.end() :] if lead else rest
    else:
        match = _DETAIL.search(text)
        title = text[: match.start()] if match else text
        rest = text[match.end() :] if match else ""
    rest = rest.strip(" ,;:–—-.")
    description = f"{_capital(rest)}." if rest else None
    return Topic(line=each.line, title=_capital(title.strip(" ,;:.")), description=description)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _meaning(words: str) -> str:
    """Return the words that carry the meaning, without their endings."""
    kept = [word for word in re.findall(r"[a-z]{2,}", folded(words)) if word not in _SMALL]
    return " ".join(word[:7] for word in kept)


def _likeness(one: str, other: str) -> float:
    """Return how much two titles share, from 0 to 100; a shorter one inside counts fully."""
    common = set(one.split()) & set(other.split())
    if len(common) < min(2, len(set(one.split()))):
        return 0.0
    return max(fuzz.token_sort_ratio(one, other), 0.95 * fuzz.token_set_ratio(one, other))
