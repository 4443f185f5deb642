"""Folding keeps every letter in its place."""

from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.importers.notes.times.letters import folded


def test_case_accents_and_dashes_are_folded() -> None:
    assert folded("Août – L’APRÈS-MIDI") == "aout - l'apres-midi"


@given(st.text())
def test_the_length_stays(text: str) -> None:
    assert len(folded(text)) == len(text)
