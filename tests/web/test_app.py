"""The application, the blueprint in somebody else's site, and the command that comes with it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest
from flask import Blueprint, Flask, render_template
from flask.testing import FlaskClient
from werkzeug.test import Client

from roundtable_ical.config import Settings
from roundtable_ical.errors import InvalidSetting, Unavailable
from roundtable_ical.web.app import RoundtableIcal, create_app, create_blueprint, created, served
from roundtable_ical.web.context import EXTENSION
from roundtable_ical.web.published import Published

Written = Callable[..., Path]


@pytest.fixture
def host(tmp_path: Path) -> Flask:
    """Return a site with its own pages, templates, static files and words for what is missing."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "static").mkdir()
    for name in ("index", "base", "event", "segment", "problem"):
        (tmp_path / "templates" / f"{name}.html").write_text(f"{name} of the ministry")
    (tmp_path / "static" / "style.css").write_text("ministry {}")
    app = Flask("ministry", root_path=str(tmp_path))
    app.add_url_rule("/", view_func=lambda: render_template("index.html"), endpoint="index")
    app.register_error_handler(404, lambda _: ("nothing here, says the ministry", 404))
    return app


def test_robots_may_read_every_feed(client: FlaskClient) -> None:
    """H7; Google dropped a feed that robots.txt closed."""
    robots = RobotFileParser()
    robots.parse(client.get("/robots.txt").text.splitlines())

    allowed = [
        robots.can_fetch(agent, f"https://example.org/hld-2013/{path}")
        for agent in ("Googlebot", "Google-Calendar-Importer", "*")
        for path in ("agenda.ics", "themes/development.ics", "mix.ics?theme=development", "")
    ]

    assert set(allowed) == {True}


def test_a_blueprint_serves_pages_and_feeds_under_its_prefix(host: Flask, written: Written) -> None:
    host.register_blueprint(create_blueprint([written()], url_prefix="/calendar"))

    client = host.test_client()

    assert client.get("/calendar/breakfast/agenda.ics").mimetype == "text/calendar"
    assert "Ministerial breakfast" in client.get("/calendar/breakfast/").text
    assert 'href="/calendar/breakfast/segments/panel"' in client.get("/calendar/breakfast/").text
    assert 'href="/calendar/-/static/style.css"' in client.get("/calendar/").text
    assert "The events are:" in client.get("/calendar/nosuch/agenda.ics").text


def test_a_site_keeps_its_own_pages_templates_files_and_404(host: Flask, written: Written) -> None:
    host.register_blueprint(create_blueprint([written()], url_prefix="/calendar"))
    client = host.test_client()

    with client.get("/static/style.css") as static:
        style = static.get_data(as_text=True)

    assert client.get("/").text == "index of the ministry"
    assert style == "ministry {}"
    assert client.get("/nosuch").text == "nothing here, says the ministry"
    assert client.get("/breakfast/agenda.ics").text == "nothing here, says the ministry"
    assert "Content-Security-Policy" not in client.get("/").headers
    assert client.get("/robots.txt").status_code == 404


def test_an_extension_takes_its_events_from_the_site(host: Flask, written: Written) -> None:
    host.config.update(ROUNDTABLE_EVENTS=[written()], ROUNDTABLE_URL_PREFIX="/calendar")

    RoundtableIcal(host)

    assert host.test_client().get("/calendar/breakfast/agenda.ics").status_code == 200


def test_an_extension_may_come_before_its_site(host: Flask, written: Written) -> None:
    extension = RoundtableIcal()
    host.config["ROUNDTABLE_EVENTS"] = str(written())
    host.config["ROUNDTABLE_URL_PREFIX"] = "/calendar"

    extension.init_app(host)

    assert host.test_client().get("/calendar/breakfast/event.ics").status_code == 200


def test_two_applications_share_no_events(written: Written) -> None:
    one = create_app([written("one")]).test_client()
    other = create_app([written("other", id="lunch")]).test_client()

    found = [
        client.get(f"/{event}/agenda.ics").status_code
        for client in (one, other)
        for event in ("breakfast", "lunch")
    ]

    assert found == [200, 404, 404, 200]


