"""XML as nested texts, lists and mappings."""

from typing import Any

import pytest
from lxml import etree

from roundtable_ical.importers.schedules.frab_tree import add, alike, attributes, encoded, local


@pytest.mark.parametrize(
    ("xml", "plain"),
    [
        ("<a/>", ""),
        ("<a> x </a>", "x"),
        ('<a b="c"/>', {"@b": "c"}),
        ('<a b="c">x</a>', {"@b": "c", "#text": "x"}),
        ("<a><b/><c>x</c></a>", {"b": "", "c": "x"}),
        ("<a><b>1</b><b>2</b></a>", {"b": ["1", "2"]}),
        ("<a><b/><c/><b/></a>", {"#children": [{"b": ""}, {"c": ""}, {"b": ""}]}),
        ("<a>x<b/>y</a>", {"#text": "x", "#children": [{"b": ""}, "y"]}),
    ],
)
def test_an_element_is_plain(xml: str, plain: Any) -> None:
    assert encoded(etree.fromstring(xml)) == plain


def test_namespaces_attributes_and_more_of_one_tag() -> None:
    found = attributes(etree.fromstring('<a b="c" d="e"/>'))
    for number in "123":
        add(found, "f", number)

    assert found == {"@b": "c", "@d": "e", "f": ["1", "2", "3"]}
    assert [local("{x}a"), local("a")] == ["a", "a"]


def test_texts_are_alike_but_for_white_space() -> None:
    assert alike("a\r\n b", "a b")
    assert not alike("ab", "a b")
