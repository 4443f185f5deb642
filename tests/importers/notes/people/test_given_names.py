from roundtable_ical.importers.notes.people.given_names import NAMES


def test_given_names_are_folded_single_words() -> None:
    assert {name for name in NAMES if not name.isalpha() or name != name.casefold()} == set()
