"""States and provinces behind a city."""

from roundtable_ical import zones
from roundtable_ical.importers.notes.head.states import STATES, state_zone


def test_a_state_is_known_by_its_name_and_its_letters() -> None:
    assert state_zone("MA") == state_zone("Massachusetts") == "America/New_York"
    assert state_zone("British Columbia") == "America/Vancouver"
    assert state_zone("ma") is None
    assert state_zone("Bavaria") is None


def test_every_zone_of_a_state_exists() -> None:
    assert {zones.zone(key).key for key in STATES.values()} == set(STATES.values())
