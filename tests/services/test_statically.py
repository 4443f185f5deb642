"""A tree in a folder: what is written, in which order, and what a crash leaves."""

import gzip
import json
from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import fsspec
import pytest

from roundtable_ical import SideEvent, read
from roundtable_ical.bootstrap import page_address, publish_static
from roundtable_ical.errors import Unavailable
from roundtable_ical.services.follow_store import StoreShelf
from roundtable_ical.services.publish import publish
from roundtable_ical.services.statically import ASSETS, COPY, LIST, LaidOut, list_path
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.stores.targets import Target
from roundtable_ical.web.app import create_app

BASE = "https://events.example.org/calendars"
NOON = datetime(2026, 10, 6, 12, tzinfo=UTC)
ID = "week-of-side-events"
LISTS = tuple(f"{ID}/{kind}/" for kind in ("themes", "speakers", "venues"))
SOME = ("suitcases", "opening", "price-of-a-job", "employer-pays")


class Crash(BaseException):
    """The process is gone."""


class Dying(Target):
    """A folder whose writer dies in place of the write after so many."""

    def __init__(self, root: Path, after: int = 1_000_000) -> None:
        super().__init__(str(root), fsspec.filesystem("file"), str(root), typed=False)
        self.left = after
        self.done: list[str] = []

    def write(self, path: str, body: bytes, headers: Mapping[str, str]) -> None:
        self._live()
        super().write(path, body, headers)
        self.done.append(path)

    def remove(self, path: str) -> None:
        self._live()
        super().remove(path)
        self.done.append(f"- {path}")

    def _live(self) -> None:
        if self.left == 0:
            raise Crash
        self.left -= 1


class House:
    """A store, and a folder that follows it."""

    def __init__(self, root: Path) -> None:
        self.store = MemoryStore()
        self.root = root
        self.hours = 0

    def publish(self, event: SideEvent) -> tuple[str, ...]:
        """Publish *event*, an hour later than before; return the feeds that changed."""
        self.hours += 1
        moment = NOON + timedelta(hours=self.hours)
        return publish(
            event, self.store, moment=moment, tzdata="2026f", base=page_address(BASE, event.id)
        ).feeds

    def lay(self, event_id: str = ID, after: int = 1_000_000) -> LaidOut:
        """Bring the folder up to date, or die after so many writes."""
        self.target = Dying(self.root, after)
        return publish_static(event_id, self.store, self.target)

    def crash(self, after: int) -> None:
        """Begin to bring the folder up to date, and die after so many writes."""
        with pytest.raises(Crash):
            self.lay(after=after)

    @property
    def tree(self) -> dict[str, bytes]:
        """Every object of the folder, by its path; lists left out."""
        files = (each for each in self.root.rglob("*") if each.is_file())
        return {
            each.relative_to(self.root).as_posix(): each.read_bytes()
            for each in files
            if each.name != LIST
        }


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setenv("ROUNDTABLE_BASE_URL", BASE)
    return House(tmp_path / "tree")


@pytest.fixture(scope="session")
def week() -> SideEvent:
    return read(f"samples/{ID}")


@pytest.fixture(scope="session")
def excerpt() -> SideEvent:
    """Return as much of the week as has every kind of object, for what is laid out many times."""
    values = read(f"samples/{ID}").model_dump()
    segments = [each for each in values["segments"] if each["id"] in SOME]
    themes = {theme for segment in segments for theme in segment["themes"]}
    speakers = {each["speaker"] for segment in segments for each in segment["speakers"]}
    return SideEvent.model_validate(
        values
        | {
            "segments": segments,
            "themes": [each for each in values["themes"] if each["id"] in themes],
            "speakers": [each for each in values["speakers"] if each["id"] in speakers],
            "venues": values["venues"][:1],
        }
    )


def bent(event: SideEvent, bend: Callable[[dict[str, Any]], None]) -> SideEvent:
    values = deepcopy(event.model_dump())
    bend(values)
    return SideEvent.model_validate(values)


def shorter_opening(values: dict[str, Any]) -> None:
    for segment in values["segments"]:
        if segment["id"] == "opening":
            segment["end"] = "09:35"


