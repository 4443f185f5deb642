"""Taking wrong values out of a tree of plain values, so that the rest can be looked at."""

from collections.abc import Collection, Mapping
from typing import Any

from roundtable_ical.programme.problems import Path

_WORDS, _WORD = frozenset({"title", "name"}), "-"


class Kept(list[Any]):
    """What is left of a list; *places* are the positions the items had at first."""

    def __init__(self, items: list[Any]) -> None:
        super().__init__(items)
        self.places = list(range(len(items)))

    def drop(self, position: int) -> None:
        """Take out the item that is at *position* now."""
        del self[position], self.places[position]


def copied(value: object) -> Any:
    """Return a copy of *value* that `cut` may change."""
    if isinstance(value, Mapping):
        return {key: copied(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return Kept([copied(item) for item in value])
    return value


def original(draft: Any, path: Path) -> Path:
    """Return *path* with the positions that lists had before anything was cut."""
    found: list[str | int] = []
    for part in path:
        if isinstance(draft, Kept) and isinstance(part, int) and part < len(draft):
            found.append(draft.places[part])
            draft = draft[part]
        else:
            found.append(part)
            draft = draft.get(part) if isinstance(draft, dict) else None
    return tuple(found)


def cut(draft: dict[str, Any], paths: Collection[Path], stand_ins: Mapping[str, object]) -> None:
    """Take the values at *paths* out of *draft*; where one is missing, what it is missing from.

    At the top, what an event cannot be without is replaced by its stand-in; so is a title or a
    name, so that the item it belongs to can still be looked at.
    """
    found = {_existing(draft, path) for path in paths if path[0] not in stand_ins} - {()}
    # From the end, and what is inside before what it is in: all other paths stay right.
    for *outer, part in sorted(found, key=_order, reverse=True):
        holder: Any = draft
        for step in outer:
            holder = holder[step]
        if isinstance(holder, Kept) and isinstance(part, int):
            holder.drop(part)
        elif part in _WORDS and holder.get(part) != _WORD:
            holder[part] = _WORD
        else:
            del holder[part]
    draft.update({key: stand_ins[key] for path in paths if (key := str(path[0])) in stand_ins})


def _existing(draft: Any, path: Path) -> Path:
    """Return as much of *path* as there is in *draft*."""
    here = draft
    for length, part in enumerate(path):
        if not _has(here, part):
            named = part in _WORDS and isinstance(here, dict) and length + 1 == len(path)
            return path if named else path[:length]
        here = here[part]
    return path


def _order(path: Path) -> list[tuple[int, str]]:
    return [(part, "") if isinstance(part, int) else (-1, part) for part in path]


def _has(holder: Any, part: str | int) -> bool:
    if isinstance(holder, Kept):
        return isinstance(part, int) and part < len(holder)
    return isinstance(holder, dict) and part in holder
