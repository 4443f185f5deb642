"""Where in the text of a YAML file its values begin and end, and what belongs to them."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from roundtable_ical.exporters.yaml_scalars import WIDTH


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """New *words* in place of the text from *start* up to *end*."""

    start: int
    end: int
    words: str


def applied(text: str, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
    """Return *text* from *start* up to *end*, with those of *edits* made that lie within."""
    stop = len(text) if end is None else end
    parts: list[str] = []
    place = start
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        if start <= edit.start and edit.end <= stop:
            parts += [text[place : edit.start], edit.words]
            place = edit.end
    return "".join((*parts, text[place:stop]))


class Layout:
    """A text and its lines; *flowing* holds the ids of nodes that stand inside brackets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.flowing: set[int] = set()
        self._newline = "\r\n" if "\r\n" in text else "\n"

    def end(self, node: Node) -> int:
        """Return where the words of *node* end, without what stands behind them."""
        if isinstance(node, MappingNode) and not node.flow_style and node.value:
            return self.end(node.value[-1][1])
        if isinstance(node, SequenceNode) and not node.flow_style and node.value:
            return self.end(node.value[-1])
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        if isinstance(node, ScalarNode) and node.style in {"|", ">"}:
            return start + len(self.text[start:end].rstrip())
        return end if end > start else self._end_before(start)

    def _end_before(self, place: int) -> int:
        """Return where the key or hyphen ends that has no value; YAML looks for one far below."""
        text = self.text[:place].rstrip()
        while (line := text.rpartition("\n")[2]).lstrip().startswith("#"):
            text = text[: -len(line)].rstrip()
        remark = re.search(r"\s#.*", line)
        return len(text) - len(line) + len(line[: remark.start() if remark else None].rstrip())

    def in_flow(self, node: Node) -> bool:
        """Whether *node* stands inside brackets."""
        return id(node) in self.flowing

    def line_start(self, place: int) -> int:
        """Return where the line of *place* begins."""
        return self.text.rfind("\n", 0, place) + 1

    def line_end(self, place: int) -> int:
        """Return where the line after that of *place* begins."""
        found = self.text.find("\n", place)
        return len(self.text) if found < 0 else found + 1

    def has_remark(self, place: int) -> bool:
        """Whether a comment follows on the line of *place*."""
        return "#" in self.text[place : self.line_end(place)]

    def fits(self, start: int, end: int, words: str) -> bool:
        """Whether the line keeps its width with *words* in place of what is there."""
        line = len(self.text[self.line_start(start) : self.line_end(end)].rstrip())
        return line - (end - start) + len(words) + 2 <= WIDTH

    def joined(self, lines: Iterable[str]) -> str:
        """Return *lines* as the file has them, the last one without its end."""
        return self._newline.join(lines)

    def inserted(self, place: int, lines: Sequence[str]) -> Edit:
        """Return the edit that puts whole *lines* at *place*, where a line begins."""
        before = "" if place == 0 or self.text[place - 1] == "\n" else self._newline
        return Edit(place, place, f"{before}{self.joined(lines)}{self._newline}")

    def first_place(self, entries: Mapping[str, tuple[Node, Node]], kept: Collection[str]) -> int:
        """Return where lines of new keys go that come before all *entries*.

        Behind the first of them where it is not *kept*, as it takes its comments out with it, and
        where it stands behind a hyphen.
        """
        name, (key, value) = next(iter(entries.items()))
        start = self.line_start(key.start_mark.index)
        own_line = not self.text[start : key.start_mark.index].strip()
        return start if own_line and name in kept else self.line_end(self.end(value))

    def without_entry(self, key: Node, value: Node, floor: int) -> Edit:
        """Return the edit that takes a key, its value and the comments right above it out.

        Above *floor* stands something else.
        """
        start = self.line_start(key.start_mark.index)
        end = self.line_end(self.end(value))
        return Edit(max(floor, self._own_start(start)), end, "")

    def dash(self, item: Node, column: int) -> int:
        """Return the place of the hyphen before an item of a list that begins in *column*."""
        start = self.line_start(item.start_mark.index)
        while start:
            before = self.text[start : start + column]
            if self.text[start + column : start + column + 1] == "-" and "#" not in before:
                break
            start = self.line_start(start - 1)  # comments may stand between the two
        return start + column

    def reordered(
        self,
        node: SequenceNode,
        was: Sequence[str],
        now: Sequence[str],
        fresh: Mapping[str, str],
        edits: Mapping[str, Sequence[Edit]],
    ) -> Edit:
        """Return the edit that makes the items *now* of those that there were.

        *fresh* are the words of new ones, *edits* what is changed within others: a line put at the
        end of an item begins where the next one does, its place tells not whose it is.
        Comments right above an item go with it; what stands further above, as the heading of a
        day, stays where it is when the item is taken out.
        """
        column = node.start_mark.column
        starts = [self.line_start(self.dash(item, column)) for item in node.value]
        ends = [self.line_end(self.end(item)) for item in node.value]
        begins = [starts[0], *ends[:-1]]
        above: dict[str, str] = {}
        own: dict[str, str] = {}
        left = ""
        for name, begin, start, end in zip(was, begins, starts, ends, strict=True):
            mine = max(begin, self._own_start(start))
            left += self.text[begin:mine]
            own[name] = self._ended(applied(self.text, edits.get(name, ()), mine, end))
            if name in {*now}:
                above[name], left = left, ""
        pieces = [
            above.get(name, "") + (own[name] if name in own else fresh[name] + self._newline)
            for name in now
        ]
        return Edit(begins[0], ends[-1], "".join(pieces) + left)

    def _ended(self, words: str) -> str:
        return words if words.endswith("\n") else words + self._newline

    def _own_start(self, start: int) -> int:
        """Return where the comments begin that stand right above the line at *start*."""
        while start:
            above = self.line_start(start - 1)
            if not self.text[above:start].lstrip().startswith("#"):
                break
            start = above
        return start
