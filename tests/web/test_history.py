from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask

from roundtable_ical import SideEvent, read
from roundtable_ical.config import Settings
from roundtable_ical.errors import Unavailable
from roundtable_ical.revisions.publication import Revision
from roundtable_ical.services.follow_store import StoreShelf
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.web.app import create_app
from roundtable_ical.web.context import EXTENSION
from roundtable_ical.web.history import moves_of, retold
from roundtable_ical.web.models.moves import Move

NOON = datetime(2026, 10, 6, 12, tzinfo=UTC)


class Moody(MemoryStore):
    """A store that can be out of reach."""

    lost = False

    def history(self, event_id: str, after: int = 0) -> tuple[Revision, ...]:
        if self.lost:
            raise Unavailable("the store is out of reach")
        return super().history(event_id, after)


@pytest.fixture
def store() -> Moody:
    """Return a store in which the opening of the breakfast was moved."""
    store = Moody()
    event = read("samples/hld-2013")
    publish(event, store, moment=NOON, tzdata="2026f")
    values = event.model_dump()
    values["segments"][0].update(start="08:10", end="08:25")
    publish(
        SideEvent.model_validate(values), store, moment=NOON + timedelta(hours=1), tzdata="2026f"
    )
    return store


@pytest.fixture
def app(store: Moody) -> Flask:
    shelf = StoreShelf(store=store, base=lambda _: None, tell=lambda _: None, warn=lambda _: None)
    shelf.refresh()
    return create_app(settings=Settings(watch=60), shelf=shelf)


def test_a_store_remembers_what_moved(app: Flask) -> None:
    edition = app.extensions[EXTENSION].shelf.editions["hld-2013"]

    with app.test_request_context():
        found = moves_of(edition)

    assert found == {"welcome": Move(was="08:15–08:30", now="08:10–08:25")}


def test_a_file_remembers_nothing(written: Callable[..., Path]) -> None:
    app = create_app([written()], settings=Settings())
    edition = app.extensions[EXTENSION].shelf.editions["breakfast"]

    with app.test_request_context():
        assert (retold(edition), moves_of(edition)) == (None, {})


def test_what_moved_is_said_on_the_page_in_words(app: Flask) -> None:
    page = " ".join(app.test_client().get("/hld-2013/").text.split())

    assert "<del>08:15–08:30</del>" in page
    assert "<ins>08:10–08:25</ins>" in page
    assert "<strong>Rev. 2</strong>" in page


def test_while_the_store_is_lost_the_agenda_stays_up_and_is_not_kept_so(
    app: Flask, store: Moody
) -> None:
    client = app.test_client()
    store.lost = True

    without = client.get("/hld-2013/")
    store.lost = False
    whole = client.get("/hld-2013/")

    assert (without.status_code, "<del>" in without.text, "<del>" in whole.text) == (
        200,
        False,
        True,
    )
