"""Text whose encoding a mail names, rightly or not."""

from encodings.aliases import aliases

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.itip.reading.charsets import text_of


@pytest.mark.parametrize(
    ("charset", "written"),
    [
        ("utf-8", "utf-8"),
        ("us-ascii", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("", "utf-8"),
        ("nonsense", "utf-8"),
        ("iso-8859-1", "iso-8859-1"),
        ("utf-8", "iso-8859-1"),
        ("us-ascii", "windows-1252"),
        ("base64", "utf-8"),
        ("", "utf-8-sig"),
        ("utf-8", "utf-16"),
        ("utf-8", "utf-16-le"),
        ("us-ascii", "utf-16-be"),
    ],
)
def test_a_text_is_read_though_its_encoding_is_named_wrongly(charset: str, written: str) -> None:
    assert text_of("Désolé, à Genève".encode(written), charset) == "Désolé, à Genève"


@pytest.mark.parametrize(
    ("charset", "words"),
    [
        ("windows-1251", "К сожалению, нет"),
        ("gb18030", "抱歉，不能参加"),
        ("iso-2022-jp", "申し訳ありません"),
        ("windows-1256", "آسف"),
    ],
)
def test_an_encoding_that_is_named_rightly_is_believed(charset: str, words: str) -> None:
    assert text_of(words.encode(charset), charset) == words


@pytest.mark.parametrize("charset", ["utf-7", "unicode_escape", "Raw-Unicode-Escape", "punycode"])
def test_no_encoding_brings_half_a_character(charset: str) -> None:
    found = text_of(b"+2AA- \\ud800 \xff", charset)

    assert found.encode("utf-8").decode("utf-8") == found


@given(st.binary(), st.text(max_size=20) | st.sampled_from(sorted({*aliases.values()})))
def test_any_octets_in_any_encoding_are_some_text(content: bytes, charset: str) -> None:
    found = text_of(content, charset)

    assert found.encode("utf-8").decode("utf-8") == found
