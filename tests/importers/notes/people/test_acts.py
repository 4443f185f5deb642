import pytest

from roundtable_ical.importers.notes.people.acts import is_act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("student presentations", True),
        ("official greetings and closing address by the organisers", True),
        ("founder stories", True),
        ("expert on training", False),
        ("minister of health", False),
        ("official", False),
    ],
)
def test_who_takes_part_and_what_in_is_no_office(text: str, act: bool) -> None:
    assert is_act(text.split()) is act
