"""Events to come and events that are over."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.web.models.index_page import IndexPage, Listed, index_page, over_at
from roundtable_ical.web.models.said import NOTHING, Said
from roundtable_ical.web.reader import Reader

Planned = Callable[..., SideEvent]
ENGLISH = Reader(wanted="en")


def event(planned: Planned, id_: str, day: str | None, **fields: Any) -> SideEvent:
    return planned(**{"id": id_, "date": day, **fields})


def ids(page: IndexPage) -> tuple[list[str], list[str]]:
    return [each.id for each in page.coming], [each.id for each in page.past]


def test_what_comes_is_soonest_first_and_what_is_over_newest_first(planned: Planned) -> None:
    days = {"a": "2026-01-10", "b": "2026-02-10", "c": "2026-10-01", "d": "2026-11-01", "e": None}
    events = [event(planned, id_, day) for id_, day in days.items()]

    page = index_page(reversed(events), ENGLISH, datetime(2026, 9, 1, tzinfo=UTC))

    assert ids(page) == (["c", "d", "e"], ["b", "a"])


def test_an_event_is_over_at_midnight_of_its_own_zone(planned: Planned) -> None:
    found = event(planned, "a", "2026-09-24")
    midnight = datetime(2026, 9, 25, 4, tzinfo=UTC)

    assert over_at(found) == midnight
    before = index_page([found], ENGLISH, datetime(2026, 9, 25, 3, 59, tzinfo=UTC))
    assert (ids(before), ids(index_page([found], ENGLISH, midnight))) == (
        (["a"], []),
        ([], ["a"]),
    )


def test_what_goes_on_after_midnight_is_not_over(planned: Planned) -> None:
    late = {"id": "dance", "start": "2026-09-24 22:00", "end": "2026-09-25 02:30"}

    assert over_at(planned(late)) == datetime(2026, 9, 25, 6, 30, tzinfo=UTC)


def test_a_copy_has_no_clock_and_parts_nothing(planned: Planned) -> None:
    events = [event(planned, "a", "2026-01-10"), event(planned, "b", "2099-01-10")]

    page = index_page(events, ENGLISH, None)

    assert (ids(page), page.parted) == (([], ["b", "a"]), False)


@pytest.mark.parametrize(
    ("language", "title"),
    [("fr", Said("Petit-déjeuner")), ("es", Said("Breakfast", "en")), ("en", Said("Breakfast"))],
)
def test_a_title_says_which_language_it_is_in(planned: Planned, language: str, title: Said) -> None:
    found = event(
        planned,
        "a",
        "2026-09-24",
        title={"en": "Breakfast", "fr": "Petit-déjeuner"},
        venues=[{"id": "hall", "name": "Hall", "city": "Geneva"},
                {"id": "attic", "name": "Attic", "city": "Geneva"}],
        hosts=[{"id": "ilo", "name": "ILO"}],
    )  # fmt: skip

    [listed] = index_page([found], Reader(wanted=language), None).past

    if language == "en":
        assert listed == Listed(
            id="a",
            title=title,
            subtitle=NOTHING,
            status=found.status,
            dates="Thursday 24 September 2026",
            cities=(Said("Geneva"),),
            hosts=(Said("ILO"),),
        )
    assert listed.title == title
