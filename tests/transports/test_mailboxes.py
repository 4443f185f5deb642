"""A mailbox is named by its address."""

from pathlib import Path

import pytest

from roundtable_ical.errors import InvalidSetting
from roundtable_ical.transports.imap import ImapMailbox
from roundtable_ical.transports.mailboxes import opened
from roundtable_ical.transports.maildir import MaildirMailbox


def test_each_kind_has_its_scheme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROUNDTABLE_IMAP_PASSWORD", "x")
    (tmp_path / "cur").mkdir()

    kinds = [type(opened(address)) for address in (f"maildir:{tmp_path}", "imaps://desk@mx/INBOX")]

    assert kinds == [MaildirMailbox, ImapMailbox]


def test_another_address_is_refused_with_those_there_are() -> None:
    with pytest.raises(InvalidSetting) as caught:
        opened("pop3://mx")

    assert str(caught.value) == (
        "pop3://mx: is no mailbox; write one of: maildir:FOLDER, imaps://USER@HOST/FOLDER"
    )
