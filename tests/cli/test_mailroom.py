"""What commands about mail open, and which event they are about."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from roundtable_ical.cli.mailroom import (
    id_of,
    mail_address,
    open_mail,
    open_mailboxes,
    open_mailroom,
    programme_of,
)
from roundtable_ical.config import Settings
from roundtable_ical.errors import InvalidSetting, UnknownId
from roundtable_ical.transports.eml import EmlTransport
from roundtable_ical.transports.maildir import MaildirMailbox

Typed = Callable[..., Result]


def test_a_file_that_says_what_is_public_has_its_revision(typed: Typed, guests: Path) -> None:
    typed("publish", str(guests))

    with open_mailroom(None) as room:
        by_file, by_id = programme_of(str(guests), room), programme_of("breakfast", room)
        guests.write_text(guests.read_text().replace("12:00", "13:00"))
        edited = programme_of(str(guests), room)

    assert (by_file[1], by_id[1], edited[1]) == (1, 1, None)
    assert by_file[0] == by_id[0] != edited[0]


def test_an_event_that_has_mail_alone_is_known_by_its_id(typed: Typed, guests: Path) -> None:
    typed("invite", str(guests))

    with open_mailroom(None) as room:
        assert id_of("breakfast", room) == id_of(str(guests), room) == "breakfast"
        with pytest.raises(UnknownId) as caught:
            id_of("dinner", room)
        assert caught.value.known == ("breakfast",)
        with pytest.raises(UnknownId):
            programme_of("breakfast", room)


def test_mail_leaves_where_the_settings_say() -> None:
    assert mail_address(Settings.model_validate({"mail": "eml:letters"})) == "eml:letters"
    with pytest.raises(InvalidSetting, match="ROUNDTABLE_MAIL says how mail leaves"):
        mail_address(Settings())


def test_ways_out_and_in_are_opened_by_their_address(tmp_path: Path) -> None:
    (tmp_path / "cur").mkdir()

    with open_mail(f"eml:{tmp_path}") as postman:
        assert type(postman) is type(EmlTransport().open(f"eml:{tmp_path}"))
    with open_mailboxes([f"maildir:{tmp_path}"]) as boxes:
        assert [type(box) for box in boxes] == [MaildirMailbox]
    with pytest.raises(InvalidSetting), open_mail("pigeon://loft"):
        pass
