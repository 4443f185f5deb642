"""What somebody probably meant."""

import pytest

from roundtable_ical.programme.nearest import nearest


@pytest.mark.parametrize(
    ("wanted", "known", "meant"),
    [
        ("Amina-Dialo", ["amina-diallo", "amina-traore"], ("amina-diallo",)),
        ("room-6", ["room-4", "room-5", "hall"], ("room-5", "room-4")),
        ("strt", ["start", "abstract", "status"], ("start",)),
        ("panel", ["Panel"], ("Panel",)),
        ("zzz", ["start"], ()),
        ("", ["start"], ()),
        ("start", [], ()),
    ],
)
def test_the_nearest_words_come_first_and_far_ones_not_at_all(
    wanted: str, known: list[str], meant: tuple[str, ...]
) -> None:
    found = nearest(wanted, known)

    assert found == meant


def test_the_order_of_the_known_words_does_not_matter() -> None:
    known = ["room-1", "room-2", "room-3", "room-4", "room-5"]

    assert nearest("room-9", known) == nearest("room-9", reversed(known))
