from roundtable_ical.importers.notes.found import Person
from roundtable_ical.importers.notes.people.filled import without_filled

PLACE = Person(line=1, function="Secretary General", affiliation="ACS", label="SG of the ACS")


def test_a_place_whose_office_somebody_named_holds_is_filled() -> None:
    who = Person(line=2, name="Ana Ruiz", function="Secretary-General", affiliation="ACS.")

    assert without_filled([PLACE, who]) == (who,)


def test_a_place_of_another_office_stays() -> None:
    who = Person(line=2, name="Ana Ruiz", function="Minister", affiliation="Fiji")

    assert without_filled([PLACE, who]) == (PLACE, who)
