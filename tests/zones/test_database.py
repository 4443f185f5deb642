import copy
import pickle
import subprocess
import sys
import zoneinfo
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

import pytest
import tzdata  # type: ignore[import-untyped]  # it holds data, and no types

from roundtable_ical.errors import Unavailable, UnknownZone
from roundtable_ical.zones.database import Database, current

WHEEL = Path(str(resources.files("tzdata"))) / "zoneinfo"
REPORT = """
from datetime import datetime
from roundtable_ical.zones import current, zone
tokyo = datetime(2026, 9, 23, tzinfo=zone("Asia/Tokyo"))
print(current().version, current().source, tokyo.utcoffset())
"""


def system_directory(root: Path, version: str, *, index: str = "tzdata.zi") -> Path:
    """Make a zone directory in which Tokyo's clock is Auckland's, so that it is known again."""
    for key, source in {"Etc/UTC": "Etc/UTC", "UTC": "UTC", "Asia/Tokyo": "Asia/Kolkata"}.items():
        file = root / key
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes((WHEEL / source).read_bytes())
    lines = "Z Etc/UTC 0 - UTC\nZ Asia/Tokyo 9 - JST\nL Etc/UTC UTC\nL Asia/Tokyo Japan\n"
    text = f"# version {version}\n{lines}" if index == "tzdata.zi" else f"{version}\n"
    (root / index).write_text(text)
    return root


def report(*roots: Path) -> str:
    found = subprocess.run(
        [sys.executable, "-W", "error", "-c", REPORT],
        env={"PYTHONTZPATH": ":".join(map(str, roots))},
        capture_output=True,
        text=True,
        check=True,
    )
    return found.stdout.strip()


@pytest.mark.parametrize("index", ["tzdata.zi", "+VERSION"])
def test_a_newer_system_database_is_taken(tmp_path: Path, index: str) -> None:
    root = system_directory(tmp_path, "2099a", index=index)

    assert report(root) == "2099a system 5:30:00"


def test_the_newest_of_several_system_databases_is_taken(tmp_path: Path) -> None:
    old = system_directory(tmp_path / "old", "2098z")
    new = system_directory(tmp_path / "new", "2098za")

    assert report(old, tmp_path / "missing", new) == "2098za system 5:30:00"


@pytest.mark.parametrize("version", ["1999c", tzdata.IANA_VERSION, "unknown"])
def test_the_wheel_is_taken_where_the_system_is_not_newer(tmp_path: Path, version: str) -> None:
    root = system_directory(tmp_path, version)

    assert report(root) == f"{tzdata.IANA_VERSION} wheel 9:00:00"


def test_a_system_directory_without_zones_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "tzdata.zi").write_text("# version 2099a\n")

    assert report(tmp_path) == f"{tzdata.IANA_VERSION} wheel 9:00:00"


def test_importing_chooses_nothing() -> None:
    program = """
import roundtable_ical.ical.timezones
from roundtable_ical.zones.database import current
print(current.cache_info().currsize)
"""

    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert found.stdout == "0\n"


def test_one_id_is_one_object() -> None:
    assert current().zone("Asia/Kathmandu") is current().zone("Asia/Kathmandu")


def test_a_zone_survives_pickling_and_copying_as_the_same_object() -> None:
    moment = datetime(2026, 9, 23, 8, tzinfo=current().zone("Europe/Zurich"))

    copies = pickle.loads(pickle.dumps(moment)), copy.deepcopy(moment)

    assert [found.tzinfo for found in copies] == [moment.tzinfo] * 2


def test_the_zones_of_the_wheel_are_all_there_and_can_all_be_read() -> None:
    known = {
        line
        for line in (WHEEL.parent / "zones").read_text().splitlines()
        if line not in {"Factory"}
    }

    assert known <= current().keys()
    assert all(current().history(key).initial for key in current().keys())  # noqa: SIM118  # keys() is a method of the database, no dict's


@pytest.mark.parametrize(
    "key",
    [
        *("", "../../etc/passwd", "/etc/localtime", "Europe/../Europe/Zurich", "Europe//Zurich"),
        *("Europe", "Europe/Zurich\0", "tzdata.zi", "zone.tab", "leapseconds", "Europe\\Zurich"),
        *("./UTC", "europe/zurich", "Europe/Zurich/", "Etc/GMT+99", "__init__.py", "é"),
    ],
)
def test_what_is_no_id_opens_no_file(key: str) -> None:
    with pytest.raises(UnknownZone, match="is not in the time zone database"):
        current().zone(key)


def test_a_damaged_file_is_told_from_an_unknown_zone() -> None:
    whole = (WHEEL / "Europe/Zurich").read_bytes()
    database = Database(version="2026f", source="system", _read=lambda _name: whole[:100])

    with pytest.raises(Unavailable, match=r"Europe/Zurich in the system's time zone database"):
        database.zone("Europe/Zurich")
    with pytest.raises(Unavailable, match="install the database again"):
        database.history("Europe/Zurich")


def test_links_name_the_zone_that_they_stand_for() -> None:
    assert current().links()["Japan"] == "Asia/Tokyo"


def test_the_process_keeps_its_own_zone_path() -> None:
    before = zoneinfo.TZPATH

    current().zone("America/New_York")

    assert before == zoneinfo.TZPATH
    assert datetime(2026, 9, 23, tzinfo=UTC).astimezone(zoneinfo.ZoneInfo("Asia/Tokyo")).hour == 9
