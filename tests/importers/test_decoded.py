"""From bytes to text: the encoding, and what nobody can see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.importers.decoded import Undecodable, decoded, visible

NOTE = "Réunion – « été » à l’école\nSalle Nº 3, Ñuñoa: 9 h – 10 h\n"


@pytest.mark.parametrize(
    ("encoding", "name", "told"),
    [
        ("utf-8", "utf-8", []),
        ("utf-8-sig", "utf-8-sig", []),
        ("utf-16", "utf-16", []),
        ("utf-16-le", "utf-16-le", ["it was read as UTF-16-LE"]),
        ("utf-16-be", "utf-16-be", ["it was read as UTF-16-BE"]),
        ("cp1252", "cp1252", ["it was read as Windows-1252"]),
        ("mac_roman", "mac_roman", ["it was read as Mac Roman"]),
    ],
)
def test_a_text_is_the_same_in_every_encoding(encoding: str, name: str, told: list[str]) -> None:
    found = decoded(NOTE.encode(encoding))

    assert (found.text, found.encoding) == (NOTE, name)
    assert [problem.message.rpartition("; ")[2] for problem in found.problems] == told
    assert all(problem.sure is not None for problem in found.problems)


def test_an_encoding_from_the_east_is_found_too() -> None:
    text = "Повестка дня круглого стола по вопросам миграции, четверг, 12 марта. " * 4

    assert decoded(text.encode("cp1251")).text == text


def test_a_stray_character_does_not_make_a_text_another_encoding() -> None:
    found = decoded("Début à 9 h, pausé à côté, été\n".encode() * 3 + "Clôture".encode("cp1252"))

    assert found.text.endswith("été\nClôture")
    assert [problem.message for problem in found.problems] == [
        "the text is in UTF-8 but for 1 characters, the first one in line 4; "
        "they were read as Windows-1252"
    ]


@pytest.mark.parametrize(
    "content", [b"\0" * 99, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(32))]
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(Undecodable, match="binary"):
        decoded(content)


def test_what_could_mislead_is_taken_out_and_told() -> None:
    text, problems = visible("a\x07b\n\u202ec\u202c")

    assert text == "ab\nc"
    assert [(problem.code, problem.message) for problem in problems] == [
        (
            "control-character",
            "1 control characters were taken out, the first one is U+0007 in line 1",
        ),
        (
            "bidi-character",
            "2 characters that turn the direction of writing were taken out, "
            "the first one is U+202E in line 2",
        ),
    ]


def test_blanks_and_line_ends_become_ordinary_ones() -> None:
    assert visible("9\u00a0h\u2009–\u200b10\r\nb\rc\u2028d\u00ad") == ("9 h –10\nb\nc\nd", ())


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_refused(content: bytes) -> None:
    try:
        text = decoded(content).text
    except Undecodable:
        return
    assert not set(text) & set("\0\r\x0b\x7f\u202e\u00a0")
