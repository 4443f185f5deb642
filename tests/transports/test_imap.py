"""Mail is read from a real server, and stays there."""

import socket
import ssl
import threading
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import imap_tools
import pytest
from imap_tools import MailMessageFlags

from roundtable_ical.errors import InvalidSetting, Unavailable
from roundtable_ical.ports import Mailbox
from roundtable_ical.testing.mailing_imap import SECRET, ImapServer, running_imap
from roundtable_ical.transports import imap
from roundtable_ical.transports.imap import ImapMailbox

FIRST = b"Subject: yes\r\n\r\nI shall come.\r\n"
SECOND = b"Subject: no\r\n\r\nSorry.\r\n"


@pytest.fixture(scope="module")
def server() -> Iterator[ImapServer]:
    with running_imap() as server:
        yield server


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROUNDTABLE_IMAP_PASSWORD", SECRET)


@pytest.fixture
def user(request: pytest.FixtureRequest) -> str:
    return request.node.name.replace("[", "-").replace("]", "")[:60]  # type: ignore[no-any-return]  # a str


@pytest.fixture
def theirs(server: ImapServer, user: str) -> Iterator[imap_tools.MailBoxUnencrypted]:
    """Return the same inbox as another program has it open."""
    with imap_tools.MailBoxUnencrypted("127.0.0.1", server.port).login(user, SECRET) as box:
        yield box


@pytest.fixture
def opened(server: ImapServer, user: str) -> Iterator[Callable[..., ImapMailbox]]:
    made: list[ImapMailbox] = []

    def start(query: str = "", folder: str = "INBOX", read: Collection[str] = ()) -> ImapMailbox:
        address = server.address(user).replace("/INBOX", f"/{folder}")
        made.append(ImapMailbox(f"{address}{query}", read))
        return made[-1]

    yield start
    for each in made:
        each.close()


Opened = Callable[..., ImapMailbox]
Theirs = imap_tools.MailBoxUnencrypted


def contents(box: ImapMailbox) -> list[bytes]:
    return [content for _, content in box.messages()]


def flags(theirs: Theirs) -> list[tuple[str, ...]]:
    return [each.flags for each in theirs.fetch(mark_seen=False)]


def test_it_is_a_mailbox(opened: Opened) -> None:
    assert isinstance(opened(), Mailbox)


def test_each_message_is_read_once_and_nothing_changes(opened: Opened, theirs: Theirs) -> None:
    theirs.append(FIRST)
    box = opened()
    assert contents(box) == [FIRST]
    theirs.append(SECOND)

    assert contents(box) == [SECOND]

    assert contents(box) == []
    assert [MailMessageFlags.SEEN in each for each in flags(theirs)] == [False, False]


def test_names_tell_messages_apart_for_good(
    opened: Opened, theirs: Theirs, server: ImapServer, user: str
) -> None:
    theirs.append(FIRST)
    theirs.append(FIRST)
    names = [name for name, _ in opened().messages()]

    assert names == [name for name, _ in opened().messages()]
    assert [name.rpartition(";")[2] for name in names] == ["UID=1", "UID=2"]
    inbox = f"imap://{user}@127.0.0.1:{server.port}/INBOX"
    assert names[0].startswith(f"{inbox};UIDVALIDITY=")


def test_what_was_read_another_day_is_not_read_again(opened: Opened, theirs: Theirs) -> None:
    for content in (FIRST, SECOND):
        theirs.append(content)
    names = [name for name, _ in opened().messages()]
    theirs.append(FIRST)

    assert contents(opened(read=names[:1])) == [SECOND, FIRST]
    assert contents(opened(read=names)) == [FIRST]
    assert contents(opened(read=[f"{names[1]}0", *names])) == []


def test_only_numbers_of_this_very_folder_count(opened: Opened, theirs: Theirs) -> None:
    theirs.append(FIRST)
    [(name, _)] = opened().messages()
    for old, new in (
        ("/INBOX", "/Sent"),
        ("//", "//other-"),
        ("DITY=", "DITY=1"),
        ("UID=", "UID=x"),
    ):
        assert contents(opened(read=[name.replace(old, new)])) == [FIRST]


