"""People in the columns of a row."""

from roundtable_ical.importers.sheets.cells import Row, Sheet
from roundtable_ical.importers.sheets.columns import columns
from roundtable_ical.importers.sheets.persons import parted_in, people
from roundtable_ical.importers.speakers import Somebody
from roundtable_ical.programme.people import Role


def read(heading: tuple[str, ...], *cells: str) -> tuple[Somebody, ...]:
    rows = (Row(1, ("Time", "Title", *heading)), Row(2, ("9:00", "A", *cells)))
    known = columns(Sheet("", rows))
    return people(rows[1], known, one_each=parted_in(rows, known))


def test_affiliations_beside_people_are_theirs_in_order() -> None:
    found = read(("Speakers", "Company"), "Ana Gil; Bo Ek", "ACME; Foo")

    assert found == (
        Somebody(name="Ana Gil", affiliation="ACME"),
        Somebody(name="Bo Ek", affiliation="Foo"),
    )


def test_first_and_last_names_go_together_by_their_number() -> None:
    heading = ("speaker1_first", "speaker1_last", "speaker2_first", "speaker2_last")

    assert [each.name for each in read(heading, "Ann", "Lee", "Bob", "Ray")] == [
        "Ann Lee",
        "Bob Ray",
    ]


def test_a_comma_leads_to_a_place_where_others_are_parted_by_semicolons() -> None:
    rows = (
        *(
            Row(1, ("Time", "Title", "Speakers")),
            Row(2, ("9", "A", "Ana Gil, COICA; Bo Ek, OPIAC")),
        ),
        Row(3, ("10", "B", "Cy Poe, New York")),
    )
    known = columns(Sheet("", rows))

    found = people(rows[2], known, one_each=parted_in(rows, known))

    assert found == (Somebody(name="Cy Poe", affiliation="New York"),)


def test_moderators_and_roles_are_known() -> None:
    found = read(("Moderator", "full_name", "role"), "Cy Poe", "Ana Gil", "chair")

    assert [(each.name, each.role) for each in found] == [
        ("Ana Gil", Role.CHAIR),
        ("Cy Poe", Role.MODERATOR),
    ]


def test_lists_as_programs_print_them_and_roles_of_columns() -> None:
    found = read(("Panelists", "Speakers"), "Bo Ek", "['Ana Gil', \"Li Wei\"]")

    assert found == (
        Somebody(name="Bo Ek", role=Role.PANELLIST),
        Somebody(name="Ana Gil"),
        Somebody(name="Li Wei"),
    )
