"""Values that a YAML file names by ``&`` and uses again by ``*``, written out.

Source: YAML 1.2.2, section 7.1 (an alias means the nearest node before it of that name).
"""

import re
from collections.abc import Iterator

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.tokens import AliasToken, AnchorToken

from roundtable_ical.exporters.yaml_layout import Edit, applied
from roundtable_ical.exporters.yaml_scalars import inline

_AS_IT_IS = re.compile(r"[\w.:+-]+")
"""What says the same without quotes, wherever it stands."""


def written_out(text: str, root: Node) -> str:
    """Return *text*, of which *root* is the tree, with every alias as what it means.

    Comments and all else stay; names that nobody uses any more go.
    """
    named = dict(_named(root))
    nodes: dict[str, Node] = {}
    edits = []
    for token in YAML(typ="safe", pure=True).scan(text):
        start, end = token.start_mark.index, token.end_mark.index
        if isinstance(token, AnchorToken) and start in named:
            nodes[token.value] = named[start]
            edits.append(_without(text, start, end))
        elif isinstance(token, AliasToken) and token.value in nodes:
            edits.append(Edit(start, end, _flowing(nodes[token.value])))
    return applied(text, edits)


def is_shared(root: Node) -> bool:
    """Whether some value is used in two places."""
    seen: set[int] = set()
    left = [root]
    while left:
        node = left.pop()
        if id(node) in seen:
            return True
        seen.add(id(node))
        left += _inside(node)
    return False


def _inside(node: Node) -> list[Node]:
    if isinstance(node, MappingNode):
        return [each for pair in node.value for each in pair]
    return list(node.value) if isinstance(node, SequenceNode) else []


def _named(root: Node) -> Iterator[tuple[int, Node]]:
    """Yield every node that has a name, with the place where it begins."""
    seen: set[int] = set()
    left = [root]
    while left:
        node = left.pop()
        if id(node) not in seen:
            seen.add(id(node))
            left += _inside(node)
            if node.anchor:
                yield node.start_mark.index, node


def _without(text: str, start: int, end: int) -> Edit:
    """Return the edit that takes a name out, and the blanks that belong to it."""
    behind = len(text) - len(text[end:].lstrip(" "))
    if text[behind : behind + 1] not in {"\n", "\r", ""}:
        return Edit(start, behind, "")
    return Edit(len(text[:start].rstrip(" ")), end, "")


def _flowing(node: Node) -> str:
    if isinstance(node, MappingNode):
        pairs = (f"{_flowing(key)}: {_flowing(value)}" for key, value in node.value)
        return "{" + ", ".join(pairs) + "}"
    if isinstance(node, SequenceNode):
        return "[" + ", ".join(map(_flowing, node.value)) + "]"
    if isinstance(node, ScalarNode) and node.style is None:
        empty = node.value or "~"
        return empty if _AS_IT_IS.fullmatch(empty) or empty == "~" else inline(empty, in_flow=True)
    return inline(node.value, in_flow=True)
