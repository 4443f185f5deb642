"""Two lists of parts, and which are the same thing: by an id, by what they say, by likeness.

Ids of our own say nothing: a document that is read again gives new ones (a break more before the
others, and all that follow are called otherwise).
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from roundtable_ical.programme.merging.assignment import assigned

MOST_PAIRS = 3_000_000
"""Above, only what is alike to the letter is found."""
_IDENTIFIERS = ("guid", "uid", "code", "slug", "id")
_NOTHING = (None, False, "")
_Part = TypeVar("_Part")
Score = Callable[[_Part, _Part], tuple[float, str]]
"""How sure it is that two parts are one, 0 where they are not, and why."""


@dataclass(frozen=True, slots=True)
class Match:
    """One thing in two programmes, by its ids there; *reason* is empty where they agree."""

    old: str
    new: str
    sure: float = 1.0
    reason: str = ""


def matched(
    old: Sequence[_Part],
    new: Sequence[_Part],
    keys: Sequence[Callable[[_Part], Hashable]],
    score: Score[_Part],
) -> list[Match]:
    """Return what is the same by an id of its format, else by a key, else by its score.

    Args:
        old: parts with an id, and perhaps with what another format calls them (`foreign`).
        new: the others.
        keys: what is the same where two parts are one, the surest first.
        score: how sure it is of what no key has found.
    """
    left, right = list(old), list(new)
    found: list[Match] = []
    for key in (_identity, *keys):
        ours, theirs = _by_key(left, key), _by_key(right, key)
        pairs = [
            pair
            for name in ours.keys() & theirs.keys()
            for pair in zip(ours[name], theirs[name], strict=False)
        ]
        found += [Match(_id(one), _id(other)) for one, other in pairs]
        left = _without(left, [one for one, _ in pairs])
        right = _without(right, [other for _, other in pairs])
    if len(left) * len(right) > MOST_PAIRS:
        return found
    scores: dict[tuple[int, int], float] = {}
    reasons: dict[tuple[int, int], str] = {}
    for row, one in enumerate(left):
        for column, other in enumerate(right):
            sure, reason = score(one, other)
            if sure > 0:
                scores[row, column], reasons[row, column] = sure, reason
    for row, column in assigned(scores).items():
        sure = scores[row, column]
        found.append(Match(_id(left[row]), _id(right[column]), sure, reasons[row, column]))
    return found


def _id(part: Any) -> str:
    return str(part.id)


def _by_key(
    parts: Sequence[_Part], key: Callable[[_Part], Hashable]
) -> dict[Hashable, list[_Part]]:
    found: dict[Hashable, list[_Part]] = {}
    for part in parts:
        name = key(part)
        if name not in _NOTHING:
            found.setdefault(name, []).append(part)
    return found


def _without(parts: Sequence[_Part], taken: Sequence[_Part]) -> list[_Part]:
    gone = {_id(part) for part in taken}
    return [part for part in parts if _id(part) not in gone]


def _identity(part: Any) -> Hashable:
    """Return what another format calls *part*; None where that is not known."""
    for name, kept in (getattr(part, "foreign", None) or {}).items():
        if isinstance(kept, Mapping):
            for key in _IDENTIFIERS:
                if isinstance(kept.get(key), str) and kept[key]:
                    return name, key, kept[key]
    return None
