"""Pages in the layout of another Flask site, and an agenda in a frame of another page."""

import importlib.util
from collections.abc import Iterator
from threading import Thread

import pytest
from flask import Flask
from playwright.sync_api import expect
from werkzeug.serving import make_server

from roundtable_ical.config import Settings
from tests.browser.conftest import Opened
from tests.browser.house import ROOT
from tests.browser.test_every_page import faults

PATHS = (
    "",
    "hld-2013/",
    "week-of-side-events/themes/skills?lang=ar",
    "hld-2013/segments/welcome",
    "hld-2013/changes",
    "hld-2013/nothing",
)


def mission() -> Flask:
    """Return the site of the sample."""
    file = ROOT / "samples/flask-site/mission.py"
    spec = importlib.util.spec_from_file_location("mission", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made: Flask = module.create_site(Settings())
    return made


@pytest.fixture(scope="module")
def other(site: str) -> Iterator[str]:
    """Return the address of that site, which also has a page with two frames of ours."""
    flask = mission()
    frames = "".join(
        f'<iframe title="{name}" src="{site}/hld-2013/{name}"></iframe>' for name in ("embed", "")
    )
    flask.add_url_rule("/frames", view_func=lambda: frames)
    server = make_server("127.0.0.1", 0, flask, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize("path", PATHS)
def test_a_mounted_page_is_whole_in_the_layout_of_the_site(
    path: str, opened: Opened, other: str
) -> None:
    visit = opened(f"{other}/calendar/{path}", width=390)
    mission_menu = visit.page.get_by_role("navigation", name="Mission")

    expect(mission_menu).to_be_visible()
    assert faults(visit, {1280: "light"}) == []
    expect(mission_menu).to_be_visible()  # in the wide window that is left
    assert visit.hosts() == {other}


def test_a_frame_shows_the_agenda_and_no_other_page(opened: Opened, other: str) -> None:
    page = opened(f"{other}/frames").page

    expect(page.frame_locator("[title=embed]").locator(".row")).to_have_count(6)
    expect(page.frame_locator("[title='']").locator(".row")).to_have_count(0)
