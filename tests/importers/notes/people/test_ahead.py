from roundtable_ical.importers.notes.people.ahead import take_lead
from roundtable_ical.importers.notes.people.atoms import atoms
from roundtable_ical.importers.notes.people.found_people import Found
from roundtable_ical.importers.notes.people.wording import Kind


def _before(text: str, *, title: bool = False) -> list[str]:
    read = atoms(text)
    at = next(at for at, atom in enumerate(read) if atom.kind is Kind.NAME)
    found = Found(name=read[at])
    take_lead(found, read[at], read[:at], title=title)
    return [atom.text for atom in found.before]


def test_a_function_before_the_name_is_the_persons() -> None:
    assert _before("Prime Minister Jane Doe") == ["Prime Minister"]


def test_only_what_stands_behind_the_colon_is() -> None:
    assert _before("Grußworte: Bürgermeister Thomas Klein") == ["Bürgermeister"]


def test_the_title_of_a_talk_is_no_body() -> None:
    assert _before("TH12 News of the World Bank - Jane Doe", title=True) == []
