"""What is served while files change: one edition or the other, never a mix, and not for nothing."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from roundtable_ical import Options, Selection, SideEvent, feed, read
from roundtable_ical.bootstrap import reading
from roundtable_ical.errors import Unavailable
from roundtable_ical.programme.reading import Reading
from roundtable_ical.services.editions import Edition
from roundtable_ical.services.follow import Shelf

Written = Callable[..., Path]
LATER = "2026-09-02T12:00:00Z"


class Files:
    """A shelf over real files that tells when to look, and what the log was told."""

    def __init__(self, *paths: Path) -> None:
        self.marks = iter(range(1_000_000))
        self.told: list[str] = []
        self.warned: list[str] = []
        self.base: Callable[[str], str | None] = lambda _: None
        self.load: Callable[[str], Reading] = reading
        self.shelf = Shelf(
            load=lambda path: self.load(path),
            mark=lambda _: next(self.marks),
            base=lambda id_: self.base(id_),
            tell=self.told.append,
            warn=self.warned.append,
        )
        self.shelf.follow([str(path) for path in paths])

    def look(self) -> None:
        """Look at the files, and forget what was told before."""
        self.told.clear()
        self.warned.clear()
        self.shelf.refresh()

    @property
    def edition(self) -> Edition:
        """The edition of the one event."""
        return self.shelf.editions["breakfast"]


@pytest.fixture
def event(written: Written) -> SideEvent:
    """Return the breakfast."""
    return read(written())


def test_an_unchanged_file_keeps_its_edition(written: Written) -> None:
    files = Files(written())
    before = files.edition

    files.look()

    assert files.edition is before
    assert (files.told, files.warned) == ([], [])


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("no such colour"), "ValueError: no such colour"),
        (AssertionError("a line\nend"), "AssertionError: a line end"),
        (RecursionError("deep"), "RecursionError: deep"),
        (OSError("disk"), "OSError: disk"),
    ],
)
def test_an_edition_that_cannot_be_rendered_leaves_the_old_one_up(
    written: Written, error: Exception, said: str
) -> None:
    """H8: whatever rendering fails with; the address of the page is asked for while rendering."""
    file = written()
    files = Files(file)
    before = files.edition

    def fail(id_: str) -> str | None:
        raise error

    files.base = fail
    written(revised=LATER)
    files.look()

    assert files.edition is before
    assert files.shelf.files[0].stale
    assert files.warned == [
        f"{file} refused (the last good edition stays up): "
        f"cannot be used: {said}; take the last change back"
    ]

    files.base = lambda _: None
    files.look()

    assert files.edition.last_modified != before.last_modified
    assert not files.shelf.files[0].stale


def test_an_edition_of_which_one_feed_cannot_be_rendered_leaves_the_old_one_up(
    written: Written,
) -> None:
    """H8: every feed is rendered before the edition takes its place, not when somebody asks."""
    files = Files(written())
    before = files.edition
    good = read(written(title="Ministerial lunch", revised=LATER))
    theme = good.themes[0].model_copy(update={"color": "no-such-colour"})
    bad = good.model_copy(update={"themes": (theme,)})
    files.load = lambda _: Reading(event=bad)

    files.look()

    assert feed(bad).count == 2
    assert files.edition is before
    assert files.warned[0].count("KeyError: 'no-such-colour'") == 1


def test_an_address_that_no_calendar_may_carry_is_found_while_rendering(written: Written) -> None:
    """icalendar refuses a line end in a URI; nothing of the new edition is served."""
    files = Files(written())
    before = files.edition
    files.base = lambda _: "https://example.org/\r\nX-EVIL:1"
    written(revised=LATER)

    files.look()

    assert files.edition is before
    assert len(files.warned) == 1


def test_a_failure_is_told_once_and_not_at_every_look(written: Written) -> None:
    written()
    files = Files(written())

    def gone(path: str) -> Reading:
        raise Unavailable(f"{path}: Input/output error")

    files.load = gone
    files.look()
    first = list(files.warned)
    files.look()

    assert len(first) == 1
    assert files.warned == []


def test_a_drive_that_comes_back_is_read_though_the_file_is_the_same(written: Written) -> None:
    file = written()
    told: list[str] = []
    broken = [True]

    def load(path: str) -> Reading:
        if broken[0]:
            raise Unavailable(f"{path}: Input/output error")
        return reading(path)

    shelf = Shelf(
        load=load,
        mark=lambda _: "always the same",
        base=lambda _: None,
        tell=told.append,
        warn=told.append,
    )
    shelf.follow([str(file)])
    broken[0] = False

    shelf.refresh()

    assert list(shelf.editions) == ["breakfast"]
    assert len(told) == 2


def test_an_importer_that_finds_nothing_and_says_nothing_is_refused(written: Written) -> None:
    files = Files(written())
    before = files.edition
    files.load = lambda _: Reading(event=None)

    files.look()

    assert files.edition is before
    assert files.shelf.files[0].stale


def test_readers_during_a_change_see_one_edition_or_the_other(written: Written) -> None:
    """Rule 7 of DESIGN section 5: title, tag and bytes of a feed belong together."""
    files = Files(written(title="Edition 0"))
    done = Event()

    def follow_it() -> set[tuple[str, str, int]]:
        seen = set()
        while not done.is_set():
            edition = files.edition
            found = edition.feed(Selection(), Options())
            titles = {number for number in range(30) if b"Edition %d\r" % number in found.body}
            seen.add((found.etag, str(edition.event.title), len(titles)))
        return seen

    with ThreadPoolExecutor(4) as pool:
        readers = [pool.submit(follow_it) for _ in range(4)]
        for number in range(1, 20):
            written(title=f"Edition {number}", revised=f"2026-09-02T12:00:{number:02}Z")
            files.shelf.refresh()
        done.set()
        seen = set().union(*(reader.result() for reader in readers))

    assert {count for _, _, count in seen} == {1}
    assert len({etag for etag, _, _ in seen}) == len({title for _, title, _ in seen}) == len(seen)
    assert files.edition.event.title == read(written(title="Edition 19")).title


def test_nobody_waits_while_a_file_is_read(written: Written) -> None:
    """A server has a handful of threads; a large programme takes a second."""
    files = Files(written())
    before = files.edition
    begun, may_end = Event(), Event()

    def slow(path: str) -> Reading:
        begun.set()
        may_end.wait(10)
        return reading(path)

    files.load = slow
    written(title="Ministerial lunch", revised=LATER)
    with ThreadPoolExecutor(1) as pool:
        looking = pool.submit(files.shelf.refresh)
        begun.wait(10)
        files.shelf.refresh()
        during = files.edition
        may_end.set()
        looking.result()

    assert during is before
    assert str(files.edition.event.title) == "Ministerial lunch"


def test_many_looks_at_once_read_a_file_once(written: Written) -> None:
    files = Files(written())
    written(title="Ministerial lunch", revised=LATER)
    files.told.clear()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: files.shelf.refresh(), range(8)))

    assert files.told == [f"{files.shelf.files[0].path} served, revised 2026-09-02T12:00:00+00:00"]
