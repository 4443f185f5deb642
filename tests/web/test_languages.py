"""Words in six languages, in our own application and beside a site's own."""

from pathlib import Path

import flask_babel  # type: ignore[import-untyped]  # it has no types
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from flask import Flask, g, render_template_string

from roundtable_ical.web.app import create_blueprint
from roundtable_ical.web.languages import LANGUAGES, catalogue, gettext, ngettext, speaking


@pytest.fixture
def host(tmp_path: Path, samples: Path) -> Flask:
    """Return a site in Swedish with translations of its own, and ours below /calendar."""
    catalogue = Catalog(locale="fr")
    catalogue.add("Ministry", "Ministère")
    catalogue.add("Subscribe", "Recevoir la lettre")
    folder = tmp_path / "translations" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "messages.mo").open("wb") as file:
        write_mo(file, catalogue)
    layout = tmp_path / "templates" / "roundtable"
    layout.mkdir(parents=True)
    (layout / "base.html").write_text(
        "<!doctype html><title>{% block title %}{% endblock %}</title>"
        '{% include "roundtable/_head.html" %}{% block head %}{% endblock %}'
        "<header>{{ _('Ministry') }}</header>"
        '<main class="rt" id="main">{% block main %}{% endblock %}</main>'
        '<footer class="rt">{% block footer %}{% endblock %}</footer>'
    )
    app = Flask("ministry", root_path=str(tmp_path))
    app.config["BABEL_DEFAULT_LOCALE"] = "sv"
    flask_babel.Babel(app)
    app.add_url_rule(
        "/", view_func=lambda: render_template_string("{{ _('Ministry') }} {{ _('Subscribe') }}")
    )
    app.register_blueprint(create_blueprint(samples / "hld-2013", url_prefix="/calendar"))
    return app


def test_a_number_has_the_form_that_goes_with_it(samples: Path) -> None:
    app = Flask("bare")

    with app.test_request_context():
        found = {}
        for language in ("ru", "ar"):
            with speaking(language):
                found[language] = [
                    str(ngettext("%(num)s session", "%(num)s sessions", n)) for n in (1, 2, 5, 11)
                ]

    assert found == {
        "ru": ["1 заседание", "2 заседания", "5 заседаний", "11 заседаний"],
        "ar": ["جلسة واحدة", "جلستان", "5 جلسات", "11 جلسة"],
    }


def test_what_is_put_into_a_message_is_escaped() -> None:
    with Flask("bare").test_request_context(), speaking("fr"):
        found = gettext("Times in %(city)s", city="<b>")

    assert found == "Heure locale (&lt;b&gt;)"


def test_a_language_is_spoken_only_while_a_page_is_made() -> None:
    with Flask("bare").test_request_context():
        with speaking("fr"):
            inside = str(gettext("Agenda and more"))
        left = g._flask_babel.babel_locale

    assert (inside, left) == ("Agenda and more", None)


def test_every_language_has_a_catalogue() -> None:
    found = {language: catalogue(language).gettext("Subscribe") for language in LANGUAGES}

    assert found == {
        "ar": "اشترك",
        "zh": "订阅",
        "en": "Subscribe",
        "fr": "S’abonner",
        "ru": "Подписаться",
        "es": "Suscribirse",
    }


def test_a_site_keeps_its_own_language_and_words(host: Flask) -> None:
    client = host.test_client()
    before = dict(host.config)

    page = client.get("/calendar/hld-2013/?lang=fr").text
    own = client.get("/").text

    assert own == "Ministry Subscribe"  # Swedish has no catalogue there
    assert "S’abonner" in page
    assert "Recevoir la lettre" not in page
    assert dict(host.config) == before


def test_a_sites_own_layout_is_around_our_pages_and_in_its_own_words(host: Flask) -> None:
    page = host.test_client().get("/calendar/hld-2013/?lang=fr").text

    assert "<header>Ministère</header>" in page
    assert '<link rel="stylesheet" href="/calendar/-/static/style.css">' in page
    assert "Innovations in Labour Migration" in page
    assert '<nav class="languages"' not in page
