"""Which language a note is in."""

import pytest

from roundtable_ical.importers.notes.head.languages import Language, language
from roundtable_ical.importers.notes.lines import Document, Line


def of(text: str, **about: str) -> Language:
    return language(Document(lines=(Line(number=1, text=text),), about=about))


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Opening of the meeting and welcome by the chair of the session", "en"),
        ("Ouverture de la séance et mot de bienvenue par le président de la réunion", "fr"),
        ("Apertura de la sesión y bienvenida a los participantes en la sala", "es"),
        ("Abertura da sessão e boas-vindas para os participantes na sala com uma pausa", "pt"),
        ("Eröffnung der Tagung und Begrüßung durch die Leitung des Instituts", "de"),
        ("Apertura della sessione e benvenuto a tutti nella sala con una pausa", "it"),
    ],
)
def test_the_small_words_tell(text: str, tag: str) -> None:
    assert of(text).tag == tag


def test_words_count_before_what_the_file_says_of_itself() -> None:
    assert of("Ouverture de la séance et pause dans la salle", language="en").tag == "fr"
    assert of("Zoom", language="pt-BR") == Language(
        tag="pt-BR", sure=0.6, reason="the file says so"
    )
    assert of("Zoom") == Language(tag="en", sure=0.2, reason="no word tells")
