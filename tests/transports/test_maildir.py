"""A maildir as others know it: Python's own module reads what we deliver, and the reverse."""

import mailbox
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from roundtable_ical.errors import InvalidSetting
from roundtable_ical.ports import Mailbox, MailTransport, Postman
from roundtable_ical.testing.mailing_values import post, told
from roundtable_ical.transports import maildir
from roundtable_ical.transports.maildir import MaildirMailbox, MaildirTransport

MAIL = post(told(0))
OTHER = post(told(1))


@pytest.fixture
def theirs(tmp_path: Path) -> mailbox.Maildir:
    return mailbox.Maildir(tmp_path / "mail", create=True)


def unix(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n")


def test_it_is_a_transport_and_a_mailbox(theirs: mailbox.Maildir, tmp_path: Path) -> None:
    assert isinstance(MaildirTransport(), MailTransport)
    assert isinstance(MaildirTransport().open(str(tmp_path / "new")), Postman)
    assert isinstance(MaildirMailbox(f"maildir:{tmp_path}/mail"), Mailbox)


def test_what_is_delivered_can_be_read_by_others(tmp_path: Path) -> None:
    postman = MaildirTransport().open(f"maildir:{tmp_path}/in")
    for each in (MAIL, OTHER):
        postman.deliver(each)
    postman.close()

    theirs = mailbox.Maildir(tmp_path / "in", create=False)

    assert sorted(theirs.get_bytes(key) for key in theirs.keys()) == sorted(  # noqa: SIM118  # no dict
        unix(each.content) for each in (MAIL, OTHER)
    )
    assert [*(tmp_path / "in" / "tmp").iterdir()] == []


def test_a_message_is_there_once_though_it_was_read_meanwhile(tmp_path: Path) -> None:
    postman = MaildirTransport().open(f"maildir:{tmp_path}")
    postman.deliver(MAIL)
    postman.deliver(MAIL)
    [new] = (tmp_path / "new").iterdir()
    new.rename(tmp_path / "cur" / f"{new.name}:2,RS")

    postman.deliver(MAIL)

    assert [*(tmp_path / "new").iterdir()] == []
    assert len([*(tmp_path / "cur").iterdir()]) == 1


def test_each_message_is_read_once_and_stays(theirs: mailbox.Maildir, tmp_path: Path) -> None:
    theirs.add(MAIL.content)
    box = MaildirMailbox(f"maildir:{tmp_path}/mail")
    first = [content for _, content in box.messages()]
    theirs.add(OTHER.content)

    second = [content for _, content in box.messages()]

    assert [*map(unix, first)] == [unix(MAIL.content)]
    assert [*map(unix, second)] == [unix(OTHER.content)]
    assert [*box.messages()] == []
    assert len(theirs) == 2
    assert {message.get_subdir() for message in theirs} == {"new"}
    box.close()


def test_what_was_read_is_marked_where_that_is_asked_for(
    theirs: mailbox.Maildir, tmp_path: Path
) -> None:
    for content in (MAIL.content, OTHER.content):
        theirs.add(content)
    reading = MaildirMailbox(f"maildir:{tmp_path}/mail?seen=yes").messages()

    next(reading)
    next(reading)

    flags = sorted(message.get_flags() for message in theirs)
    assert flags == ["", "S"]  # the second one may not have been kept yet


def test_the_oldest_comes_first(tmp_path: Path) -> None:
    for room in ("new", "cur", "tmp"):
        (tmp_path / room).mkdir()
    (tmp_path / "cur" / "9.a:2,S").write_bytes(b"first")
    (tmp_path / "new" / "10.a").write_bytes(b"second")
    (tmp_path / "new" / "x").write_bytes(b"no date")
    (tmp_path / "new" / ".hidden").write_bytes(b"")
    (tmp_path / "tmp" / "11.a").write_bytes(b"not whole")

    found = [*MaildirMailbox(f"maildir:{tmp_path}").messages()]

    assert found == [("x", b"no date"), ("9.a", b"first"), ("10.a", b"second")]


def test_a_message_that_moves_or_goes_while_others_are_read(
    theirs: mailbox.Maildir, tmp_path: Path
) -> None:
    for number in range(3):
        (tmp_path / "mail" / "new" / f"{number}.x").write_bytes(b"%d" % number)
    reading = MaildirMailbox(f"maildir:{tmp_path}/mail").messages()
    next(reading)
    (tmp_path / "mail" / "new" / "1.x").rename(tmp_path / "mail" / "cur" / "1.x:2,S")
    (tmp_path / "mail" / "new" / "2.x").unlink()

    assert [*reading] == [("1.x", b"1")]


def test_of_a_very_long_message_only_the_beginning_is_read(
    theirs: mailbox.Maildir, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maildir, "LONGEST", 10)
    theirs.add(b"Subject: x\n\n" + b"y" * 100)

    [(_, content)] = MaildirMailbox(f"maildir:{tmp_path}/mail").messages()

    assert content == b"Subject: x"


def test_who_waits_is_woken(
    theirs: mailbox.Maildir, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maildir, "LOOK", 0.02)
    box = MaildirMailbox(f"maildir:{tmp_path}/mail")
    assert [*box.messages()] == []
    assert not box.wait(0.05)
    timer = threading.Timer(0.1, theirs.add, [replace(MAIL).content])
    timer.start()

    assert box.wait(10)

    assert len([*box.messages()]) == 1
    timer.join()


def test_another_folder_is_no_maildir(tmp_path: Path) -> None:
    with pytest.raises(InvalidSetting, match="is no maildir"):
        MaildirMailbox(f"maildir:{tmp_path}")
