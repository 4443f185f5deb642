"""XML of others, within bounds."""

import pytest

from roundtable_ical.importers.schedules.frab_tree import line_of
from roundtable_ical.importers.schedules.xmls import Unreadable, parsed

BOMB = b'<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "not-xml", None),
        (b"<a>\n<b>", "not-xml", 2),
        (b"<a>" * 300 + b"</a>" * 300, "not-xml", 1),
        (BOMB, "entities", None),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "entities", None),
        (b"<a>" + b"<b/>" * 2_500_001 + b"</a>", "too-large", None),
    ],
)
def test_what_cannot_be_read_is_one_problem(content: bytes, code: str, line: int | None) -> None:
    with pytest.raises(Unreadable) as caught:
        parsed(content)

    assert (caught.value.problem.code, caught.value.line) == (code, line)


def test_blank_lines_before_the_declaration_are_counted() -> None:
    root, problems = parsed(b"\n\n<?xml version='1.0'?><a/>")

    assert (root.tag, problems) == ("a", ())
    assert line_of(parsed(b"\n\n<a/>")[0]) == 3


def test_utf_16_is_read() -> None:
    assert parsed("<?xml version='1.0' encoding='utf-16'?><a>é</a>".encode("utf-16"))[0].text == "é"
