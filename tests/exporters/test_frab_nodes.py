"""Nested texts, lists and mappings as XML."""

from typing import Any

import pytest
from lxml import etree

from roundtable_ical.exporters.frab_nodes import attribute, child, fill, items, parts, text
from roundtable_ical.importers.schedules.frab_tree import encoded


@pytest.mark.parametrize(
    "xml",
    [
        "<a/>",
        "<a>x</a>",
        '<a b="c">x</a>',
        "<a><b/><c>x</c></a>",
        "<a><b>1</b><b>2</b></a>",
        "<a><b/><c/><b/></a>",
        "<a>x<b/>y<c/>z</a>",
    ],
)
def test_what_the_importer_made_plain_comes_back(xml: str) -> None:
    element = etree.Element("a")

    fill(element, encoded(etree.fromstring(xml)))

    assert etree.tostring(element).decode() == xml


def test_names_that_xml_does_not_have_are_left_out() -> None:
    element = etree.Element("a")
    attribute(element, "not a name", "x")
    attribute(element, "b", "x\ufffe")

    assert child(element, "no name") is None
    assert etree.tostring(element) == b'<a b="x"/>'
    assert text("a\x00b\ud800") == "ab"


def test_children_are_found_in_both_ways_of_writing() -> None:
    plain: dict[str, Any] = {"@x": "1", "b": ["1", "2"], "#children": [{"c": "3"}, "words"]}

    assert list(parts(plain)) == [("b", "1"), ("b", "2"), ("c", "3")]
    assert (list(parts("words")), items("a"), items(["a"])) == ([], ["a"], ["a"])
