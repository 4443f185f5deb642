import pytest

from roundtable_ical.importers.notes.found import Person
from roundtable_ical.importers.notes.people.assembly import heard
from roundtable_ical.importers.notes.people.persons import parted, person


@pytest.mark.parametrize(
    ("function", "parts"),
    [
        ("Chairperson of KPPU", ("Chairperson", "KPPU")),
        ("Conseiller à la Présidence", ("Conseiller", "Présidence")),
        ("Director Green Fund", ("Director", "Green Fund")),
        ("Minister of Mining", ("Minister of Mining", None)),
    ],
)
def test_a_body_is_parted_from_the_post(function: str, parts: tuple[str, str | None]) -> None:
    assert parted(function) == parts


def test_an_enumeration_stays_in_the_function() -> None:
    text = "Dr. Ann Goumou, Minister of Commerce, Industry and SMEs, Guinea"

    made = person(heard(text, None).people[0], text, 3, None)

    assert made == Person(
        line=3,
        name="Ann Goumou",
        honorific="Dr.",
        function="Minister of Commerce, Industry and SMEs",
        affiliation="Guinea",
    )
