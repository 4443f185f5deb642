"""The step in which one subscribes, followed to its end: the keyboard, the links, the QR code."""

import io
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from icalendar import Calendar
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import Got, Opened

Span = tuple[date, date]

WEEK = "/week-of-side-events/"
MIX = f"{WEEK}?what=mix&theme=skills&speaker=li-wenjing&alarm=15m"
CHOICES = {
    "block": ("/hld-2013/?what=event", "/hld-2013/event.ics"),
    "agenda": ("/hld-2013/", "/hld-2013/agenda.ics"),
    "busy in French": ("/hld-2013/?lang=fr&busy=busy", "/hld-2013/agenda.ics?lang=fr&busy=busy"),
    "mix": (MIX, f"{WEEK}mix.ics?theme=skills&speaker=li-wenjing&alarm=15m"),
    "theme": (f"{WEEK}themes/skills", f"{WEEK}themes/skills.ics"),
    "speaker": (f"{WEEK}speakers/li-wenjing", f"{WEEK}speakers/li-wenjing.ics"),
    "segment": ("/hld-2013/segments/welcome", "/hld-2013/mix.ics?segment=welcome"),
    "venue": (
        "/hld-2013/venues/delegates-dining-room",
        "/hld-2013/venues/delegates-dining-room.ics",
    ),
}


def links(page: Page) -> list[str]:
    """Return where each calendar program is led, in the order of the page."""
    found: list[str] = page.locator(".offers a.button").evaluate_all(
        "all => all.map(each => each.getAttribute('href'))"
    )
    return found


def address(page: Page) -> str:
    return page.locator("p.address code").inner_text()


def handed_over(link: str) -> str:
    """Return the address that *link* gives to a calendar program, decoded once, by https or not."""
    parts = urlsplit(link)
    if parts.scheme == "webcal":
        return link.replace("webcal:", "http:", 1)
    query = parse_qs(parts.query, strict_parsing=True)
    match parts.hostname:
        case "calendar.google.com":
            [given] = query["cid"]
            assert given.startswith("webcal://")
            return given.replace("webcal:", "http:", 1)
        case "outlook.live.com" | "outlook.office.com":
            [given] = query["url"]
            return given
    raise AssertionError(link)


def instants(calendar: bytes | str) -> dict[str, Span]:
    """Return when each item begins and ends, in UTC."""
    found = Calendar.from_ical(calendar).walk("VEVENT")
    return {
        str(item["uid"]): (_exact(item.decoded("dtstart")), _exact(item.decoded("dtend")))
        for item in found
    }


def _exact(moment: date) -> date:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


@pytest.mark.parametrize("name", CHOICES)
def test_every_link_hands_over_the_feed_that_the_page_promises(
    name: str, opened: Opened, site: str, got: Got
) -> None:
    path, feed = CHOICES[name]
    page = opened(path, script=False).page

    own = address(page)
    handed = [handed_over(link) for link in links(page) if link != "#address"]
    calendar = got(own)

    assert (len(links(page)), {*handed}) == (8, {own})
    assert own == f"{site}{feed}"
    assert "%25" not in own
    assert calendar == got(f"{site}{feed}")
    promised = page.locator(".adds strong").inner_text().split()[0]
    assert promised == str(len(instants(calendar)))


def test_the_qr_code_leads_to_the_page_that_offers_the_same_links(
    opened: Opened, site: str
) -> None:
    page = opened(MIX, color_scheme="dark", device_scale_factor=2).page

    picture = Image.open(io.BytesIO(page.locator("#links svg.qr").screenshot()))
    [code] = zxingcpp.read_barcodes(picture)
    there = opened(code.text.removeprefix(site), width=390).page

    assert (code.text.startswith(f"{site}/"), "#links" in code.text) == (True, True)
    assert (address(there), links(there)) == (address(page), links(page))


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_the_keyboard_alone_chooses_a_theme_and_reaches_the_links(
    script: bool, opened: Opened, got: Got, site: str
) -> None:
    page = opened(WEEK, script=script).page

    tab_to(page, "a[href='#subscribe']")
    page.keyboard.press("Enter")
    tab_to(page, "input[name=what]:checked")
    page.keyboard.press("ArrowDown")
    tab_to(page, "input[name=theme][value=skills]")
    page.keyboard.press("Space")
    expect(page.locator(".stale")).to_be_visible()
    tab_to(page, "#pick button, .stale button")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    tab_to(page, ".offers a.button")

    expect(page.locator(".stale")).to_be_hidden()
    assert page.locator("input[name=theme]:checked").evaluate_all(
        "all => all.map(each => each.value)"
    ) == ["skills"]
    assert instants(got(address(page))) == instants(got(f"{site}{WEEK}themes/skills.ics"))


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until *selector* has the focus, and can be seen to have it."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            break
    else:
        pytest.fail(f"{selector} is never reached")
    shown = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert shown == "solid"


def test_the_script_copies_the_address(opened: Opened) -> None:
    visit = opened("/hld-2013/", permissions=["clipboard-read", "clipboard-write"])
    button = visit.page.locator("p.address [data-copy]")

    button.click()

    expect(button).to_have_text("Copied")
    assert visit.page.evaluate("navigator.clipboard.readText()") == address(visit.page)


@pytest.fixture
def vdirsyncer(tmp_path: Path) -> Callable[[str], list[Span]]:
    """Return a function that subscribes to an address, and gives what then lies in the folder.

    Not by UID: of what comes by http vdirsyncer makes UIDs of its own.
    """

    def subscribe(url: str) -> list[Span]:
        config = tmp_path / "config"
        config.write_text(
            "[general]\n"
            f'status_path = "{tmp_path}/status/"\n'
            "[pair agenda]\n"
            'a = "here"\nb = "net"\ncollections = null\n'
            "[storage here]\n"
            f'type = "filesystem"\npath = "{tmp_path}/here/"\nfileext = ".ics"\n'
            "[storage net]\n"
            f'type = "http"\nurl = "{url}"\n'
        )
        (tmp_path / "here").mkdir()
        command = [str(Path(sys.executable).with_name("vdirsyncer")), "--config", str(config)]
        for words in (["discover"], ["sync"]):
            done = subprocess.run([*command, *words], capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
        files = (tmp_path / "here").glob("*.ics")
        return sorted(span for file in files for span in instants(file.read_bytes()).values())

    return subscribe


def test_who_follows_only_the_page_has_the_same_instants_in_another_program(
    opened: Opened,
    vdirsyncer: Callable[[str], list[Span]],
    got: Got,
    site: str,
) -> None:
    page = opened("/").page
    page.get_by_role("link", name="Work on the Move").first.click()
    page.get_by_label("My own choice").check()
    page.locator("input[name=theme][value=skills]").check()
    page.locator(".stale button").click()
    page.wait_for_url("**theme=skills**")

    found = vdirsyncer(address(page))

    assert len(found) == 7
    assert found == sorted(instants(got(f"{site}{WEEK}themes/skills.ics")).values())
