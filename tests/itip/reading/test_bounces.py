"""What mail servers and programs report of a mail of ours."""

from collections.abc import Callable
from pathlib import Path

import pytest

from roundtable_ical.itip.reading.bounces import Fate, Report, reported
from roundtable_ical.itip.reading.mail import opened

ANSWERS = Path(__file__).parent.parent.parent / "data" / "answers"
GUY = ("guy@example.org",)
SENT = ("<panel-guy.1@events.example.org>",)
FAILED = Report(fate=Fate.FAILED, recipients=GUY, messages=SENT)
DELAYED = Report(fate=Fate.DELAYED, recipients=GUY, messages=SENT)
RECEIVED = Report(fate=Fate.RECEIVED, messages=SENT)


def report(name: str) -> Report | None:
    return reported(opened((ANSWERS / f"{name}.eml").read_bytes()))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "postfix-bounce",
            Report(
                fate=Fate.FAILED,
                recipients=GUY,
                messages=SENT,
                why="550 5.1.1 <guy@example.org>: Recipient address rejected: User unknown",
            ),
        ),
        (
            "exchange-bounce",
            Report(
                fate=Fate.FAILED,
                recipients=("Guy.Ryder@moved.example.org", "GUY@example.org"),
                messages=SENT,
                why="550 5.1.10 RESOLVER.ADR.RecipientNotFound; "
                "Recipient not found by SMTP address lookup",
            ),
        ),
        (
            "exim-bounce",
            Report(
                fate=Fate.FAILED,
                recipients=GUY,
                messages=SENT,
                why="mailbox is full: retry timeout exceeded",
            ),
        ),
        (
            "qmail-bounce",
            Report(
                fate=Fate.FAILED,
                recipients=GUY,
                messages=SENT,
                why="192.0.2.1 does not like recipient.",
            ),
        ),
        (
            "yahoo-bounce",
            Report(
                fate=Fate.FAILED,
                recipients=GUY,
                why="No mx record found for domain=example.org",
            ),
        ),
        ("gmail-delay", Report(fate=Fate.DELAYED, recipients=GUY, messages=SENT, why="4.4.1")),
        (
            "exim-delay",
            Report(fate=Fate.DELAYED, why="Warning: message 1abcDE-0001-Fg delayed 24 hours"),
        ),
        (
            "sendmail-warning",
            Report(fate=Fate.DELAYED, why="Warning: could not send message for past 4 hours"),
        ),
        (
            "sendmail-relayed",
            Report(fate=Fate.RECEIVED, recipients=GUY, messages=SENT, why="2.1.5"),
        ),
        ("outlook-receipt", RECEIVED),
        ("exchange-out-of-office", None),
        ("a-person-wrote", None),
        ("apple-declined", None),
    ],
)
def test_each_server_is_understood(name: str, told: Report | None) -> None:
    assert report(name) == told


def status(*blocks: str) -> Report | None:
    content = "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\n"
    return reported(opened((content + "\n\n".join(blocks)).encode()))


@pytest.mark.parametrize(
    ("block", "fate"),
    [
        ("Action: failed", Fate.FAILED),
        ("Action: FAILED (expired)\nStatus: 4.4.7", Fate.FAILED),
        ("Action: delayed\nStatus: 4.4.7", Fate.DELAYED),
        ("Action: delivered", Fate.RECEIVED),
        ("Action: expanded", Fate.RECEIVED),
        ("Status: 5.1.1", Fate.FAILED),
        ("Status: 4.2.2", Fate.DELAYED),
    ],
)
def test_the_action_counts_and_else_the_status(block: str, fate: Fate) -> None:
    found = status(f"Final-Recipient: rfc822; guy@example.org\n{block}")

    assert found
    assert (found.fate, found.recipients) == (fate, GUY)


def test_one_recipient_that_failed_is_a_failure() -> None:
    found = status(
        "Final-Recipient: rfc822; ann@example.net\nAction: delivered",
        "Final-Recipient: rfc822; guy@example.org\nAction: failed",
        "Final-Recipient: rfc822; bob@example.net\nAction: delayed",
    )

    assert found
    assert (found.fate, found.recipients) == (Fate.FAILED, GUY)


@pytest.mark.parametrize(
    "subject",
    ["Delivery delayed: x", "Verzögert: x", "Remise retardée : x", "Entrega retrasada: x"],
)
def test_a_delay_is_one_in_other_languages(subject: str) -> None:
    found = reported(opened(f"From: postmaster@example.org\nSubject: {subject}\n\n".encode()))

    assert found
    assert found.fate is Fate.DELAYED


@pytest.mark.parametrize(
    "words",
    [
        "Message could not be delivered for 5 days\nMessage will be deleted from queue",
        "was delayed and we are giving up: user unknown",
    ],
)
def test_a_delay_that_has_ended_is_a_failure(words: str) -> None:
    found = reported(opened(f"From: mailer-daemon@example.org\n\n{words}".encode()))

    assert found
    assert found.fate is Fate.FAILED


@pytest.mark.parametrize(
    "subject",
    [
        "Unzustellbar: Einladung",
        "Non remis : Invitation",
        "No se puede entregar: Invitación",
        "Non recapitabile: Invito",
        "Não é possível entregar: Convite",
        "Onbestelbaar: Uitnodiging",
        "Niedostarczalne: Zaproszenie",
        "Kunde inte levereras: Inbjudan",
        "Не удается доставить: Приглашение",
        "未送达: 邀请",
        "配信不能: 招待",
        "غير قابل للتسليم: دعوة",
    ],
)
def test_a_failure_is_one_in_every_language(subject: str) -> None:
    found = reported(
        opened(f"From: postmaster@example.org\nSubject: {subject}\n\nguy@example.org".encode())
    )

    assert found
    assert (found.fate, found.recipients) == (Fate.FAILED, GUY)


def test_words_of_a_server_that_nobody_knows_are_unclear() -> None:
    head = "From: mailer-daemon@example.org\nSubject: Ilman muuta\n"
    found = reported(opened(f"{head}In-Reply-To: {SENT[0]}\n\nHei".encode()))

    assert found == Report(fate=Fate.UNCLEAR, messages=SENT)
    assert reported(opened(f"{head}\nHei".encode())) is None


def test_a_person_who_writes_of_a_failure_is_no_server(reply: Callable[..., bytes]) -> None:
    written = b"From: ann@example.net\nSubject: user unknown\n\n550 5.1.1 not delivered"

    assert reported(opened(written)) is None
    assert reported(opened(reply())) is None
