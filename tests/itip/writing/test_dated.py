from datetime import UTC, datetime, timedelta, timezone

from roundtable_ical.itip.writing.dated import dated

LATER = datetime(2026, 9, 4, 9, 30, 15, 250_000, tzinfo=UTC)


def test_only_the_date_is_another_one() -> None:
    mail = b"Date: Tue, 01 Sep 2026 12:00:00 +0000\r\nFrom: a@example.org\r\n\r\nDate: never\r\n"

    assert dated(mail, LATER) == mail.replace(
        b"Tue, 01 Sep 2026 12:00:00 +0000", b"Fri, 04 Sep 2026 09:30:15 +0000"
    )
    assert dated(mail, LATER.astimezone(timezone(timedelta(hours=-4)))) == dated(mail, LATER)


def test_what_does_not_begin_with_its_date_stays_as_it_is() -> None:
    assert dated(b"From: a@example.org\r\nDate: x\r\n\r\n", LATER) == (
        b"From: a@example.org\r\nDate: x\r\n\r\n"
    )
