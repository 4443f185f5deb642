"""Applications that serve the samples, and one small event that changes."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from roundtable_ical.config import Settings
from roundtable_ical.web.app import create_app


@pytest.fixture(scope="session")
def client(samples: Path) -> FlaskClient:
    """Return a client of an application with both samples."""
    return create_app([samples], settings=Settings()).test_client()


@pytest.fixture
def breakfast(written: Callable[..., Path]) -> FlaskClient:
    """Return a client of an application that follows the file that `written` writes."""
    return create_app([written()], settings=Settings(watch=0.05)).test_client()


@pytest.fixture
def look() -> Callable[[], None]:
    """Return a function that waits until the next request looks at the files."""
    return lambda: time.sleep(0.06)


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    """Return a function that gives the lines logged since it was asked last."""
    caplog.set_level("INFO", logger="roundtable_ical")

    def lines() -> list[str]:
        found = [f"{record.levelname} {record.getMessage()}" for record in caplog.records]
        caplog.clear()
        return found

    return lines
