"""What another format says: kept, compared, refused where it could do harm."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical import SideEvent, every_feed
from roundtable_ical.exporters.json import as_json
from roundtable_ical.programme.foreign import DEEPEST, LONGEST, as_said
from roundtable_ical.programme.reading import understood
from roundtable_ical.programme.themes import Theme

KEPT = {"frab": {"@id": "7", "links": [{"@href": "https://example.org/secret"}], "slug": ""}}


def event(foreign: Any) -> dict[str, Any]:
    """Return an event that keeps *foreign* wherever it can."""
    kept = {"foreign": foreign} if foreign else {}
    return {
        "id": "e",
        "title": "Event",
        "timezone": "Europe/Zurich",
        "date": "2026-10-29",
        "revised": "2026-09-01T12:00:00Z",
        "venues": [{"id": "v", "name": "V", "rooms": [{"id": "r", "name": "R", **kept}], **kept}],
        "themes": [{"id": "t", "title": "T", **kept}],
        "speakers": [{"id": "s", "name": "S", **kept}],
        "segments": [
            {"id": "a", "title": "A", "start": "09:00", "end": "10:00", "venue": "r",
             "themes": ["t"], "speakers": ["s"], **kept}
        ],
        **kept,
    }  # fmt: skip


def test_it_is_kept_and_comes_back() -> None:
    made = SideEvent.model_validate(event(KEPT))

    assert made.model_dump(exclude_defaults=True)["segments"][0]["foreign"] == KEPT
    assert SideEvent.model_validate_json(made.model_dump_json()) == made
    assert made.places["r"].foreign == KEPT


def test_it_is_in_no_feed_and_on_no_page() -> None:
    made, plain = (SideEvent.model_validate(event(kept)) for kept in (KEPT, None))

    assert as_json(made) == as_json(plain)
    assert {path: feed.body for path, feed in every_feed(made).items()} == {
        path: feed.body for path, feed in every_feed(plain).items()
    }


def test_it_can_be_hashed_as_what_it_is_part_of() -> None:
    one, other = (Theme.model_validate({"id": "t", "title": "T", "foreign": KEPT}) for _ in "12")

    assert len({one, other, Theme.model_validate({"id": "t", "title": "T"})}) == 2


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("words", "is no mapping"),
        ({"a": 1}, "is no text"),
        ({"a": "x\x00"}, "has the control character U+0000"),
        ({"a": "\ud800"}, "has the control character U+D800"),
        ({"a": "x" * (LONGEST + 1)}, f"is no text of {LONGEST:,} characters at most"),
        ({3: "x"}, "is no text of"),
    ],
)
def test_what_cannot_be_kept_is_refused(value: Any, message: str) -> None:
    reading = understood(event(None) | {"foreign": value})

    assert [problem.where.field for problem in reading.problems] == ["foreign"]
    assert message in reading.problems[0].message
    assert reading.problems[0].hint


def test_what_is_too_deep_is_refused() -> None:
    deep: Any = "x"
    for _ in range(DEEPEST + 2):
        deep = [deep]

    assert understood(event({"a": deep})).event is None


def test_nothing_is_an_empty_text() -> None:
    theme = Theme.model_validate({"id": "t", "title": "T", "foreign": {"a": None, "b": [None]}})

    assert theme.foreign == {"a": "", "b": [""]}


@given(st.text(), st.text())
def test_what_was_said_is_told_from_what_is(one: str, other: str) -> None:
    assert (as_said(one) == as_said(other)) == (one == other)
    assert len(as_said(one)) <= 40
