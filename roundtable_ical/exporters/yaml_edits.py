"""Changes to the text of a YAML file, made at the places where its values are written."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from roundtable_ical.exporters.yaml_layout import Edit, Layout
from roundtable_ical.exporters.yaml_lines import SPACED, Lines, flowing
from roundtable_ical.exporters.yaml_scalars import inline, quoted
from roundtable_ical.exporters.yaml_tree import Plain
from roundtable_ical.programme.problems import Path


class Editor:
    """Turns the text of a file that says one tree into text that says another."""

    def __init__(self, text: str) -> None:
        self._layout = Layout(text)
        self._lines = Lines()

    def edits(
        self, root: MappingNode, old: Mapping[str, Any], new: Mapping[str, Any]
    ) -> tuple[Edit, ...] | None:
        """Return the edits that change what is different between *old* and *new*.

        None where *root* stands in brackets, as in JSON, and they would have to be written anew.
        """
        if not root.flow_style:
            return tuple(self._mapping(root, old, new, ()))
        self._layout.flowing.add(id(root))
        edits = self._flow_mapping(root, old, new, ())
        return None if edits is None else tuple(edits)

    def _mapping(
        self, node: MappingNode, old: Mapping[str, Any], new: Mapping[str, Any], path: Path
    ) -> Iterator[Edit]:
        """Yield the edits of a mapping that has a line for each key."""
        entries = {str(key.value): (key, value) for key, value in node.value}
        indent = node.start_mark.column
        floor = 0
        for key, (key_node, value) in entries.items():
            if key in old and key not in new:
                yield self._layout.without_entry(key_node, value, floor)
            elif key in new and new[key] != old.get(key):
                yield from self._entry(key_node, value, old.get(key), new[key], (*path, key))
            floor = self._layout.line_end(self._layout.end(value))
        yield from self._added(entries, old, new, path, indent)

    def _added(
        self,
        entries: Mapping[str, tuple[Node, Node]],
        old: Mapping[str, Any],
        new: Mapping[str, Any],
        path: Path,
        indent: int,
    ) -> Iterator[Edit]:
        place: int | None = None
        for key, value in new.items():
            if key in entries:
                place = self._layout.line_end(self._layout.end(entries[key][1]))
            elif value != old.get(key):
                lines = list(self._lines.entry(key, value, (*path, key), indent))
                spaced = not path and key in SPACED
                at = self._layout.first_place(entries, new) if place is None else place
                yield self._layout.inserted(at, [*([""] * spaced), *lines])

    def _entry(self, key: Node, node: Node, old: Any, new: Any, path: Path) -> Iterator[Edit]:
        """Yield the edits of one key's value."""
        inner = self._inside(node, old, new, path)
        if inner is not None:
            yield from inner
            return
        name, indent = str(path[-1]), key.start_mark.column
        start, end = key.start_mark.index, self._layout.end(node)
        if self._layout.has_remark(end):
            words = f"{inline(name, in_flow=True)}: {flowing(new)}"
        else:
            words = self._layout.joined(self._lines.entry(name, new, path, indent))[indent:]
        yield Edit(start, end, words)

    def _inside(self, node: Node, old: Any, new: Any, path: Path) -> list[Edit] | None:
        """Return the edits that make *new* of a value within its shape; None where it changes."""
        match node:
            case ScalarNode() if isinstance(old, str) and isinstance(new, str):
                return self._scalar(node, new)
            case MappingNode() if isinstance(old, Mapping) and isinstance(new, Mapping) and new:
                if not node.flow_style:
                    first = str(node.value[0][0].value)
                    return list(self._mapping(node, old, new, path)) if first in new else None
                return self._flow_mapping(node, old, new, path)
            case SequenceNode() if isinstance(old, list) and isinstance(new, list) and new:
                if len(old) != len(node.value):
                    return None
                return (
                    self._flow_list(node, old, new, path)
                    if node.flow_style
                    else self._list(node, old, new, path)
                )
        return None

    def _scalar(self, node: ScalarNode, new: str) -> list[Edit] | None:
        start, end = node.start_mark.index, node.end_mark.index
        one_line = node.start_mark.line == node.end_mark.line
        if node.style in {"|", ">"} or not one_line or start == end or "\n" in new:
            return None
        fits = self._layout.fits(start, end, new) or isinstance(new, Plain)
        if not fits and not self._layout.in_flow(node) and not self._layout.has_remark(end):
            return None
        in_flow = self._layout.in_flow(node)
        return [Edit(start, end, quoted(new, node.style) or inline(new, in_flow=in_flow))]

    def _flow_mapping(
        self, node: MappingNode, old: Mapping[str, Any], new: Mapping[str, Any], path: Path
    ) -> list[Edit] | None:
        entries = {str(key.value): value for key, value in node.value}
        if any(key not in new for key in old):
            return None
        fresh = self._added_in_flow(node, entries, old, new)
        if fresh is None:
            return None
        self._layout.flowing.update(map(id, entries.values()))
        edits = self._all(
            (entries[key], old.get(key), new[key], (*path, key)) for key in new if key in entries
        )
        return None if edits is None else edits + fresh

    def _added_in_flow(
        self,
        node: MappingNode,
        entries: Mapping[str, Node],
        old: Mapping[str, Any],
        new: Mapping[str, Any],
    ) -> list[Edit] | None:
        """Return the edits that put new keys between brackets; None where the line is too long."""
        place: int | None = None
        first, size = node.value[0][0].start_mark.index, 0
        edits = []
        for key, value in new.items():
            if key in entries:
                place = self._layout.end(entries[key])
            elif value != old.get(key):
                words = f"{inline(key, in_flow=True)}: {flowing(value)}"
                at, words = (first, f"{words}, ") if place is None else (place, f", {words}")
                edits.append(Edit(at, at, words))
                size += len(words)
        start = node.start_mark.index
        fits = self._layout.fits(start, start, "x" * size) or self._layout.in_flow(node)
        return edits if fits or not edits else None

    def _flow_list(
        self, node: SequenceNode, old: list[Any], new: list[Any], path: Path
    ) -> list[Edit] | None:
        if _names(old) != _names(new):
            return None
        self._layout.flowing.update(map(id, node.value))
        triples = enumerate(zip(node.value, old, new, strict=True))
        return self._all((item, was, now, (*path, at)) for at, (item, was, now) in triples)

    def _all(self, parts: Iterator[tuple[Node, Any, Any, Path]]) -> list[Edit] | None:
        edits: list[Edit] = []
        for node, old, new, path in parts:
            found = self._inside(node, old, new, path) if old != new else []
            if found is None:
                return None
            edits += found
        return edits

    def _list(
        self, node: SequenceNode, old: list[Any], new: list[Any], path: Path
    ) -> list[Edit] | None:
        """Return the edits of a list that has a line for each item, found again by their ids."""
        was, now = _names(old), _names(new)
        if len({*was}) < len(was) or len({*now}) < len(now):
            return None
        column = node.start_mark.column
        places = {name: at for at, name in enumerate(was)}
        edits: dict[str, list[Edit]] = {}
        for at, name in enumerate(now):
            if name in places and old[places[name]] != new[at]:
                item = node.value[places[name]]
                edits[name] = self._item(item, old[places[name]], new[at], (*path, at), column)
        if was == now:
            return [edit for each in edits.values() for edit in each]
        fresh = {
            name: self._layout.joined(self._lines.item(new[at], (*path, at), column))
            for at, name in enumerate(now)
            if name not in places
        }
        return [self._layout.reordered(node, was, now, fresh, edits)]

    def _item(self, node: Node, old: Any, new: Any, path: Path, column: int) -> list[Edit]:
        inner = self._inside(node, old, new, path)
        if inner is not None:
            return inner
        start, end = self._layout.dash(node, column), self._layout.end(node)
        if self._layout.has_remark(end):
            return [Edit(start, end, f"- {flowing(new)}")]
        lines = self._lines.item(new, path, column)
        return [Edit(start, end, self._layout.joined(lines)[column:])]


def _names(items: Sequence[Any]) -> list[str]:
    """Return what each item is found again by: its id, or all that it says."""
    return [
        str(item.get("id") or item.get("speaker") or item)
        if isinstance(item, Mapping)
        else str(item)
        for item in items
    ]
