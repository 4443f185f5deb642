"""What an organiser is told of who has the newest revision."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner, Result

from roundtable_ical import bootstrap
from roundtable_ical.cli.main import roundtable
from roundtable_ical.cli.reach import ABOUT, in_words
from roundtable_ical.reach.counts import Counted, Gaps, Visits
from roundtable_ical.reach.families import Family
from roundtable_ical.reach.rhythms import Length, Rhythm, step_of
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing.programmes import appended

Run = Callable[..., Result]


@pytest.fixture
def store(tmp_path: Path) -> SqlStore:
    found = SqlStore(str(tmp_path / "store.sqlite"))
    appended(found, 3)
    return found


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def invoke(*words: str) -> Result:
        command = ["reach", "breakfast", "--store", str(tmp_path / "store.sqlite"), *words]
        return CliRunner().invoke(roundtable, command, env={"COLUMNS": "120"})

    return invoke


@pytest.fixture
def visited(store: SqlStore) -> None:
    """Have Google come with a rhythm, and Thunderbird today and yesterday."""
    today = bootstrap.now().replace(hour=0, minute=0, second=0, microsecond=0)
    yesterday = today - timedelta(minutes=45)

    def visits(family: Family, number: int, readers: int, *, old: bool = False) -> Visits:
        last = yesterday if old else today
        return Visits(
            event_id="breakfast",
            family=family,
            day=last.date(),
            number=number,
            fetches=9,
            readers=readers,
            last=last,
        )

    google = Gaps(
        event_id="lunch",
        family=Family.GOOGLE,
        day=today.date(),
        step=step_of(36_000),
        times=20,
    )
    store.add_visits(
        Counted(
            (
                visits(Family.GOOGLE, 1, 2, old=True),
                visits(Family.THUNDERBIRD, 2, 5, old=True),
                visits(Family.THUNDERBIRD, 3, 4),
            ),
            (google,),
        )
    )


@pytest.mark.usefixtures("visited")
def test_a_table_tells_of_each_family_what_it_holds(run: Run) -> None:
    today = bootstrap.now().replace(hour=0, minute=0)
    late, early = today - timedelta(minutes=45), today + timedelta(hours=9, minutes=15)

    result = run()

    lines = [" ".join(line.split()) for line in result.output.splitlines()]
    assert result.exit_code == 0
    assert lines[0].startswith("breakfast: public is revision 3 of 2026-09-01 15:00 UTC")
    assert lines[-4:] == [
        "family last visit holds readers, about comes every expect by",
        f"Google Calendar {late:%d %b %H:%M} Rev. 1, 2 behind 2 feeds with Rev. 1 9 to 10 hours "
        f"{early:%d %b %H:%M}",
        f"Thunderbird {today:%d %b %H:%M} Rev. 3 4 with Rev. 3, 1 with Rev. 2 not known",
        ABOUT,
    ]


@pytest.mark.usefixtures("visited")
def test_programs_are_told_the_same(run: Run) -> None:
    found = json.loads(run("--json").output)

    google, thunderbird = found["families"]
    assert (found["event"], found["newest"], found["about"]) == ("breakfast", 3, ABOUT)
    assert google["feeds"] == [{"revision": 1, "about": 2}]
    assert google["rhythm"] == {
        "least": {"number": 9, "unit": "hour"},
        "most": {"number": 10, "unit": "hour"},
    }
    assert (google["last_fetched"], google["behind"], thunderbird["behind"]) == (1, 2, 1)
    assert thunderbird["readers"] == [{"revision": 3, "about": 4}, {"revision": 2, "about": 1}]
    assert (thunderbird["name"], thunderbird["expected"]) == ("Thunderbird", None)


@pytest.mark.usefixtures("store")
def test_where_nobody_came_it_says_so(run: Run) -> None:
    assert run().output.splitlines()[-1] == "nobody has fetched a feed in the last 7 days"


@pytest.mark.usefixtures("store")
def test_an_event_that_is_not_there_is_named(tmp_path: Path) -> None:
    store = str(tmp_path / "store.sqlite")

    result = CliRunner().invoke(roundtable, ["reach", "lunch", "--store", store])

    assert result.exit_code == 1
    assert "breakfast" in result.output


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (Length(9, "hour"), Length(13, "hour"), "9 to 13 hours"),
        (Length(5, "minute"), Length(1, "day"), "5 minutes to 1 day"),
        (Length(1, "hour"), Length(1, "hour"), "1 hour"),
    ],
)
def test_a_rhythm_is_told_in_words(least: Length, most: Length, words: str) -> None:
    assert in_words(Rhythm(least, most)) == words


def test_a_reader_whom_several_processes_answer_is_one(
    store: SqlStore, tmp_path: Path, free_port: int
) -> None:
    """And all of it is kept when the server is stopped."""
    words = ["serve", "--store", str(tmp_path / "store.sqlite"), "--workers", "2"]
    command = [sys.executable, "-m", "roundtable_ical.cli.main", *words, "--port", str(free_port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        fetched = sum(fetch(free_port) for _ in range(40))
    finally:
        server.terminate()
        server.wait(30)

    [visits] = store.visits(bootstrap.now().date()).visits
    assert (visits.family, visits.fetches, visits.readers) == (Family.APPLE, fetched, 1)
    assert (fetched, visits.number) == (40, 3)


def fetch(port: int) -> int:
    """Fetch a feed once the server answers."""
    headers = {"User-Agent": "iOS/18.0 (22A3354) dataaccessd/1.0"}
    address = f"http://127.0.0.1:{port}/breakfast/agenda.ics"
    deadline = time.monotonic() + 30
    while True:
        try:
            with urlopen(Request(address, headers=headers), timeout=10) as answer:
                return int(answer.status == 200)
        except URLError:
            assert time.monotonic() < deadline
            time.sleep(0.1)


@pytest.fixture
def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port
