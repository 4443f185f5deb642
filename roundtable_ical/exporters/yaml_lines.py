"""A tree as the lines of a YAML file, with comments at the values they are about."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from roundtable_ical.exporters.yaml_scalars import WIDTH, block, inline
from roundtable_ical.exporters.yaml_tree import Plain
from roundtable_ical.programme.problems import Path

_STEP = 2
_LONGEST_KEY = 1_000
"""Longer ones need a question mark before them (YAML 1.2.2, section 7.4.2)."""
_APART = frozenset({"venues", "themes", "speakers", "segments"})
"""Sections whose items have a line for each key; items of others stay on one while they fit."""
SPACED = frozenset(
    {
        *("hosts", "organizer", "objective", "background", "participants", "foreign"),
        *("venues", "walks", "themes", "speakers", "segments", "constraints"),
    }
)
"""Keys of the event with an empty line before them."""
Comments = Mapping[Path, Iterable[str]]


class Lines:
    """Writes values; *comments* are lines, by the path of the value they stand before."""

    def __init__(self, comments: Comments | None = None) -> None:
        self._comments = dict(comments or {})
        self._commented = {path[:n] for path in self._comments for n in range(len(path) + 1)}

    def file(self, values: Mapping[str, Any]) -> Iterator[str]:
        """Yield the lines of a whole file."""
        yield from self._before((), 0, inside=False)
        for key, value in values.items():
            if key in SPACED:
                yield ""
            yield from self.entry(key, value, (key,), 0)

    def entry(self, key: str, value: Any, path: Path, indent: int) -> Iterator[str]:
        """Yield the lines of one key and its value, *indent* deep."""
        margin, written = " " * indent, inline(key, in_flow=True)
        head = f"{margin}{written}:"
        if len(written) > _LONGEST_KEY:
            yield f"{margin}? {written}"
            head = f"{margin}:"
        yield from self._value(head, value, path, indent)

    def item(self, value: Any, path: Path, indent: int) -> Iterator[str]:
        """Yield the lines of one item of a list, its hyphen *indent* deep."""
        margin = " " * indent
        head = f"{margin}-"
        if isinstance(value, Mapping) and value and self._flow(head, value, path) is None:
            first = (*path, next(iter(value)))
            yield from self._before(path, indent, inside=False)
            yield from self._before(first, indent, inside=False)
            self._comments.pop(first, None)
            lines = self._entries(value, path, indent + _STEP)
            yield head + next(lines)[indent + 1 :]
            yield from lines
        else:
            yield from self._value(head, value, path, indent)

    def _entries(self, value: Mapping[str, Any], path: Path, indent: int) -> Iterator[str]:
        for key, item in value.items():
            yield from self.entry(key, item, (*path, key), indent)

    def _value(self, head: str, value: Any, path: Path, indent: int) -> Iterator[str]:
        flow = self._flow(head, value, path)
        yield from self._before(path, indent, inside=flow is not None)
        deeper = indent + _STEP
        if flow is not None:
            yield f"{head} {flow}"
        elif isinstance(value, Mapping):
            yield head
            yield from self._entries(value, path, deeper)
        elif isinstance(value, list):
            yield head
            for position, item in enumerate(value):
                yield from self.item(item, (*path, position), deeper)
        else:
            first, *rest = block(value, deeper) or [inline(value)]
            yield f"{head} {first}"
            yield from rest

    def _flow(self, head: str, value: Any, path: Path) -> str | None:
        """Return *value* on the line of its key; None where it needs lines of its own."""
        if isinstance(value, str):
            simple = "\n" not in value and len(f"{head} {value}") <= WIDTH
            return inline(value) if simple or isinstance(value, Plain) else None
        if value and not self._may_flow(value, path):
            return None
        words = flowing(value)
        return words if not value or len(f"{head} {words}") <= WIDTH else None

    def _may_flow(self, value: Any, path: Path) -> bool:
        if path in {("organizer",), ("participants",)} or path[2:] == ("repeat",):
            return False
        if len(path) == 2 and path[0] in _APART:
            return False
        if isinstance(value, list):
            return all(isinstance(item, str) and " " not in item for item in value)
        return _is_flat(value)

    def _before(self, path: Path, indent: int, *, inside: bool) -> Iterator[str]:
        """Yield what is said of the value at *path*, and of all that is *inside* it."""
        if path not in self._commented:
            return
        margin = " " * indent + "# "
        for place, comments in list(self._comments.items()):
            if place == path or (inside and place[: len(path)] == path):
                for comment in comments:
                    yield margin + comment
                del self._comments[place]


def flowing(value: Any) -> str:
    """Return *value* in brackets, or as a scalar, on one line."""
    if isinstance(value, Mapping):
        pairs = (f"{inline(key, in_flow=True)}: {flowing(item)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flowing, value)) + "]"
    return inline(value, in_flow=True)


def _is_flat(value: Any) -> bool:
    """Whether *value* is words of one line, or a mapping of such."""
    if isinstance(value, Mapping):
        return all(map(_is_flat, value.values()))
    return isinstance(value, str) and "\n" not in value
