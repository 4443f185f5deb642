"""`roundtable publish --static`, to a folder and to object storage that speaks S3."""

import gzip
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import boto3
import pytest
from click.testing import CliRunner, Result
from fsspec.registry import _registry
from moto.server import ThreadedMotoServer

from roundtable_ical.cli.main import roundtable

Written = Callable[..., Path]
BASE = "https://events.example.org"
BUCKET = "calendars"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Return a function that runs a command against one store."""
    monkeypatch.setenv("ROUNDTABLE_BASE_URL", BASE)
    store = str(tmp_path / "store.sqlite")

    def invoke(*words: str) -> Result:
        return CliRunner().invoke(roundtable, [*words, "--store", store])

    return invoke


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """Return the address of a server that speaks S3, stopped in the end."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Iterator["Bucket"]:
    """Return an empty bucket, which the environment leads to."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint)
    found = Bucket()
    yield found
    found.empty()


class Bucket:
    """A bucket as another program sees it."""

    def __init__(self) -> None:
        self.client = boto3.client("s3")
        self.client.create_bucket(Bucket=BUCKET)

    def keys(self) -> set[str]:
        """Return the key of every object."""
        listed = self.client.list_objects_v2(Bucket=BUCKET).get("Contents", [])
        return {each["Key"] for each in listed}

    def get(self, key: str) -> tuple[bytes, str, str]:
        """Return the bytes, content type and cache control of an object."""
        found = self.client.get_object(Bucket=BUCKET, Key=key)
        return found["Body"].read(), found["ContentType"], found["CacheControl"]

    def empty(self) -> None:
        """Take everything away."""
        for key in self.keys():
            self.client.delete_object(Bucket=BUCKET, Key=key)
        self.client.close()


def tree_of(folder: Path) -> set[str]:
    return {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}


def test_a_folder_gets_every_feed_and_page(
    run: Callable[..., Result], written: Written, tmp_path: Path
) -> None:
    tree = tmp_path / "tree"

    result = run("publish", str(written()), "--static", str(tree))

    assert result.exit_code == 0
    assert result.output.splitlines()[-1] == (
        f"static: 39 of 39 objects written to {tree}, 0 removed"
    )
    assert tree_of(tree) == {
        "-/static/fonts/source-serif-4-cyrillic-wght-normal.woff2",
        "-/static/fonts/source-serif-4-latin-ext-wght-normal.woff2",
        "-/static/fonts/source-serif-4-latin-wght-normal.woff2",
        "-/static/icon.svg",
        "-/static/style.css",
        "breakfast/.roundtable.json",
        "breakfast/agenda.ics",
        "breakfast/changes.atom",
        "breakfast/changes/index.html",
        "breakfast/changes/index.html.gz",
        "breakfast/embed/index.html",
        "breakfast/embed/index.html.gz",
        "breakfast/event.ics",
        "breakfast/event.json",
        "breakfast/index.html",
        "breakfast/index.html.gz",
        "breakfast/segments/panel.ics",
        "breakfast/segments/panel/index.html",
        "breakfast/segments/panel/index.html.gz",
        "breakfast/segments/welcome.ics",
        "breakfast/segments/welcome/index.html",
        "breakfast/segments/welcome/index.html.gz",
        "breakfast/speakers/index.html",
        "breakfast/speakers/index.html.gz",
        "breakfast/speakers/guy.atom",
        "breakfast/speakers/guy.ics",
        "breakfast/speakers/guy/index.html",
        "breakfast/speakers/guy/index.html.gz",
        "breakfast/themes/index.html",
        "breakfast/themes/index.html.gz",
        "breakfast/themes/skills.atom",
        "breakfast/themes/skills.ics",
        "breakfast/themes/skills/index.html",
        "breakfast/themes/skills/index.html.gz",
        "breakfast/venues/index.html",
        "breakfast/venues/index.html.gz",
        "breakfast/venues/hall.ics",
        "breakfast/venues/hall/index.html",
        "breakfast/venues/hall/index.html.gz",
        "index.html",
    }


def test_where_nothing_changed_the_tree_is_completed(
    run: Callable[..., Result], written: Written, tmp_path: Path
) -> None:
    tree = tmp_path / "tree"
    run("publish", str(written()))
    run("publish", str(written()), "--static", str(tree))
    (tree / "breakfast/agenda.ics").unlink()

    result = run("publish", str(written()), "--static", str(tree))

    assert result.output.splitlines() == [
        "breakfast: nothing changed, so nothing was published",
        f"static: 1 of 39 objects written to {tree}, 0 removed",
    ]
    assert (tree / "breakfast/agenda.ics").exists()


def test_a_rehearsal_writes_nothing(
    run: Callable[..., Result], written: Written, tmp_path: Path
) -> None:
    result = run("publish", str(written()), "--dry-run", "--static", str(tmp_path / "tree"))

    assert result.exit_code == 0
    assert not (tmp_path / "tree").exists()


def test_a_program_still_reads_one_json_document(
    run: Callable[..., Result], written: Written, tmp_path: Path
) -> None:
    result = run("publish", str(written()), "--json", "--static", str(tmp_path / "tree"))

    assert json.loads(result.stdout)["revision"]["number"] == 1
    assert result.stderr.startswith("static: 39 of 39 objects")


def test_a_folder_out_of_reach_is_one_line_and_the_revision_stays(
    run: Callable[..., Result], written: Written, tmp_path: Path
) -> None:
    (tmp_path / "tree").write_bytes(b"a file")

    result = run("publish", str(written()), "--static", str(tmp_path / "tree"))

    assert result.exit_code == 3
    assert len(result.stderr.splitlines()) == 1
    assert len(json.loads(run("history", "breakfast", "--json").output)) == 1


def test_without_a_public_address_nothing_is_published(
    run: Callable[..., Result],
    written: Written,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("ROUNDTABLE_BASE_URL")

    result = run("publish", str(written()), "--static", str(tmp_path / "tree"))

    assert (result.exit_code, result.output) == (
        1,
        f"roundtable: {tmp_path / 'tree'}: static pages must know where they are; "
        "set ROUNDTABLE_BASE_URL to the public address of the tree\n",
    )
    assert "there is no event" in run("history", "breakfast").output


@pytest.mark.parametrize(
    ("missing", "place", "said"),
    [
        ("fsspec", "tree", "a static tree needs fsspec: pip install 'roundtable-ical[static]'"),
        ("s3fs", "s3://b/tree", "object storage needs s3fs: pip install 'roundtable-ical[s3]'"),
    ],
)
def test_what_is_not_installed_is_named(
    run: Callable[..., Result],
    written: Written,
    monkeypatch: pytest.MonkeyPatch,
    missing: str,
    place: str,
    said: str,
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    monkeypatch.delitem(sys.modules, "roundtable_ical.stores.targets", raising=False)
    monkeypatch.delitem(_registry, "s3", raising=False)  # it remembers what it loaded

    result = run("publish", str(written()), "--static", place)

    assert (result.exit_code, result.output) == (1, f"roundtable: {place}: {said}\n")


def test_object_storage_gets_types_and_cache_headers(
    run: Callable[..., Result], written: Written, tmp_path: Path, bucket: Bucket
) -> None:
    result = run("publish", str(written()), "--static", f"s3://{BUCKET}/side")
    run("publish", str(written()), "--static", str(tmp_path / "tree"))

    assert result.output.splitlines()[-1] == (
        f"static: 28 of 28 objects written to s3://{BUCKET}/side, 0 removed"
    )
    tree = tmp_path / "tree"
    for key, file, kind, cache in (
        ("breakfast/agenda.ics", "", "text/calendar; charset=utf-8", "public, max-age=300"),
        ("breakfast/event.json", "", "application/json", "public, max-age=300"),
        (
            "breakfast/changes.atom",
            "",
            "application/atom+xml; charset=utf-8",
            "public, max-age=300",
        ),
        (
            "breakfast/segments/panel",
            "breakfast/segments/panel/index.html",
            "text/html; charset=utf-8",
            "no-cache, public",
        ),
        ("breakfast/index.html", "", "text/html; charset=utf-8", "no-cache, public"),
        ("index.html", "", "text/html; charset=utf-8", "public, no-cache"),
        ("-/static/style.css", "", "text/css; charset=utf-8", "no-cache"),
    ):
        content = (tree / (file or key)).read_bytes()
        body, found_kind, found_cache = bucket.get(f"side/{key}")
        saved = bucket.client.head_object(Bucket=BUCKET, Key=f"side/{key}")
        if key.startswith("breakfast/") and kind.startswith("text/html"):
            assert saved["ContentEncoding"] == "gzip"
            assert body == Path(f"{tree / (file or key)}.gz").read_bytes()
            body = gzip.decompress(body)
        else:
            assert "ContentEncoding" not in saved
        assert (body, found_kind) == (content, kind)
        assert sorted(found_cache.split(", ")) == sorted(cache.split(", "))
    saved = bucket.client.head_object(Bucket=BUCKET, Key="side/breakfast/agenda.ics")
    assert saved["ContentDisposition"] == "inline; filename=agenda.ics"


def test_object_storage_gets_only_what_changed(
    run: Callable[..., Result], written: Written, bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = f"s3://{BUCKET}/side"
    run("publish", str(written()), "--static", place)
    before = bucket.keys()

    same = run("publish", str(written()), "--static", place)
    without = written(
        themes=None,
        segments=[{"id": "welcome", "title": "Hello", "start": "08:15", "end": "08:30"}],
    )
    changed = run("publish", str(without), "--static", place)
    monkeypatch.setenv("ROUNDTABLE_MAX_AGE", "60")
    aged = run("publish", str(without), "--static", place)

    assert same.output.splitlines()[-1].startswith("static: 0 of 28 objects")
    gone = {"side/breakfast/themes/skills.ics", "side/breakfast/themes/skills.atom"}
    assert gone <= before - bucket.keys()
    assert changed.output.splitlines()[-1].endswith(" removed")
    assert bucket.get("side/breakfast/agenda.ics")[2] == "public, max-age=60"
    assert not aged.output.splitlines()[-1].startswith("static: 0 ")


def test_a_bucket_that_is_not_there_is_one_line_and_exit_3(
    run: Callable[..., Result], written: Written, bucket: Bucket
) -> None:
    result = run("publish", str(written()), "--static", "s3://no-such-bucket/side")

    assert result.exit_code == 3
    assert result.stderr.startswith("roundtable: s3://no-such-bucket/side: ")
    assert len(result.stderr.splitlines()) == 1
