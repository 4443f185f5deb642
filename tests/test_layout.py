"""The tree itself: what CONTRIBUTING.md says of the house is true of every file in it."""

import ast
import configparser
import io
import json
import re
import subprocess
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from roundtable_ical.config import PREFIX, Settings

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "roundtable_ical"
CORE = ("errors.py", "zones", "programme", "revisions", "reach", "scheduling", "ical", "itip")
MODULES = sorted(PACKAGE.rglob("*.py"))
README = ROOT / "README.md"

TESTED_ELSEWHERE = {
    "errors.py": "raised and read by the tests of every room",
    "zones/cities.py": "a table; read through zones/places.py",
    "itip/outbox.py": "values; every store keeps them in contracts/",
    "itip/participation.py": "words of RFC 5546; read and written in itip/",
    "importers/notes/found.py": "values that the parts of the reader hand to each other",
    **dict.fromkeys(
        (
            "itip/writing/words/arabic.py",
            "itip/writing/words/chinese.py",
            "itip/writing/words/english.py",
            "itip/writing/words/french.py",
            "itip/writing/words/russian.py",
            "itip/writing/words/spanish.py",
        ),
        "words alone; itip/writing/words/test_vocabulary.py looks at every language",
    ),
    **dict.fromkeys(
        (
            "ical/lint/calendars.py",
            "ical/lint/definitions.py",
            "ical/lint/feeds.py",
            "ical/lint/once.py",
            "ical/lint/refresh.py",
            "ical/lint/spans.py",
            "ical/lint/stamps.py",
            "ical/lint/status.py",
            "ical/lint/timezones.py",
        ),
        "each rule is kept and broken in ical/lint/test_judge.py",
    ),
    **dict.fromkeys(
        (
            "testing/events.py",
            "testing/histories.py",
            "testing/letters.py",
            "testing/mailing.py",
            "testing/mailing_histories.py",
            "testing/mailing_imap.py",
            "testing/mailing_processes.py",
            "testing/mailing_sending.py",
            "testing/mailing_values.py",
            "testing/postgres.py",
            "testing/processes.py",
            "testing/programmes.py",
            "testing/shapes.py",
            "testing/sharing.py",
            "testing/stores.py",
            "testing/visits.py",
        ),
        "tests themselves; contracts/ runs them on our own stores",
    ),
}
"""Modules without a test file of their own, and where they are tested."""

READS_FILES = {"zones/database.py": "the zone database is its purpose"}

SUPPRESSION = re.compile(
    r"#\s*(?:noqa(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?|type:\s*ignore(?:\[[\w, -]+\])?"
    r"|pragma:[\w ]+|nosec|mypy:\s*[\w-]+)"
)