def without_first_theme(values: dict[str, Any]) -> None:
    first, *others = values["themes"]
    values["themes"] = others
    for segment in values["segments"]:
        segment["themes"] = [each for each in segment["themes"] if each != first["id"]]


def served(house: House) -> Callable[[str], bytes]:
    """Return a function that asks a server of the same store for a path of the tree."""
    shelf = StoreShelf(store=house.store, base=partial(page_address, BASE), tell=print, warn=print)
    shelf.refresh()
    client = create_app(shelf=shelf).test_client()

    def ask(path: str) -> bytes:
        if path.endswith(".gz"):
            return gzip.compress(ask(path.removesuffix(".gz")), mtime=0)
        address = path.removesuffix("index.html")
        if address.count("/") > 1 and not address.endswith(LISTS):
            address = address.removesuffix("/")
        whole = {"base_url": BASE, "buffered": True, "environ_overrides": {COPY: True}}
        answer = client.get(f"/{address}", **whole)
        assert answer.status_code == 200, path
        return bytes(answer.data)

    return ask


def test_every_object_is_what_the_server_answers(house: House, week: SideEvent) -> None:
    house.publish(week)

    laid = house.lay()

    tree, ask = house.tree, served(house)
    assert laid == LaidOut(written=len(tree), total=len(tree), removed=0)
    assert tree == {path: ask(path) for path in tree}
    feeds = {path for path in tree if path.endswith(".ics") and "/segments/" not in path}
    snapshot = house.store.latest(ID)
    assert snapshot is not None
    assert feeds == {f"{ID}/{path}" for path in snapshot.feeds}
    assert (
        b"https://events.example.org/calendars/week-of-side-events/agenda.ics"
        in tree[f"{ID}/index.html"]
    )


def test_nothing_is_written_before_what_it_links_to(house: House, week: SideEvent) -> None:
    house.publish(week)

    house.lay()

    def turn(path: str) -> int:
        if path.endswith(".ics"):
            return 1
        if path.endswith((".atom", ".json")):
            return 2
        page = path.removesuffix(".gz")
        return {f"{ID}/index.html": 4, "index.html": 5}.get(page, 0 if path[0] == "-" else 3)

    first, *objects, last = house.target.done
    assert first == last == list_path(ID)
    assert [turn(path) for path in objects] == sorted(map(turn, objects))


def test_a_second_run_touches_nothing(house: House, week: SideEvent) -> None:
    house.publish(week)
    total = house.lay().total
    before = {file: file.stat().st_mtime_ns for file in house.root.rglob("*")}

    again = house.lay()

    assert again == LaidOut(written=0, total=total, removed=0)
    assert {file: file.stat().st_mtime_ns for file in house.root.rglob("*")} == before


def test_one_moved_segment_writes_exactly_what_changed(house: House, week: SideEvent) -> None:
    house.publish(week)
    house.lay()
    before = house.tree
    feeds = house.publish(bent(week, shorter_opening))

    laid = house.lay()

    after = house.tree
    changed = {path for path in after if before[path] != after[path]}
    assert set(house.target.done) - {list_path(ID)} == changed
    assert {f"{ID}/{path}" for path in feeds} == {
        path for path in changed if path.endswith(".ics") and "/segments/" not in path
    }
    assert f"{ID}/segments/opening/index.html" in changed
    assert (laid.written, laid.removed) == (len(changed), 0)


def test_what_is_no_longer_published_goes_last(house: House, week: SideEvent) -> None:
    house.publish(week)
    house.lay()
    before = house.tree
    theme = next(iter(week.topics))
    house.publish(bent(week, without_first_theme))

    laid = house.lay()

    endings = (".ics", ".atom", "/index.html", "/index.html.gz")
    gone = {f"{ID}/themes/{theme}{ending}" for ending in endings}
    assert before.keys() - house.tree.keys() == gone
    assert laid.removed == 4
    assert {path.removeprefix("- ") for path in house.target.done[-5:-1]} == gone


