import pytest

from roundtable_ical.importers.notes.people import neighbours
from roundtable_ical.importers.notes.people.atoms import atoms
from roundtable_ical.importers.notes.people.found_people import Found


def _next(text: str) -> bool:
    read = atoms(text)
    return neighbours.is_next(read, 1, Found(name=read[0]), None)


def test_a_second_name_in_a_list_is_another_person() -> None:
    assert _next("Ana Ruiz, Maria Gomez")


def test_words_that_only_look_like_a_name_are_the_body_of_the_person_before() -> None:
    assert not _next("Ana Ruiz, Confindustria Siracusa")


def test_a_surname_may_stand_first_but_two_full_names_are_two_persons() -> None:
    one, two = atoms("Ruiz Gómez, Ana"), atoms("Ana Gomez, Maria Rossi")

    assert neighbours.is_given_name(one, 1, Found(name=one[0]), inverted=False)
    assert not neighbours.is_given_name(two, 1, Found(name=two[0]), inverted=False)


def test_words_in_small_letters_behind_a_name_say_what_somebody_is() -> None:
    assert neighbours.is_said_of("producteur bio")
    assert not neighbours.is_said_of("who will speak about water")


def test_names_may_be_parted_by_dashes() -> None:
    read = atoms("Ana Ruiz – Maria Gomez – Rosa Perez")

    assert neighbours.is_list(read, Found(name=read[0]), read[1])


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("Quorn, Ana", True),
        ("Quorn, X.", True),
        ("Quorn, Xyla (UNEP)", True),
        ("QUORN, Xyla", True),
        ("Quorn, Xyla", False),
    ],
)
def test_a_comma_alone_turns_no_two_words_into_a_name(text: str, turned: bool) -> None:
    read = atoms(text)

    assert neighbours.is_given_name(read, 1, Found(name=read[0]), inverted=False) is turned


def test_an_open_place_of_a_body_is_of_its_own() -> None:
    read = atoms("Ana Ruiz, Rector, Delegate of Peru (tbc)")

    assert neighbours.is_own_place(read, 2, Found(name=read[0], details=[read[1]]))
    assert not neighbours.is_own_place(read, 1, Found(name=read[0]))


def test_what_several_are_together_is_said_of_both() -> None:
    one, other = (Found(name=each) for each in atoms("Ana Ruiz and Luis Soto")[:2])
    other.details = atoms("Directors of Quorn")[:1]

    neighbours.share([one, other])

    assert one.details == other.details


def test_an_office_with_an_article_goes_to_the_name_behind_it() -> None:
    read = atoms("Mons. Luis Soto, y la Secretaria de Quorn, Dra. Ana Ruiz")

    assert neighbours.is_led_post(read[1], read[2])
    assert not neighbours.is_led_post(read[1], None)
