"""Lists of speakers, themes and venues."""

from collections.abc import Callable

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.web.models.lists import KINDS, list_page
from roundtable_ical.web.reader import Reader

Planned = Callable[..., SideEvent]

SPEAKERS = [
    {"id": "z", "name": "Zoë Adams", "honorific": "Dr."},
    {"id": "e", "name": "Émile Bo", "honorific": "Ms."},
    {"id": "ghana", "label": "Representative of Ghana", "tbc": True},
    {"id": "secret", "name": "Jane Doe", "consent": False},
    {"id": "f", "name": "Fatou Ndiaye"},
]


def test_people_are_by_name_seats_after_them_and_others_only_counted(planned: Planned) -> None:
    event = planned({"id": "talk", "start": "09:00", "end": "10:00"}, speakers=SPEAKERS)

    found = list_page(event, "speakers", Reader(wanted="en"))

    assert [each.name.text for each in found.people] == ["Ms. Émile Bo", "Fatou Ndiaye",
                                                         "Dr. Zoë Adams"]  # fmt: skip
    assert [each.name.text for each in found.seats] == ["Representative of Ghana"]
    assert found.unnamed == 1
    assert "Doe" not in repr(found)


def test_themes_and_venues_are_in_the_organisers_order(planned: Planned) -> None:
    event = planned(
        {"id": "talk", "start": "09:00", "end": "10:00", "themes": ["b"]},
        themes=[{"id": "b", "title": "B"}, {"id": "a", "title": "A"}],
        venues=[{"id": "y", "name": "Y"}, {"id": "x", "name": "X"}],
    )

    themes, venues = (list_page(event, kind, Reader(wanted="en")) for kind in ("themes", "venues"))

    assert [(each.id, each.count) for each in themes.topics] == [("b", 1), ("a", 0)]
    assert [each.id for each in venues.places] == ["y", "x"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_may_be_empty(planned: Planned, kind: str) -> None:
    found = list_page(planned(), kind, Reader(wanted="en"))

    assert (found.topics, found.people, found.seats, found.places) == ((), (), (), ())
