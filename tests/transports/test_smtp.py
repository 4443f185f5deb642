"""Mail goes to a real server, which does what servers do."""

import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from roundtable_ical.errors import InvalidSetting, Refused, Unavailable, Unreachable, Unsure
from roundtable_ical.ports import MailTransport, Postman
from roundtable_ical.testing.mailing_values import post, told
from roundtable_ical.transports import smtp
from roundtable_ical.transports.smtp import SmtpPostman, SmtpTransport
from tests.transports.conftest import SECRET, USER, Mailer, knows_us

Serve = Callable[..., int]
MAIL = post(told(0))
HIDDEN = replace(MAIL, content=b"Subject: Dots\r\n\r\n.\r\n..two\r\nend of sentence.\r\n.\r\n")


@pytest.fixture
def opened(serve: Serve) -> Iterator[Callable[..., SmtpPostman]]:
    made: list[SmtpPostman] = []

    def start(query: str = "", **options: object) -> SmtpPostman:
        made.append(SmtpTransport().open(f"smtp://127.0.0.1:{serve(**options)}{query}"))
        return made[-1]

    yield start
    for each in made:
        each.close()


Opened = Callable[..., SmtpPostman]


def test_it_is_a_transport(opened: Opened) -> None:
    assert isinstance(SmtpTransport(), MailTransport)
    assert isinstance(opened(), Postman)


def test_the_very_bytes_arrive_on_one_connection(opened: Opened, mailer: Mailer) -> None:
    postman = opened()

    for each in (MAIL, HIDDEN, MAIL):
        postman.deliver(each)

    got = [(each.mail_from, each.rcpt_tos, each.original_content) for each in mailer.arrived]
    assert got == [(MAIL.sender, [MAIL.recipient], each.content) for each in (MAIL, HIDDEN, MAIL)]
    assert len({session.peer for session in mailer.sessions}) == 1


def test_tls_is_spoken_where_it_is_offered(
    opened: Opened, mailer: Mailer, certificate: ssl.SSLContext
) -> None:
    opened(tls_context=certificate).deliver(MAIL)

    assert mailer.sessions[-1].ssl is not None
    assert len(mailer.arrived) == 1


