"""A received message as values."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.itip.reading.mail import first_id, one_line, opened, shown

ANSWERS = Path(__file__).parent.parent.parent / "data" / "answers"
FILES = sorted(ANSWERS.glob("*.eml"))


def test_the_head_is_read_whatever_way_it_is_written() -> None:
    mail = opened(
        "\ufeffFrom: =?utf-8?q?Guy_Ryder?= <guy@example.org>\n"
        "Subject: =?utf-8?q?R=C3=A9ponse?=\n =?utf-8?q?_=3A?= Réunion\n"
        "Date: Tue, 1 Sep 2026 15:00:00 +0200\n"
        "Message-ID:\n <a@example.org>\n"
        "In-Reply-To: <c@example.org>\n"
        "References: <b@example.org>\n <c@example.org>\n\nbody".encode()
    )

    assert (mail.sender, mail.subject, mail.date, mail.message_id, mail.answers_to) == (
        "guy@example.org",
        "Réponse : Réunion",
        datetime(2026, 9, 1, 13, tzinfo=UTC),
        "<a@example.org>",
        ("<c@example.org>", "<b@example.org>"),
    )
    assert mail.text == "body"


def test_lines_that_were_ended_twice_are_lines() -> None:
    mail = opened(b"From: guy@example.org\r\r\nSubject: x\r\r\n\r\r\none\r\r\ntwo")

    assert (mail.sender, mail.subject, mail.text) == ("guy@example.org", "x", "one\r\ntwo")


@pytest.mark.parametrize("line", ["From guy@example.org Tue Sep  1\n", ">From guy Tue Sep  1\r\n"])
def test_the_line_of_a_mail_server_above_the_head_is_passed_over(line: str) -> None:
    mail = opened(f"{line}From: guy@example.org\n\nFrom here on".encode())

    assert (mail.sender, mail.text) == ("guy@example.org", "From here on")


@pytest.mark.parametrize(
    "head",
    [
        "From: guy@example.org, ann@example.org",
        "From: guy@example.org\nFrom: ann@example.org",
        "Subject: no sender",
        "From: undisclosed",
    ],
)
def test_a_sender_who_is_not_certain_is_none(head: str) -> None:
    assert opened(f"{head}\n\nx".encode()).sender == ""


def test_the_same_sender_twice_is_one() -> None:
    assert opened(b"From: Guy@example.org\nFrom: guy@example.org\n\nx").sender == "guy@example.org"


@pytest.mark.parametrize("date", ["", "yesterday", "Tue, 99 Foo 2026 99:99:99 +9999"])
def test_a_date_that_is_none_is_none(date: str) -> None:
    assert opened(f"Date: {date}\n\nx".encode()).date is None


def test_html_is_read_without_its_marks() -> None:
    mail = opened((ANSWERS / "a-person-wrote.eml").read_bytes())

    assert mail.text.strip() == "I would rather send Ann & her team."
    assert mail.subject == "Re: Invitation: Panel on skills"


def test_of_a_message_that_is_too_large_the_head_is_read() -> None:
    mail = opened(b"From: guy@example.org\n\n" + b"x" * 25_000_001)

    assert (mail.sender, mail.parts, mail.trouble) == (
        "guy@example.org",
        (),
        "it is larger than 25 MB",
    )


def test_words_of_strangers_are_shown_without_what_could_mislead() -> None:
    assert shown("a\x1b[31m\r\nb\u202ec") == "a [31m\nb c"
    assert shown("x" * 3000) == "x" * 1999 + "…"
    assert one_line("=?utf-8?q?R=C3=A9?= =?x-none?q?=E9?= x") == "Réé x"
    assert first_id("a@example.org") == "a@example.org"


@given(st.binary(max_size=400))
def test_any_octets_are_a_message(content: bytes) -> None:
    mail = opened(content)

    assert (mail.content, mail.sender is not None, mail.trouble) == (content, True, "")
    assert isinstance(mail.text + mail.subject + mail.message_id, str)


@given(st.data())
def test_a_message_with_stray_octets_is_read_all_the_same(data: st.DataObject) -> None:
    content = data.draw(st.sampled_from(FILES)).read_bytes()
    at = data.draw(st.integers(0, len(content)))
    stray = data.draw(st.binary(max_size=20) | st.sampled_from([b"\r\n\r\n", b"--b1", b'"', b"\0"]))

    mail = opened(content[:at] + stray + content[at + len(stray) :])

    assert mail.trouble == ""
    assert isinstance(mail.text, str)
