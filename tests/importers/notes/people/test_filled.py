from roundtable_ical.importers.notes.found import Person
from roundtable_ical.importers.notes.people.filled import without_filled
from roundtable_ical.programme.people import Role

PLACE = Person(line=1, function="Secretary General", affiliation="ACS", label="SG of the ACS")


def test_a_place_whose_office_somebody_named_holds_is_filled() -> None:
    who = Person(line=2, name="Ana Ruiz", function="Secretary-General", affiliation="ACS.")

    assert without_filled([PLACE, who]) == (who,)


def test_a_place_of_another_office_stays() -> None:
    who = Person(line=2, name="Ana Ruiz", function="Minister", affiliation="Fiji")

    assert without_filled([PLACE, who]) == (PLACE, who)


def test_a_named_speaker_settles_which_of_two_offices_speaks() -> None:
    either = Person(
        line=1,
        function="Recteur de Quorn ou de Monsieur le Doyen",
        label="Recteur de Quorn ou de Monsieur le Doyen",
    )
    speaker = Person(line=2, name="Ana Ruiz", role=Role.SPEAKER)
    moderator = Person(line=2, name="Ana Ruiz", role=Role.MODERATOR)

    assert without_filled([either, speaker]) == (speaker,)
    assert without_filled([either, moderator]) == (either, moderator)
    assert without_filled([PLACE, speaker]) == (PLACE, speaker)
