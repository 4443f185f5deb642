from functools import partial
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import vText, vUri
from icalendar.parser import Contentline

from roundtable_ical.ical.lines import Lines, folded, line


def test_a_line_is_folded_after_75_octets_between_characters() -> None:
    written = line("SUMMARY", vText("ü" * 60))

    physical = written.split(b"\r\n")
    assert [len(part) <= 75 for part in physical] == [True] * len(physical)
    assert written.replace(b"\r\n ", b"").decode() == f"SUMMARY:{'ü' * 60}\r\n"


def by_icalendar(words: str) -> bytes:
    """Return the content line *words* as icalendar folds it."""
    content: Any = Contentline
    folded_by_it: bytes = content(words).to_ical()
    return folded_by_it + b"\r\n"


@given(st.text(st.sampled_from("abc é字👩🏽‍🚀\\,;^ n"), max_size=400))
def test_folding_gives_the_bytes_that_icalendar_gives(words: str) -> None:
    assert folded(words.encode()) == by_icalendar(words)


def test_parameters_stand_before_the_value() -> None:
    value = vUri("https://example.org/", params={"VALUE": "URI"})

    assert line("SOURCE", value) == b"SOURCE;VALUE=URI:https://example.org/\r\n"


def test_what_comes_again_is_written_once() -> None:
    made: list[str] = []
    lines = Lines()

    def make(words: str) -> list[vText]:
        made.append(words)
        return [vText(words)]

    found = [lines.again("LOCATION", key, partial(make, key)) for key in ("a", "b", "a")]

    assert found == [b"LOCATION:a\r\n", b"LOCATION:b\r\n", b"LOCATION:a\r\n"]
    assert made == ["a", "b"]
