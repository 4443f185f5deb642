"""The zone of a schedule."""

from roundtable_ical import zones
from roundtable_ical.importers.homes import asked, given_zone, zone_of_places
from roundtable_ical.ports import Given


def test_an_answer_is_as_good_as_an_option() -> None:
    berlin = zones.zone("Europe/Berlin")

    assert given_zone(Given(timezone=berlin)) is berlin
    assert given_zone(Given(answers={"tz": "Europe/Berlin"})) is berlin
    assert given_zone(Given(answers={"tz": "nowhere"})) is None
    assert given_zone(Given()) is None


def test_places_in_one_zone_tell_it_and_others_do_not() -> None:
    assert zone_of_places(["Hall C, Amsterdam, Netherlands", "Room 1"]) == zones.zone(
        "Europe/Amsterdam"
    )
    assert zone_of_places(["Council Chamber (Meyrin, Geneva)"]) == zones.zone("Europe/Zurich")
    assert zone_of_places(["Hall, Amsterdam", "Hall, Geneva"]) is None
    assert zone_of_places(["," * 100_000]) is None


def test_the_question_has_what_was_taken_as_its_default() -> None:
    problem = asked(zones.zone("UTC"), "none is stated", 0.2)

    assert problem.question is not None
    assert (problem.question.name, problem.question.default) == ("tz", "UTC")


def test_postcodes_do_not_hide_a_city() -> None:
    assert zone_of_places(["Mill, 10115 Berlin, Germany"]) == zones.zone("Europe/Berlin")
