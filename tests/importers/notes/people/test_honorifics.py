import pytest

from roundtable_ical.importers.notes.people import honorifics


@pytest.mark.parametrize(
    ("written", "honorific", "rest"),
    [
        ("H.E. Ms. Mona Juul", "H.E. Ms.", "Mona Juul"),
        ("Dr.Vera Songwe", "Dr.", "Vera Songwe"),
        ("Prof. Dr. Anna Muster", "Prof. Dr.", "Anna Muster"),
        ("Mme Awa Diarra", "Mme", "Awa Diarra"),
        ("S.E.M. Jules Koné", "S.E.M.", "Jules Koné"),
        ("Excmo. Sr. Juan Soto", "Excmo. Sr.", "Juan Soto"),
        ("Prof. Emeritus Dato Dr. Ali Bakar", "Prof. Emeritus Dato Dr.", "Ali Bakar"),
        ("the Honourable Ana Ruiz", "the Honourable", "Ana Ruiz"),
        ("Ambassador Jane Doe", "Ambassador", "Jane Doe"),
        ("Mr. Don Stewart", "Mr.", "Don Stewart"),
        ("李雷先生", "先生", "李雷"),
        ("Mona Juul", None, "Mona Juul"),
    ],
)
def test_honorifics_are_parted_from_the_name(
    written: str, honorific: str | None, rest: str
) -> None:
    assert honorifics.split(written) == (honorific, rest)


def test_an_honorific_inside_is_found() -> None:
    assert honorifics.inside("President of the Assembly, H.E. Jane Doe") == 27
    assert honorifics.inside("President of the Assembly") == -1


def test_an_honorific_may_stand_alone() -> None:
    assert honorifics.is_alone("Ing")
    assert not honorifics.is_alone("Turin")


def test_some_honorifics_are_posts_too() -> None:
    assert honorifics.is_post("Professor")
    assert not honorifics.is_post("Ms.")


def test_some_honorifics_are_everyday_words() -> None:
    assert honorifics.is_wordy("Chief")
    assert not honorifics.is_wordy("Dr.")