def name_of(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def in_core(module: Path) -> bool:
    return name_of(module).split("/")[0] in CORE


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


@cache
def tracked() -> tuple[Path, ...]:
    """Return what belongs to the tree: in git, or new and not ignored."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    done = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True)
    files = (ROOT / name for name in done.stdout.split("\0") if name)
    return tuple(file for file in files if file.is_file())


def texts() -> Iterator[tuple[Path, str]]:
    """Yield each file of the tree that is text, but this one: it names what it looks for."""
    for file in tracked():
        if file == Path(__file__):
            continue
        try:
            yield file, file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def python_files() -> list[Path]:
    return [file for file in tracked() if file.suffix == ".py"]


def test_every_module_has_its_test_in_the_mirrored_place() -> None:
    wanted = {
        name: ROOT / "tests" / Path(name).parent / f"test_{Path(name).name}"
        for name in map(name_of, MODULES)
        if not name.endswith("__init__.py")
    }

    without = {name for name, test in wanted.items() if not test.exists()}

    assert sorted(without - TESTED_ELSEWHERE.keys()) == []


def test_no_module_is_excused_without_need() -> None:
    excused = {name for name in TESTED_ELSEWHERE if (PACKAGE / name).exists()}
    tested = {
        name
        for name in excused
        if (ROOT / "tests" / Path(name).parent / f"test_{Path(name).name}").exists()
    }

    assert excused == TESTED_ELSEWHERE.keys()
    assert tested == set()


def _public(node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                if not child.name.startswith("_"):
                    yield child
                    if isinstance(child, ast.ClassDef):
                        yield from _public(child)


def _is_stub(node: ast.AST) -> bool:
    match node:
        case ast.FunctionDef(body=[ast.Expr(ast.Constant(value=value))]):
            return value is ...
    return False


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_everything_public_says_what_it_is(module: Path) -> None:
    code = tree(module)

    silent = [
        node.name
        for node in _public(code)
        if not (ast.get_docstring(node) or _is_stub(node) or _repeats_a_name(node))
    ]

    assert ast.get_docstring(code)
    assert silent == []


def _repeats_a_name(node: ast.AST) -> bool:
    """Whether *node* is an overload or an override, which say nothing new."""
    decorators = getattr(node, "decorator_list", [])
    names = {getattr(it, "id", getattr(it, "attr", "")) for it in decorators}
    return not names.isdisjoint({"overload", "override", "setter"})


def _calls(module: Path) -> Iterator[str]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@pytest.mark.parametrize("module", [it for it in MODULES if in_core(it)], ids=name_of)
def test_the_core_reads_no_file_and_no_clock(module: Path) -> None:
    files = re.compile(r"(?:.*\.)?(?:open|read_text|read_bytes|write_text|write_bytes)")
    clocks = re.compile(r"(?:.*\.)?(?:now|today|utcnow|time\.time|time_ns|monotonic|localtime)")
    excused = name_of(module) in READS_FILES

    found = [
        call
        for call in _calls(module)
        if clocks.fullmatch(call) or (files.fullmatch(call) and not excused)
    ]

    assert found == []


def test_no_file_is_longer_than_300_lines() -> None:
    lengths = {name_of(it): len(it.read_text(encoding="utf-8").splitlines()) for it in MODULES}

    assert {name: length for name, length in lengths.items() if length > 300} == {}


@pytest.mark.parametrize(
    "room", [it for it in MODULES if it.name == "__init__.py" and it.parent != PACKAGE], ids=name_of
)
def test_every_room_says_at_its_door_what_goes_in_and_out(room: Path) -> None:
    text = room.read_text(encoding="utf-8")
    words = ast.get_docstring(tree(room)) or ""

    assert [word for word in ("In: ", "Out: ", "May import: ") if word not in words] == []
    assert len(text.splitlines()) <= 30


def test_the_front_door_offers_all_that_it_brings() -> None:
    door = tree(PACKAGE / "__init__.py")

    brought = [
        alias.asname or alias.name
        for node in door.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    [names] = [
        ast.literal_eval(node.value)
        for node in door.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    ]

    assert sorted(names) == sorted(brought)


def test_nothing_is_called_utils() -> None:
    vague = {"utils.py", "util.py", "helpers.py", "common.py", "misc.py", "tools.py"}

    assert [str(file) for file in python_files() if file.name in vague] == []


def test_every_plug_in_group_is_in_the_readme() -> None:
    config = configparser.RawConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    words = README.read_text(encoding="utf-8")

    groups = [name for name in config["options.entry_points"] if name.startswith("roundtable_ical")]

    assert groups
    assert [name for name in groups if not re.search(rf"(?<![\w.]){name}(?![\w.])", words)] == []


def test_every_setting_is_in_the_readme() -> None:
    words = README.read_text(encoding="utf-8")

    variables = [f"{PREFIX}{name.upper()}" for name in Settings.model_fields]

    assert variables
    assert [name for name in variables if not re.search(rf"\b{name}\b", words)] == []


def test_the_readme_names_no_setting_that_does_not_exist() -> None:
    words = README.read_text(encoding="utf-8")

    named = {name.lower() for name in re.findall(rf"(?<!config\[.){PREFIX}([A-Z_]+)\b", words)}

    assert named - Settings.model_fields.keys() == set()


def test_every_suppression_has_its_reason_behind_it() -> None:
    bare: list[str] = []
    for file in python_files():
        if file == Path(__file__):
            continue
        source = io.StringIO(file.read_text(encoding="utf-8"))
        for token in tokenize.generate_tokens(source.readline):
            if token.type is tokenize.COMMENT and SUPPRESSION.search(token.string):
                reason = SUPPRESSION.sub(" ", token.string)
                if len(re.findall(r"\w+", reason)) < 2:
                    bare.append(f"{file.relative_to(ROOT)}:{token.start[0]}: {token.string}")

    assert bare == []


def test_what_a_run_installs_is_pinned_and_names_no_host() -> None:
    lock = (ROOT / "tests/interop/package-lock.json").read_text(encoding="utf-8")
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8")

    loose = [
        line for line in pins.splitlines() if not re.fullmatch(r"[\w.-]+==[\w.+!-]+|#.*", line)
    ]

    assert loose == []
    assert "://" not in lock
    assert json.loads(lock)["packages"]
