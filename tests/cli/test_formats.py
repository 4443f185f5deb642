"""What the program can read and write, and the schema for editors."""

import configparser
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from roundtable_ical.cli.main import roundtable


def schema() -> dict[str, Any]:
    """Return what `roundtable schema` prints."""
    found: dict[str, Any] = json.loads(CliRunner().invoke(roundtable, ["schema"]).stdout)
    return found


def plain(value: Any) -> Any:
    """Return what YAML read as JSON has it: dates and times are the words they were."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def test_the_schema_describes_the_programme_file() -> None:
    described = schema()

    assert described["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert described["required"] == ["id", "title", "timezone", "revised"]
    assert described["additionalProperties"] is False
    assert {"segments", "speakers", "themes", "venues"} < {*described["properties"]}


def test_the_schema_is_one_and_refers_to_what_is_in_it() -> None:
    described = schema()

    text = json.dumps(described)
    references = {part.split('"')[0] for part in text.split('"$ref": "#/$defs/')[1:]}
    assert references <= {*described["$defs"]}
    pytest.importorskip("jsonschema").Draft202012Validator.check_schema(described)


@pytest.mark.parametrize("sample", ["hld-2013", "week-of-side-events"])
def test_an_editor_finds_no_fault_with_a_sample(samples: Path, sample: str) -> None:
    validator = pytest.importorskip("jsonschema").Draft202012Validator(schema())
    values = plain(YAML(typ="safe", pure=True).load(samples / sample / "event.yaml"))

    faults = [f"{list(each.path)}: {each.message}" for each in validator.iter_errors(values)]

    assert faults == []


def named(group: str) -> list[str]:
    """Return the names that come with the house, in alphabetical order."""
    config = configparser.RawConfigParser()
    config.read("setup.cfg", encoding="utf-8")
    points = config["options.entry_points"][f"roundtable_ical.{group}"]
    return sorted(line.partition("=")[0].strip() for line in points.strip().splitlines())


def test_formats_are_listed_for_people() -> None:
    result = CliRunner().invoke(roundtable, ["formats"])

    reads, writes = result.stdout.removeprefix("Reads:\n").split("Writes:\n")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [line.split()[0] for line in reads.splitlines()] == named("importers")
    assert [line.split()[0] for line in writes.splitlines()] == named("exporters")
    assert reads.splitlines()[-1] == ("  yaml       the programme file (event.yaml) (.yaml, .yml)")
    assert writes.splitlines()[-1] == "  yaml       the programme file (event.yaml)"


def test_formats_are_listed_for_programs() -> None:
    result = CliRunner().invoke(roundtable, ["formats", "--json"])

    listed = json.loads(result.stdout)
    assert [each["name"] for each in listed["importers"]] == named("importers")
    assert [each["name"] for each in listed["exporters"]] == named("exporters")
    assert listed["importers"][-1] == {
        "name": "yaml",
        "summary": "the programme file (event.yaml)",
        "suffixes": [".yaml", ".yml"],
    }
    assert listed["exporters"][-1] == {
        "name": "yaml",
        "summary": "the programme file (event.yaml)",
        "suffix": ".yaml",
    }
    assert listed["broken"] == []


def test_a_broken_plug_in_is_reported_and_stops_nothing(tmp_path: Path) -> None:
    """As pip would have installed it, beside the house."""
    info = tmp_path / "acme-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[roundtable_ical.importers]\nacme = no_such_module:Importer\n"
    )

    done = subprocess.run(
        [sys.executable, "-m", "roundtable_ical.cli.main", "formats"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0
    assert "  yaml " in done.stdout
    assert done.stderr == (
        "broken: acme (roundtable_ical.importers): "
        "ModuleNotFoundError: No module named 'no_such_module'\n"
    )