def test_a_server_that_nobody_vouches_for_gets_nothing(
    opened: Opened, mailer: Mailer, certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")

    with pytest.raises(Unreachable, match="certificate"):
        opened(tls_context=certificate).deliver(MAIL)

    assert mailer.arrived == []


def test_tls_that_is_required_and_not_offered_is_told(opened: Opened, mailer: Mailer) -> None:
    with pytest.raises(Unreachable, match="offers no STARTTLS, and it is required; leave"):
        opened("?starttls=required").deliver(MAIL)

    assert mailer.arrived == []


def test_tls_is_left_out_where_that_is_asked_for(
    opened: Opened, mailer: Mailer, certificate: ssl.SSLContext
) -> None:
    opened("?starttls=never", tls_context=certificate).deliver(MAIL)

    assert mailer.sessions[-1].ssl is None


def test_tls_from_the_start(serve: Serve, mailer: Mailer, certificate: ssl.SSLContext) -> None:
    port = serve(ssl_context=certificate)
    postman = SmtpTransport().open(f"smtps://127.0.0.1:{port}")

    postman.deliver(MAIL)

    assert [each.original_content for each in mailer.arrived] == [MAIL.content]
    postman.close()


def test_who_has_a_name_logs_in(
    serve: Serve, mailer: Mailer, certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = serve(tls_context=certificate, authenticator=knows_us, auth_required=True)
    monkeypatch.setenv("ROUNDTABLE_SMTP_PASSWORD", SECRET)
    postman = SmtpTransport().open(f"smtp://{USER}@127.0.0.1:{port}")

    postman.deliver(MAIL)

    assert len(mailer.arrived) == 1
    postman.close()


def test_a_wrong_password_is_nobodys_fault_but_ours(
    serve: Serve, mailer: Mailer, certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = serve(tls_context=certificate, authenticator=knows_us, auth_required=True)
    monkeypatch.setenv("ROUNDTABLE_SMTP_PASSWORD", "guess")

    with pytest.raises(
        Unreachable, match=r"535 5\.7\.8 .*; correct the user in the address, or the password"
    ):
        SmtpTransport().open(f"smtp://{USER}@127.0.0.1:{port}?timeout=4").deliver(MAIL)


def test_without_a_password_nothing_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ROUNDTABLE_SMTP_PASSWORD", raising=False)

    with pytest.raises(InvalidSetting, match="there is no password of desk"):
        SmtpTransport().open("smtp://desk@mx.example.org")


@pytest.mark.parametrize(
    ("command", "said", "error"),
    [
        ("RCPT", "550 5.1.1 no such user", Refused),
        ("RCPT", "451 4.7.1 greylisted", Unavailable),
        ("DATA", "554 5.7.1 looks like spam", Refused),
        ("DATA", "452 4.3.1 disk full", Unavailable),
        ("MAIL", "550 5.7.1 we do not know you", Unavailable),
        ("MAIL", "451 try later", Unavailable),
        ("MAIL", "552 5.3.4 too big", Refused),
    ],
)
def test_what_the_server_says_of_one_concerns_no_other(
    opened: Opened, mailer: Mailer, command: str, said: str, error: type[Exception]
) -> None:
    postman = opened()
    mailer.answers[command] = [said]

    with pytest.raises(error) as caught:
        postman.deliver(MAIL)
    postman.deliver(HIDDEN)

    assert type(caught.value) is error
    assert str(caught.value) == said
    assert [each.original_content for each in mailer.arrived] == [HIDDEN.content]
    assert len(mailer.sessions) == 1


@pytest.mark.parametrize("command", ["MAIL", "RCPT"])
@pytest.mark.parametrize("said", ["hang up", "421 4.3.2 closing"])
def test_a_connection_that_breaks_is_opened_anew(
    opened: Opened, mailer: Mailer, command: str, said: str
) -> None:
    postman = opened()
    postman.deliver(MAIL)
    mailer.answers[command] = [said]

    postman.deliver(HIDDEN)

    got = [each.original_content for each in mailer.arrived]
    assert got == [MAIL.content, HIDDEN.content]
    assert len(mailer.sessions) == 2


def test_a_server_that_always_hangs_up_is_told(opened: Opened, mailer: Mailer) -> None:
    mailer.answers["RCPT"] = ["hang up"]

    with pytest.raises(Unavailable, match="hung up on guy@example") as caught:
        opened().deliver(MAIL)

    assert type(caught.value) is Unavailable


def test_an_answer_that_was_lost_leaves_a_doubt(opened: Opened, mailer: Mailer) -> None:
    postman = opened()
    mailer.answers["DATA"] = ["hang up"]

    with pytest.raises(Unsure):
        postman.deliver(MAIL)
    postman.deliver(HIDDEN)

    got = [each.original_content for each in mailer.arrived]
    assert got == [MAIL.content, HIDDEN.content]


@pytest.mark.parametrize("answer", [[], ["421 idle for too long"], ["hang up"]])
def test_a_connection_that_was_idle_is_tried_first(
    opened: Opened, mailer: Mailer, answer: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    postman = opened()
    postman.deliver(MAIL)
    monkeypatch.setattr(smtp, "IDLE", 0)
    mailer.answers["NOOP"] = answer.copy()

    postman.deliver(HIDDEN)

    assert len(mailer.arrived) == 2
    assert len(mailer.sessions) == 1 + bool(answer)


def test_nobody_listens() -> None:
    postman = SmtpTransport().open("smtp://127.0.0.1:9")

    with pytest.raises(
        Unreachable,
        match="Connection refused; see that it runs and that the address is right",
    ):
        postman.deliver(MAIL)

    postman.close()


def test_letters_of_all_scripts_go_where_they_are_taken(opened: Opened, mailer: Mailer) -> None:
    greek = replace(MAIL, recipient="ελένη@παράδειγμα.example", content="Á\r\n".encode())
    domain = replace(MAIL, recipient="zoe@bücher.example")
    postman = opened()

    postman.deliver(greek)
    postman.deliver(domain)

    first, second = mailer.arrived
    assert [option.lower() for option in first.mail_options] == [
        "size=4",
        "body=8bitmime",
        "smtputf8",
    ]
    assert first.rcpt_tos[0].startswith("ελένη@xn--")
    assert second.rcpt_tos == ["zoe@xn--bcher-kva.example"]
    assert [option.lower() for option in second.mail_options] == [f"size={len(MAIL.content)}"]


def test_messages_keep_a_pace(opened: Opened) -> None:
    postman = opened("?rate=20")
    begun = time.monotonic()

    for _ in range(4):
        postman.deliver(MAIL)

    assert 0.15 <= time.monotonic() - begun < 3


@pytest.mark.parametrize(
    "query", ["?rate=0", "?rate=fast", "?timeout=-1", "?rate=nan", "?starttls=perhaps", "?to=x"]
)
def test_options_that_make_no_sense_are_refused(query: str) -> None:
    with pytest.raises(InvalidSetting, match=r"smtp://mx"):
        SmtpTransport().open(f"smtp://mx{query}")
