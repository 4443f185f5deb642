"""The zone of a schedule."""

from datetime import datetime

import pytest

from roundtable_ical import zones
from roundtable_ical.importers.schedules.home import home
from roundtable_ical.importers.schedules.plan import Plan, Talk
from roundtable_ical.ports import Given


def plan(*moments: str, **more: str) -> Plan:
    talks = [Talk("x", start=datetime.fromisoformat(each)) for each in moments]
    clues = [more.pop("clue")] if "clue" in more else []
    return Plan(talks=talks, clues=clues, **more)  # type: ignore[arg-type]  # words alone


@pytest.mark.parametrize(
    ("made", "key"),
    [
        (plan(zone="Asia/Tokyo"), "Asia/Tokyo"),
        (plan("2026-01-29T10:00+01:00", city="Geneva"), "Europe/Zurich"),
        (plan("2026-01-29T10:00+01:00", title="Forum Lausanne 2026"), "Europe/Zurich"),
        (plan("2026-01-29T10:00+09:00", city="Geneva"), "Asia/Tokyo"),
        (plan("2026-01-29T10:00+01:00", clue="https://forum.example.it/x"), "Europe/Rome"),
        (plan("2026-01-29T10:00-05:00", "2026-07-29T10:00-04:00"), "America/New_York"),
        (plan("2026-01-29T10:00"), "UTC"),
    ],
)
def test_a_zone_is_stated_or_told_by_places_and_offsets(made: Plan, key: str) -> None:
    assert home(made, Given()).key == key
    assert [p.question and p.question.name for p in made.problems] == ([] if made.zone else ["tz"])


def test_what_is_said_on_the_command_line_is_taken_and_a_contradiction_told() -> None:
    made = plan(zone="Asia/Tokyo")

    zone = home(made, Given(timezone=zones.zone("Europe/Zurich")))

    assert (zone.key, [p.code for p in made.problems]) == ("Europe/Zurich", ["zone-given"])


def test_an_unknown_zone_is_told() -> None:
    made = plan("2026-01-29T10:00+01:00", zone="Mars/Olympus")

    home(made, Given())

    assert [p.code for p in made.problems] == ["unknown-zone", "zone-inferred"]
