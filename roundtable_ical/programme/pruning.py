"""Taking wrong values out of a tree of plain values, so that the rest can be looked at."""

from collections.abc import Mapping
from typing import Any

from roundtable_ical.programme.problems import Path


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


def cut(draft: dict[str, Any], path: Path, stand_ins: Mapping[str, object]) -> None:
    """Take the value at *path* out of *draft*; where it is missing, what it is missing from.

    At the top, what an event cannot be without is replaced by its stand-in.
    """
    holders: list[tuple[Any, str | int]] = []
    here: Any = draft
    for part in path:
        holders.append((here, part))
        if not _has(here, part):
            holders.pop(-1 if len(holders) > 1 else 0)
            break
        here = here[part]
    if path[:1] and path[0] in stand_ins:
        draft[str(path[0])] = stand_ins[str(path[0])]
    elif holders:
        holder, part = holders[-1]
        if isinstance(holder, Kept) and isinstance(part, int):
            holder.drop(part)
        else:
            del holder[part]


def _has(holder: Any, part: str | int) -> bool:
    if isinstance(holder, Kept):
        return isinstance(part, int) and part < len(holder)
    return isinstance(holder, dict) and part in holder
