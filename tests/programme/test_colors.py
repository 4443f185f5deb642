"""The colour names of CSS 3."""

import re

from roundtable_ical.programme.colors import CSS3_COLORS


def test_there_are_the_147_names_of_the_standard() -> None:
    assert len(CSS3_COLORS) == 147


def test_every_name_can_stand_in_a_calendar_and_every_value_on_a_page() -> None:
    odd = {
        name: value
        for name, value in CSS3_COLORS.items()
        if not re.fullmatch("[a-z]+", name) or not re.fullmatch("#[0-9A-F]{6}", value)
    }

    assert odd == {}


def test_both_spellings_of_grey_are_one_colour() -> None:
    grey = {name: value for name, value in CSS3_COLORS.items() if "grey" in name}

    assert grey == {name: CSS3_COLORS[name.replace("grey", "gray")] for name in grey}
