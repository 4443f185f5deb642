"""What a plug-in must be."""

from roundtable_ical.exporters.ics import IcsExporter
from roundtable_ical.exporters.json import JsonExporter
from roundtable_ical.importers.yaml import YamlImporter
from roundtable_ical.ports import Exporter, Importer, Source


def test_what_comes_with_the_house_keeps_to_the_ports() -> None:
    importer: object = YamlImporter()
    exporters: tuple[object, ...] = (IcsExporter(), JsonExporter())

    assert isinstance(importer, Importer)
    assert all(isinstance(exporter, Exporter) for exporter in exporters)
    assert not isinstance(importer, Exporter)


def test_a_source_is_its_name_and_its_bytes() -> None:
    assert Source("event.yaml", b"id: x") == Source("event.yaml", b"id: x")
