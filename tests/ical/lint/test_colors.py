from roundtable_ical.ical.lint.colors import COLORS
from roundtable_ical.programme.colors import CSS3_COLORS


def test_the_linter_knows_the_colours_of_the_programme() -> None:
    assert frozenset(CSS3_COLORS) == COLORS
