"""What is kept of a mail that has left shows what it said, and opens nothing."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from roundtable_ical.itip.requests import Letter, due
from roundtable_ical.itip.slots import slots
from roundtable_ical.itip.writing.kept import masked
from roundtable_ical.itip.writing.messages import Links, message
from roundtable_ical.testing.letters import panel

MOMENT = datetime(2026, 9, 1, 12, tzinfo=UTC)
PAGE = "https://events.example.org/breakfast"
ANSWER = "WyJicmVha2Zhc3QiLCJndXkiLCJwYW5lbCIsMF0.lCBftugdDvKV3r96mKxTqMrO9sM"
FEED = ".eJyLVkpKzE1JVNJRMtQxjAUAF1kDJA.wCo-SL6tLI89mo27C_mNSF9vKH0"
LINKS = Links(answer=f"{PAGE}/answer/{ANSWER}", feed=f"{PAGE}/my/{FEED}.ics")
HIDDEN = Links(answer=f"{PAGE}/answer/(not-kept)", feed=f"{PAGE}/my/(not-kept).ics")


def letter(language: str = "en") -> Letter:
    planned = slots(panel(), f"{PAGE}/")
    [found] = due("breakfast", {}, planned, MOMENT, "example.org")
    told = replace(found.told, slot=replace(found.told.slot, language=language))
    return replace(found, told=told)


def parts(content: bytes) -> list[tuple[str, object]]:
    mail: EmailMessage = message_from_bytes(content, policy=policy.default)
    return [
        (part.get_content_type(), part.get_payload(decode=True))
        for part in mail.walk()
        if not part.is_multipart()
    ]


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_it_reads_as_if_it_had_been_written_without_the_links(language: str) -> None:
    written = message(letter(language), LINKS)

    kept = masked(written)

    assert parts(kept) == parts(message(letter(language), HIDDEN))
    assert kept.partition(b"\r\n\r\n")[0] == written.partition(b"\r\n\r\n")[0]
    assert masked(kept) == kept


def test_a_mail_without_links_stays_byte_for_byte() -> None:
    written = message(letter(), None)

    assert masked(written) == written
    assert masked(b"\xff\x00 no mail at all") == b"\xff\x00 no mail at all"


def test_other_addresses_stay() -> None:
    other = Links(answer=f"{PAGE}/answer/how.to.answer", feed=f"{PAGE}/my/calendar.ics")
    written = message(letter(), other)

    assert masked(written) == written


@pytest.mark.parametrize(
    ("encoding", "body"),
    [("base64", b"A"), ("base64", b"\xff\xfe"), ("quoted-printable", b"=FF=\r\n=C3 \x00")],
)
def test_what_is_broken_stays_as_it_is(encoding: str, body: bytes) -> None:
    """A store must be able to keep that a message has left, whatever the message is."""
    head = f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}"
    mail = head.encode() + b"\r\n\r\n" + body + b"\r\n--=_end--\r\n"

    assert masked(mail) == mail


def test_links_beside_broken_characters_are_hidden() -> None:
    head = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable"
    mail = head + b"\r\n\r\n=FF /answer/" + ANSWER.encode() + b"\r\n--=_end--\r\n"

    assert ANSWER.encode() not in masked(mail)
