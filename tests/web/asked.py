"""A site where a speaker was asked for a slot, and the links that they were given."""

from datetime import datetime, timedelta
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from roundtable_ical.config import Settings
from roundtable_ical.itip.ledger import Invitation
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.services.follow_store import StoreShelf
from roundtable_ical.services.invite import Mailing, invite
from roundtable_ical.services.links import Personal
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.letters import MOMENT, PANEL, leave
from roundtable_ical.web.app import create_app
from roundtable_ical.web.context import EXTENSION

SECRET = "a secret of some length"
BASE = "https://events.example.org"


class Site:
    """An application that serves a store, and the link of the speaker of its panel."""

    def __init__(self, programme: SideEvent) -> None:
        self.store = MemoryStore()
        self.shelf = StoreShelf(
            store=self.store, base=lambda _: f"{BASE}/breakfast/", tell=print, warn=print
        )
        self.publish(programme)
        self.personal = Personal(SECRET, "breakfast")
        mailing = Mailing(
            event=programme,
            moment=MOMENT,
            links=lambda one: self.personal.of_letter(one, f"{BASE}/breakfast/", MOMENT),
        )
        invite(mailing, self.store)
        leave(self.store)
        settings = Settings.model_validate({"secret_key": SECRET, "base_url": BASE})
        self.app = create_app(settings=settings, shelf=self.shelf)
        self.app.extensions[EXTENSION].clock = lambda: self.moment
        self.client: FlaskClient = self.app.test_client()
        self.moment: datetime = MOMENT + timedelta(hours=1)
        self.page = f"/breakfast/answer/{self.personal.answer(PANEL, MOMENT)[0]}"
        self.feed = f"/breakfast/my/{self.personal.feed('guy', MOMENT)[0]}.ics"

    def publish(self, programme: SideEvent) -> None:
        publish(programme, self.store, moment=MOMENT, tzdata="2026a")
        self.shelf.refresh()

    @property
    def invitation(self) -> Invitation:
        return self.store.book("breakfast").invitations[PANEL]

    def post(self, answer: str, start: str = "08:30", **fields: Any) -> TestResponse:
        shown = f"2026-09-24T{int(start[:2]) + 4:02}{start[2:]}:00+00:00"
        return self.client.post(self.page, data={"answer": answer, "shown": shown, **fields})
