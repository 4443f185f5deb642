"""A third party's importer, installed as pip would, and the command run beside it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from roundtable_ical.cli.main import roundtable
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing.letters import reply

ACME = '''
"""Agendas of Acme: a first line ACME, then `12 March`, `08:15-08:30 Title / Speaker`, `? words`."""

import re

from roundtable_ical.importers.draft import Draft, Ids, refused
from roundtable_ical.programme.problems import Problem, Question


class AcmeImporter:
    name = "agenda-of-acme"
    summary = "agendas of Acme"
    suffixes = (".acme",)

    def recognises(self, source):
        return 1.0 if source.content.startswith(b"ACME") else 0.0

    def read(self, source):
        draft, ids, given = Draft(source), Ids(), source.given
        head, *lines = source.content.decode().splitlines()
        title = head.removeprefix("ACME").strip()
        if not title:
            problem = Problem.error("no-title", ("title",), "there is no title", "write one")
            return refused(source, problem, 1)
        zone = given.timezone.key if given.timezone else "UTC"
        draft.values |= {"id": "acme", "title": title, "timezone": zone}
        segments = draft.values["segments"] = []
        speakers = draft.values["speakers"] = []
        for number, line in enumerate(lines, 2):
            if line == "24 September":
                year = given.year or given.moment.year
                draft.values["date"] = f"{year}-09-24"
                if not given.year:
                    question = Question(name="year", words="Which year is it?", default=str(year))
                    note = Problem.inferred(
                        "year", ("date",), "no year is written", sure=0.5, question=question
                    )
                    draft.tell(note, number)
                continue
            if line == "CRASH":
                raise KeyError("no such thing")
            found = re.fullmatch(r"(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d) ([^/]*)(?: / (.*))?", line)
            if not found:
                draft.unread(number, line)
                continue
            start, end, words, who = found.groups()
            segment = {"id": ids.new(words), "title": words, "start": start, "end": end}
            if words == "Lunch":
                choices = ("meal", "break")
                kind = given.answers.get("kind", "meal")
                segment["kind"] = kind
                question = Question(
                    name="kind", words="What is lunch?", default="meal", choices=choices
                )
                note = Problem.inferred(
                    "kind", ("segments", len(segments), "kind"), "lunch is a meal", sure=0.8,
                    question=None if "kind" in given.answers else question,
                )
                draft.tell(note, number)
            if who:
                id_ = who.lower().replace(" ", "-")
                segment["speakers"] = [id_]
                if id_ not in {each["id"] for each in speakers}:
                    speakers.append({"id": id_, "name": who})
            segments.append(segment)
        return draft.reading()
'''

NOTE = """\
ACME Breakfast
24 September
08:15-08:30 Welcome / Guy Ryder
08:30-09:00 Panel / Ann Lee
"""
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    """Return a folder on the path in which an importer of Acme's agendas is installed."""
    site = tmp_path / "site"
    info = site / "acme-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "acme_agenda.py").write_text(ACME)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[roundtable_ical.importers]\nacme = acme_agenda:AcmeImporter\n"
    )
    return site


@pytest.fixture
def run(acme: Path, tmp_path: Path) -> Run:
    """Return a function that runs the command in an empty folder, `note` in it."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "note").write_text(NOTE)

    def command(*words: str, stdin: str | None = None) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "roundtable_ical.cli.main", *words],
            cwd=home,
            env=os.environ | {"PYTHONPATH": str(acme)},
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            text=True,
            check=False,
        )

    return command


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return the folder that `run` runs in."""
    return tmp_path / "home"


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Return a function that runs a command in an empty folder."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    return lambda *words: CliRunner().invoke(roundtable, list(words))


@pytest.fixture
def guests(written: Callable[..., Path]) -> Path:
    """Return a breakfast in years to come: two people can be written to, and a third is not named.

    Neither its event nor the settings know a public address.
    """
    people = [
        {"id": "guy", "name": "Guy Ryder", "email": "guy@example.org"},
        {"id": "ann", "name": "Ann Nilsson", "email": "ann@example.net"},
        {"id": "chair", "label": "Chair", "tbc": True},
    ]
    panel = {"id": "panel", "title": "Panel", "start": "08:30", "minutes": 30}
    lunch = {"id": "lunch", "title": "Lunch", "start": "12:00", "minutes": 60}
    return written(
        date="2098-09-24",
        organizer={"name": "Protocol", "email": "protocol@example.org"},
        speakers=people,
        themes=None,
        segments=[panel | {"speakers": ["guy", "chair"]}, lunch | {"speakers": ["ann"]}],
    )


@pytest.fixture
def replied(typed: Callable[..., Result], guests: Path) -> Callable[..., str]:
    """Return a function that invites once, and writes a reply of Guy Ryder to a file."""

    def reply_to(partstat: str, name: str = "reply.eml", **more: Any) -> str:
        typed("invite", str(guests), "--out", "letters")
        with closing(SqlStore("roundtable.sqlite")) as store:
            letter = next(each for each in store.posts() if each.recipient == "guy@example.org")
            whole = store.post(letter.message_id)
        assert whole is not None
        Path(name).write_bytes(reply(whole, partstat, **more))
        return name

    return reply_to


@pytest.fixture
def breakfast(samples: Path, tmp_path: Path) -> Path:
    """Return the breakfast of 2013, to be written to."""
    return Path(shutil.copy(samples / "hld-2013" / "event.yaml", tmp_path / "event.yaml"))
