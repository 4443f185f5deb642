"""Readers that are not ours see every moment of every feed as the model has it."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from roundtable_ical import SideEvent, Status, every_feed, feed, read, selected
from roundtable_ical.ical.identity import uid
from roundtable_ical.programme.selection import Selection
from roundtable_ical.revisions.ledger import WHOLE_EVENT

HERE = Path(__file__).parent
SAMPLES = HERE.parent.parent / "samples"

Feeds = Mapping[str, str]
Instants = dict[str, dict[str, tuple[str, str]]]


@dataclass(frozen=True)
class Judge:
    """A reader: how it is started, and why not, where it never reads a VTIMEZONE."""

    name: str
    command: tuple[str, ...]
    only_by_name: str = ""

    def __str__(self) -> str:
        return self.name


def _from_pypi(name: str, only_by_name: str = "") -> Judge:
    return Judge(name, (sys.executable, str(HERE / "judges.py"), name), only_by_name)


JUDGES = [
    Judge("ical.js", ("node", str(HERE / "ical_js.mjs"))),
    Judge("libical", ("/usr/bin/python3", str(HERE / "libical.py"))),
    _from_pypi("icalendar"),
    _from_pypi("recurring-ical-events"),
    _from_pypi("vobject"),
    _from_pypi("ical"),
    _from_pypi("ics", only_by_name="ics.py 0.7 takes a name that it does not know for UTC"),
]
OF_VTIMEZONES = [judge for judge in JUDGES if not judge.only_by_name]


@cache
def event(sample: str) -> SideEvent:
    return read(SAMPLES / sample / "event.yaml")


def mix(sample: str) -> dict[str, tuple[str, ...]]:
    themes, speakers = [*event(sample).topics], [*event(sample).people]
    return {"themes": (themes[0], themes[-1]), "speakers": (speakers[0], speakers[-1])}


@cache
def feeds() -> Feeds:
    """Every feed of both samples, and one mix of each."""
    found: dict[str, str] = {}
    for sample in ("hld-2013", "week-of-side-events"):
        for path, calendar in every_feed(event(sample)).items():
            found[f"{sample}/{path}"] = calendar.to_ical().decode()
        mixed = mix(sample)
        union = feed(event(sample), themes=mixed["themes"], speakers=mixed["speakers"])
        found[f"{sample}/mix.ics"] = union.to_ical().decode()
    return found


def renamed(text: str, *, shift: int = 0) -> str:
    """Return *text* with zones of unknown names, their clocks put forward by *shift* hours."""
    names = sorted(set(re.findall(r"^TZID:(.+)\r$", text, re.MULTILINE)))
    for number, name in enumerate(names, 1):
        text = re.sub(
            f"TZID([:=]){re.escape(name)}(?=[\r:;])", rf"TZID\1Renamed/Zone-{number}", text
        )
    text = re.sub(r"^X-LIC-LOCATION:.*\r\n", "", text, flags=re.MULTILINE)
    return re.sub(
        r"^(TZOFFSET(?:FROM|TO):)([+-]\d\d)",
        lambda offset: f"{offset[1]}{int(offset[2]) + shift:+03}",
        text,
        flags=re.MULTILINE,
    )


@cache
def _answer(judge: Judge, questions: str) -> Instants:
    try:
        done = subprocess.run(
            judge.command, input=questions, capture_output=True, text=True, timeout=120
        )
    except FileNotFoundError as error:
        pytest.fail(f"{judge} cannot be asked ({error}); make test installs it")
    if done.returncode:
        pytest.fail(f"{judge} failed; make test installs what is missing.\n{done.stderr[-3000:]}")
    answers: Instants = json.loads(done.stdout)
    return {
        name: {uid_: (start, end) for uid_, (start, end) in found.items()}
        for name, found in answers.items()
    }


def seen(judge: Judge, feeds: Feeds) -> Instants:
    return _answer(judge, json.dumps(feeds))


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


@cache
def planned() -> Instants:
    """What the model says of the feeds of `feeds`."""
    found: Instants = {}
    for sample in ("hld-2013", "week-of-side-events"):
        whole = event(sample)
        assert whole.start
        assert whole.end
        block = {uid(whole, WHOLE_EVENT): (_utc(whole.start), _utc(whole.end))}
        found[f"{sample}/event.ics"] = block
        choices = {"agenda.ics": Selection(), "mix.ics": Selection(**mix(sample))}
        choices |= {f"themes/{id_}.ics": Selection(themes=(id_,)) for id_ in whole.topics}
        choices |= {f"speakers/{id_}.ics": Selection(speakers=(id_,)) for id_ in whole.people}
        choices |= {f"venues/{id_}.ics": Selection(venues=(id_,)) for id_ in whole.places}
        for path, choice in choices.items():
            found[f"{sample}/{path}"] = {
                uid(whole, item.id): (_utc(item.start), _utc(item.end))
                for item in selected(whole, choice)
            }
    return found


def test_the_first_discussion_of_the_breakfast_is_where_the_note_has_it() -> None:
    discussion = next(
        item for item in event("hld-2013").occurrences if item.segment.kind == "discussion"
    )

    assert (_utc(discussion.start), _utc(discussion.end)) == (
        "2013-09-26T12:35:00Z",
        "2013-09-26T13:00:00Z",
    )


def test_the_feeds_are_those_of_the_model() -> None:
    assert sorted(feeds()) == sorted(planned())


def test_the_week_has_what_is_hard() -> None:
    week = event("week-of-side-events")

    assert {item.zone.key for item in week.occurrences} >= {"America/New_York", "Europe/Zurich"}
    assert any(item.id != item.series for item in week.occurrences)
    assert any(item.segment.status is Status.CANCELLED for item in week.occurrences)
    assert week.unscheduled
    assert any(
        item.start.utcoffset() != week.occurrences[-1].start.utcoffset()
        for item in week.occurrences
        if item.zone == week.occurrences[-1].zone
    )


@pytest.mark.parametrize("judge", JUDGES, ids=str)
def test_every_reader_sees_every_moment_as_planned(judge: Judge) -> None:
    answers = seen(judge, feeds())

    assert answers == planned()


@pytest.mark.parametrize("judge", OF_VTIMEZONES, ids=str)
def test_the_same_where_the_names_of_the_zones_say_nothing(judge: Judge) -> None:
    answers = seen(judge, {name: renamed(text) for name, text in feeds().items()})

    assert answers == planned()


@pytest.mark.parametrize("judge", OF_VTIMEZONES, ids=str)
@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["right first", "wrong first"])
def test_a_reader_is_no_judge_unless_a_wrong_vtimezone_misleads_it_and_no_other_does(
    judge: Judge, order: tuple[int, int]
) -> None:
    name = "hld-2013/agenda.ics"
    asked = [("right", renamed(feeds()[name])), ("wrong", renamed(feeds()[name], shift=1))]

    answers = seen(judge, dict(asked[number] for number in order))

    hour_early = {
        uid_: tuple(f"{at[:11]}{int(at[11:13]) - 1:02}{at[13:]}" for at in span)
        for uid_, span in planned()[name].items()
    }
    assert answers == {"right": planned()[name], "wrong": hour_early}
