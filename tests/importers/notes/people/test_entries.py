from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.people.entries import entries, without_mail
from roundtable_ical.importers.notes.people.wording import is_post


def _texts(*texts: str) -> list[str]:
    return [e.text for e in entries([Line(number=n, text=t) for n, t in enumerate(texts, 1)])]


def test_a_wrapped_line_goes_on() -> None:
    assert _texts("Mr. A. Bah, Representative of the", "Guinean Association of Banks") == [
        "Mr. A. Bah, Representative of the Guinean Association of Banks"
    ]


def test_every_person_begins_an_entry() -> None:
    assert _texts("Ms. Ann Doe, UNEP", "Mr. John Roe, UNDP") == [
        "Ms. Ann Doe, UNEP",
        "Mr. John Roe, UNDP",
    ]


def test_lists_on_one_line_are_parted() -> None:
    assert _texts("1. Ann Doe, UNEP; 2. John Roe; Moderator: Li Wei") == [
        "Ann Doe, UNEP",
        "John Roe",
        "Li Wei",
    ]


def test_cells_of_a_row_are_one_person() -> None:
    assert _texts("Ann Doe\tDirector\tUNEP") == ["Ann Doe, Director, UNEP"]


def test_mail_addresses_are_left_out() -> None:
    assert without_mail("Ann Doe <ann.doe@example.org>") == "Ann Doe"


def test_a_post_is_known_by_its_first_word() -> None:
    assert is_post("Minister of Health")
    assert not is_post("Health for all")


def test_a_bullet_without_words_is_no_entry() -> None:
    assert _texts("–", "•", "Ann Doe, UNEP") == ["Ann Doe, UNEP"]


def test_who_does_something_begins_an_entry_behind_a_full_line() -> None:
    first = "We present two books of poems that were translated into many other languages of Quorn."

    assert _texts(first, "Con Ana Ruiz, poeta") == [first, "Con Ana Ruiz, poeta"]
    assert _texts(first, "Preside el Sr. Luis Soto") == [first, "Preside el Sr. Luis Soto"]


def test_the_first_number_of_a_list_behind_its_label_is_no_word() -> None:
    assert _texts("Speakers: 1. Ann Doe, UNEP; 2. John Roe") == ["Ann Doe, UNEP", "John Roe"]
