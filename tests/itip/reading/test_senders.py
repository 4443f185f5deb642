"""Who sent a message, and whether that is believed."""

import pytest

from roundtable_ical.itip.reading.mail import opened
from roundtable_ical.itip.reading.senders import Trust, distrust

NOBODY = Trust()
OURS = Trust(frozenset({"mx.events.example.org"}))
GOOD = (
    "Authentication-Results: mx.events.example.org; spf=pass; dmarc=pass header.from=example.org\n"
)


def doubt(head: str, trust: Trust = NOBODY, sender: str = "Guy <guy@example.org>") -> str:
    mail = opened(f"{head}From: {sender}\n\nx".encode())
    return distrust(mail, "guy@example.org", trust).partition(";")[0]


@pytest.mark.parametrize(
    ("sender", "reason"),
    [
        ("Guy <GUY@example.org>", ""),
        ("aide@example.org", "It came from aide@example.org, and guy@example.org was invited"),
        (
            '"guy@example.org" <mallory@example.com>',
            "It came from mallory@example.com, and guy@example.org was invited",
        ),
        (
            "guy@example.org, mallory@example.com",
            "Its From names guy@example.org, mallory@example.com, and one sender is needed",
        ),
        ("", "Its From names nobody, and one sender is needed"),
    ],
)
def test_a_message_is_from_whom_its_from_names(sender: str, reason: str) -> None:
    assert doubt("", sender=sender) == reason


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (GOOD, ""),
        (
            GOOD.replace("mx.events", "MX.events").replace("dmarc=pass", "DMARC = Pass (p=reject)"),
            "",
        ),
        (GOOD.replace("example.org;", "example.org 1;", 1), ""),
        (GOOD.replace(" header.from=example.org", ""), ""),
        ("", "does not say"),
        (GOOD.replace("mx.events.example.org", "mx.example.com"), "does not say"),
        (GOOD.replace("dmarc=pass", "dmarc=none"), "says dmarc=none"),
        (GOOD.replace("dmarc=pass", "dkim=pass"), "does not say"),
        (GOOD.replace("header.from=example.org", "header.from=example.com"), "says dmarc=fail"),
        (GOOD.replace("pass header", "fail header") + GOOD, "says dmarc=fail"),
        (GOOD.replace("mx.events.example.org", "(mx.events.example.org) evil"), "does not say"),
    ],
)
def test_where_our_server_checks_senders_its_word_is_needed(head: str, reason: str) -> None:
    wanted = f"Our mail server {reason} whether it really came from example.org" if reason else ""

    assert doubt(head, OURS) == wanted


def test_another_sender_stays_another_whatever_our_server_says() -> None:
    assert doubt(GOOD, OURS, "aide@example.org").startswith("It came from aide@example.org")
