"""An invitation leaves by SMTP, is answered by a program that is not ours, and comes back by IMAP.

The mail server is aiosmtpd, the mail program libical, the mailbox Dovecot.
"""

import json
import mailbox
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import imap_tools
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Mailbox
from click.testing import CliRunner

from roundtable_ical.cli.main import roundtable
from roundtable_ical.testing.mailing_imap import SECRET, ImapServer, running_imap

ANSWERING = Path(__file__).parent / "libical_answers.py"
SPEAKERS = [
    {"id": "guy", "name": "Guy Ryder", "email": "guy@example.org"},
    {"id": "ann", "name": "Ann Nilsson", "email": "ann@example.net", "language": "fr"},
]
SEGMENTS = [
    {
        "id": "panel",
        "title": "Panel: work, skills; and youth",
        "start": "08:30",
        "minutes": 30,
        "speakers": ["guy"],
    },
    {"id": "closing", "title": "Closing", "start": "09:30", "minutes": 10, "speakers": ["ann"]},
]

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def imap() -> Iterator[ImapServer]:
    with running_imap() as server:
        yield server


@pytest.fixture
def delivered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[mailbox.Maildir]:
    """Return what a mail server has taken in."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    folder = tmp_path / "delivered"
    server = Controller(Mailbox(folder), hostname="127.0.0.1", port=port)
    server.start()
    monkeypatch.setenv("ROUNDTABLE_MAIL", f"smtp://127.0.0.1:{port}?starttls=never")
    yield mailbox.Maildir(folder)
    server.stop()


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command; it returns what was printed, JSON as values."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ROUNDTABLE_IMAP_PASSWORD", SECRET)

    def command(*words: str) -> Any:
        done = CliRunner().invoke(roundtable, words, catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout) if "--json" in words else done.stdout

    return command


def received(delivered: mailbox.Maildir) -> dict[str, bytes]:
    """Return what has come since the last time, by who it is for."""
    keys = [*delivered.keys()]
    mails = {str(delivered[key]["To"]): delivered.get_bytes(key) for key in keys}
    assert len(mails) == len(keys)
    delivered.clear()
    return mails


def answer(invitation: bytes, *words: str) -> bytes:
    done = subprocess.run(
        ["/usr/bin/python3", ANSWERING, *words], input=invitation, capture_output=True, check=True
    )
    return done.stdout


def test_an_answer_comes_back_and_an_update_asks_again(
    written: Callable[..., Path], imap: ImapServer, delivered: mailbox.Maildir, run: Run
) -> None:
    event = written(
        date="2098-09-24",
        organizer={"name": "Protocol", "email": "protocol@example.org"},
        speakers=SPEAKERS,
        segments=SEGMENTS,
        themes=None,
    )
    guy = '"Guy Ryder" <guy@example.org>'

    def read(mail: bytes) -> list[str]:
        """Return what comes of a mail that arrives; what was read before is not fetched again."""
        address = {"host": "127.0.0.1", "port": imap.port}
        with imap_tools.MailBoxUnencrypted(**address).login("protocol", SECRET) as box:
            box.append(mail)
        found = run("answers", "breakfast", "--imap", imap.address("protocol"), "--json")
        return [each["outcome"] for each in found]

    def row() -> tuple[str, int, str | None]:
        found = {each["speaker"]: each for each in run("rsvp", "breakfast", "--json")}
        assert found["ann"]["partstat"] == "NEEDS-ACTION"
        return found["guy"]["partstat"], found["guy"]["sequence"], found["guy"]["comment"]

    run("publish", str(event), "-m", "first")
    run("invite", "breakfast", "--send")
    first = received(delivered)
    assert {*first} == {guy, '"Ann Nilsson" <ann@example.net>'}
    assert row() == ("NEEDS-ACTION", 0, None)

    assert read(answer(first[guy], "ACCEPTED", "With pleasure; Zoë")) == ["accepted"]
    assert row() == ("ACCEPTED", 0, "With pleasure; Zoë")

    run("move", str(event), "panel", "--to", "08:45", "--yes", "--publish")
    run("outbox", "send")
    second = received(delivered)
    assert [*second] == [guy]
    assert row() == ("NEEDS-ACTION", 1, None)

    assert read(answer(first[guy], "DECLINED")) == ["ignored"]
    assert row() == ("NEEDS-ACTION", 1, None)

    assert read(answer(second[guy], "TENTATIVE")) == ["tentative"]
    assert row() == ("TENTATIVE", 1, None)
    run("outbox", "send")
    assert received(delivered) == {}
