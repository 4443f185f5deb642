from roundtable_ical.importers.notes.people.atoms import atoms
from roundtable_ical.importers.notes.people.found_people import Found


def test_a_bracket_of_details_ends_what_is_said_of_somebody() -> None:
    name, body = atoms("Ana Ruiz (World Bank)")

    assert not Found(name=name).closed
    assert Found(name=name, details=[body]).closed
