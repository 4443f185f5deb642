"""The plain values that a YAML file says: as it is, and after edits of a few of its parts."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from roundtable_ical.exporters.yaml_aliases import is_shared
from roundtable_ical.exporters.yaml_layout import Edit, applied

_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_MARKER = re.compile(r"(?:^|[\n\r\x85\u2028\u2029])(?:---|\.\.\.|%)")
"""What would begin or end a document, after any line break that a reader of YAML knows."""

_DEEPEST = 30
_MOST = 500_000


class _RefusedError(Exception):
    """A tree is none that a programme has."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Whole lines of a file from *start* up to *end*: a top-level key, or one item of its list.

    *column* is how far in it begins.
    """

    start: int
    end: int
    column: int
    key: str
    item: int | None


def composed(text: str) -> Node | None:
    """Return the tree of *text*; None where it has none."""
    try:
        found: Node | None = YAML(typ="safe", pure=True).compose(text)
    except (YAMLError, RecursionError):
        return None
    return found


def plain(root: Node) -> Any:
    """Return what *root* says as mappings, lists, strings and None.

    None where a reader of programmes refuses it: a key stands twice, or is no word; it is nested
    too deep, or has too many values, as where those that are named by ``&`` are used over and over.
    """
    try:
        return _value(root, 0, count())
    except _RefusedError:
        return None


def _value(node: Node, depth: int, counted: Iterator[int]) -> Any:
    if depth > _DEEPEST or next(counted) > _MOST:
        raise _RefusedError
    match node:
        case MappingNode():
            keys = [key.value for key, _ in node.value if isinstance(key, ScalarNode)]
            if len({*keys}) < len(node.value):
                raise _RefusedError
            return {str(key.value): _value(value, depth + 1, counted) for key, value in node.value}
        case SequenceNode():
            return [_value(item, depth + 1, counted) for item in node.value]
        case ScalarNode() if node.style is None and node.value in _EMPTY:
            return None
    return node.value


def plain_after(text: str, root: MappingNode, edits: Iterable[Edit]) -> dict[str, Any] | None:
    """Return what *text* says after *edits*, of which only the parts that they are in are read.

    A part is whole lines that begin further out than all that is in them. So what it says by
    itself is what it says in its place, and the others say what they said.

    Args:
        text: as it is.
        root: its tree, a mapping with a line for each key.
        edits: none overlaps another one.

    Returns:
        None where that cannot be told part by part: an edit makes more or fewer of them, a part
        is none by itself or says a key twice, or a value is used twice (``&`` and ``*``).
    """
    parts = tuple(_parts(text, root))
    ends = [part.end for part in parts]
    within: dict[int, list[Edit]] = defaultdict(list)
    for edit in edits:
        at = bisect_left(ends, edit.end)  # what is put between two belongs to the first
        if at == len(parts) or edit.start < parts[at].start:
            return None
        within[at].append(edit)
    if is_shared(root):
        return None
    values: dict[str, Any] = plain(root)
    for at, inside in within.items():
        part = parts[at]
        words = applied(text, inside, part.start, part.end)
        node = None if _MARKER.search(words) else composed(words)
        ended = words.endswith("\n") or part.end == len(text)
        if node is None or not ended or not _begins(words, node, part.column):
            return None
        found = plain(node)
        if part.item is None and isinstance(found, dict) and [*found] == [part.key]:
            values[part.key] = found[part.key]
        elif part.item is not None and isinstance(found, list) and len(found) == 1:
            values[part.key][part.item] = found[0]
        else:
            return None
    return values


def _begins(words: str, node: Node, column: int) -> bool:
    """Whether *node* begins in *column*, with no ``&name`` or ``!tag`` on a line above it."""
    start = node.start_mark
    return bool(start.column == column and words[start.index] not in "&!")


def _parts(text: str, root: MappingNode) -> Iterator[_Part]:
    """Yield the parts of a file, in its order."""
    starts = [_line_start(text, key.start_mark.index) for key, _ in root.value]
    for (key, value), start, end in zip(root.value, starts, [*starts[1:], len(text)], strict=True):
        name = str(key.value)
        items = _items(text, value, start)
        if not items:
            yield _Part(start, end, key.start_mark.column, name, None)
        for at, (first, next_) in enumerate(zip(items, [*items[1:], end], strict=False)):
            yield _Part(first, next_, value.start_mark.column, name, at)


def _items(text: str, node: Node, start: int) -> Sequence[int]:
    """Return where the line of each item begins; none where they do not have lines of their own."""
    if not isinstance(node, SequenceNode) or node.flow_style:
        return ()
    starts = [_line_start(text, item.start_mark.index) for item in node.value]
    hyphens = (
        text[at : item.start_mark.index].strip()
        for at, item in zip(starts, node.value, strict=True)
    )
    in_order = all(one < other for one, other in zip([start, *starts], starts, strict=False))
    return starts if in_order and all(each == "-" for each in hyphens) else ()


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1
