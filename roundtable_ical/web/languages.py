"""The interface in the six languages of the UN, by catalogues of our own.

In a site that has translations of its own, ours stay apart: nothing of its configuration is
touched, and what our catalogues do not know (words in the site's own base template) is asked of
the site's.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import flask_babel  # type: ignore[import-untyped]  # it has no types
from babel.support import NullTranslations, Translations
from flask import current_app
from flask_babel import Domain, force_locale
from markupsafe import Markup

NAME = "roundtable"
FOLDER = Path(__file__).parent / "translations"
LANGUAGES = {
    "ar": "عربي",
    "zh": "中文",
    "en": "English",
    "fr": "Français",
    "ru": "Русский",
    "es": "Español",
}
"""Own names of the languages of the interface, in the UN's order."""

DOMAIN = Domain(translation_directories=[str(FOLDER)], domain=NAME)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak *language*, one of `LANGUAGES`, while a page is made."""
    with force_locale(language):
        yield


def gettext(message: str, **values: object) -> Markup:
    """Return *message* in the language that is spoken; *values* are escaped.

    Messages are ours and may hold markup; they are safe as text of an element and as the value of
    an attribute in quotation marks (a test keeps ``"`` out of them).
    """
    translations = DOMAIN.get_translations()
    found = translations.ugettext(message)
    if found == message and not _known(translations, message):
        found = _of_the_site(message)
    return Markup(found) % values if values else Markup(found)  # noqa: S704  # catalogues are ours


def ngettext(one: str, many: str, num: int, **values: object) -> Markup:
    """Return the form of a message that goes with *num*, which it may show as ``%(num)s``.

    There it stands as the language writes it: 1,234 or 1 234.
    """
    found = DOMAIN.get_translations().ungettext(one, many, num)
    return Markup(found) % {"num": flask_babel.format_decimal(num), **values}  # noqa: S704  # catalogues are ours


@cache
def catalogue(language: str) -> NullTranslations:
    """Return the catalogue of *language*, for what is said where no page is being made."""
    return Translations.load(FOLDER, [language], NAME)


def _known(translations: NullTranslations, message: str) -> bool:
    return message in getattr(translations, "_catalog", {})


def _of_the_site(message: str) -> str:
    if "babel" not in current_app.extensions:
        return message
    return str(flask_babel.gettext(message))


def marked(message: str) -> str:
    """Mark *message* to be in the catalogues, and return it as it is."""
    return message
