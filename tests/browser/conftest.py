"""A server of the samples, a browser, and pages in it that keep what they asked for and said."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, expect

from tests.browser.house import chromium, serving

expect.set_options(timeout=20_000)  # milliseconds: other tests run meanwhile
FOLDER = Path(__file__).parent


@dataclass
class Visit:
    """A page in a window, what it asked for, and what its console said."""

    page: Page
    switch: CDPSession
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    def go(self, address: str, *, width: int = 1280, script: bool = True) -> None:
        """Turn to an address as in a new window, in the light; forget what was before."""
        self.let_scripts(script)
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(color_scheme="light")
        self.asked.clear()
        self.said.clear()
        self.page.goto(address)

    def let_scripts(self, run: bool) -> None:
        """Let scripts run from now on, or not; that of a page that is there has missed its time.

        By hand: what the browser's own switch turns off, a judge cannot turn on.
        """
        self.switch.send("Emulation.setScriptExecutionDisabled", {"value": not run})

    def hosts(self) -> set[str]:
        """Return the origins that anything was asked of."""
        return {"/".join(address.split("/")[:3]) for address in self.asked}


class Windows:
    """Windows of one browser: those that are left are used again, since each new one costs."""

    def __init__(self) -> None:
        self.left: list[Visit] = []
        self._ends = ExitStack()

    @cached_property
    def _browser(self) -> Browser:
        return self._ends.enter_context(chromium())

    def close(self) -> None:
        """Stop the browser; the next window starts another one."""
        self._ends.close()
        self.__dict__.pop("_browser", None)
        self.left.clear()

    def new(self, **options: Any) -> Visit:
        """Open a window that shares nothing with others."""
        page = self._browser.new_context(**options).new_page()
        visit = Visit(page, page.context.new_cdp_session(page))
        page.on("request", lambda request: visit.asked.append(request.url))
        page.on("console", lambda message: visit.said.append(message.text))
        page.on("pageerror", lambda error: visit.said.append(str(error)))
        return visit

    def any(self) -> Visit:
        """Return a window that is left, or a new one."""
        return self.left.pop() if self.left else self.new()


WINDOWS = pytest.StashKey[Windows]()
Opened = Callable[..., Visit]
Got = Callable[[str], str]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a server of the samples and of an event that is hard to show."""
    with serving(tmp_path_factory.mktemp("site")) as origin:
        yield origin


@pytest.fixture(scope="session")
def windows(request: pytest.FixtureRequest) -> Iterator[Windows]:
    """Return the windows of a browser, which is started when one is needed."""
    request.session.stash[WINDOWS] = made = Windows()
    yield made
    made.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Stop the browser before a test of another folder: it has a loop that none must meet."""
    yield
    if (nextitem is None or nextitem.path.parent != FOLDER) and WINDOWS in item.session.stash:
        item.session.stash[WINDOWS].close()


@pytest.fixture
def opened(windows: Windows, site: str) -> Iterator[Opened]:
    """Return a function that opens a path of the site, or an address, each time in another window.

    With *now*, *new* or options of a window it is a new one, else one of an earlier test may do.
    """
    used: list[Visit] = []
    new_ones: list[Visit] = []

    def open_(
        path: str,
        *,
        width: int = 1280,
        script: bool = True,
        now: datetime | None = None,
        new: bool = False,
        **options: Any,
    ) -> Visit:
        if now or new or options:
            visit = windows.new(**options)
            new_ones.append(visit)
        else:
            visit = windows.any()
            used.append(visit)
        if now:
            visit.page.clock.set_fixed_time(now)
        visit.go(urljoin(site, path), width=width, script=script)
        return visit

    yield open_
    windows.left += used
    for visit in new_ones:
        visit.context.close()


@pytest.fixture
def got() -> Got:
    """Return a function that fetches an address, as a calendar program does."""

    def fetch(address: str) -> str:
        with urlopen(address.replace("webcal://", "http://", 1), timeout=30) as answer:
            return bytes(answer.read()).decode()

    return fetch
