from collections.abc import Callable

from roundtable_ical import SideEvent
from roundtable_ical.web.models.said import Voice
from roundtable_ical.web.models.topics import topics


def test_themes_are_numbered_in_the_organisers_order(
    planned: Callable[..., SideEvent], voice: Callable[..., Voice]
) -> None:
    segment = {"id": "panel", "start": "08:15", "end": "09:00", "themes": ["theme-2"]}
    event = planned(segment, themes=[{"id": f"theme-{n}", "title": f"T{n}"} for n in range(1, 7)])

    found = topics(event, voice()).values()

    assert [(each.number, each.tone, each.rail, each.count) for each in found] == [
        (1, 1, 1, 0),
        (2, 2, 2, 1),
        (3, 3, 3, 0),
        (4, 4, 4, 0),
        (5, 5, 1, 0),
        (6, 1, 2, 0),
    ]
