"""Mail that a program wrote in a person's name."""

from pathlib import Path

import pytest

from roundtable_ical.itip.reading.automatic import automatic
from roundtable_ical.itip.reading.mail import opened

ANSWERS = Path(__file__).parent.parent.parent / "data" / "answers"


@pytest.mark.parametrize(
    "head",
    [
        "Auto-Submitted: auto-replied (vacation)",
        "Auto-Submitted: auto-generated",
        "X-Autoreply: yes",
        "X-Autorespond: Invitation",
        "Precedence: bulk",
        "Precedence: auto_reply",
        "X-Auto-Response-Suppress: DR, OOF, AutoReply",
        "X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent",
        "Return-Path: <>",
        "Subject: Automatic reply: Invitation",
        "Subject: Out of Office: Invitation",
        "Subject: Automatische Antwort: Einladung",
        "Subject: Réponse automatique : Invitation",
        "Subject: Respuesta automática: Invitación",
        "Subject: Автоответ: Приглашение",
        "Subject: 自动回复: 邀请",
        "Subject: رد تلقائي: دعوة",
        "Subject: I am out of the office",
        "Subject: Guy Ryder is out of the office.",
        "Subject: Autosvar: Inbjudan",
        "Subject: Otomatik yanıt: Davet",
        "Subject: Odpowiedź automatyczna: Zaproszenie",
        "Subject: Automatická odpověď: Pozvánka",
        "Subject: 자동 회신: 초대",
        "Subject: Αυτόματη απάντηση: Πρόσκληση",
    ],
)
def test_a_program_shows_in_the_head(head: str) -> None:
    found = automatic(opened(f"From: guy@example.org\n{head}\n\nBack on Monday".encode()))

    assert found == "An automatic reply, as of somebody who is away; no answer"


@pytest.mark.parametrize(
    "head",
    [
        "Auto-Submitted: no",
        "Precedence: list",
        "Precedence: bulk\nList-Id: <delegates.lists.example.org>",
        "Return-Path: <guy@example.org>",
        "Subject: Re: Invitation",
        "Subject: Automation and work",
        "Subject: Re: Guy is out of the office",
        "Subject: Out of officials",
        "Subject: Re: please confirm the time\nIn-Reply-To: <a@example.org>",
    ],
)
def test_a_person_is_none(head: str) -> None:
    assert automatic(opened(f"From: guy@example.org\n{head}\n\nI will come".encode())) == ""


@pytest.mark.parametrize(
    "written",
    [
        (ANSWERS / "challenge.eml").read_bytes(),
        b"X-TMDA-Fingerprint: x\nSubject: Please confirm your message\n\nreply to this",
        b"Auto-Submitted: auto-replied\n\nplease confirm that you are a human",
    ],
)
def test_who_wants_to_be_convinced_may_not_have_seen_it(written: bytes) -> None:
    assert automatic(opened(written)).startswith("The mailbox wants a confirmation")
