"""Words of a programme in the reader's language, or marked where they are in another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import escape

from roundtable_ical.programme.texts import Text
from roundtable_ical.web.cities import city_called
from roundtable_ical.web.reader import Reader, direction_of


@dataclass(frozen=True, slots=True)
class Said:
    """*text* as it is written; *language* is a tag where it is not the page's language.

    In a template ``{{ said }}`` is the text as HTML, with its language and direction around it
    where they are others; an attribute takes ``{{ said.text }}``.
    """

    text: str
    language: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> str:
        """Return it as HTML: escaped, and marked."""
        words = str(escape(self.text))
        if not self.language:
            return words
        direction = direction_of(self.language)
        return f'<span lang="{escape(self.language)}" dir="{direction}">{words}</span>'

    @property
    def paragraphs(self) -> Iterator["Said"]:
        """The text between its blank lines, each part by itself."""
        for part in self.text.split("\n\n"):
            if part.strip():
                yield Said(part.strip(), self.language)


NOTHING = Said("")


class Voice:
    """Says the texts of one event to one reader, and remembers which languages it fell back to."""

    def __init__(self, reader: Reader, language: str) -> None:
        self.reader = reader
        self.language = language
        self.fallen: set[str] = set()
        """Tags of the languages that were said in place of the reader's."""
        self.called: dict[str, tuple[Said, Said, bool]] = {}
        """How each speaker is called, once it was asked."""

    def __call__(self, text: Text | None) -> Said:
        """Return *text* in the reader's language, or the nearest there is."""
        if text is None:
            return NOTHING
        words = text.said_in(self.reader.wanted, self.language)
        tag = next((tag for tag, said in _versions(text) if said == words), self.language)
        return self.plain(words, tag)

    def joined(self, parts: Iterable[Said]) -> Said:
        """Return *parts* as one line, in the language of the first that is not the reader's."""
        found = [part for part in parts if part]
        language = next((part.language for part in found if part.language), "")
        comma = "، " if _base(language or self.reader.language) == "ar" else ", "
        return Said(comma.join(" ".join(part.text.split()) for part in found), language)

    def city(self, text: Text | None) -> Said:
        """Return the name of a city: the organiser's, else as the reader's language has it."""
        found = self(text)
        if not found.language:
            return found
        named = city_called(found.text, found.language, self.reader.locale)
        return Said(named) if named else found

    def plain(self, words: str, tag: str = "") -> Said:
        """Return *words*, which are in the language of the programme or in *tag*."""
        tag = tag or self.language
        if _base(tag) == self.reader.language:
            return Said(words)
        if words and _base(tag) != _base(self.reader.wanted):
            self.fallen.add(tag)
        return Said(words, tag)


def _versions(text: Text) -> Iterator[tuple[str, str]]:
    return zip(text.languages, text.versions, strict=False) if text.languages else iter(())


def _base(tag: str) -> str:
    return tag.partition("-")[0].lower()
