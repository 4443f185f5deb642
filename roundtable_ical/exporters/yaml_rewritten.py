"""A programme file brought to a new event: only what is different is written anew.

Comments, order, quotation marks and blanks of everything else stay as somebody wrote them.
"""

from dataclasses import dataclass
from functools import cached_property

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from roundtable_ical.exporters.yaml import written
from roundtable_ical.exporters.yaml_edits import Editor
from roundtable_ical.exporters.yaml_layout import applied
from roundtable_ical.exporters.yaml_tree import tree
from roundtable_ical.exporters.yaml_values import composed, plain
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.reading import understood


def rewritten(content: bytes, event: SideEvent) -> bytes:
    """Return *content*, an ``event.yaml``, changed as little as makes it say *event*.

    A file that cannot be changed in parts (it is no programme, or names values by ``&`` and
    ``*``) is written anew.
    """
    return Rewritable(content).saying(event)


@dataclass(frozen=True)
class Rewritable:
    """A programme file that is read once, and changed then."""

    content: bytes

    @property
    def _encoding(self) -> str:
        marked = self.content.startswith((b"\xff\xfe", b"\xfe\xff"))
        return "utf-16" if marked else "utf-8-sig"

    @cached_property
    def _text(self) -> str | None:
        try:
            return self.content.decode(self._encoding)
        except UnicodeDecodeError:
            return None

    @cached_property
    def _found(self) -> tuple[Node | None, SideEvent | None]:
        return (None, None) if self._text is None else _read(self._text)

    @property
    def event(self) -> SideEvent | None:
        """What it says; None where it has errors."""
        return self._found[1]

    def saying(self, event: SideEvent) -> bytes:
        """Return the file as `rewritten` does."""
        (root, before), text = self._found, self._text
        if before == event:
            return self.content
        if text is None or before is None or not isinstance(root, MappingNode) or root.flow_style:
            return written(event)
        edits = Editor(text).edits(root, tree(before), tree(event))
        changed = applied(text, edits)
        after, says = _read(changed)
        if says != event or after is None or _doubled(after):
            return written(event)
        marked = self._encoding == "utf-16" or self.content.startswith(b"\xef\xbb\xbf")
        return changed.encode(self._encoding if marked else "utf-8")


def _doubled(node: Node) -> bool:
    """Return whether a key stands twice in one mapping: a reader of files refuses that."""
    if isinstance(node, MappingNode):
        keys = [key.value for key, _ in node.value if isinstance(key, ScalarNode)]
        return len(keys) != len(set(keys)) or any(_doubled(value) for _, value in node.value)
    return isinstance(node, SequenceNode) and any(_doubled(item) for item in node.value)


def _read(text: str) -> tuple[Node | None, SideEvent | None]:
    """Return the tree of a file, and the event that it says; None where it says none."""
    root = composed(text)
    return root, understood(plain(root)).event if root else None
