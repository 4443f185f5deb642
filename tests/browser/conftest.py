"""A server of the samples, a browser, and pages in it that keep what they asked for and said."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, ViewportSize, expect

from tests.browser.house import chromium, serving

expect.set_options(timeout=20_000)  # milliseconds: other tests run meanwhile


@dataclass
class Visit:
    """A page in a window of its own, what it asked for, and what its console said."""

    page: Page
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    switch: CDPSession | None = None

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    def allow_judges(self) -> None:
        """Let scripts run from now on; that of the page has missed its time."""
        if self.switch:
            self.switch.send("Emulation.setScriptExecutionDisabled", {"value": False})

    def hosts(self) -> set[str]:
        """Return the origins that anything was asked of."""
        return {"/".join(address.split("/")[:3]) for address in self.asked}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each worker of `pytest -n` few browsers to start: tests of a group stay together."""
    for item in items:
        if isinstance(item, pytest.Function) and item.path.parent == Path(__file__).parent:
            language = getattr(item, "callspec", None) and item.callspec.params.get("language")
            item.add_marker(pytest.mark.xdist_group(f"browser {item.path.stem} {language}"))


Opened = Callable[..., Visit]
Got = Callable[[str], str]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a server of the samples and of an event that is hard to show."""
    with serving(tmp_path_factory.mktemp("site")) as origin:
        yield origin


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a browser; of a module, since it has an event loop that other tests must not meet."""
    with chromium() as started:
        yield started


@pytest.fixture
def opened(browser: Browser, site: str) -> Iterator[Opened]:
    """Return a function that opens a path of the site, or an address, in a window of its own."""
    contexts: list[BrowserContext] = []

    def open_(
        path: str,
        *,
        width: int = 1280,
        script: bool = True,
        now: datetime | None = None,
        **options: Any,
    ) -> Visit:
        size = ViewportSize(width=width, height=900)
        context = browser.new_context(viewport=size, **options)
        contexts.append(context)
        visit = Visit(context.new_page())
        if not script:  # by hand: what the browser's own switch turns off, a judge cannot turn on
            visit.switch = context.new_cdp_session(visit.page)
            visit.switch.send("Emulation.setScriptExecutionDisabled", {"value": True})
        if now:
            visit.page.clock.set_fixed_time(now)
        visit.page.on("request", lambda request: visit.asked.append(request.url))
        visit.page.on("console", lambda message: visit.said.append(message.text))
        visit.page.on("pageerror", lambda error: visit.said.append(str(error)))
        visit.page.goto(urljoin(site, path))
        return visit

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture
def got() -> Got:
    """Return a function that fetches an address, as a calendar program does."""

    def fetch(address: str) -> str:
        with urlopen(address.replace("webcal://", "http://", 1), timeout=30) as answer:
            return bytes(answer.read()).decode()

    return fetch
