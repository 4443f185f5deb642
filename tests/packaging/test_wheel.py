"""What is built from the tree works elsewhere: installed in an empty environment, without the tree.

The libraries it needs are lent by the running environment; the wheel itself is installed for real.
"""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import tarfile
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

import roundtable_ical

ROOT = Path(__file__).parent.parent.parent
NOT_SOURCE = shutil.ignore_patterns(
    ".*", "node_modules", "__pycache__", "*.egg-info", "build", "dist"
)
DATA = re.compile(r"roundtable_ical/(?:py\.typed|web/(?:templates|static)/.+)")


@dataclass(frozen=True)
class Built:
    """The wheel and the source archive."""

    wheel: Path
    source: Path

    @property
    def packed(self) -> set[str]:
        """Names in the wheel."""
        with zipfile.ZipFile(self.wheel) as archive:
            return set(archive.namelist())

    @property
    def archived(self) -> set[str]:
        """Names in the source archive, without its folder."""
        with tarfile.open(self.source) as archive:
            return {name.partition("/")[2] for name in archive.getnames()}


@dataclass(frozen=True)
class Installed:
    """An environment in which the wheel is the only thing installed, and a folder to work in."""

    programs: Path
    folder: Path

    def run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Run one of its programs, far from the tree."""
        command = [str(self.programs / words[0]), *words[1:]]
        return subprocess.run(
            command, cwd=self.folder, env=_clean(), capture_output=True, text=True, timeout=60
        )


def _clean() -> dict[str, str]:
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "ROUNDTABLE_", "PIP_", "VIRTUAL_ENV"))
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("built")
    tree = folder / "tree"
    shutil.copytree(ROOT, tree, ignore=NOT_SOURCE)
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(tree)]
    done = subprocess.run(command, cwd=folder, env=_clean(), capture_output=True, text=True)
    assert done.returncode == 0, f"{done.stdout[-3000:]}{done.stderr[-3000:]}"
    [wheel], [source] = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return Built(wheel, source)


@pytest.fixture(scope="module")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("installed")
    home = folder / "empty"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    python = home / "bin" / "python"
    install = ["install", "--quiet", "--no-deps", "--no-index", str(built.wheel)]
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), *install],
        env=_clean(),
        cwd=folder,
        check=True,
    )
    [packages] = home.glob("lib/python*/site-packages")
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    shutil.copytree(ROOT / "samples" / "hld-2013", folder / "breakfast")
    return Installed(home / "bin", folder)


def test_templates_pictures_and_types_are_in_the_wheel(built: Built) -> None:
    source = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "roundtable_ical").rglob("*")
        if file.is_file() and DATA.fullmatch(file.relative_to(ROOT).as_posix())
    }

    assert "roundtable_ical/py.typed" in source
    assert any("/templates/" in name for name in source)
    assert any("/static/" in name for name in source)
    assert source - built.packed == set()


def test_the_wheel_is_the_package_and_nothing_else(built: Built) -> None:
    strangers = {
        name
        for name in built.packed
        if not name.startswith(
            ("roundtable_ical/", f"{built.wheel.name.split('-py3')[0]}.dist-info/")
        )
    }

    assert strangers == set()


def test_every_module_is_in_the_wheel(built: Built) -> None:
    modules = {
        file.relative_to(ROOT).as_posix() for file in (ROOT / "roundtable_ical").rglob("*.py")
    }

    assert modules - built.packed == set()


def test_the_source_archive_has_the_samples_and_the_licence_but_no_tests(built: Built) -> None:
    names = built.archived

    assert {"LICENSE", "README.md", "server.py", "samples/hld-2013/event.yaml"} - names == set()
    assert [name for name in names if name.startswith("tests/")] == []


def test_the_licence_goes_with_the_wheel(built: Built) -> None:
    assert [name for name in built.packed if name.endswith("/LICENSE")]


def test_the_command_tells_its_version(installed: Installed) -> None:
    done = installed.run("roundtable", "--version")

    assert done.returncode == 0, done.stderr
    assert roundtable_ical.__version__ in done.stdout


def test_what_runs_is_the_wheel_and_not_the_tree(installed: Installed) -> None:
    done = installed.run("python", "-c", "import roundtable_ical; print(roundtable_ical.__file__)")

    assert done.stdout.startswith(str(installed.folder)), done.stderr


def test_an_event_outside_the_tree_is_checked(installed: Installed) -> None:
    done = installed.run("roundtable", "check", "breakfast/event.yaml")

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_feed_is_printed_as_the_tree_prints_it(installed: Installed) -> None:
    here = roundtable_ical.feed(roundtable_ical.read(ROOT / "samples" / "hld-2013"))

    done = installed.run("roundtable", "feed", "breakfast/event.yaml", "-o", "agenda.ics")

    assert done.returncode == 0, done.stderr
    assert (installed.folder / "agenda.ics").read_bytes() == here.to_ical()


def test_what_plug_ins_bring_is_found_by_their_names(installed: Installed) -> None:
    done = installed.run("roundtable", "export", "breakfast/event.yaml", "--format", "json")

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["id"] == "hld-2013"


def test_an_event_outside_the_tree_is_served(installed: Installed) -> None:
    here = roundtable_ical.feed(roundtable_ical.read(ROOT / "samples" / "hld-2013"))

    with served(installed, "breakfast/event.yaml") as address:
        with urllib.request.urlopen(f"{address}/hld-2013/agenda.ics", timeout=10) as response:
            body, kind = response.read(), response.headers["Content-Type"]
        with urllib.request.urlopen(f"{address}/hld-2013/", timeout=10) as response:
            page = response.read().decode()

    assert kind == "text/calendar; charset=utf-8"
    assert body.count(b"BEGIN:VEVENT") == here.count
    assert "Innovations in Labour Migration" in page


@contextmanager
def served(installed: Installed, event: str) -> Iterator[str]:
    """Serve *event* on a free port until the block ends; stopped by its own process group."""
    port = _free_port()
    command = [str(installed.programs / "roundtable"), "serve", event, "--port", str(port)]
    log = installed.folder / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=installed.folder,
            env=_clean(),
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        _until_ready(f"http://127.0.0.1:{port}/healthz", process, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(5)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        number: int = listener.getsockname()[1]
        return number


def _until_ready(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(150):
        assert process.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"no answer within 15 s:\n{log.read_text()}")
