"""The entries of one line: behind semicolons, bullets, numbers and labels inside it."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from roundtable_ical.importers.notes.people import roles
from roundtable_ical.importers.notes.people.wording import is_post

_OPEN = "([“«"
_NUMBERED = re.compile(r"(?:^|(?<=\s))\(?\d{1,2}[.)]\s+(?=\S)")
_COLON = re.compile(r"[:：]")
_LABEL_ROOM = 70


def parts(text: str) -> Iterator[str]:
    """Yield the entries of a line: behind semicolons, bullets, numbers and labels inside it."""
    for whole in _with_second_posts(_at_depth_zero(text, ";•●\n")):
        part = whole.strip()
        numbers = [found.start() for found in _NUMBERED.finditer(part)]
        bounds = sorted(
            {0, *(numbers if len(numbers) > 1 else numbers if numbers == [0] else []), len(part)}
        )
        for start, end in pairwise(bounds):
            piece = (
                _NUMBERED.sub("", part[start:end], count=1) if start in numbers else part[start:end]
            )
            for labelled in _labelled(piece):
                if words := labelled.strip().strip("•●").strip():
                    yield words.rstrip(",").rstrip() if words.rstrip().endswith(",") else words


def _with_second_posts(parts: Iterable[str]) -> Iterator[str]:
    """Yield *parts*, those put back that go on with what somebody is: "...; former minister"."""
    before = ""
    for part in parts:
        words = part.strip()
        if before.strip() and words[:1].islower() and is_post(words):
            before = f"{before.rstrip()}; {words}"
            continue
        if before:
            yield before
        before = part
    if before:
        yield before


def _at_depth_zero(text: str, signs: str) -> Iterator[str]:
    depth, begun = 0, 0
    for at, letter in enumerate(text):
        if letter in _OPEN:
            depth += 1
        elif letter in ")]”»":
            depth = max(0, depth - 1)
        elif letter in signs and depth == 0:
            yield text[begun:at]
            begun = at + 1
    yield text[begun:]


def _labelled(text: str) -> Iterator[str]:
    """Yield the parts of *text* that begin with a label of people inside it."""
    begun = 0
    for colon in _COLON.finditer(text):
        room = text[max(begun, colon.start() - _LABEL_ROOM) : colon.start()]
        offset = colon.start() - len(room)
        starts = [found.start() for found in re.finditer(r"(?<![\w/&-])(?<!/ )[A-ZÀ-Þ]", room)]
        for start in starts:
            place = offset + start
            label = roles.understood(room[start:])
            before = text[begun:place].rstrip()
            if (
                place > begun
                and before
                and label
                and label.role
                and not label.weak
                and before[-1] not in "/("
            ):
                yield text[begun:place]
                begun = place
                break
            if label:
                break
    yield text[begun:]
