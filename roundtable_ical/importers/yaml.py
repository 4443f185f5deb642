"""The programme file, ``event.yaml``."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from roundtable_ical.errors import Origin
from roundtable_ical.ports import Source
from roundtable_ical.programme.problems import Path, Problem
from roundtable_ical.programme.reading import Reading, understood

LARGEST = 20_000_000
DEEPEST = 30
MOST_VALUES = 2_000_000
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


class YamlImporter:
    """Reads ``event.yaml``; every problem has its line."""

    name = "yaml"
    summary = "the programme file (event.yaml)"
    suffixes = (".yaml", ".yml")

    def recognises(self, source: Source) -> float:
        """Return 0.9 by the file's name, 0.5 where the text looks like a programme file."""
        if source.name.lower().endswith(self.suffixes):
            return 0.9
        head = source.content[:20_000]
        return 0.5 if b"\nsegments:" in head and b"timezone:" in head else 0.0

    def read(self, source: Source) -> Reading:
        """Return the event and every problem, each with file and line."""
        tree = _Tree(source.name)
        try:
            values = tree.values(_composed(_text(source)))
        except _Unreadable as error:
            origin = Origin(source.name, error.line)
            return Reading(event=None, problems=(error.problem.written_at(origin),))
        reading = understood(values)
        problems = (*tree.problems, *reading.problems)
        located = [problem.written_at(tree.origin(problem.where.path)) for problem in problems]
        located.sort(key=lambda problem: _line(problem.where.origin))
        return Reading(event=None if tree.problems else reading.event, problems=tuple(located))


class _Unreadable(Exception):
    """The file is no YAML mapping; carries the one problem there is."""

    def __init__(self, code: str, message: str, hint: str, line: int | None = None) -> None:
        super().__init__(message)
        self.problem = Problem.error(code, (), message, hint)
        self.line = line


def _text(source: Source) -> str:
    content = source.content
    if len(content) > LARGEST:
        size, most = len(content) // 1_000_000, LARGEST // 1_000_000
        raise _Unreadable(
            "too-large",
            f"the file has {size} MB",
            f"at most {most} MB are possible; split the event",
        )
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _Unreadable(
            "not-utf-8", "the file is not in UTF-8", "save it as UTF-8 in your editor", line
        ) from None


def _composed(text: str) -> MappingNode:
    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join(filter(None, (error.context, error.problem)))
        hint = (
            "a text with a colon, a # or quotation marks needs quotes around it; indent by blanks"
        )
        raise _Unreadable("not-yaml", f"not YAML: {what}", hint, mark and mark.line + 1) from None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        code = f"U+{ord(text[error.position]):04X}"
        raise _Unreadable(
            "control-character", f"the file has the character {code}", "delete that character", line
        ) from None
    except (YAMLError, RecursionError) as error:
        raise _Unreadable("not-yaml", f"not YAML: {error}", "check the indentation") from None
    if not isinstance(node, MappingNode):
        hint = "write keys and values, as `id: my-event`; `roundtable schema` has all keys"
        raise _Unreadable("not-a-programme", "the file holds no programme", hint, 1)
    return node


@dataclass
class _Tree:
    """Plain values out of YAML nodes, and the line of each."""

    name: str
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    count: int = 0

    def values(self, node: MappingNode) -> dict[str, Any]:
        """Return the mapping that *node* is; strings stay as they were written."""
        found: dict[str, Any] = self._value(node, ())
        return found

    def origin(self, path: Path) -> Origin:
        """Return file and line of the value at *path*, or of the nearest thing around it."""
        places = (path[:length] for length in range(len(path), -1, -1))
        line = next((self.lines[place] for place in places if place in self.lines), None)
        return Origin(self.name, line)

    def _value(self, node: Node, path: Path) -> Any:
        self.count += 1
        if self.count > MOST_VALUES or len(path) > DEEPEST:
            hint = "write the values out; anchors and aliases are limited"
            line = node.start_mark.line + 1
            raise _Unreadable("too-many-values", "the file unfolds without end", hint, line)
        self.lines.setdefault(path, node.start_mark.line + 1)
        match node:
            case MappingNode():
                return dict(self._items(node, path))
            case SequenceNode():
                return [self._value(item, (*path, i)) for i, item in enumerate(node.value)]
            case ScalarNode():
                empty = node.style is None and node.value in _EMPTY
                return None if empty else node.value
        raise _Unreadable("not-yaml", f"not YAML: {node.tag}", "write plain values")

    def _items(self, node: MappingNode, path: Path) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, ScalarNode) else "?"
            place = (*path, key)
            if key in seen:
                message = f"{key!r} stands here twice"
                problem = Problem.error("duplicate-key", place, message, "keep one of the two")
                self.problems.append(problem)
                continue
            seen.add(key)
            self.lines[place] = key_node.start_mark.line + 1
            value = self._value(value_node, place)
            if value is not None:
                yield key, value


def _line(origin: Origin | None) -> int:
    return origin.line or 0 if origin else 0
