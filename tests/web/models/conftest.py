"""Events as pages show them: small ones, made of a few values."""

from collections.abc import Callable
from typing import Any

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.web.models.said import Voice
from roundtable_ical.web.reader import Reader

Planned = Callable[..., SideEvent]


@pytest.fixture
def planned() -> Planned:
    """Return a function that makes an event in New York on 24 September 2026; fields replace."""

    def make(*segments: dict[str, Any], **fields: Any) -> SideEvent:
        values: dict[str, Any] = {
            "id": "breakfast",
            "title": "Ministerial breakfast",
            "timezone": "America/New_York",
            "date": "2026-09-24",
            "revised": "2026-09-01T12:00:00Z",
            "segments": [{"title": str(each.get("id", "")).title(), **each} for each in segments],
        }
        return SideEvent.model_validate(values | fields)

    return make


@pytest.fixture
def voice() -> Callable[..., Voice]:
    """Return a function that makes a voice for a reader: language, and what ``?tz=`` says."""

    def make(language: str = "en", tz: str = "", programme: str = "en") -> Voice:
        return Voice(Reader.from_query({"lang": language, "tz": tz}, programme), programme)

    return make
