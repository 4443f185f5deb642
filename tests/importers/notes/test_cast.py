"""The people of an event, each once."""

from roundtable_ical.importers.draft import Ids
from roundtable_ical.importers.notes.cast import Cast
from roundtable_ical.importers.notes.found import Person
from roundtable_ical.programme.people import Role


def test_somebody_named_twice_is_one_speaker_with_all_that_is_told() -> None:
    cast = Cast(Ids())

    first = cast.add(Person(line=1, name="Ana Silva"))
    second = cast.add(Person(line=2, name="Ana SILVA", honorific="Ms.", affiliation="Water Fund"))

    assert first == second
    assert cast.speakers() == [
        {
            "id": "ana-silva",
            "honorific": "Ms.",
            "name": "Ana Silva",
            "affiliation": "Water Fund",
        }
    ]


def test_a_place_kept_for_somebody_is_the_same_only_with_the_same_words() -> None:
    cast = Cast(Ids())

    one = cast.add(Person(line=1, label="Representative of Peru", tbc=True))
    other = cast.add(Person(line=2, label="Representative of Nepal", tbc=True))

    assert (one, other) == (0, 1)
    assert cast.known(Person(line=3, label="Representative of Peru"))
    assert not cast.known(Person(line=3, name="Ana Silva"))


def test_to_be_confirmed_is_the_speakers_where_every_mention_says_so() -> None:
    cast = Cast(Ids())
    sure, open_ = Person(line=1, name="A. B."), Person(line=2, name="A. B.", tbc=True)
    role = Person(line=3, name="C. D.", tbc=True, role=Role.CHAIR, remote=True)

    at = [cast.add(person) for person in (sure, open_, role)]

    assert [("tbc" in speaker) for speaker in cast.speakers()] == [False, True]
    assert cast.appearance(at[1], open_) == {"speaker": "a-b", "tbc": True}
    assert cast.appearance(at[2], role) == {"speaker": "c-d", "role": "chair", "remote": True}
