"""What is wrong with a catalogue is found, and said."""

import pytest
from babel.messages.catalog import Catalog

from roundtable_ical.web.catalogues import compiled, faults, po_path, template


def catalogue(language: str = "fr", **messages: str) -> Catalog:
    found = Catalog(locale=language)
    for id_, string in messages.items():
        found.add(id_.replace("_", " "), string)
    return found


def test_messages_are_taken_from_templates_and_sources() -> None:
    ids = {message.id for message in template()}

    assert {"Also show times in", "Geneva", ("%(num)s session", "%(num)s sessions")} <= ids


@pytest.mark.parametrize(
    ("id_", "string", "fault"),
    [
        ("Show", "", "'Show' is not translated"),
        ("in %(city)s", "à %(ville)s", "'in %(city)s' has other placeholders: 'à %(ville)s'"),
        ("in %(city)s", "ici", "'in %(city)s' has other placeholders: 'ici'"),
        ("<b>Go</b>", "Allez", "'<b>Go</b>' has other markup: 'Allez'"),
        (
            "Show",
            'dites "oui"',
            "'Show' has a straight quotation mark, which would end an attribute",
        ),
    ],
)
def test_what_is_wrong_with_a_translation_is_said(id_: str, string: str, fault: str) -> None:
    wanted, found = Catalog(), Catalog(locale="fr")
    wanted.add(id_)
    found.add(id_, string)

    assert list(faults(found, wanted)) == [fault]


def test_what_is_missing_and_what_is_too_much_is_said() -> None:
    wanted = Catalog()
    wanted.add("Show")

    assert list(faults(catalogue(Hide="Cacher"), wanted)) == [
        "'Show' is not there",
        "'Hide' is in no source any more",
    ]


def test_a_fuzzy_translation_is_none() -> None:
    wanted, found = Catalog(), Catalog(locale="fr")
    wanted.add("Show")
    found.add("Show", "Montrer", flags=["fuzzy"])

    assert list(faults(found, wanted)) == ["'Show' is fuzzy"]


def test_every_form_of_a_plural_is_wanted() -> None:
    wanted, found = Catalog(), Catalog(locale="ru")
    wanted.add(("%(num)s day", "%(num)s days"))
    found.add(("%(num)s day", "%(num)s days"), ("%(num)s день", "%(num)s дня"))

    assert list(faults(found, wanted)) == ["'%(num)s day' has 2 forms in place of 3"]


def test_the_same_catalogue_gives_the_same_bytes() -> None:
    assert compiled(catalogue(Show="Montrer")) == compiled(catalogue(Show="Montrer"))


def test_catalogues_lie_in_the_package() -> None:
    assert po_path("fr").parts[-5:] == (
        "web",
        "translations",
        "fr",
        "LC_MESSAGES",
        "roundtable.po",
    )
