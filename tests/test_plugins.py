"""Plug-ins: found by entry point, chosen by name or content; a broken one stops nothing."""

import logging
import sys
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from roundtable_ical import read
from roundtable_ical.errors import InvalidSetting, UnknownFormat
from roundtable_ical.plugins import (
    EXPORTERS,
    IMPORTERS,
    Broken,
    Plugins,
    installed,
    store_at,
    transport_at,
)
from roundtable_ical.ports import Source

YAML = EntryPoint("yaml", "roundtable_ical.importers.yaml:YamlImporter", IMPORTERS)
JSON = EntryPoint("json", "roundtable_ical.exporters.json:JsonExporter", EXPORTERS)

ACME = """
from roundtable_ical.bootstrap import reading

class AcmeImporter:
    name = "acme-agenda"
    summary = "Acme agendas"
    suffixes = (".acme",)

    def recognises(self, source):
        return 1.0 if source.content.startswith(b"ACME ") else 0.0

    def read(self, source):
        return reading(source.content.removeprefix(b"ACME ").decode())

class AcmeExporter:
    name = "titles"
    summary = "the titles"
    suffix = ".txt"
    media_type = "text/plain"

    def write(self, event):
        return "".join(f"{item.segment.title}\\n" for item in event.occurrences).encode()

class Rude(AcmeImporter):
    def recognises(self, source):
        raise RuntimeError("no disk\\nno service")

class Half:
    name = "half"

def refuse():
    raise RuntimeError("no licence")
"""


@pytest.fixture
def acme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, str], EntryPoint]:
    """Return a function that makes an entry point into a third party's module."""
    (tmp_path / "acme_plugin.py").write_text(ACME)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "acme_plugin", raising=False)
    return lambda name, attribute, group: EntryPoint(name, f"acme_plugin:{attribute}", group)


def test_what_comes_with_the_house_is_found_like_everything_else() -> None:
    found = installed()

    assert {"yaml"} <= {*found.importers}
    assert {"ics", "json"} <= {*found.exporters}
    assert found.broken == ()


def test_a_third_party_is_found_by_its_entry_point(
    tmp_path: Path, acme: Callable[[str, str, str], EntryPoint]
) -> None:
    """A distribution on sys.path, as pip would install it."""
    info = tmp_path / "acme_plugin-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-plugin\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        f"[{IMPORTERS}]\nacme = acme_plugin:AcmeImporter\n"
        f"[{EXPORTERS}]\nacme = acme_plugin:AcmeExporter\n"
    )

    found = installed()

    assert (found.importers["acme"].summary, found.exporters["acme"].summary) == (
        "Acme agendas",
        "the titles",
    )


def test_an_importer_is_chosen_by_content_and_by_name(
    acme: Callable[[str, str, str], EntryPoint], written: Callable[..., Path]
) -> None:
    """The entry point's name counts, whatever the class calls itself."""
    found = installed([YAML, acme("acme", "AcmeImporter", IMPORTERS)])
    file = written()
    source = Source("agenda.yaml", f"ACME {file}".encode())

    chosen = found.importer_for(source)

    assert chosen is found.importers["acme"] is found.importer_for(source, "acme")
    assert found.importer_for(source, "yaml") is found.importers["yaml"]
    assert chosen.read(source).event == read(file)


def test_an_exporter_is_found_by_its_name(
    acme: Callable[[str, str, str], EntryPoint], written: Callable[..., Path]
) -> None:
    found = installed([JSON, acme("acme", "AcmeExporter", EXPORTERS)])

    assert found.exporter("acme").write(read(written())) == b"Welcome\nPanel\n"


def test_a_broken_plug_in_is_reported_by_name_and_stops_nothing(
    acme: Callable[[str, str, str], EntryPoint],
) -> None:
    points = [
        YAML,
        acme("refuses", "refuse", IMPORTERS),
        acme("half", "Half", EXPORTERS),
        acme("nobody", "Nobody", IMPORTERS),
        EntryPoint("gone", "no_such_module:X", EXPORTERS),
    ]

    found = installed(points)

    assert list(found.importers) == ["yaml"]
    assert found.broken == (
        Broken(EXPORTERS, "gone", "ModuleNotFoundError: No module named 'no_such_module'"),
        Broken(EXPORTERS, "half", "acme_plugin:Half makes no exporter"),
        Broken(
            IMPORTERS,
            "nobody",
            "AttributeError: module 'acme_plugin' has no attribute 'Nobody'",
        ),
        Broken(IMPORTERS, "refuses", "RuntimeError: no licence"),
    )


