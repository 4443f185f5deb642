"""The moment at which a text was published."""

from roundtable_ical.importers.notes.head.stamps import is_stamp, same_moment


def test_a_date_with_a_time_to_the_minute_is_when_a_text_was_published() -> None:
    assert is_stamp("lunes, 05 marzo de 2018 | 17:08")
    assert not is_stamp("lunes, 05 marzo de 2018 | 17:00")
    assert not is_stamp("Monday, 5 March 2018, 9:08 - 10:00")


def test_a_word_for_publication_makes_a_full_hour_a_stamp() -> None:
    assert is_stamp("modifié 18/12/19 à 21:00")
    assert not is_stamp("Jeudi 18/12/19 à 21:00")
    assert same_moment("Le 18/12/19 à 21:00", "modifié 18/12/19 à 21:00")
    assert not same_moment("Le 19/12/19 à 21:00", "modifié 18/12/19 à 21:00")
