"""Personal links that speakers quote are not kept."""

from base64 import encodebytes
from quopri import encodestring

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roundtable_ical.itip.reading.entities import base64_read
from roundtable_ical.itip.reading.hidden import hidden, hidden_in

TOKEN = "WyJicmVha2Zhc3QiLCJndXkiXQ.m2bYvvBfTkYU7y-6zDwqJt_8xGk"
LINK = f"https://events.example.org/breakfast/answer/{TOKEN}"
WORDS = f"Yes, I accept.\r\n\r\nSent: Tuesday\r\nAnswer here: {LINK}\r\nSee you"
PLAIN = WORDS.encode()
COVERED = PLAIN.replace(TOKEN.encode(), b"x" * len(TOKEN))


def test_the_token_alone_is_covered() -> None:
    assert hidden(PLAIN) == COVERED
    assert hidden_in(WORDS) == COVERED.decode()


@pytest.mark.parametrize(
    "words",
    [
        LINK.replace("/answer/", "/my/") + ".ics",
        f"https://safe.example.com/?url={LINK.replace('/', '%2F')}&data=x",
        f'<a href="{LINK}">{LINK}</a>',
        f"/answer/.{TOKEN}",
    ],
)
def test_every_form_of_a_link_is_covered(words: str) -> None:
    assert TOKEN not in hidden_in(words)
    assert len(hidden_in(words)) == len(words)


def test_what_opens_nothing_stays() -> None:
    words = "my/answer is yes; see https://example.org/my/page.html and /answer/yes.no"

    assert hidden_in(words) == words
    assert hidden(words.encode()) == words.encode()


@pytest.mark.parametrize("length", range(80))
def test_a_link_is_covered_wherever_its_line_is_broken(length: int) -> None:
    words = b"-" * length + PLAIN

    encoded = hidden(encodebytes(words))
    assert base64_read(encoded) == b"-" * length + COVERED
    assert encoded.splitlines()[0] == encodebytes(b"-" * length + COVERED).splitlines()[0]
    assert len(encoded) == len(encodebytes(words))
    for broken in (
        encodestring(words),
        words[:60] + b"\r\n " + words[60:90] + b"\r\n " + words[90:],
    ):
        told = hidden(broken).replace(b"=\n", b"").replace(b"\r\n ", b"")
        assert TOKEN.encode() not in told
        assert len(hidden(broken)) == len(broken)


@given(st.binary(max_size=300))
@example(b"/answer/" + b"=2D" * 40 + b"." + b"-" * 27)
def test_the_length_of_a_mail_stays(content: bytes) -> None:
    assert len(hidden(content)) == len(content)
    assert hidden(hidden(content)) == hidden(content)
