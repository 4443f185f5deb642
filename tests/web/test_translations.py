"""No message without its translation: in six languages, whole, and compiled."""

import re
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo

from roundtable_ical.web.catalogues import compiled, faults, mo_path, read, template
from roundtable_ical.web.languages import LANGUAGES

WAY_OUT = "translate it, and run make catalogues"


@pytest.fixture(scope="module")
def wanted() -> Catalog:
    """Return every message of sources and templates."""
    return template()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated_in_full(wanted: Catalog, language: str) -> None:
    assert list(faults(read(language), wanted)) == [], WAY_OUT


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    """Compared by messages: a newer Babel writes another name into the header."""
    found, wanted = (
        {str(each.id): each.string for each in read_mo(BytesIO(content)) if each.id}
        for content in (mo_path(language).read_bytes(), compiled(read(language)))
    )

    assert found == wanted, WAY_OUT


def test_english_says_what_sources_say() -> None:
    other = [
        message.id
        for message in read("en")
        if message.id and message.string not in {message.id, tuple(message.id)}
    ]

    assert other == []


def test_a_french_mark_never_stands_alone_at_the_beginning_of_a_line() -> None:
    words = "\n".join(str(message.string) for message in read("fr") if message.id)

    assert re.findall(r".* [»:;?!].*|.*« .*", words) == []
