"""Every page, in two widths, two lights, two directions of writing, with and without script."""

from collections.abc import Mapping
from urllib.parse import urlencode

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.conftest import Opened, Visit
from tests.browser.hard import ANSWER

WEEK = "/week-of-side-events/"
MIX = urlencode(
    [
        ("what", "mix"),
        ("theme", "development"),
        ("speaker", "guy-ryder"),
        ("alarm", "15m"),
        ("tz", "Asia/Manila"),
    ]
)
PAGES = {
    "index": "/",
    "event": "/hld-2013/",
    "week": WEEK,
    "choice": f"/hld-2013/?{MIX}",
    "themes": f"{WEEK}themes/",
    "theme": f"{WEEK}themes/skills",
    "speakers": f"{WEEK}speakers/",
    "speaker": f"{WEEK}speakers/maria-luz-santillan",
    "venues": f"{WEEK}venues/",
    "venue": f"{WEEK}venues/harbour-house",
    "segment": "/hld-2013/segments/mobility",
    "changes": "/hld-2013/changes",
    "embed": "/hld-2013/embed",
    "snippet": "/hld-2013/snippet",
    "hard": "/hard/?tz=Kathmandu",
    "answer": ANSWER,
    "nothing": "/hld-2013/nothing",
}
NOT_FOUND = "Failed to load resource: the server responded with a status of 404 (Not Found)"
WIDTHS = (390, 1280)
LIGHTS = {
    ("en", True): {390: "light", 1280: "dark"},
    ("ar", True): {390: "dark"},
    ("en", False): {1280: "light"},
}
"""Where colours are judged, which takes longest, by language and script: each light in each width.

They depend on nothing else; all other rules are judged in every width, language, with and without.
"""
DIRECTIONS = {"en": "ltr", "ar": "rtl"}
JUDGED = """colours =>
    axe.run({exclude: colours ? [".daygrid ~ .daygrid ~ .daygrid"] : []}, {
        resultTypes: ["violations"], selectors: false, preload: false,
        rules: {
            "color-contrast": {enabled: colours}, "link-in-text-block": {enabled: colours},
        },
    })
    .then(found => found.violations.flatMap(rule =>
        rule.nodes.map(node => `${rule.id}: ${node.html} ${node.failureSummary}`)))"""
"""What axe-core finds. With colours it leaves out all but two days of a week: they look alike."""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def in_language(path: str, language: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}lang={language}" if language != "en" else path


def faults(visit: Visit, lights: Mapping[int, str]) -> list[str]:
    """Return what axe-core, and who hates to scroll sideways, say of a page in each width."""
    visit.page.evaluate(AXE_SCRIPT)
    found = []
    for width in WIDTHS:
        visit.page.set_viewport_size({"width": width, "height": 900})
        visit.page.emulate_media(color_scheme="dark" if lights.get(width) == "dark" else "light")
        told = [*visit.page.evaluate(JUDGED, width in lights)]
        if (wide := visit.page.evaluate(TOO_WIDE)) > 0:
            told.append(f"{wide} px too wide")
        found += [f"{width} {lights.get(width, '')}: {each}" for each in told]
    return found


def check_quiet(visit: Visit, name: str, site: str) -> None:
    """Check that the console says nothing, no other host is asked, and nothing is remembered."""
    assert [said for said in visit.said if name != "nothing" or said != NOT_FOUND] == []
    assert visit.hosts() == {site}
    assert visit.context.cookies() == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", DIRECTIONS)
def test_a_page_has_no_fault_in_any_look(
    name: str, language: str, opened: Opened, site: str
) -> None:
    visit = opened(in_language(PAGES[name], language))

    assert faults(visit, LIGHTS[language, True]) == []
    assert visit.page.locator("html").get_attribute("dir") == DIRECTIONS[language]
    check_quiet(visit, name, site)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", DIRECTIONS)
def test_a_page_is_whole_without_script(
    name: str, language: str, opened: Opened, site: str
) -> None:
    visit = opened(in_language(PAGES[name], language), script=False)
    buttons = visit.page.locator("button:visible[data-copy], button:visible[data-print]").count()
    visit.let_scripts(True)

    assert faults(visit, LIGHTS.get((language, False), {})) == []
    assert buttons == 0
    check_quiet(visit, name, site)
