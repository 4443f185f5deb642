from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import getaddresses

from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.itip.writing.headers import field, listed, mailbox, words

HOSTILE = st.text() | st.lists(
    st.sampled_from(
        [
            "\r\n",
            "\n",
            "Bcc: x@example.com",
            "=?utf-8?q?=0ABcc?=",
            '"',
            "<",
            ">",
            ",",
            " ",
            "é",
            "李",
        ]
    )
).map("".join)


def read(raw: bytes, name: str) -> str:
    return str(make_header(decode_header(str(message_from_bytes(raw + b"\r\n")[name]))))


def plain(text: str) -> str:
    """Return *text* as one line without what no header can carry."""
    kept = [each if each.isprintable() or each.isspace() else " " for each in text]
    return " ".join("".join(kept).split())


def test_plain_words_stay_as_they_are() -> None:
    assert field("Subject", words("Invitation: Panel, 24 September")) == (
        b"Subject: Invitation: Panel, 24 September\r\n"
    )


def test_a_name_in_ascii_is_quoted() -> None:
    assert mailbox('Ann "the" O\\Neil, Ms.', "ann@example.org") == (
        '"Ann \\"the\\" O\\\\Neil, Ms." <ann@example.org>'
    )


def test_other_letters_are_encoded_whole() -> None:
    value = words("Table ronde sur les compétences et les droits, Genève, salle des Assemblées")

    assert value.isascii()
    assert all(len(line) <= 76 for line in field("Subject", value).split(b"\r\n"))
    assert read(field("Subject", value), "Subject") == (
        "Table ronde sur les compétences et les droits, Genève, salle des Assemblées"
    )


def test_a_mailbox_without_a_name_is_an_address() -> None:
    assert mailbox(" \r\n", "ann@example.org") == "<ann@example.org>"


def test_a_domain_of_other_letters_is_written_in_ascii() -> None:
    assert mailbox("", "ann@bücher.example") == "<ann@xn--bcher-kva.example>"
    assert mailbox("", f"ann@{'x' * 70}.example") == f"<ann@{'x' * 70}.example>"


def test_message_ids_stand_one_a_line() -> None:
    assert field("References", listed(["<1@example.org>", "<2@example.org>"])) == (
        b"References: <1@example.org>\r\n <2@example.org>\r\n"
    )


@given(st.lists(st.text("abc", min_size=1, max_size=12), max_size=40))
def test_no_line_of_a_subject_or_a_name_is_too_long(pieces: list[str]) -> None:
    text = " ".join(pieces)

    raw = field("Subject", words(text)) + field("From", mailbox(text, "ann@example.org"))

    assert max(map(len, raw.split(b"\r\n"))) <= 78


@given(HOSTILE)
def test_no_words_become_a_field_of_their_own(text: str) -> None:
    raw = field("Subject", words(text)) + b"To: ann@example.org\r\n"

    assert message_from_bytes(raw + b"\r\n").keys() == ["Subject", "To"]
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    assert raw.isascii()


@given(HOSTILE)
def test_no_name_becomes_an_address(text: str) -> None:
    raw = field("To", mailbox(text, "ann@example.org"))

    [(_, address)] = getaddresses([str(message_from_bytes(raw + b"\r\n")["To"])])
    assert address == "ann@example.org"


@given(
    st.text(
        st.characters(exclude_categories=("C", "Z"), exclude_characters="\ufeff") | st.just(" ")
    )
)
def test_words_are_read_as_they_were_meant(text: str) -> None:
    said = read(field("Subject", words(text)), "Subject")

    assert " ".join(said.split()) == " ".join(text.split())
