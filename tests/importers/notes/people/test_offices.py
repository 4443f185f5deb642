from roundtable_ical.importers.notes.people.atoms import atoms
from roundtable_ical.importers.notes.people.offices import is_nobody, places
from roundtable_ical.importers.notes.people.roles import understood


def _places(text: str, label: str | None = None) -> list[tuple[list[str], bool]]:
    over = understood(label) if label else None
    kept = places(atoms(text), over)
    return [([atom.text for atom in place.before], place.tbc) for place in kept]


def test_an_office_behind_a_colon_keeps_a_place() -> None:
    assert _places("Opening: Minister of Health (tbc)") == [(["Minister of Health"], True)]


def test_bodies_under_a_label_of_many_keep_a_place_each() -> None:
    assert _places("World Bank, UNDP (tbc)", "Speakers") == [
        (["World Bank"], False),
        (["UNDP"], True),
    ]


def test_prose_keeps_no_place() -> None:
    assert _places("we will discuss what the ministers have said about it") == []


def test_an_open_name_is_nobodys() -> None:
    assert is_nobody("N.N.")
    assert not is_nobody("Ann")
