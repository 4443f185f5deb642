"""What labels stand for."""

from roundtable_ical.importers.notes.head.fields import LABELS, Field
from roundtable_ical.importers.notes.times.letters import folded


def test_every_field_has_labels_written_as_they_are_looked_up() -> None:
    assert set(LABELS.values()) == set(Field)
    assert [words for words in LABELS if words != folded(words).strip()] == []


def test_a_date_is_short_and_a_background_is_not() -> None:
    assert Field.DATE.is_short
    assert not Field.BACKGROUND.is_short
