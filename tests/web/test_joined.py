from datetime import UTC, datetime

import pytest

from roundtable_ical.web.joined import Joined
from roundtable_ical.web.published import Ready, ready

MODIFIED = datetime(2026, 9, 1, 12, tzinfo=UTC)


def feed(name: str, *pieces: bytes) -> Ready:
    return ready(pieces, etag=name, slug=name, modified=MODIFIED, max_age=300)


def test_what_is_sent_again_is_joined_once() -> None:
    joined, agenda = Joined(), feed("agenda", b"BEGIN", b"END")

    first = joined.of(agenda)

    assert first == (b"BEGINEND",)
    assert joined.of(agenda) is first


def test_what_is_of_one_piece_is_handed_on_as_it_is() -> None:
    page = feed("page", b"words")

    assert Joined().of(page) is page.pieces


def test_what_is_kept_is_bounded_and_what_was_joined_first_goes_first() -> None:
    joined = Joined(most_bytes=8)
    feeds = [feed(name, name.encode(), b"--") for name in ("a", "b", "c")]
    kept = [joined.of(each) for each in feeds]

    again = [joined.of(each) for each in reversed(feeds)]

    assert again == [*reversed(kept)]
    same = [one is other for one, other in zip(again, reversed(kept), strict=True)]
    assert same == [True, True, False]


@pytest.mark.parametrize(
    ("pieces", "parts"),
    [
        ([b"123456", b"789", b"0"], [b"123456789", b"0"]),
        ([b"1", b"2345678", b"90"], [b"12345678", b"90"]),
        ([b"1", b"234567890"], [b"1234567890", b""]),
    ],
)
def test_what_is_too_large_to_be_kept_is_sent_in_two_parts(
    pieces: list[bytes], parts: list[bytes]
) -> None:
    joined, large = Joined(most_bytes=9), feed("large", *pieces)

    assert [[*joined.of(large)] for _ in range(2)] == [parts, parts]
