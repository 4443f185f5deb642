"""The keyboard alone: it reaches everything that a pointer can, visibly, and works it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opened
from tests.browser.test_every_page import PAGES

WATCH = """() => {
    window.reached = new Map();
    addEventListener("focusin", ({target}) => {
        const style = getComputedStyle(target);
        reached.set(target, style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2);
    });
    const usable = each => each.checkVisibility({visibilityProperty: true}) && !each.disabled
        && !(each.type === "radio" && !each.checked);  // arrows go on from the one that is checked
    const kinds = "a[href], button, input, select, textarea, summary";
    window.wanted = [...document.querySelectorAll(kinds)].filter(usable);
    return wanted.length;
}"""
MISSED = """() => wanted.filter(each => reached.get(each) !== true).map(each =>
    `${reached.has(each) ? "unseen" : "missed"}: ${each.outerHTML.slice(0, 80)}`)"""


@pytest.mark.parametrize("name", sorted(PAGES.keys() - {"week"}))  # as "event", but longer
def test_tab_reaches_everything_and_shows_where_it_is(name: str, opened: Opened) -> None:
    page = opened(PAGES[name]).page

    for _ in range(page.evaluate(WATCH)):
        page.keyboard.press("Tab")

    assert page.evaluate(MISSED) == []


def test_the_first_tab_offers_to_skip_to_the_content(opened: Opened) -> None:
    page = opened("/hld-2013/").page

    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("To the content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_fold_opens_and_a_zone_is_chosen_without_a_pointer(opened: Opened) -> None:
    page = opened("/hld-2013/", script=False).page

    page.locator("summary", has_text="Background").focus()
    page.keyboard.press("Enter")
    expect(page.locator("details.fold")).to_have_attribute("open", "")
    page.locator("#tz").focus()
    page.keyboard.type("Gen")
    with page.expect_navigation():
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")

    expect(page.locator(".their-time").first).to_contain_text("Geneva")
