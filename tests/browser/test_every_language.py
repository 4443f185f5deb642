"""Every page in every language on the narrowest of screens: nothing sticks out at its side."""

import pytest

from roundtable_ical.web.languages import LANGUAGES
from tests.browser.conftest import Opened
from tests.browser.test_every_page import PAGES, in_language

HARD = ("changes", "themes/", "speakers/", "venues/", "segments/parallel", "speakers/long", "embed")
STICKING_OUT = """() => [...document.querySelectorAll("body *")]
    .filter(each => !each.closest(".out, .skip, svg, thead, textarea"))
    .filter(each => getComputedStyle(each).clipPath === "none")
    .map(each => [each, each.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.left < -1 || box.right > innerWidth + 1))
    .map(([each, box]) => `${each.localName}.${each.className} ${box.left} ${box.right}`)"""


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_sticks_out_of_a_small_phone(code: str, opened: Opened, site: str) -> None:
    page = opened("/", width=320, script=False).page

    found = {}
    for name, path in (PAGES | {f"hard {path}": f"/hard/{path}" for path in HARD}).items():
        page.goto(f"{site}{in_language(path, code)}")
        found[name] = page.evaluate(STICKING_OUT)

    assert {name: faults for name, faults in found.items() if faults} == {}
