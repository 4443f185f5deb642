from collections.abc import Callable
from typing import Any

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.web.models.home import home_city
from roundtable_ical.web.models.said import Voice

GENEVA = {"id": "ilo", "name": "ILO", "city": "Geneva"}
ON_LINE = {"id": "on-line", "name": "On line", "url": "https://meet.example.org/"}
ELSEWHERE = {"id": "un", "name": "UN", "city": "New York", "timezone": "America/New_York"}
BASEL = {"id": "fair", "name": "Fair", "city": "Basel"}


@pytest.mark.parametrize(
    ("venues", "language", "city"),
    [
        ([GENEVA, ON_LINE, ELSEWHERE], "fr", "Genève"),
        ([GENEVA, BASEL], "en", "Zurich"),
        ([], "ru", "Цюрих"),
    ],
)
def test_a_clock_is_called_by_the_one_city_where_the_event_is(
    planned: Callable[..., SideEvent],
    voice: Callable[..., Voice],
    venues: list[dict[str, Any]],
    language: str,
    city: str,
) -> None:
    event = planned(venues=venues, timezone="Europe/Zurich")

    assert home_city(event, voice(language)) == city
