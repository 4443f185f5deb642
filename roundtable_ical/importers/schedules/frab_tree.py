"""XML as nested texts, lists and mappings, so that nothing of it gets lost on the way back.

An element with words alone is a text. Others are mappings: ``@name`` for attributes, ``#text`` for
words, then the children by tag, a list where there are several. Children of one tag that do not
stand together, and words between children, need ``#children``: a list of texts and of mappings
with one key. `roundtable_ical.exporters.frab_nodes` reads this.
"""

from itertools import pairwise
from typing import Any

from lxml import etree

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def local(tag: str) -> str:
    """Return *tag* without its namespace."""
    return tag.rpartition("}")[2]


def encoded(element: etree._Element) -> str | dict[str, Any]:
    """Return *element* as nested texts, lists and mappings."""
    words = (element.text or "").strip()
    told: Any = element.items()
    found: dict[str, Any]
    if not len(element):
        if not told:
            return words
        found = {f"@{name}": value for name, value in told}
        if words:
            found["#text"] = words
        return found
    found = {f"@{name}": value for name, value in told}
    if words:
        found["#text"] = words
    tags = [child.tag for child in element]
    runs = sum(before != after for before, after in pairwise(tags)) + 1
    if runs > len(set(tags)) or any((child.tail or "").strip() for child in element):
        found["#children"] = list(_children(element))
        return found
    for child in element:
        add(found, child.tag, encoded(child))
    return found


def attributes(element: etree._Element) -> dict[str, Any]:
    """Return the attributes of *element* as they are kept."""
    told: Any = element.items()
    return {f"@{name}": value for name, value in told}


def line_of(element: etree._Element) -> int | None:
    """Return the line that *element* begins in, from 1."""
    line: Any = element.sourceline
    return int(line) if line else None


def add(found: dict[str, Any], tag: str, value: Any) -> None:
    """Put one more child into *found*."""
    if tag not in found:
        found[tag] = value
    elif isinstance(found[tag], list):
        found[tag].append(value)
    else:
        found[tag] = [found[tag], value]


def _children(element: etree._Element) -> list[Any]:
    found: list[Any] = []
    for child in element:
        found.append({child.tag: encoded(child)})
        if tail := (child.tail or "").strip():
            found.append(tail)
    return found


def alike(one: str, other: str) -> bool:
    """Tell whether two texts differ in white space at most."""
    return one == other or one.split() == other.split()
