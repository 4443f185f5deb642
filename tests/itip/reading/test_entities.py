"""The parts of a message, however it is put together."""

from base64 import b64encode

import pytest

from roundtable_ical.itip.reading.entities import MOST_PARTS, Entity, base64_read, entities


def parts(content: bytes) -> list[tuple[str, bytes]]:
    return [(each.type, each.content.strip()) for each in entities(content, [])]


def multipart(*bodies: bytes, end: bytes = b"\r\n--b--\r\n") -> bytes:
    head = b"Content-Type: multipart/mixed; boundary=b\r\n\r\npreamble"
    return head + b"".join(b"\r\n--b\r\n" + body for body in bodies) + end


TEXT = b"Content-Type: text/plain\r\n\r\n"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", [("text/plain", b"")]),
        (b"\r\nbody", [("text/plain", b"body")]),
        (b"Subject: x\n\nbody", [("text/plain", b"body")]),
        (multipart(TEXT + b"one", b"\r\ntwo"), [("text/plain", b"one"), ("text/plain", b"two")]),
        (multipart(TEXT + b"one", end=b""), [("text/plain", b"one")]),
        (multipart(TEXT + b"one").replace(b"\r\n", b"\n"), [("text/plain", b"one")]),
        (multipart(TEXT + b"--bb\r\none"), [("text/plain", b"--bb\r\none")]),
        (multipart(TEXT + b"one").replace(b"--b\r", b"--b \t\r"), [("text/plain", b"one")]),
        (multipart(TEXT + b"one").replace(b"; boundary=b", b""), [("text/plain", b"one")]),
        (multipart(TEXT + b"one").replace(b"boundary=b", b"boundary=c"), [("text/plain", b"one")]),
        (multipart(b"Content-Type: image/png\r\n\r\nx"), [("image/png", b"")]),
        (b"Content-Type: multipart/mixed; boundary=b\r\n\r\nx", [("multipart/mixed", b"")]),
    ],
)
def test_parts_are_found_and_decoded(content: bytes, found: list[tuple[str, bytes]]) -> None:
    assert parts(content) == found


@pytest.mark.parametrize(
    ("way", "written"),
    [
        (b"base64", b64encode(b"BEGIN:VCALENDAR")),
        (
            b"BASE64 ",
            b64encode(b"BEGIN:VCALENDAR")[:8] + b"\r\n " + b64encode(b"BEGIN:VCALENDAR")[8:],
        ),
        (b"quoted-printable", b"BEGIN=3AVCAL=\r\nENDAR"),
        (b"base64 (MIME)", b64encode(b"BEGIN:VCALENDAR")),
        (b'"quoted-printable";', b"BEGIN=3AVCAL=\r\nENDAR"),
        (b"8bit", b"BEGIN:VCALENDAR"),
        (b"x-unknown", b"BEGIN:VCALENDAR"),
    ],
)
def test_every_transfer_encoding_is_undone(way: bytes, written: bytes) -> None:
    head = b"Content-Type: text/calendar\r\nContent-Transfer-Encoding: " + way + b"\r\n\r\n"

    assert parts(head + written) == [("text/calendar", b"BEGIN:VCALENDAR")]


@pytest.mark.parametrize("way", [b"base64", b"quoted-printable"])
def test_a_calendar_that_a_gateway_decoded_is_read_as_it_is(way: bytes) -> None:
    head = b"Content-Type: text/calendar\r\nContent-Transfer-Encoding: " + way + b"\r\n\r\n"
    calendar = b"BEGIN:VCALENDAR\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:guy@example.org"

    assert parts(head + calendar) == [("text/calendar", calendar)]


def test_a_soft_line_break_behind_an_equal_sign_stays_one() -> None:
    head = b"Content-Type: text/calendar\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    calendar = b"BEGIN:VCALENDAR\r\nX;CN=\r\n=3DGuy:mailto:g"

    assert parts(head + calendar) == [
        ("text/calendar", b"BEGIN:VCALENDAR\r\nX;CN=Guy:mailto:g"),
    ]


def test_base64_is_read_as_far_as_it_goes() -> None:
    whole = b64encode(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR")

    assert [base64_read(whole[:length]) for length in (0, 1, 5, 10, 11)] == [
        b"",
        b"",
        b"BEG",
        b"BEGIN:V",
        b"BEGIN:VC",
    ]


def test_a_message_inside_comes_before_its_parts_and_they_are_forwarded() -> None:
    inner = b"Message-ID: <a@example.org>\r\n\r\nwords"

    found = list(entities(multipart(b"Content-Type: message/rfc822\r\n\r\n" + inner), []))

    assert [(each.type, each.content.strip(), each.forwarded) for each in found] == [
        ("message/rfc822", inner, False),
        ("text/plain", b"words", True),
    ]


def test_a_message_inside_may_be_encoded_though_it_must_not() -> None:
    head = b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    inner = b64encode(b"Subject: x\r\n\r\nwords")

    assert parts(multipart(head + inner))[1:] == [("text/plain", b"words")]


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (multipart(*[TEXT] * (MOST_PARTS + 1)), f"it has more than {MOST_PARTS} parts"),
        (b"Content-Type: message/rfc822\r\n\r\n" * 3000, "its parts are nested more than 40 deep"),
        (multipart(*[b""] * 400_000), f"it has more than {MOST_PARTS} parts"),
        (multipart(*[b"x\r\n--bx"] * 200_000), f"it has more than {MOST_PARTS} parts"),
    ],
    ids=["many", "deep", "empty", "nearly"],
)
def test_a_message_without_end_is_given_up_with_the_reason(content: bytes, trouble: str) -> None:
    told: list[str] = []

    found = list(entities(content, told))

    assert len(found) <= MOST_PARTS
    assert told == [trouble]


def test_the_name_of_a_file_is_read_in_every_form() -> None:
    head = (
        b"Content-Type: application/octet-stream\r\n"
        b"Content-Disposition: attachment; filename*=utf-8''%C3%A9v%C3%A9nement.ICS\r\n\r\nx"
    )

    [found] = entities(head, [])

    assert isinstance(found, Entity)
    assert found.name == "événement.ics"
    assert found.content == b"x"
