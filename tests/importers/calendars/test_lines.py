"""Content lines: folded, broken and encoded as programs do it."""

from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.importers.calendars.lines import content_lines


def values(content: bytes) -> list[tuple[int, str, str]]:
    return [(line.line, line.name, line.value) for line in content_lines(content)[0]]


def test_a_line_folded_inside_a_character_is_whole_again() -> None:
    folded = b"SUMMARY:Caf" + b"\xc3\r\n \xa9\r\nUID:1\r\n"

    assert values(folded) == [(1, "SUMMARY", "Café"), (3, "UID", "1")]


def test_parameters_keep_what_is_quoted() -> None:
    line = b'ATTENDEE;CN="Doe; Jane: X";ROLE=CHAIR:mailto:x@example.org'

    (found,), _ = content_lines(line)

    assert found.parameters == {"CN": "Doe; Jane: X", "ROLE": "CHAIR"}
    assert found.value == "mailto:x@example.org"


def test_the_colon_in_a_zone_of_outlook_ends_no_parameters() -> None:
    (found,), _ = content_lines(b"DTSTART;TZID=(UTC+01:00) Berlin:20260504T090000")

    assert (found.parameters, found.value) == ({"TZID": "(UTC+01:00) Berlin"}, "20260504T090000")


def test_carets_are_read_as_rfc_6868_says() -> None:
    (found,), _ = content_lines(b"ATTENDEE;CN=Jane ^'J^' Doe:x")

    assert found.parameters == {"CN": 'Jane "J" Doe'}


def test_a_line_that_is_no_property_belongs_to_the_one_before_and_is_told() -> None:
    found, problems = content_lines(b"DESCRIPTION:one\nNote: two\nhttps://example.org\nUID:1\n")

    assert [(line.name, line.value) for line in found] == [
        ("DESCRIPTION", "one\\nNote: two\\nhttps://example.org"),
        ("UID", "1"),
    ]
    assert [problem.code for problem in problems] == ["stray-lines"]


def test_quoted_printable_of_vcalendar_is_read() -> None:
    content = b"SUMMARY;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9 =\r\nau lait\r\nUID:1\r\n"

    assert values(content) == [(1, "SUMMARY", "Café au lait"), (3, "UID", "1")]


def test_older_and_wider_encodings_are_read() -> None:
    text = "BEGIN:VCALENDAR\r\nSUMMARY:Soirée d'été à Liège\r\n"
    expected = [(1, "BEGIN", "VCALENDAR"), (2, "SUMMARY", "Soirée d'été à Liège")]

    assert values(text.encode("utf-16")) == expected
    assert values(text.encode("cp1252")) == expected


@given(st.text(alphabet='A:;="\n\\^n ', max_size=100))
def test_no_line_breaks_it(text: str) -> None:
    found, _ = content_lines(f"SUMMARY:x\n{text}".encode())

    assert found[0].name == "SUMMARY"
