"""What goes over the wire is what was written, for any server that can take it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.errors import Refused
from roundtable_ical.testing.mailing_values import post, told
from roundtable_ical.transports.envelope import Envelope, envelope

MAIL = replace(post(told(0)), content=b"Subject: x\r\n\r\n.hidden\r\n")


def test_a_server_that_offers_nothing_gets_plain_mail() -> None:
    expected = Envelope(MAIL.sender, MAIL.recipient, (), b"Subject: x\r\n\r\n..hidden\r\n")

    assert envelope(MAIL, {}) == expected


@pytest.mark.parametrize(
    ("changes", "offered", "reason"),
    [
        ({"recipient": "nobody"}, {}, "'nobody' is no address"),
        ({"recipient": "a@b\r\nRCPT TO:<c@d>"}, {}, "is no address"),
        ({"recipient": "a> <c@d"}, {}, "is no address"),
        ({"recipient": "@example.org"}, {}, "is no address"),
        ({"sender": "ä@" + "ü" * 70}, {"smtputf8": ""}, "is no address"),
        ({"recipient": "zoë@example.org"}, {}, "SMTPUTF8"),
        ({"content": "Subject: é\r\n\r\n".encode()}, {"8bitmime": ""}, "SMTPUTF8"),
        ({"content": "\r\n\r\né\r\n".encode()}, {}, "8BITMIME"),
        ({}, {"size": "10"}, "the server takes 10 bytes; these are 23"),
    ],
)
def test_what_can_never_be_taken_is_refused(
    changes: dict[str, object], offered: dict[str, str], reason: str
) -> None:
    with pytest.raises(Refused, match=reason):
        envelope(replace(MAIL, **changes), offered)  # type: ignore[arg-type]  # fields of a post


@pytest.mark.parametrize("size", ["", "0", "many", "23"])
def test_a_size_that_is_no_limit_is_none(size: str) -> None:
    assert envelope(MAIL, {"size": size}).options == ("size=23",)


@given(st.lists(st.sampled_from([b".", b"a", b"\r", b"\n", b"\r\n", b".."])).map(b"".join))
def test_no_content_ends_a_message_early(content: bytes) -> None:
    data = envelope(replace(MAIL, content=content), {}).data

    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert b"." not in lines
    plain = [line.removeprefix(b".") for line in lines]
    assert b"\r\n".join(plain) == b"\r\n".join(content.splitlines())
