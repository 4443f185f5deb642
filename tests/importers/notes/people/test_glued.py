import pytest

from roundtable_ical.importers.notes.people.glued import unglued


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("Ms. Ann DoeDirector of Quorn", "Ms. Ann Doe, Director of Quorn"),
        ("Preside el Dr. Luis SotoRector de Quorn", "Preside el Dr. Luis Soto, Rector de Quorn"),
        ("M. Jean DoublePréfet de Quorn, Lyon", "M. Jean Double, Préfet de Quorn, Lyon"),
        ("Quorn TeamLeader meeting", "Quorn TeamLeader meeting"),
        ("Ann LeMaire, Quorn", "Ann LeMaire, Quorn"),
        ("Ms. Ann McDoe", "Ms. Ann McDoe"),
    ],
)
def test_a_comma_parts_a_full_name_from_the_post_glued_to_it(text: str, parted: str) -> None:
    assert unglued(text) == parted


def test_a_dash_parts_a_question_from_the_name_glued_to_it() -> None:
    assert unglued("Who pays?Ann Doe, Quorn (tbc)") == "Who pays? – Ann Doe, Quorn (tbc)"
    assert unglued("Who pays?Nobody knows") == "Who pays?Nobody knows"
