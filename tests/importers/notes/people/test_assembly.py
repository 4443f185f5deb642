from roundtable_ical.importers.notes.people.assembly import heard
from roundtable_ical.importers.notes.people.roles import understood


def _names(text: str, label: str | None = None) -> list[str | None]:
    over = understood(label) if label else None
    return [found.name.text if found.name else None for found in heard(text, over).people]


def test_persons_are_told_apart_without_any_sign_between_them() -> None:
    text = (
        "Tom Bau, Co-chair, CCC Massa Thio, Co-chair CCC Miro Polz, Gold Fund (TBC) Ann Rau, BLOC"
    )

    assert _names(text, "Speakers") == ["Tom Bau", "Massa Thio", "Miro Polz", "Ann Rau"]


def test_what_stands_behind_one_name_is_no_second_person() -> None:
    assert _names("Marion Verles, Gold Standard") == ["Marion Verles"]


def test_surnames_may_stand_first() -> None:
    found = heard("Morin, Alejandro (Conicet)", None).people[0]

    assert (found.name.text if found.name else "", found.given) == ("Morin", "Alejandro")
