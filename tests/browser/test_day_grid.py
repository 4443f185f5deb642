"""A day with rooms in parallel: a grid on wide screens, a list on phones; and what is on now."""

from datetime import datetime
from itertools import pairwise

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Opened

DAY = "day-2026-11-03"
DAYS = ("2026-10-29", "2026-10-30", "2026-11-02", "2026-11-03", "2026-11-04")
PAGE = f"/week-of-side-events/?tz=Asia/Manila#{DAY}"
WORKSHOP = datetime.fromisoformat("2026-11-03T11:40-05:00")
HALF_HOUR = ("2026-11-03T16:30", "2026-11-03T17:00")
TOPS = (
    """selectors => selectors.map(one => document.querySelector(one).getBoundingClientRect().top)"""
)
BOXES = """day => [...document.querySelectorAll(`#${day}-grid .row`)].map(row => {
    const {top, bottom, left, right} = row.getBoundingClientRect();
    return {id: row.id, start: Date.parse(row.dataset.start), top, bottom, left, right,
        covered: [...row.querySelectorAll(".tile")].some(tile => {
            const time = document.createRange();
            time.selectNodeContents(row.querySelector(".time"));
            const box = tile.getBoundingClientRect();
            return [...time.getClientRects()].some(text => text.left < box.right
                && box.left < text.right && text.top < box.bottom && box.top < text.bottom);
        }),
        cut: row.scrollHeight > row.clientHeight + 1 || row.scrollWidth > row.clientWidth + 1};
})"""


def titles(page: Page, selector: str) -> list[str]:
    return page.locator(f"{selector} .title").all_inner_texts()


@pytest.mark.parametrize("width", [960, 1280])
@pytest.mark.parametrize("code", ["en", "ar"])
def test_on_a_wide_screen_nothing_of_a_day_overlaps_or_is_cut(
    width: int, code: str, opened: Opened
) -> None:
    page = opened(PAGE.replace("?", f"?lang={code}&"), width=width, script=False).page

    boxes = page.evaluate(BOXES, DAY)

    assert len(boxes) == 9
    assert [box["id"] for box in boxes if box["cut"]] == []
    assert [box["id"] for box in boxes if box["covered"]] == []
    assert [
        (one["id"], other["id"])
        for one in boxes
        for other in boxes
        if one["id"] < other["id"]
        and one["top"] < other["bottom"] and other["top"] < one["bottom"]
        and one["left"] < other["right"] and other["left"] < one["right"]
    ] == []  # fmt: skip
    by_time = sorted(boxes, key=lambda box: box["start"])
    assert all(one["top"] <= other["top"] + 1 for one, other in pairwise(by_time))
    assert len({box["left"] for box in boxes}) == 4


def test_columns_are_headed_and_items_that_share_one_name_their_room(opened: Opened) -> None:
    page = opened(PAGE, script=False).page
    grid = page.locator(f"#{DAY}-grid")

    assert grid.locator(".head strong").all_inner_texts() == [
        "New York: United Nations Headquarters",
        "New York: Conference Room 4",
        "New York: Visitors' Lobby",
        "ILO Headquarters and On line",
    ]
    assert grid.locator("#s-who-cares .place").inner_text() == "ECOSOC Chamber"
    assert grid.locator(".clock strong").all_inner_texts() == ["New York", "Geneva"]


def test_on_a_phone_the_same_day_is_a_list_in_order_of_time(opened: Opened) -> None:
    page = opened(PAGE, width=390, script=False).page

    boxes = page.evaluate(BOXES, DAY)

    assert len({box["left"] for box in boxes}) == 1
    assert all(one["bottom"] <= other["top"] + 1 for one, other in pairwise(boxes))
    assert not page.locator(f"#{DAY}-grid .heads").is_visible()


def test_tiles_of_many_themes_leave_the_time_free(opened: Opened) -> None:
    page = opened(PAGE, width=960, script=False).page

    found = [box for day in DAYS for box in page.evaluate(BOXES, f"day-{day}")]

    assert len(found) == 55
    assert [box["id"] for box in found if box["covered"] or box["cut"]] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_on_now_says_so_and_how_long_it_lasts(width: int, opened: Opened) -> None:
    page = opened(PAGE, width=width, now=WORKSHOP).page

    assert titles(page, ".row[aria-current=time]") == [
        "Careers hall",
        "Suitcases: what people take along",
        "Who cares?",
    ]
    assert page.locator("#s-who-cares [data-left]").inner_text() == "ends in 50 minutes"


def test_a_line_across_the_grid_shows_what_time_it_is(opened: Opened) -> None:
    page = opened(PAGE, now=WORKSHOP).page

    line, *ticks = page.evaluate(TOPS, [".line", *(f'.tick[data-at^="{at}"]' for at in HALF_HOUR)])

    assert page.locator(f"#{DAY}-grid .line").inner_text() == "11:40"
    assert ticks[0] < line < (ticks[0] + ticks[1]) / 2
