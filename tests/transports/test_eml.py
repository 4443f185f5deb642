"""Files of mail are named so that a person finds them."""

from dataclasses import replace
from pathlib import Path

import pytest

from roundtable_ical.errors import InvalidSetting, Unavailable
from roundtable_ical.ports import MailTransport, Postman
from roundtable_ical.testing.mailing_values import post, told
from roundtable_ical.transports.eml import EmlTransport

MAIL = post(told(0))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_is_a_transport(tmp_path: Path) -> None:
    assert isinstance(EmlTransport(), MailTransport)
    assert isinstance(EmlTransport().open(str(tmp_path / "new" / "out")), Postman)


def test_a_file_is_the_message(tmp_path: Path) -> None:
    postman = EmlTransport().open(f"eml:{tmp_path}")

    postman.deliver(MAIL)
    postman.deliver(post(told(1)))
    postman.close()

    assert names(tmp_path) == ["guy-panel-0.eml", "guy-panel-1.eml"]
    assert (tmp_path / "guy-panel-0.eml").read_bytes() == MAIL.content


def test_the_same_message_is_there_once_and_another_beside_it(tmp_path: Path) -> None:
    postman = EmlTransport().open(str(tmp_path))
    other = replace(MAIL, content=b"Subject: reworded\r\n\r\n")

    for each in (MAIL, other, MAIL, other):
        postman.deliver(each)

    assert names(tmp_path) == ["guy-panel-0-2.eml", "guy-panel-0.eml"]
    assert (tmp_path / "guy-panel-0-2.eml").read_bytes() == other.content


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Guy Ryder: no", "notice-Guy-Ryder-no.eml"),
        ("../../etc/passwd", "notice-..-..-etc-passwd.eml"),
        ("Ελένη\x00\n" + "x" * 300, "notice-Ελένη-" + "x" * 87 + ".eml"),
        ("", "notice.eml"),
    ],
)
def test_a_message_to_the_organiser_is_named_by_its_subject(
    tmp_path: Path, subject: str, name: str
) -> None:
    notice = replace(MAIL, key=None, told=None, kind="notice", subject=subject)

    EmlTransport().open(str(tmp_path)).deliver(notice)

    assert names(tmp_path) == [name]


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(Unavailable, match="file"):
        EmlTransport().open(str(tmp_path / "file" / "out"))
    with pytest.raises(InvalidSetting, match="names no folder"):
        EmlTransport().open("eml:")
