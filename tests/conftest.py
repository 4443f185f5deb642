"""What several folders of tests need: the samples, and a small programme file to bend."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from roundtable_ical.testing.postgres import PostgresServer, running
from roundtable_ical.testing.programmes import values

hypothesis.settings.register_profile("settled", derandomize=True, deadline=None)
hypothesis.settings.register_profile("explore", max_examples=1000, deadline=None)
hypothesis.settings.load_profile("settled")


class Compiled(BytecodeCache):
    """Templates that were compiled once: most tests of pages make an application of their own."""

    def __init__(self) -> None:
        self.known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.known:
            bucket.bytecode_from_string(self.known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.known[bucket.key] = bucket.bytecode_to_string()


Flask.jinja_options = {"bytecode_cache": Compiled()}

BREAKFAST: dict[str, Any] = values(
    title="Ministerial breakfast",
    speakers=[{"id": "guy", "name": "Guy Ryder", "email": "guy@example.org"}],
)


@pytest.fixture(scope="session")
def samples() -> Path:
    """Return the folder of the samples."""
    return Path(__file__).parent.parent / "samples"


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a breakfast in New York as a programme file.

    Its arguments replace fields, None takes one out; *folder* is the file's folder.
    """

    def write(folder: str = "breakfast", **changes: Any) -> Path:
        values = {key: value for key, value in (BREAKFAST | changes).items() if value is not None}
        file = tmp_path / folder / "event.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(values, indent=1, ensure_ascii=False), encoding="utf-8")
        return file

    return write


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """Return a real PostgreSQL server, stopped when the session ends."""
    with running() as server:
        yield server
