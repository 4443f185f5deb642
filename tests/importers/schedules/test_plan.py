"""A plan keeps rooms, tracks and people by what they are called."""

from roundtable_ical.importers.schedules.plan import Person, Plan, first
from roundtable_ical.programme.people import Role


def test_one_room_of_one_building_is_one_place() -> None:
    plan = Plan()

    keys = [plan.place("A", "X"), plan.place(" A ", "X"), plan.place("A", "Y"), plan.place("", "")]

    assert (len(plan.places), keys[0] == keys[1], keys[3]) == (2, True, "")


def test_a_track_that_is_none_is_none() -> None:
    assert [Plan().track(name) for name in ("Rights", "No Track", None, "")] == [
        "Rights",
        "",
        "",
        "",
    ]


def test_people_are_joined_by_their_id_or_else_by_their_name() -> None:
    plan = Plan()

    keys = [
        plan.person(1, "Li"),
        plan.person(1, "Li Wei", affiliation="ILO"),
        plan.person("", "LI"),
    ]

    assert keys == ["1", "1", "name:li"]
    assert plan.people["1"] == Person("1", "Li", affiliation="ILO")
    assert plan.person(9, "") == ""


def test_nobody_speaks_twice_in_one_talk() -> None:
    people = [("a", Role.SPEAKER), ("", Role.SPEAKER), ("a", Role.CHAIR)]

    assert Plan().speakers(people) == (("a", Role.SPEAKER),)


def test_words_in_several_languages_have_a_first() -> None:
    assert (first("a"), first({"de": "b", "en": "c"}), first("")) == ("a", "b", "")
