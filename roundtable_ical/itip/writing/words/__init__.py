"""What letters say in their own words, in the six languages of the UN.

In: a language tag.  Out: `Words`.  May import: requests, participation.
"""

from roundtable_ical.itip.writing.words.arabic import ARABIC
from roundtable_ical.itip.writing.words.chinese import CHINESE
from roundtable_ical.itip.writing.words.english import ENGLISH
from roundtable_ical.itip.writing.words.french import FRENCH
from roundtable_ical.itip.writing.words.russian import RUSSIAN
from roundtable_ical.itip.writing.words.spanish import SPANISH
from roundtable_ical.itip.writing.words.vocabulary import Words

LANGUAGES = {
    "ar": ARABIC,
    "en": ENGLISH,
    "es": SPANISH,
    "fr": FRENCH,
    "ru": RUSSIAN,
    "zh": CHINESE,
}


def words(language: str) -> Words:
    """Return the words of *language* (BCP 47), English for one that is not among the six."""
    return LANGUAGES.get(language.partition("-")[0].lower(), ENGLISH)
