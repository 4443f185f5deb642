"""The agenda for somebody else's page."""

from collections.abc import Callable

from roundtable_ical import SideEvent
from roundtable_ical.programme.selection import Selection
from roundtable_ical.web.models.embed_page import EmbedPage, embed_page, shortened
from roundtable_ical.web.models.said import Said
from roundtable_ical.web.reader import Reader

Planned = Callable[..., SideEvent]


def week(planned: Planned, **selected: tuple[str, ...]) -> EmbedPage:
    event = planned(
        {"id": "one", "start": "2026-09-24 09:00", "end": "2026-09-24 10:00", "themes": ["pay"],
         "venue": "hall"},
        {"id": "two", "start": "2026-09-24 11:00", "end": "2026-09-24 12:00", "speakers": ["eva"]},
        {"id": "three", "start": "2026-09-25 09:00", "end": "2026-09-25 10:00", "themes": ["pay"]},
        {"id": "later"},
        date=None,
        dates=["2026-09-24", "2026-09-25"],
        themes=[{"id": "pay", "title": "Pay"}],
        venues=[{"id": "hall", "name": "Hall"}],
        speakers=[{"id": "eva", "name": "Eva Roth", "label": "A nurse", "consent": False}],
    )  # fmt: skip
    return embed_page(event, Selection(**selected), Reader(wanted="en"))


def ids(page: EmbedPage) -> list[list[str]]:
    return [[row.id for row in day.rows] for day in page.days]


def test_all_of_it_or_what_was_chosen(planned: Planned) -> None:
    whole = week(planned)
    chosen = week(planned, themes=("pay",), speakers=("eva",), venues=("hall",))

    assert (ids(whole), whole.chosen) == ([["one", "two"], ["three"]], ())
    assert [row.id for row in whole.open] == ["later"]
    assert (ids(chosen), chosen.open) == ([["one", "two"], ["three"]], ())
    assert chosen.chosen == (Said("Pay"), Said("A nurse"), Said("Hall"))
    assert ids(week(planned, themes=("pay",))) == [["one"], ["three"]]


def test_what_is_pasted_is_bounded_and_tells_what_it_leaves_out(planned: Planned) -> None:
    page = week(planned)

    short = [shortened(page, most) for most in (1, 2, 3)]

    assert [(ids(found), len(found.open), found.left) for found in short] == [
        ([["one"]], 0, 3),
        ([["one", "two"]], 0, 2),
        ([["one", "two"], ["three"]], 0, 1),
    ]
    assert shortened(page) == page
