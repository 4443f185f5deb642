"""The lines of a title."""

from roundtable_ical.importers.notes.head.title_blocks import (
    blocks,
    is_date,
    is_generic,
    is_kind,
    tidy,
)
from roundtable_ical.importers.notes.lines import Line


def test_a_title_goes_on_over_its_lines() -> None:
    rows = ("Work for all: a fair", "deal for the young", "", "3 March 2025")
    lines = [Line(number=at, text=row) for at, row in enumerate(rows, 1)]

    assert [block.text for block in blocks(lines, ())] == [
        "Work for all: a fair deal for the young",
        "3 March 2025",
    ]


def test_a_role_and_who_has_it_end_a_title_whose_label_has_no_colon() -> None:
    rows = (
        "Event Launch of the Atlas of Rivers and Lakes for the People of the North",
        "Moderator Mr. Peter Holm",
    )
    lines = [Line(number=at, text=row) for at, row in enumerate(rows, 1)]

    assert [block.text for block in blocks(lines, ())] == [
        "Launch of the Atlas of Rivers and Lakes for the People of the North"
    ]


def test_a_programme_with_its_date_is_no_name() -> None:
    assert is_generic("PROGRAMME DU SÉMINAIRE DU 4 MARS 2025")
    assert is_generic("Programme of the workshop, 4 March 2025")
    assert not is_generic("Forests of Lund, 4 March 2025")


def test_what_is_no_name_is_told() -> None:
    assert is_generic("Draft agenda")
    assert is_kind("High-level side event")
    assert is_date("Monday, 3 March 2025")
    assert not is_generic("Work for all")


def test_appeals_and_heralds_are_no_part_of_a_title() -> None:
    assert tidy("Save the date: Work for all (16 Jan 2015)") == "Work for all"
    assert tidy("Launch of the report! Join the event today at 20:00") == "Launch of the report"
