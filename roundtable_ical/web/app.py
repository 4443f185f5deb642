"""The Flask application, and the blueprint that puts it into another one."""

import gc
import os
import threading
import time
from functools import partial
from pathlib import Path
from wsgiref.types import WSGIApplication

from flask import Blueprint, Flask, Response
from flask.sansio.app import App
from jinja2 import FileSystemLoader, PrefixLoader

from roundtable_ical import bootstrap
from roundtable_ical.config import PREFIX, Settings
from roundtable_ical.errors import InvalidSetting, Unavailable
from roundtable_ical.services.follow import Shelf
from roundtable_ical.services.follow_store import StoreShelf
from roundtable_ical.services.pool import FOLDER, Pool
from roundtable_ical.web import (
    answers,
    changes,
    counting,
    embed,
    feeds,
    health,
    index,
    my_feed,
    pages,
    parts,
    problems,
    what_changed,
)
from roundtable_ical.web.context import EXTENSION, Context
from roundtable_ical.web.counting import Counting
from roundtable_ical.web.front import Front
from roundtable_ical.web.kept import Asked
from roundtable_ical.web.published import Published

NAME = "roundtable"


def create_blueprint(
    events: bootstrap.Paths = (),
    *,
    settings: Settings | None = None,
    shelf: Shelf | StoreShelf | None = None,
    url_prefix: str | None = None,
    watched: bool = False,
    counted: bool = False,
) -> Blueprint:
    """Return a blueprint with the pages and feeds of *events*, for any Flask site.

    Args:
        events: programme files or folders, one or several; none where the settings name them.
        settings: of the installation; from the environment where none are given.
        shelf: events that are followed already, in place of *events*.
        url_prefix: where the blueprint hangs, as ``/calendar``.
        watched: whether something keeps *shelf* up to date, so that no request has to look.
        counted: whether a thread counts which families of calendar programs come, and when.

    Raises:
        Unavailable: there is no such file.
    """
    chosen = settings or bootstrap.settings()
    chosen_shelf = shelf or bootstrap.shelf(events or chosen.events, chosen)
    counter = Counting(
        chosen_shelf,
        bootstrap.visit_store(chosen_shelf),
        clock=bootstrap.now,
        warn=bootstrap.log.warning,
        proxy=chosen.trusted_proxy,
        on=counted,
    )
    context = Context(chosen_shelf, chosen, counter, watched=watched)
    blueprint = Blueprint(
        NAME,
        __name__,
        url_prefix=url_prefix,
        static_folder="static",
        static_url_path="/-/static",
    )
    templates = FileSystemLoader(Path(__file__).parent / "templates")
    blueprint.jinja_loader = PrefixLoader({NAME: templates})  # a site has an index.html of its own
    blueprint.record(lambda state: _remember(state.app, context))
    blueprint.before_request(context.look)
    feeds.register(blueprint)
    counting.register(blueprint, counter)
    changes.register(blueprint)
    pages.register(blueprint)
    parts.register(blueprint)
    what_changed.register(blueprint)
    index.register(blueprint)
    embed.register(blueprint)
    answers.register(blueprint)
    my_feed.register(blueprint)
    health.register(blueprint)
    problems.register(blueprint)
    return blueprint


def _remember(app: App, context: Context) -> None:
    """Give *app* its events.

    Raises:
        InvalidSetting: it has some already; views would not know whose are asked for.
    """
    if app.extensions.setdefault(EXTENSION, context) is not context:
        hint = "name all events in one create_blueprint"
        raise InvalidSetting(f"roundtable-ical is mounted on this application already; {hint}")


class RoundtableIcal:
    """The same as a Flask extension: ``RoundtableIcal(app)``.

    Reads ``ROUNDTABLE_EVENTS`` (a path or several), ``ROUNDTABLE_URL_PREFIX`` and the settings
    (``ROUNDTABLE_BASE_URL``, ...) of ``app.config``; a setting that is not there comes from the
    environment.
    """

    def __init__(self, app: Flask | None = None) -> None:
        if app is not None:
            self.init_app(app)

    def init_app(self, app: Flask) -> None:
        """Register the blueprint on *app*."""
        events = app.config.get("ROUNDTABLE_EVENTS", ())
        prefix = app.config.get("ROUNDTABLE_URL_PREFIX")
        chosen = bootstrap.settings(dict(os.environ) | _configured(app))
        blueprint = create_blueprint(events, settings=chosen, url_prefix=prefix, counted=True)
        app.register_blueprint(blueprint)


