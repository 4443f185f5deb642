"""Title and place in prose."""

from roundtable_ical.importers.notes.head.announced import Announced, place, title
from roundtable_ical.importers.notes.lines import Line

PROSE = Line(
    number=3,
    text="The Committee invites to a panel on “Goals for all”, to be held at the Economic and "
    "Social Hall, North Building on Tuesday, 16 October 2012.",
)


def test_what_is_in_quotation_marks_behind_an_event_is_the_title() -> None:
    assert title([PROSE]) == Announced(text="Goals for all", line=3)


def test_the_place_ends_where_the_date_begins() -> None:
    assert place([PROSE]) == Announced(text="Economic and Social Hall, North Building", line=3)


def test_other_prose_tells_nothing() -> None:
    other = Line(number=1, text="He said “no” and went on to talk about the weather of the day.")

    assert title([other]) is None
    assert place([other]) is None
