"""Nested texts, lists and mappings as XML: the way back from ``foreign: {frab: ...}``.

``@name`` is an attribute, ``#text`` words, ``#children`` a list of children and words between
them, every other key the tag of children.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

_TAG = re.compile(r"(?:\{[^{}]*\})?[^\W\d][\w.-]*")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def text(words: str) -> str:
    """Return *words* without what XML has no place for."""
    return _NOT_XML.sub("", words)


def child(parent: etree._Element, tag: str, value: Any = "") -> etree._Element | None:
    """Add what *value* stands for to *parent*; None where *tag* is no name of an element."""
    if not _TAG.fullmatch(tag):
        return None
    made = etree.SubElement(parent, tag)
    fill(made, value)
    return made


def attribute(element: etree._Element, name: str, value: object) -> None:
    """Set an attribute of *element*, unless *name* is no name of one."""
    if _TAG.fullmatch(name):
        element.set(name, text(str(value)))


def fill(element: etree._Element, value: Any) -> None:
    """Give *element* the attributes, words and children that *value* stands for."""
    if not isinstance(value, Mapping):
        element.text = text(str(value)) or None
        return
    for key, inside in value.items():
        if key.startswith("@"):
            attribute(element, key[1:], inside)
        elif key == "#text":
            element.text = text(str(inside)) or None
        elif key == "#children":
            _mixed(element, inside)
        elif key[:1] not in {"#", "="}:
            for each in items(inside):
                child(element, key, each)


def items(value: Any) -> list[Any]:
    """Return what stands for several children as a list."""
    return list(value) if isinstance(value, list | tuple) else [value]


def parts(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield tag and value of each child that *value* has, in order; words between are left out."""
    if not isinstance(value, Mapping):
        return
    for key, inside in value.items():
        if key == "#children":
            for each in items(inside):
                yield from parts(each)
        elif key[:1] not in {"@", "#", "="}:
            yield from ((key, each) for each in items(inside))


def _mixed(element: etree._Element, children: Any) -> None:
    last: etree._Element | None = None
    for each in items(children):
        if isinstance(each, Mapping):
            for tag, value in each.items():
                last = child(element, tag, value)
        elif last is not None:
            last.tail = text(str(each))
