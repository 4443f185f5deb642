"""Parts are the same by an id of their format, else by a key, else by their likeness."""

from dataclasses import dataclass, field
from typing import Any

from roundtable_ical.programme.merging.matching import Match, matched


@dataclass(frozen=True)
class Thing:
    id: str
    words: str
    foreign: dict[str, Any] = field(default_factory=dict)


def near(one: Thing, other: Thing) -> tuple[float, str]:
    same = len({*one.words} & {*other.words}) / len({*one.words} | {*other.words})
    return (same, "letters") if same > 0.5 else (0.0, "")


def test_an_id_of_the_format_comes_first_then_a_key_then_likeness() -> None:
    old = [Thing("a", "abc", {"x": {"guid": "1"}}), Thing("b", "def"), Thing("c", "ghij")]
    new = [Thing("1", "ghi"), Thing("2", "def"), Thing("3", "zzz", {"x": {"guid": "1"}})]

    assert matched(old, new, [lambda each: each.words], near) == [
        Match("a", "3"),
        Match("b", "2"),
        Match("c", "1", 0.75, "letters"),
    ]


def test_what_is_the_same_twice_is_paired_in_order() -> None:
    old, new = [Thing("a", "x"), Thing("b", "x")], [Thing("1", "x"), Thing("2", "x")]

    assert matched(old, new, [lambda each: each.words], near) == [Match("a", "1"), Match("b", "2")]


def test_no_key_and_no_likeness_is_no_match() -> None:
    assert (
        matched([Thing("a", "")], [Thing("1", "")], [lambda it: it.words], lambda *_: (0, "")) == []
    )
