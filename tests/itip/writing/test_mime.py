from email import message_from_bytes, policy
from email.message import EmailMessage

from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.itip.participation import Method
from roundtable_ical.itip.writing import mime


def read(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, policy=policy.default)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_is_read_as_it_was_written_in_lines_that_pass(content: str) -> None:
    part = mime.text(content, "plain")

    decoded = read(part).get_payload(decode=True)
    assert isinstance(decoded, bytes)
    # what ends a part belongs to the boundary behind it
    meant = content.replace("\r\n", "\n").replace("\r", "\n")
    assert decoded.decode().replace("\r\n", "\n").rstrip("\n") == meant.rstrip("\n")
    assert all(len(line) <= 76 for line in part.split(b"\r\n"))
    assert part.isascii()


def test_words_in_ascii_stay_readable_and_others_are_packed() -> None:
    assert b"quoted-printable\r\n\r\nGood morning" in mime.text("Good morning", "plain")
    assert b"base64" in mime.text("您好您好您好", "plain")


def test_parts_are_put_together_and_read_back() -> None:
    calendar = b"BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n"
    parts = [mime.text("a", "plain"), mime.calendar(calendar, Method.CANCEL)]
    inner = mime.multipart("alternative", parts, "<1@example.org>")
    mail = mime.multipart("mixed", [inner, mime.attachment(calendar, "invite.ics")], "<1>")

    found = [part for part in read(mail).walk() if not part.is_multipart()]

    assert [part.get_content_type() for part in found] == [
        "text/plain",
        "text/calendar",
        "application/ics",
    ]
    assert [part.get_payload(decode=True) for part in found[1:]] == [calendar, calendar]
    assert found[1]["Content-Type"].params == {
        "charset": "UTF-8",
        "method": "CANCEL",
        "component": "VEVENT",
    }
    assert found[1].get_content_disposition() is None
    assert found[2].get_filename() == "invite.ics"
    assert not read(mail).defects


def test_the_line_between_parts_is_the_mail_s_own() -> None:
    parts = [mime.text("a", "plain")]

    assert mime.multipart("mixed", parts, "1") == mime.multipart("mixed", parts, "1")
    assert mime.multipart("mixed", parts, "1") != mime.multipart("mixed", parts, "2")
