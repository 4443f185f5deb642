"""Every page, in two widths, two lights, two directions of writing, with and without script."""

from itertools import product
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Opened, Visit

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
    "nothing": "/hld-2013/nothing",
}
NOT_FOUND = "Failed to load resource: the server responded with a status of 404 (Not Found)"
LOOKS = {
    "en": [*product((390, 1280), ("light", "dark"))],
    "ar": [(390, "dark"), (1280, "light")],  # the same colours once more
}
AXE = Axe()


def in_language(path: str, language: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}lang={language}" if language != "en" else path


def seen(visit: Visit, width: int, scheme: str) -> list[str]:
    """Return the faults of a page in one look."""
    visit.page.set_viewport_size({"width": width, "height": 900})
    visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    results = AXE.run(visit.page)
    faults = [
        f"{width} {scheme}: {rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in results.response["violations"]
        for node in rule["nodes"]
    ]
    return [*faults, *scrolling(visit, f"{width} {scheme}")]


def scrolling(visit: Visit, look: str) -> list[str]:
    wide = visit.page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return [f"{look}: {wide} px too wide"] if wide > 0 else []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_fault_in_any_look(
    name: str, language: str, opened: Opened, site: str
) -> None:
    visit = opened(in_language(PAGES[name], language))

    faults = [fault for look in LOOKS[language] for fault in seen(visit, *look)]

    assert faults == []
    assert visit.page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert [said for said in visit.said if name != "nothing" or said != NOT_FOUND] == []
    assert visit.hosts() == {site}
    assert visit.context.cookies() == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_without_script(
    name: str, language: str, opened: Opened, site: str
) -> None:
    visit = opened(in_language(PAGES[name], language), script=False, width=390)

    buttons = visit.page.locator("button:visible[data-copy], button:visible[data-print]").count()
    visit.allow_judges()
    faults = scrolling(visit, "390")
    faults += seen(visit, 1280, "light")

    assert faults == []
    assert buttons == 0
    assert [said for said in visit.said if name != "nothing" or said != NOT_FOUND] == []
    assert visit.hosts() == {site}
    assert visit.context.cookies() == []
