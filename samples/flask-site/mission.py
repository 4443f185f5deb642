"""A small Flask site, of a permanent mission say, that has its side events under /calendar.

    flask --app samples/flask-site/mission.py run

What makes it one site: ``templates/roundtable/base.html``, the layout that our pages are put into.
"""

from pathlib import Path

from flask import Flask, Response, render_template

from roundtable_ical.config import Settings
from roundtable_ical.web.app import create_blueprint

HERE = Path(__file__).parent
EVENTS = HERE.parent / "hld-2013", HERE.parent / "week-of-side-events"


def create_site(settings: Settings | None = None) -> Flask:
    """Return the site; *settings* are those of roundtable-ical, else from the environment."""
    site = Flask(__name__, root_path=str(HERE))
    calendar = create_blueprint(
        tuple(map(str, EVENTS)), settings=settings, url_prefix="/calendar", counted=True
    )
    site.register_blueprint(calendar)
    site.add_url_rule("/", "home", lambda: render_template("home.html"))
    site.add_url_rule("/robots.txt", "robots", robots)
    return site


def robots() -> Response:
    """Allow everything: a calendar service that may not fetch a feed drops it."""
    return Response("User-agent: *\nAllow: /\n", mimetype="text/plain")


app = create_site()