def test_an_application_takes_its_events_from_the_environment(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROUNDTABLE_EVENTS", str(written()))

    app = created()

    assert app.test_client().get("/breakfast/agenda.ics").status_code == 200


def test_a_file_that_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as error:
        create_app([tmp_path / "nosuch.yaml"], settings=Settings())

    assert str(error.value) == f"{tmp_path}/nosuch.yaml: there is no such file or folder"


def test_a_site_has_the_command_too(tmp_path: Path) -> None:
    (tmp_path / "site.py").write_text("from flask import Flask\n\napp = Flask(__name__)\n")

    done = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "site.py", "roundtable", "formats"],
        cwd=tmp_path,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "Reads:"
    assert "  yaml       the programme file (event.yaml) (.yaml, .yml)" in lines


def test_a_site_sets_the_public_address_in_its_own_configuration(samples: Path) -> None:
    app = Flask("site")
    app.config["ROUNDTABLE_EVENTS"] = str(samples / "hld-2013")
    app.config["ROUNDTABLE_URL_PREFIX"] = "/calendar"
    app.config["ROUNDTABLE_BASE_URL"] = "https://site.example.org/calendar"
    RoundtableIcal(app)

    feed = app.test_client().get("/calendar/hld-2013/agenda.ics").get_data(as_text=True)

    source = "SOURCE;VALUE=URI:https://site.example.org/calendar/hld-2013/agenda.ics"
    assert source in feed.replace("\r\n ", "")


def test_a_second_mount_on_one_application_is_refused(samples: Path) -> None:
    app = Flask("site")
    app.register_blueprint(create_blueprint(samples / "hld-2013", url_prefix="/a"))
    second = create_blueprint(samples / "week-of-side-events", url_prefix="/b")
    second.name = "other"

    with pytest.raises(InvalidSetting, match="is mounted on this application already"):
        app.register_blueprint(second)


def test_the_blueprint_may_hang_under_any_name(samples: Path) -> None:
    app, outer = Flask("site"), Blueprint("outer", __name__)
    outer.register_blueprint(create_blueprint(samples / "hld-2013"), name="cal", url_prefix="/c")
    app.register_blueprint(outer, url_prefix="/o")
    client = app.test_client()

    found = [
        client.get(f"/o/c{path}").status_code for path in ("/", "/hld-2013/", "/hld-2013/x.ics")
    ]

    assert found == [200, 200, 404]


def test_below_an_event_a_wrong_address_is_answered_with_what_there_is(samples: Path) -> None:
    client = create_app(samples / "hld-2013").test_client()

    response = client.get("/hld-2013/nope.ics")

    lines = response.get_data(as_text=True).splitlines()
    assert (response.status_code, lines[:4]) == (
        404,
        ["There is no feed “nope.ics”", "The feeds are:", "event.ics", "agenda.ics"],
    )


def test_an_address_of_nobodys_is_left_to_the_site(samples: Path) -> None:
    app = Flask("site")
    app.register_blueprint(create_blueprint(samples / "hld-2013"))
    app.register_error_handler(404, lambda _: ("the site's own words", 404))

    response = app.test_client().get("/other/page")

    assert response.get_data(as_text=True) == "the site's own words"


def test_what_a_server_calls_has_the_table_in_front(
    samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROUNDTABLE_EVENTS", str(samples / "hld-2013"))

    application = served()

    assert isinstance(application, Published)
    assert Client(application).get("/hld-2013/agenda.ics").status_code == 200


def test_a_server_has_a_thread_that_looks_and_a_forked_one_looks_by_itself(
    samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thread does not live on in a fork, as servers make that load the application first."""
    monkeypatch.setenv("ROUNDTABLE_EVENTS", str(samples / "hld-2013"))
    context = created().extensions[EXTENSION]
    deadline = time.monotonic() + 5
    while not context.watched and time.monotonic() < deadline:
        time.sleep(0.01)

    child = os.fork()
    if child == 0:
        os._exit(1 if context.watched else 0)

    assert context.watched
    assert os.waitpid(child, 0)[1] == 0
