"""Words of one or several languages."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.texts import (
    Domain,
    LanguageTag,
    Line,
    MailAddress,
    Slug,
    Text,
    WebAddress,
    clean,
    said,
    shortened,
    suggested_slug,
)

WEEK = Text({"en": "Week", "fr": "Semaine", "pt": "Semana"})


def reason(kind: Any, value: object) -> str:
    """Return why *value* is no *kind*, as the author is told."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    error = caught.value.errors()[0]["ctx"]["error"]
    assert isinstance(error, InvalidField)
    return f"{error.value!r} {error.reason}; {error.hint}"


@pytest.mark.parametrize(
    ("language", "otherwise", "words"),
    [
        ("fr", None, "Semaine"),
        ("pt-BR", None, "Semana"),
        ("ar", "fr", "Semaine"),
        ("ar", "zh", "Week"),
        (None, None, "Week"),
        (None, "fr", "Semaine"),
    ],
)
def test_a_text_is_said_in_the_nearest_language_there_is(
    language: str | None, otherwise: str | None, words: str
) -> None:
    found = WEEK.said_in(language, otherwise)

    assert found == words


def test_a_text_without_a_language_is_said_as_it_is() -> None:
    plain = Text("Week")

    assert (plain.said_in("fr"), plain.languages, plain.versions) == ("Week", (), ("Week",))


def test_a_text_tells_its_languages_in_the_order_of_the_file() -> None:
    found = (WEEK.languages, WEEK.versions, str(WEEK))

    assert found == (("en", "fr", "pt"), ("Week", "Semaine", "Semana"), "Week")


def test_no_text_is_said_as_nothing() -> None:
    found = said(None, "en")

    assert found == ""


def test_equal_texts_are_one_in_a_set() -> None:
    found = {Text({"en": "Week"}), Text({"en": "Week"}), Text("Week"), Line(" Week ")}

    assert found == {Text({"en": "Week"}), Text("Week"), Line("Week")}


def test_a_line_has_no_line_ends_and_a_text_keeps_them() -> None:
    words = "  Work\r\non \u2028 the\tMove\n"

    found = (str(Line(words)), str(Text(words)))

    assert found == ("Work on the Move", "Work\non \n the\tMove")


def test_every_kind_of_line_end_becomes_a_line_feed() -> None:
    found = clean("a\r\nb\rc\vd\fe\x85f\u2028g\u2029h")

    assert found == "a\nb\nc\nd\ne\nf\ng\nh"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(words: str) -> None:
    try:
        once = clean(words)
    except InvalidField:
        return

    assert clean(once) == once


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\ud800"])
def test_a_character_that_no_calendar_can_carry_is_named_with_its_place(character: str) -> None:
    with pytest.raises(InvalidField) as caught:
        clean(f"ab{character}c")

    assert (caught.value.reason, caught.value.hint) == (
        f"has the control character U+{ord(character):04X} at place 3",
        "delete that character",
    )


def test_joiners_of_emoji_and_scripts_are_kept() -> None:
    words = "👩🏽‍⚕️ می‌خواهم \u200fשלום"

    found = str(Line(words))

    assert found == words


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        (Line, "", "'' is empty; write some words here"),
        (Text, " \n ", "'' is empty; write some words here"),
        (Text, {}, "'' is empty; write some words here"),
        (Text, {"en": "a", "fr": ""}, "'' is empty; write some words here"),
        (Text, {"english": "a"}, "'english' is not a language tag; write en, fr, zh, pt-BR, ..."),
        (
            Line,
            "a" * 1_001,
            f"'{'a' * 39}…' is 1,001 characters long; at most 1,000 are possible; shorten it",
        ),
        (
            Slug,
            "Point du matin",
            "'Point du matin' cannot stand in the address of a calendar; write point-du-matin: "
            "small letters a-z, digits, single hyphens, 64 at most",
        ),
        (
            WebAddress,
            "ftp://a.org",
            "'ftp://a.org' is not a web address; write it whole, with https://",
        ),
        (MailAddress, "a@b", "'a@b' is not an e-mail address; write name@example.org"),
        (LanguageTag, "EN", "'EN' is not a language tag; write en, fr, zh, pt-BR, ..."),
        (
            Domain,
            "-a",
            "'-a' is not a domain name; write letters, digits, dots and hyphens, as "
            "events.example.org",
        ),
    ],
)
def test_words_that_cannot_be_used_say_why_and_what_would_do(
    kind: Any, value: object, told: str
) -> None:
    found = reason(kind, value)

    assert found == told


def test_a_wrong_version_is_told_with_its_language() -> None:
    with pytest.raises(ValidationError) as caught:
        Line({"en": "Week", "fr": "Sem\x00aine"})

    error = caught.value.errors()[0]["ctx"]["error"]
    assert error.field == "fr.text"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "https://", "http://a b", "https://[", "//a"]
)
def test_what_a_browser_could_run_or_not_find_is_no_web_address(address: str) -> None:
    found = reason(WebAddress, address)

    assert found == f"{address!r} is not a web address; write it whole, with https://"


@pytest.mark.parametrize(
    "address", ["a@example.org\nBcc: b@example.org", "a b@example.org", "<a@b.org>"]
)
def test_an_address_cannot_smuggle_a_header(address: str) -> None:
    found = reason(MailAddress, address)

    assert found.endswith("is not an e-mail address; write name@example.org")


@given(st.text(max_size=100))
def test_a_suggested_id_can_be_used(words: str) -> None:
    suggestion = suggested_slug(words)

    assert TypeAdapter(Slug).validate_python(suggestion) == suggestion


def test_long_words_are_shown_by_their_beginning() -> None:
    found = (shortened("a" * 40), shortened("a" * 41))

    assert found == ("a" * 40, "a" * 39 + "…")
