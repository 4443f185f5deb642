"""Finished items."""

from datetime import date, time

from roundtable_ical.importers.notes.agenda.items import items
from roundtable_ical.importers.notes.agenda.rows import Rough
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.clocks import found
from roundtable_ical.ports import Given

DAY = date(2022, 5, 9)


def rough(line: int, hours: str, title: str) -> Rough:
    return Rough(line=line, hours=found(hours)[0], day=DAY, parts=[title])


def test_an_item_without_an_end_ends_where_the_next_one_starts() -> None:
    first, last = items([rough(1, "9:00", "Trade"), rough(2, "10:00", "Health")], Given(), "en")

    assert (first.end, last.end) == (time(10), None)
    assert [remark.code for remark in first.remarks if remark.field == "end"] == ["end-inferred"]


def test_a_duration_in_brackets_gives_the_end() -> None:
    (item,) = items([rough(1, "09:00", "Video (5 min.)")], Given(), "en")

    assert (item.title, item.end) == ("Video", time(9, 5))


def test_an_end_before_its_start_in_the_day_is_left_out_and_told() -> None:
    (item,) = items([rough(1, "17h30-17h00", "Remise des prix")], Given(), "fr")

    assert item.end is None
    assert [(remark.code, remark.sure) for remark in item.remarks] == [("end-before-start", None)]


def test_the_clock_of_utc_is_taken_where_nobody_said_a_zone() -> None:
    (item,) = items([rough(1, "9.00 am EDT / 1.00 pm GMT", "Call")], Given(), "en")

    assert item.zone is not None
    assert (item.start, item.zone.key) == (time(13), "UTC")


def test_an_inferred_half_is_told() -> None:
    (item,) = items([rough(1, "7:15 - 7:45", "Breakfast")], Given(), "en")

    questions = [remark.question.name for remark in item.remarks if remark.question]

    assert [remark.code for remark in item.remarks][:1] == ["half-inferred"]
    assert set(questions) <= {"half"}


def test_an_item_to_be_confirmed_is_tentative() -> None:
    (item,) = items([rough(1, "09:00-10:00", "Honorary address (TBC)")], Given(), "en")

    assert (item.title, item.tentative) == ("Honorary address", True)


def test_the_clock_that_an_item_names_is_its_own() -> None:
    (item,) = items([rough(1, "18:00-18:40 (GMT)", "Opening")], Given(), "en")

    assert item.zone is not None
    assert item.zone.key == "UTC"


def test_a_speaker_behind_the_last_dash_is_no_part_of_the_title() -> None:
    title = "KEYNOTE: Beyond Windows - James Roe, Program Manager, Microsoft"

    (item,) = items([rough(1, "9:00", title)], Given(), "en")

    assert item.title == "KEYNOTE: Beyond Windows"
    assert [each.name for each in item.named.people] == ["James Roe"]


def test_a_speaker_behind_the_last_full_stop_is_no_part_of_the_title() -> None:
    title = "Are the tides rising? Dr. Jane Miller (Chile)"

    (item,) = items([rough(1, "9:00", title)], Given(), "en")

    assert item.title == "Are the tides rising?"
    assert [each.name for each in item.named.people] == ["Jane Miller"]


def test_a_house_under_most_items_is_where_they_are_and_nobody() -> None:
    house = "Harbour Museum of Lund"
    made = [rough(1, "9:00", "Tides"), rough(3, "10:00", "Ropes"), rough(5, "11:00", "Pilots")]
    for each in made:
        each.body.append(Line(number=each.line + 1, text=house))

    found = list(items([*made, rough(7, "12:00", "A walk to the pier")], Given(), "en"))

    assert [item.room for item in found] == [house, house, house, None]
    assert [item.named.people for item in found] == [(), (), (), ()]