@pytest.mark.parametrize("after", [0, 1, 2, 9, 40, 60])
def test_a_crash_leaves_whole_objects_and_the_next_run_heals(
    house: House, excerpt: SideEvent, after: int
) -> None:
    house.publish(excerpt)
    house.lay()
    old = house.tree
    house.publish(bent(bent(excerpt, without_first_theme), shorter_opening))
    ask = served(house)

    house.crash(after)

    between = house.tree
    changed = {path for path in between if between[path] != old.get(path)}
    assert {path: between[path] for path in changed} == {path: ask(path) for path in changed}
    house.lay()
    assert house.tree == {path: ask(path) for path in house.tree}
    assert old.keys() - house.tree.keys()


@pytest.mark.parametrize("after", [1, 2, 9, 12])
def test_going_back_after_a_crash_is_not_fooled_by_the_old_list(
    house: House, excerpt: SideEvent, after: int
) -> None:
    house.publish(excerpt)
    house.lay()
    house.publish(bent(excerpt, shorter_opening))
    house.crash(after)
    house.publish(excerpt)

    house.lay()

    ask = served(house)
    assert house.tree == {path: ask(path) for path in house.tree}


def test_two_runs_at_once_are_told_and_the_next_one_heals(house: House, excerpt: SideEvent) -> None:
    class Overtaken(Dying):
        def write(self, path: str, body: bytes, headers: Mapping[str, str]) -> None:
            super().write(path, body, headers)
            if len(self.done) == 5:
                house.publish(bent(excerpt, without_first_theme))
                house.lay()

    house.publish(excerpt)
    house.lay()
    house.publish(bent(excerpt, shorter_opening))

    with pytest.raises(Unavailable, match="another run wrote there too; publish again"):
        publish_static(ID, house.store, Overtaken(house.root))

    house.lay()
    ask = served(house)
    assert house.tree == {path: ask(path) for path in house.tree}


def test_what_a_killed_writer_left_unfinished_is_taken_away(
    house: House, excerpt: SideEvent
) -> None:
    house.publish(excerpt)
    house.lay()
    before = house.tree
    (house.root / ID / ".agenda.ics.0a1b2c3d.roundtable-new").write_bytes(b"BEGIN:VCAL")

    house.lay()

    assert house.tree == before


@pytest.mark.parametrize(
    "words",
    [
        "",
        "{",
        "[]",
        '{"objects": 3}',
        json.dumps({"objects": {"../../precious": {}}}),
        json.dumps({"objects": {f"{ID}/../../precious": {"sha256": ""}}}),
    ],
)
def test_a_broken_list_only_means_that_all_is_written_again(
    house: House, excerpt: SideEvent, words: str
) -> None:
    house.publish(excerpt)
    first = house.lay()
    (house.root.parent / "precious").write_bytes(b"mine")
    (house.root / ID / LIST).write_text(words, encoding="utf-8")

    again = house.lay()

    shared = len(ASSETS) + 1
    assert again == LaidOut(written=first.total - shared, total=first.total, removed=0)
    assert (house.root.parent / "precious").exists()
    assert house.lay().written == 0


def test_a_file_that_somebody_deleted_or_cut_comes_back(house: House, excerpt: SideEvent) -> None:
    house.publish(excerpt)
    house.lay()
    before = house.tree
    (house.root / ID / "agenda.ics").unlink()
    (house.root / ID / "event.ics").write_bytes(b"")

    laid = house.lay()

    assert laid.written == 2
    assert house.tree == before


def test_the_index_lists_the_events_of_the_tree_and_no_others(
    house: House, week: SideEvent
) -> None:
    house.publish(week)
    house.publish(read("samples/hld-2013"))

    house.lay()
    alone = house.tree["index.html"]
    house.lay("hld-2013")
    both = house.tree["index.html"]

    assert (b"/calendars/hld-2013/" in alone, b"/calendars/hld-2013/" in both) == (False, True)
    assert f"/calendars/{ID}/".encode() in alone
    assert f"/calendars/{ID}/".encode() in both


def test_a_store_that_fails_leaves_the_tree_alone(house: House, excerpt: SideEvent) -> None:
    class Silent(MemoryStore):
        def latest(self, event_id: str) -> None:
            raise Unavailable(f"the store is silent about {event_id}")

    house.publish(excerpt)
    house.lay()
    before = house.tree
    silent = Silent()
    silent.append(next(iter(house.store.publications(ID))))

    with pytest.raises(Unavailable, match="the store is silent"):
        publish_static(ID, silent, Dying(house.root))

    assert house.tree == before
