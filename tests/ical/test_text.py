import pytest
from icalendar import Event

from roundtable_ical.ical.text import parameter, text
from roundtable_ical.programme.texts import public


def test_line_ends_of_any_kind_become_escaped_ones() -> None:
    words = "one\r\ntwo\rthree\x0bfour\u2028five\x85six"

    written = text(words).to_ical()

    assert written == b"one\\ntwo\\nthree\\nfour\\nfive\\nsix"


def test_commas_semicolons_and_backslashes_are_escaped() -> None:
    assert text("a, b; c\\d: e").to_ical() == b"a\\, b\\; c\\\\d: e"


@pytest.mark.parametrize("name", ["name", "x-wr-calname", "x-wr-caldesc", "summary", "contact"])
def test_no_property_can_be_broken_out_of(name: str) -> None:
    event = Event()

    event.add(name, text("x\r\nATTENDEE:mailto:a@example.org\nEND:VEVENT"))

    lines = event.to_ical().split(b"\r\n")
    assert [line.partition(b":")[0] for line in lines if not line.startswith(b" ")] == [
        b"BEGIN",
        name.upper().encode(),
        b"END",
        b"",
    ]


def test_a_control_character_becomes_a_blank() -> None:
    assert text("a\x00b\x7fc\x9fd").to_ical() == b"a b c d"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Write to nora@example.org.", "Write to […]."),
        ("<mailto:n.o+ra@sub.example.org>", "<[…]>"),
        ("https://example.org/@ilo stays", "https://example.org/@ilo stays"),
        ("Meet @ 9, seats @ the back", "Meet @ 9, seats @ the back"),
    ],
)
def test_an_email_address_in_free_text_stays_private(words: str, shown: str) -> None:
    assert public(words) == shown


def test_a_parameter_has_no_quotation_mark_and_no_line_end() -> None:
    assert parameter('Join "here"\r\nnow') == "Join ”here” now"
