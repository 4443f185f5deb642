"""The Flask application, and the blueprint that puts it into another one."""

import threading
import time
from pathlib import Path

from flask import Blueprint, Flask, Response
from jinja2 import FileSystemLoader, PrefixLoader

from roundtable_ical import bootstrap
from roundtable_ical.config import Settings
from roundtable_ical.errors import Unavailable
from roundtable_ical.services.follow import Shelf
from roundtable_ical.services.follow_store import StoreShelf
from roundtable_ical.web import changes, feeds, health, pages, problems
from roundtable_ical.web.context import EXTENSION, Context
from roundtable_ical.web.front import Front
from roundtable_ical.web.published import Published

NAME = "roundtable"


def create_blueprint(
    events: bootstrap.Paths = (),
    *,
    settings: Settings | None = None,
    shelf: Shelf | StoreShelf | None = None,
    url_prefix: str | None = None,
) -> Blueprint:
    """Return a blueprint with the pages and feeds of *events*, for any Flask site.

    Args:
        events: programme files or folders, one or several; none where the settings name them.
        settings: of the installation; from the environment where none are given.
        shelf: events that are followed already, in place of *events*.
        url_prefix: where the blueprint hangs, as ``/calendar``.

    Raises:
        Unavailable: there is no such file.
    """
    chosen = settings or bootstrap.settings()
    context = Context(shelf or bootstrap.shelf(events or chosen.events, chosen), chosen)
    blueprint = Blueprint(
        NAME,
        __name__,
        url_prefix=url_prefix,
        static_folder="static",
        static_url_path="/-/static",
    )
    templates = FileSystemLoader(Path(__file__).parent / "templates")
    blueprint.jinja_loader = PrefixLoader({NAME: templates})  # a site has an index.html of its own
    blueprint.record(lambda state: state.app.extensions.update({EXTENSION: context}))
    blueprint.before_request(context.look)
    feeds.register(blueprint)
    changes.register(blueprint)
    pages.register(blueprint)
    health.register(blueprint)
    problems.register(blueprint)
    return blueprint


class RoundtableIcal:
    """The same as a Flask extension: ``RoundtableIcal(app)``.

    Reads ``ROUNDTABLE_EVENTS`` (a path or several) and ``ROUNDTABLE_URL_PREFIX`` of ``app.config``.
    """

    def __init__(self, app: Flask | None = None) -> None:
        if app is not None:
            self.init_app(app)

    def init_app(self, app: Flask) -> None:
        """Register the blueprint on *app*."""
        events = app.config.get("ROUNDTABLE_EVENTS", ())
        prefix = app.config.get("ROUNDTABLE_URL_PREFIX")
        app.register_blueprint(create_blueprint(events, url_prefix=prefix))


def create_app(
    events: bootstrap.Paths = (),
    *,
    settings: Settings | None = None,
    shelf: Shelf | StoreShelf | None = None,
) -> Flask:
    """Return an application that serves *events* at its root (see `create_blueprint`)."""
    app = Flask("roundtable_ical.web", static_folder=None)
    app.register_blueprint(create_blueprint(events, settings=settings, shelf=shelf))
    app.register_error_handler(404, problems.not_found)
    app.add_url_rule("/robots.txt", view_func=_robots)
    front = Front(app.extensions[EXTENSION])
    app.wsgi_app = Published(app.wsgi_app, front.table)  # type: ignore[method-assign]  # Flask's way
    return app


def created() -> Flask:
    """Return the application that the environment describes; what server processes call.

    A thread looks at the files, so that a refusal is in the log before anybody asks.
    """
    bootstrap.log_to_stderr()
    chosen = bootstrap.settings()
    shelf = (
        bootstrap.store_shelf(chosen) if chosen.store else bootstrap.shelf(chosen.events, chosen)
    )
    threading.Thread(target=_watch, args=(shelf, chosen.watch), daemon=True).start()
    return create_app(settings=chosen, shelf=shelf)


def _watch(shelf: Shelf | StoreShelf, seconds: float) -> None:
    while True:
        try:
            shelf.wait(seconds)
        except Unavailable:  # the look that follows says so, once
            time.sleep(seconds)
        shelf.refresh()


def _robots() -> Response:
    """Allow everything: a calendar service that may not fetch a feed drops it."""
    return Response("User-agent: *\nAllow: /\n", mimetype="text/plain")
