"""The samples in a store of their own, a real server of it, and Debian's Chromium.

`scripts/pictures` takes its pictures of the same.
"""

import os
import runpy
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

from roundtable_ical import SideEvent, read
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.sql import SqlStore
from tests.browser.hard import SECRET, publish_hard

ROOT = Path(__file__).parent.parent.parent
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 30.0


def revised(event: SideEvent) -> SideEvent:
    """Return the breakfast with a segment later, one cancelled, and one under another title."""
    values = event.model_dump(exclude_unset=True)
    changes: dict[str, dict[str, Any]] = {
        "perceptions": {"start": "08:40", "end": "09:00"},
        "mobility": {"status": "cancelled", "note": "Two panellists could not travel."},
        "closing": {"title": "Closing remarks and way forward"},
    }
    for segment in values["segments"]:
        segment.update(changes.get(segment["id"], {}))
    return SideEvent.model_validate(values)


def large() -> SideEvent:
    """Return the conference of class L, which the benchmarks measure at."""
    made = runpy.run_path(str(ROOT / "benchmarks/programmes.py"))["large"]()
    assert isinstance(made, SideEvent)
    return made


def fill(file: Path) -> None:
    """Publish in a new store the breakfast twice, the week, and an event that is hard to show."""
    breakfast = read(ROOT / "samples/hld-2013/event.yaml")
    week = read(ROOT / "samples/week-of-side-events/event.yaml")
    store = SqlStore(f"sqlite:///{file}")
    try:
        for event, when, why in (
            (breakfast, "2013-09-20T14:00Z", ""),
            (revised(breakfast), "2013-09-25T21:10Z", "The dining room opens later."),
            (week, "2026-10-05T16:40Z", ""),
        ):
            moment = datetime.fromisoformat(when)
            publish(event, store, moment=moment, tzdata="2026a", message=why)
        publish_hard(store)
    finally:
        store.close()


def fill_large(file: Path) -> None:
    """Publish in a new store a conference of class L."""
    store = SqlStore(f"sqlite:///{file}")
    try:
        moment = datetime.fromisoformat("2026-10-05T16:40Z")
        publish(large(), store, moment=moment, tzdata="2026a")
    finally:
        store.close()


@contextmanager
def serving(
    folder: Path, base_url: str = "", filled: Callable[[Path], None] = fill
) -> Iterator[str]:
    """Serve a new store in *folder* by `roundtable serve`; yield the address, without a slash.

    *base_url* is what pages and feeds call themselves, where that is another one; *filled* makes
    the store.
    """
    filled(folder / "store.sqlite")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    origin, log = f"http://127.0.0.1:{port}", folder / "log"
    command = [sys.executable, "-m", "roundtable_ical.cli.main", "serve"]
    words = ["--store", str(folder / "store.sqlite"), "--port", str(port)]
    with log.open("w") as output:
        process = subprocess.Popen(
            [*command, *words],
            cwd=folder,
            stdout=output,
            stderr=output,
            env=_plain(ROUNDTABLE_SECRET_KEY=SECRET, ROUNDTABLE_BASE_URL=base_url),
        )
    try:
        last = time.monotonic() + PATIENCE
        while not _ready(origin):
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < last, log.read_text()
            time.sleep(0.1)
        yield origin
    finally:
        process.terminate()
        process.wait(15)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium on an empty profile."""
    path = shutil.which("chromium")
    assert path, "chromium is missing: scripts/debian chromium:chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS])
        try:
            yield browser
        finally:
            browser.close()


def _plain(**settings: str) -> dict[str, str]:
    """Return the environment with these settings and no other."""
    others = {name: value for name, value in os.environ.items() if "ROUNDTABLE" not in name}
    return others | {name: value for name, value in settings.items() if value}


def _ready(origin: str) -> bool:
    try:
        with urlopen(f"{origin}/readyz", timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, ConnectionError):
        return False
