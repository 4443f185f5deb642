"""Headings of columns in many languages and of many programs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.importers.sheets.headings import heading

MEANINGS = {
    "title": "*Session Title|Título de la sesión|Intitulé|Tytuł|Тема доклада|演題|name",
    "date": "Date|Fecha|Datum|Data|Jour|日付|Дата",
    "time": "Time|Uhrzeit|Horaire|Horário|Orario",
    "start": "Start Time|Hora de inicio|Heure de début|von|Ora inizio|event_start|startTime",
    "start date": "Start Date|Date début|Startdatum",
    "end": "*Time End|Hora de fin|bis|Godzina zakończenia|Окончание|endTime",
    "duration": "Duration|Dauer|Durée (min)|Scheduled Duration",
    "venue": "Room/Location (Optional)|Raum|Salle|Sala|Ort|Зал|地点|venue",
    "theme": "Track|Tracks (Optional)|Thème|Eixo temático|Tags",
    "kind": "Session type|Session format|Modalidad|event_type",
    "speaker": "Speakers (Optional)|Referent*innen|Intervenant·e·s|Ponentes|Докладчик|fullname",
    "affiliation": "Company|Organisation|Speaker Affiliation|institution",
    "function": "Job Title|Speaker Title",
    "first name": "speaker1_first|First Name|Vorname",
    "last name": "speaker1_last|Nachname",
    "moderator": "Moderator|Moderation|Session chair",
    "abstract": "Description|Beschreibung|Resumen|Abstract",
    "timezone": "Timezone|Time zone",
    "number": "ID|Session Id|Nr.",
    "link": "sessionUrl|Link",
    "status": "Status|Proposal state",
    "nothing": "Speaker Email|All Day Event|Capacity|Language",
}


@pytest.mark.parametrize(
    ("words", "meaning"),
    [(word, meaning) for meaning, words in MEANINGS.items() for word in words.split("|")],
)
def test_a_heading_is_known_in_its_language(words: str, meaning: str) -> None:
    found = heading(words)

    assert found is not None
    assert found.meaning.value == meaning


def test_number_and_brackets_are_kept() -> None:
    first, start = heading("speaker12_first"), heading("Start (UTC)")

    assert first is not None
    assert start is not None
    assert (first.number, start.brackets) == (12, "UTC")


@pytest.mark.parametrize("words", ["Introduction to Python", "Monday", "9:00", "x" * 90, "", "***"])
def test_what_is_in_a_table_is_no_heading(words: str) -> None:
    assert heading(words) is None


@given(st.text(max_size=90))
def test_no_words_break_it(words: str) -> None:
    found = heading(words)

    assert found is None or 0 < found.sure <= 1
