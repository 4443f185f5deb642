"""A programme file brought to a new event: only what is different is written anew.

Comments, order, quotation marks and blanks of everything else stay as somebody wrote them.
"""

from dataclasses import dataclass
from functools import cached_property

from ruamel.yaml.nodes import MappingNode, Node

from roundtable_ical.exporters.yaml import written
from roundtable_ical.exporters.yaml_aliases import is_shared, written_out
from roundtable_ical.exporters.yaml_edits import Editor
from roundtable_ical.exporters.yaml_layout import applied
from roundtable_ical.exporters.yaml_tree import tree
from roundtable_ical.exporters.yaml_values import composed, plain, plain_after
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.reading import understood


def rewritten(content: bytes, event: SideEvent) -> bytes:
    """Return *content*, an ``event.yaml``, changed as little as makes it say *event*.

    Values that it names by ``&`` and ``*`` are written out where one of them changes. A file that
    cannot be changed in parts, as it is no programme, is written anew.
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
        if text is None or before is None or not isinstance(root, MappingNode):
            return written(event)
        changed = _changed(text, root, before, event)
        if changed is None and is_shared(root):
            text = written_out(text, root)
            root = composed(text)
            changed = _changed(text, root, before, event)
        if changed is None:
            return written(event)
        marked = self._encoding == "utf-16" or self.content.startswith(b"\xef\xbb\xbf")
        return changed.encode(self._encoding if marked else "utf-8")


def _changed(text: str, root: Node | None, before: SideEvent, event: SideEvent) -> str | None:
    """Return *text*, which says *before*, as one that says *event*; None where edits do not."""
    if not isinstance(root, MappingNode):
        return None
    edits = Editor(text).edits(root, tree(before), tree(event))
    if edits is None:
        return None
    changed = applied(text, edits)
    values = None if root.flow_style else plain_after(text, root, edits)
    says = _read(changed)[1] if values is None else understood(values).event
    return changed if says == event else None


def _read(text: str) -> tuple[Node | None, SideEvent | None]:
    """Return the tree of a file, and the event that it says; None where it says none."""
    root = composed(text)
    values = plain(root) if root else None
    return root, None if values is None else understood(values).event
