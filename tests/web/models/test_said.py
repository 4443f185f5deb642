from collections.abc import Callable

import pytest
from markupsafe import Markup, escape

from roundtable_ical.programme.texts import Line, Text
from roundtable_ical.web.models.said import Said, Voice

Voices = Callable[..., Voice]


def test_words_in_the_readers_language_carry_no_mark(voice: Voices) -> None:
    say = voice("fr")

    found = say(Line({"en": "Fair recruitment", "fr": "Recrutement équitable"}))

    assert (found, say.fallen) == (Said("Recrutement équitable"), set())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (Line("Agenda"), Said("Agenda", "en")),
        (Line({"es": "Hola", "en": "Hello"}), Said("Hello", "en")),
        (Line({"es": "Hola"}), Said("Hola", "es")),
    ],
)
def test_words_in_another_language_are_marked_and_remembered(
    voice: Voices, text: Line, said: Said
) -> None:
    say = voice("fr")

    found = say(text)

    assert (found, say.fallen) == (said, {said.language})


def test_a_language_without_an_interface_is_marked_and_is_no_fallback(voice: Voices) -> None:
    say = voice("pt")

    found = say(Line({"pt": "Olá", "en": "Hello"}))

    assert (found, say.fallen) == (Said("Olá", "pt"), set())


def test_in_html_it_is_escaped_and_has_its_language_and_direction() -> None:
    assert escape(Said("<b>")) == Markup("&lt;b&gt;")
    assert escape(Said("أهلا", "ar")) == Markup('<span lang="ar" dir="rtl">أهلا</span>')


@pytest.mark.parametrize(
    ("language", "parts", "whole"),
    [
        ("en", ("Hall", "", "Geneva"), Said("Hall, Geneva")),
        ("ar", ("قاعة", "جنيف"), Said("قاعة، جنيف")),
    ],
)
def test_parts_are_joined_by_the_comma_of_their_language(
    voice: Voices, language: str, parts: tuple[str, ...], whole: Said
) -> None:
    say = voice(language)

    assert say.joined(map(Said, parts)) == whole
    assert say.joined([Said("Hall", "fr"), Said("Geneva")]) == Said("Hall, Geneva", "fr")


def test_nothing_is_nothing(voice: Voices) -> None:
    assert not voice()(None)
    assert str(voice()(None)) == ""


def test_a_text_has_paragraphs(voice: Voices) -> None:
    found = voice()(Text("One.\n\nTwo\nlines.\n\n\n\n"))

    assert list(found.paragraphs) == [Said("One."), Said("Two\nlines.")]


def test_a_city_that_we_know_is_called_in_the_readers_language(voice: Voices) -> None:
    say = voice("ar")

    assert say.city(Line("Geneva")) == Said("جنيف")
    assert say.city(Line({"en": "Geneva", "ar": "جنيف الجميلة"})) == Said("جنيف الجميلة")
    assert say.city(Line("Nowhere")) == Said("Nowhere", "en")


def test_a_city_is_known_by_what_the_programmes_language_calls_it(voice: Voices) -> None:
    say = voice("en", programme="ar")

    assert say.city(Line("القاهرة")) == Said("Cairo")
    assert say.city(Line("لا مكان")) == Said("لا مكان", "ar")
