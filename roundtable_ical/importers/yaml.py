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
MOST_VALUES = 500_000
_SAVE = "save it as UTF-8 in your editor"
_HINT = "a text with a colon, a # or quotation marks needs quotes around it; indent with blanks"
_HINTS = {
    "mapping values are not allowed": "put quotes around a text that has a colon inside",
    "\\t": "indent with blanks, never with tabs",
    "cannot start any token": "put quotes around a text that begins with a sign such as @ or %",
    "escape character": "put single quotes around a text with a backslash, or write it twice",
    "quoted scalar": "end the text with the quotation mark that it begins with",
    "single document": "remove the line with `---`; a file holds one event",
    "alias": "put quotes around a text that begins with *",
    "flow": "close every bracket, and put commas between the items in it",
    "expected ':'": "write a colon and a value after the key",
    "block": "let items of one list begin below each other; put quotes around a whole text",
}
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


class YamlImporter:
    """Reads ``event.yaml``; every problem has its line."""

    name = "yaml"
    summary = "the programme file (event.yaml)"
    suffixes: tuple[str, ...] = (".yaml", ".yml")

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
        located = tree.problems + [
            problem.written_at(tree.origin(problem.where.path)) for problem in reading.problems
        ]
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
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _Unreadable("not-utf-8", "the file is not in UTF-8", _SAVE, line) from None
    if text.count("\0") * 4 > len(text):
        raise _Unreadable("not-utf-8", "the file is not in UTF-8; it looks like UTF-16", _SAVE, 1)
    return text


def _composed(text: str) -> MappingNode:
    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        raise _not_yaml(error) from None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        code = f"U+{ord(text[error.position]):04X}"
        raise _Unreadable(
            "control-character",
            f"the file has the control character {code}",
            "delete that character",
            line,
        ) from None
    except RecursionError:
        raise _too_deep() from None
    except YAMLError as error:
        raise _Unreadable("not-yaml", f"this is not YAML: {error}", _HINT) from None
    if not isinstance(node, MappingNode):
        hint = "write keys and values, as `id: my-event`; `roundtable schema` has all keys"
        raise _Unreadable("not-a-programme", "the file holds no programme", hint, 1)
    return node


def _not_yaml(error: MarkedYAMLError) -> _Unreadable:
    """Return what the parser stumbled over, and what most often leads there."""
    what = " ".join(filter(None, (error.context, error.problem)))
    hint = next((way_out for words, way_out in _HINTS.items() if words in what), _HINT)
    began_before = "end of stream" in what or "':'" in what
    mark = (error.context_mark if began_before else None) or error.problem_mark
    return _Unreadable("not-yaml", f"this is not YAML: {what}", hint, mark and mark.line + 1)


def _too_deep(line: int | None = None) -> _Unreadable:
    return _Unreadable(
        "too-deep",
        f"values are nested more than {DEEPEST} deep",
        "a programme needs 8 levels at most; look for brackets too many",
        line,
    )


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
        line = node.start_mark.line + 1
        self.count += 1
        if len(path) > DEEPEST:
            raise _too_deep(line)
        if self.count > MOST_VALUES:
            message = f"the file has more than {MOST_VALUES:,} values"
            hint = "write values out instead of naming them by & and *, or split the event"
            raise _Unreadable("too-many-values", message, hint, line)
        self.lines.setdefault(path, line)
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
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, ScalarNode):
                hint = "write a plain key, as `id: ...`; a text with brackets needs quotes"
                self._report("wrong-shape", path, "a group stands where a key belongs", hint, line)
                continue
            key = str(key_node.value)
            place = (*path, key)
            if place in self.lines:
                message = f"{key!r} stands here already, in line {self.lines[place]}"
                self._report("duplicate-key", place, message, "keep one of the two", line)
                continue
            self.lines[place] = line
            yield key, self._value(value_node, place)

    def _report(self, code: str, path: Path, message: str, hint: str, line: int) -> None:
        problem = Problem.error(code, path, message, hint)
        self.problems.append(problem.written_at(Origin(self.name, line)))


def _line(origin: Origin | None) -> int:
    return origin.line or 0 if origin else 0