def test_what_is_unseen_is_read_whatever_was_read_before(opened: Opened, theirs: Theirs) -> None:
    theirs.append(FIRST)
    names = [name for name, _ in opened().messages()]
    [(unseen, content)] = opened("&seen=yes", read=names).messages()

    assert content == FIRST
    theirs.append(SECOND)
    assert contents(opened(read=[unseen])) == [FIRST, SECOND]


def test_what_was_read_is_marked_where_that_is_asked_for(opened: Opened, theirs: Theirs) -> None:
    for content in (FIRST, SECOND):
        theirs.append(content)
    reading = opened("&seen=yes").messages()

    next(reading)
    next(reading)

    assert [MailMessageFlags.SEEN in each for each in flags(theirs)] == [True, False]
    assert contents(opened("&seen=yes")) == [SECOND]


def test_a_folder_that_was_made_anew_is_read_anew(opened: Opened, theirs: Theirs) -> None:
    theirs.folder.create("Answers")
    theirs.append(FIRST, "Answers")
    box = opened(folder="Answers")
    assert contents(box) == [FIRST]
    box.close()
    theirs.folder.delete("Answers")
    theirs.folder.create("Answers")
    theirs.append(SECOND, "Answers")

    assert contents(box) == [SECOND]


def test_a_message_that_goes_while_others_are_read(opened: Opened, theirs: Theirs) -> None:
    for content in (FIRST, FIRST, SECOND):
        theirs.append(content)
    reading = opened().messages()
    next(reading)
    theirs.delete("2")

    assert SECOND in [content for _, content in reading]


def test_of_a_very_long_message_only_the_beginning_is_read(
    opened: Opened, theirs: Theirs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imap, "LONGEST", 12)
    theirs.append(FIRST)

    assert contents(opened()) == [FIRST[:12]]


def test_who_waits_is_woken(opened: Opened, theirs: Theirs) -> None:
    box = opened()
    assert contents(box) == []
    assert not box.wait(0.2)
    timer = threading.Timer(0.3, theirs.append, [FIRST])
    timer.start()

    assert box.wait(20)

    timer.join()
    assert contents(box) == [FIRST]


def test_a_connection_that_breaks_is_told_and_opened_anew(opened: Opened, theirs: Theirs) -> None:
    theirs.append(FIRST)
    box = opened()
    assert contents(box) == [FIRST]
    theirs.append(SECOND)
    assert box._box is not None
    box._box.client.sock.shutdown(socket.SHUT_RDWR)

    with pytest.raises(Unavailable, match="imap://127"):
        contents(box)

    assert contents(box) == [SECOND]


def test_a_wrong_password_is_told(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROUNDTABLE_IMAP_PASSWORD", "guess")

    with pytest.raises(Unavailable, match="AUTHENTICATIONFAILED"):
        contents(opened())


def test_a_folder_that_there_is_none_of_is_told(opened: Opened) -> None:
    with pytest.raises(Unavailable, match="nosuch"):
        contents(opened(folder="nosuch"))


def test_nobody_listens() -> None:
    with pytest.raises(Unavailable, match="Connection refused"):
        contents(ImapMailbox("imaps://desk@127.0.0.1:9"))


def test_an_address_needs_a_user_and_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ROUNDTABLE_IMAP_PASSWORD")

    with pytest.raises(InvalidSetting, match="there is no password of desk"):
        ImapMailbox("imaps://desk@mx")
    with pytest.raises(InvalidSetting, match="names no user"):
        ImapMailbox("imaps://mx")


def test_tls_is_spoken(certificate: ssl.SSLContext, tmp_path: Path) -> None:
    with running_imap(tmp_path / "mx.pem") as server:
        near = f"desk@127.0.0.1:{server.tls_port}", f"desk@127.0.0.1:{server.port}"
        for address in (f"imaps://{near[0]}", f"imap://{near[1]}"):
            box = ImapMailbox(address)
            assert contents(box) == []
            assert isinstance(box._box, imap_tools.MailBox | imap_tools.MailBoxStartTls)
            box.close()
