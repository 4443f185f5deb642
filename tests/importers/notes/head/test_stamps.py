"""The moment at which a text was published."""

from roundtable_ical.importers.notes.head.stamps import is_stamp


def test_a_date_with_a_time_to_the_minute_is_when_a_text_was_published() -> None:
    assert is_stamp("lunes, 05 marzo de 2018 | 17:08")
    assert not is_stamp("lunes, 05 marzo de 2018 | 17:00")
    assert not is_stamp("Monday, 5 March 2018, 9:08 - 10:00")