def _configured(app: Flask) -> dict[str, str]:
    """Return the settings in ``app.config`` as the environment would have them."""
    names = (f"{PREFIX}{name.upper()}" for name in Settings.model_fields if name != "events")
    return {name: str(app.config[name]) for name in names if app.config.get(name) is not None}


def create_app(
    events: bootstrap.Paths = (),
    *,
    settings: Settings | None = None,
    shelf: Shelf | StoreShelf | None = None,
    watched: bool = False,
    counted: bool = False,
) -> Flask:
    """Return an application that serves *events* at its root (see `create_blueprint`)."""
    blueprint = create_blueprint(
        events, settings=settings, shelf=shelf, watched=watched, counted=counted
    )
    app, _ = _fronted(blueprint)
    return app


def _fronted(blueprint: Blueprint) -> tuple[Flask, Front]:
    """Return an application of *blueprint* alone, and the table in front of it."""
    app = Flask("roundtable_ical.web", static_folder=None)
    app.register_blueprint(blueprint)
    app.register_error_handler(404, problems.not_found)
    app.add_url_rule("/robots.txt", view_func=_robots)
    context: Context = app.extensions[EXTENSION]
    front = Front(context)
    app.wsgi_app = Published(app.wsgi_app, front.table, front.page, context.counting)  # type: ignore[method-assign]  # Flask's way
    return app, front


def created() -> Flask:
    """Return the application that the environment describes; what server processes call.

    A thread takes what is new, so that no request waits for it, and a refusal is in the log
    before anybody asks.
    """
    bootstrap.log_to_stderr()
    chosen = bootstrap.settings()
    shelf = (
        bootstrap.store_shelf(chosen) if chosen.store else bootstrap.shelf(chosen.events, chosen)
    )
    app, front = _fronted(create_blueprint(settings=chosen, shelf=shelf, counted=True))
    front.renew()
    _spared_by_the_collector()
    context = app.extensions[EXTENSION]
    if folder := os.environ.get(FOLDER):
        context.counting.join(Pool(Path(folder)))
    context.counting.start()
    os.register_at_fork(after_in_child=partial(_unwatched, context))
    threading.Thread(target=_watch, args=(app, context, front), daemon=True).start()
    return app


def _spared_by_the_collector() -> None:
    """Have the garbage collector never look at what was loaded, for that stays.

    One look at all of it holds up every request, 80 ms where an event has 1,100 segments.
    """
    gc.collect()
    gc.freeze()


def served() -> WSGIApplication:
    """Return the same without Flask's outermost call, for a server that counts microseconds."""
    return created().wsgi_app


def _watch(app: Flask, context: Context, front: Front) -> None:
    """Take what is new as soon as it is there, for ever; requests look if this ends."""
    shelf, seconds = context.shelf, context.settings.watch
    context.watched = True
    try:
        while True:
            try:
                shelf.wait(seconds)
            except Unavailable:  # the shelf has told
                time.sleep(seconds)
            shelf.refresh()
            front.renew()
            front.warm(partial(_asked_again, app))
    finally:
        context.watched = False


def _asked_again(app: Flask, wanted: Asked) -> None:
    """Ask for a page as a reader did, so that the next one finds it made."""
    local = wanted.root if "://" in wanted.root else f"http://localhost{wanted.root}"
    app.test_client().get(wanted.path, base_url=local)


def _unwatched(context: Context) -> None:
    """Let requests look: no thread lives on in a forked process."""
    context.watched = False


def _robots() -> Response:
    """Allow everything: a calendar service that may not fetch a feed drops it."""
    return Response("User-agent: *\nAllow: /\n", mimetype="text/plain")
