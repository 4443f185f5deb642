"""The same programme gives the same bytes: in any process, zone, locale, year and mode."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent.parent / "samples"

REPORT = """
import hashlib
import sys

from roundtable_ical import every_feed, read

for file in sys.argv[1:]:
    for path, feed in every_feed(read(file)).items():
        print(hashlib.sha256(feed.to_ical()).hexdigest(), path)
"""

# Set before anything is imported, so that nobody can hold on to the true clock.
NEXT_YEAR = """
import datetime
import time

YEAR = 365 * 86_400
for name, unit in (("time", 1), ("time_ns", 1_000_000_000)):
    setattr(time, name, lambda true=getattr(time, name), unit=unit: true() + YEAR * unit)
for name in ("localtime", "gmtime"):
    setattr(time, name, lambda at=None, true=getattr(time, name): true(at or time.time()))


class NextYear(type):
    def __instancecheck__(cls, value):
        return isinstance(value, cls.__mro__[1])


class date(datetime.date, metaclass=NextYear):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())


class datetime_(datetime.datetime, metaclass=NextYear):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.now(datetime.UTC).replace(tzinfo=None)

    today = now


datetime.date, datetime.datetime = date, datetime_
"""


def rendered(*options: str, before: str = "", **environ: str) -> str:
    """Return the SHA-256 of every feed of both samples, from a process of its own."""
    files = [str(file) for file in sorted(SAMPLES.glob("*/event.yaml"))]
    done = subprocess.run(
        [sys.executable, *options, "-c", before + REPORT, *files],
        env=os.environ | environ,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@cache
def usual() -> str:
    return rendered(PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")


def test_both_samples_have_feeds_to_compare() -> None:
    lines = usual().splitlines()

    assert len(lines) > 20
    assert sum(line.endswith(" agenda.ics") for line in lines) == 2


def test_another_process_writes_the_same_bytes() -> None:
    assert rendered(PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8") == usual()


@pytest.mark.parametrize("seed", ["1", "4294967295"])
def test_the_order_of_sets_changes_no_byte(seed: str) -> None:
    assert rendered(PYTHONHASHSEED=seed) == usual()


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/St_Johns"])
def test_the_zone_of_the_machine_changes_no_byte(zone: str) -> None:
    assert rendered(TZ=zone) == usual()


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_the_locale_changes_no_byte(locale: str) -> None:
    assert rendered(LC_ALL=locale, LANG=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0") == usual()


def test_next_year_the_bytes_are_those_of_today() -> None:
    assert rendered(before=NEXT_YEAR) == usual()


def test_the_clock_of_next_year_is_one_that_programs_believe() -> None:
    question = "import datetime, time; print(datetime.datetime.now().year, time.localtime()[0])"
    command = [sys.executable, "-c"]
    today = subprocess.check_output([*command, question], text=True)
    later = subprocess.check_output([*command, NEXT_YEAR + question], text=True)

    assert [int(year) - 1 for year in later.split()] == [int(year) for year in today.split()]


@pytest.mark.parametrize("mode", ["-O", "-OO"])
def test_without_assertions_the_bytes_are_the_same(mode: str) -> None:
    assert rendered(mode) == usual()