def test_an_importer_that_fails_to_look_leaves_the_others_to_it(
    acme: Callable[[str, str, str], EntryPoint], caplog: pytest.LogCaptureFixture
) -> None:
    found = installed([YAML, acme("rude", "Rude", IMPORTERS)])

    with caplog.at_level(logging.WARNING, logger="roundtable_ical"):
        chosen = found.importer_for(Source("event.yaml", b""))

    assert chosen is found.importers["yaml"]
    assert caplog.messages == ["importer rude failed to look at event.yaml"]


def test_nobody_takes_the_name_of_a_part_of_the_house(
    acme: Callable[[str, str, str], EntryPoint],
) -> None:
    found = installed([acme("yaml", "AcmeImporter", IMPORTERS), YAML, YAML])

    reason = "acme_plugin:AcmeImporter: the name is taken by " + YAML.value
    assert type(found.importers["yaml"]).__name__ == "YamlImporter"
    assert found.broken == (Broken(IMPORTERS, "yaml", reason),)


@pytest.mark.parametrize(
    ("plugins", "said"),
    [
        (installed([YAML]), "notes.txt: no importer knows this format; there is: yaml"),
        (
            Plugins(importers={}, exporters={}),
            "notes.txt: no importer knows this format; there is: none",
        ),
    ],
)
def test_a_format_that_nobody_knows_is_refused_with_those_there_are(
    plugins: Plugins, said: str
) -> None:
    with pytest.raises(UnknownFormat) as error:
        plugins.importer_for(Source("notes.txt", b"We meet at nine."))

    assert str(error.value) == said


@pytest.mark.parametrize("kind", ["importer", "exporter"])
def test_a_name_that_nobody_has_is_refused_with_those_there_are(kind: str) -> None:
    found = installed([YAML, JSON])
    source = Source("event.yaml", b"")

    with pytest.raises(UnknownFormat) as error:
        found.importer_for(source, "nosuch") if kind == "importer" else found.exporter("nosuch")

    there_is = {"importer": "yaml", "exporter": "json"}[kind]
    assert str(error.value) == f"there is no {kind} 'nosuch'; there is: {there_is}"


def test_a_store_is_named_like_the_scheme_of_its_address(tmp_path: Path) -> None:
    stores = [store_at("memory:"), store_at(str(tmp_path / "a.sqlite"))]

    assert [type(store).__name__ for store in stores] == ["MemoryStore", "SqlStore"]


def test_a_store_that_there_is_none_of_is_named_beside_those_there_are() -> None:
    with pytest.raises(InvalidSetting) as caught:
        store_at("mongodb://db/events")

    assert str(caught.value) == (
        "there is no store 'mongodb'; write a path, or one of: memory, postgresql, sqlite"
    )


TRANSPORTS = [
    EntryPoint(name, f"roundtable_ical.transports.{name}:{value}", "roundtable_ical.transports")
    for name, value in (
        ("smtp", "SmtpTransport"),
        ("maildir", "MaildirTransport"),
        ("eml", "EmlTransport"),
    )
]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("smtp://mx", "smtp"),
        ("SMTPS://mx", "smtp"),
        ("maildir:in", "maildir"),
        ("eml:out", "eml"),
        ("out", "eml"),
    ],
)
def test_a_way_to_deliver_is_named_like_the_scheme_of_its_address(address: str, name: str) -> None:
    assert transport_at(address, TRANSPORTS).name == name


def test_a_way_that_there_is_none_of_is_named_beside_those_there_are() -> None:
    with pytest.raises(InvalidSetting) as caught:
        transport_at("pigeon:coo", TRANSPORTS)

    assert str(caught.value) == (
        "mail: there is no way 'pigeon'; write a folder, or one of: eml, maildir, smtp"
    )
