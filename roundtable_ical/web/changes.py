"""What changed, over HTTP, as feed readers fetch it."""

from dataclasses import dataclass, field

from flask import Blueprint, Response

from roundtable_ical.errors import Unavailable
from roundtable_ical.ical.addresses import feed_path
from roundtable_ical.programme.selection import Selection
from roundtable_ical.services.atom import MEDIA_TYPE, Journal, atom, file_journal, retold_journal
from roundtable_ical.services.editions import Edition
from roundtable_ical.services.follow_store import StoreShelf
from roundtable_ical.services.retell import Retelling
from roundtable_ical.web.context import context
from roundtable_ical.web.pages import event_address
from roundtable_ical.web.responses import fresh


def register(blueprint: Blueprint) -> None:
    """Add the addresses of what changed."""
    views = _Views()
    for rule, view in (
        ("changes.atom", views.event_changes),
        ("themes/<id_>.atom", views.theme_changes),
        ("speakers/<id_>.atom", views.speaker_changes),
    ):
        blueprint.add_url_rule(f"/<event_id>/{rule}", view_func=view)


@dataclass(slots=True)
class _Views:
    """The views of one application, and what it remembers of the past for them."""

    retelling: Retelling = field(default_factory=Retelling)

    def event_changes(self, event_id: str) -> Response:
        """Serve what changed of the whole event."""
        return self._sent(context().edition(event_id), Selection())

    def theme_changes(self, event_id: str, id_: str) -> Response:
        """Serve what changed of one theme."""
        edition = context().edition(event_id)
        return self._sent(edition, Selection.of(edition.event, themes=(id_,)))

    def speaker_changes(self, event_id: str, id_: str) -> Response:
        """Serve what changed of the segments of one speaker."""
        edition = context().edition(event_id)
        return self._sent(edition, Selection.of(edition.event, speakers=(id_,)))

    def _sent(self, edition: Edition, selection: Selection) -> Response:
        try:
            journal = self._journal(edition, selection)
        except Unavailable:
            words = "What changed cannot be told at the moment; the calendars stay up.\n"
            headers = {"Retry-After": "60", "Cache-Control": "no-store"}
            return Response(words, 503, headers, mimetype="text/plain")
        response = Response(atom(journal), mimetype=MEDIA_TYPE)
        return fresh(response, edition.last_modified)

    def _journal(self, edition: Edition, selection: Selection) -> Journal:
        page, shelf = event_address(edition.event), context().shelf
        if edition.snapshot is None or not isinstance(shelf, StoreShelf):
            return file_journal(edition.event, page=page, selection=selection)
        return retold_journal(
            edition.event,
            self.retelling.of(edition.snapshot, shelf.store),
            page=page,
            updated=edition.modified(feed_path(selection)) or edition.snapshot.revision.moment,
            selection=selection,
        )
