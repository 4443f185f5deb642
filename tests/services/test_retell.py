"""What each revision changed, remembered within bounds, and never a name that is withheld."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.errors import Unavailable
from roundtable_ical.programme.selection import Selection
from roundtable_ical.revisions.publication import Revision
from roundtable_ical.services.publish import publish
from roundtable_ical.services.retell import MOST_REVISIONS, Retelling, Retold
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.programmes import values

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)


class Counting(MemoryStore):
    """A store that notes which programmes are read, and can be out of reach."""

    read: list[int]
    reachable = True

    def programme(self, event_id: str, number: int) -> SideEvent | None:
        """Return the programme, and note its number."""
        self.read.append(number)
        return super().programme(event_id, number)

    def history(self, event_id: str, after: int = 0) -> tuple[Revision, ...]:
        """Return the history, or fail as a lost connection does."""
        if not self.reachable:
            raise Unavailable("store: cannot be read")
        return super().history(event_id, after)


@dataclass
class Past:
    """A store with a history, and what retells it."""

    store: Counting = field(default_factory=Counting)
    retelling: Retelling = field(default_factory=Retelling)

    def __post_init__(self) -> None:
        self.store.read = []

    def publish(self, tzdata: str = "2026f", **changes: Any) -> None:
        """Publish the breakfast with *changes* to its file."""
        hours = timedelta(hours=len(self.store.history("breakfast")))
        event = SideEvent.model_validate(values(**changes))
        publish(event, self.store, moment=NOON + hours, tzdata=tzdata)

    def retold(self) -> tuple[Retold, ...]:
        """Return what is retold."""
        snapshot = self.store.latest("breakfast")
        assert snapshot is not None
        return self.retelling.of(snapshot, self.store)

    def lines(self, selection: Selection | None = None) -> list[list[str]]:
        """Return the changes of each revision as lines, newest revision first."""
        chosen = selection or Selection()
        return [
            [str(told.change) for told in each.told if told.concerns(chosen)]
            for each in self.retold()
        ]


@pytest.fixture
def past() -> Past:
    return Past()


def panel(**changes: Any) -> list[dict[str, Any]]:
    """Return the segments, the panel with *changes*."""
    welcome, panel = values()["segments"]
    return [welcome, panel | changes]


def guy(**changes: Any) -> list[dict[str, Any]]:
    """Return the speakers: one, with *changes*."""
    return [{"id": "guy", "name": "Guy Ryder", **changes}]


ADDED = [
    "Welcome | added | is: 2026-09-24 08:15-08:30",
    "Panel | added | is: 2026-09-24 08:30-09:00",
]


def test_every_revision_says_what_it_changed_newest_first(past: Past) -> None:
    past.publish()
    past.publish(segments=panel(title="Debate"))
    past.publish(segments=panel(title="Debate", end="09:15"))

    assert past.lines() == [
        ["Debate | lengthened | was: 30 min | is: 45 min"],
        ["Debate | renamed | was: Panel | is: Debate"],
        ADDED,
    ]
    assert [each.revision.number for each in past.retold()] == [3, 2, 1]


def test_a_change_concerns_the_themes_and_speakers_before_and_after_it(past: Past) -> None:
    themes = [{"id": "skills", "title": "Skills"}, {"id": "rights", "title": "Rights"}]
    past.publish(themes=themes)
    past.publish(themes=themes, segments=panel(themes=["rights"]))

    moved = "Panel | themes changed | was: Skills | is: Rights"
    assert past.lines(Selection(themes=("skills",))) == [[moved], [ADDED[1]]]
    assert past.lines(Selection(themes=("rights",))) == [[moved], []]
    assert past.lines(Selection(speakers=("guy",))) == [[moved], [ADDED[1]]]


def test_what_is_remembered_is_not_read_again(past: Past) -> None:
    for title in ("One", "Two", "Three"):
        past.publish(segments=panel(title=title))
    past.retold()
    assert past.store.read == [2, 1]

    past.retold()
    past.publish(segments=panel(title="Four"))
    past.retold()

    assert past.store.read == [2, 1, 3]


def test_it_needs_no_store_for_what_it_remembers(past: Past) -> None:
    past.publish()
    before = past.retold()
    past.store.reachable = False

    assert past.retold() == before
    past.retelling = Retelling()
    with pytest.raises(Unavailable):
        past.retold()


def test_memory_is_bounded_and_the_answer_is_not(past: Past) -> None:
    for number in range(6):
        past.publish(segments=panel(title=f"Panel {number}"))
    whole = past.lines()
    past.retelling = Retelling(most_changes=4)

    assert past.lines() == whole
    assert past.lines() == whole
    assert sum(len(kept.told) + 1 for kept in past.retelling._kept.values()) <= 4


def test_only_the_newest_revisions_are_told(past: Past) -> None:
    for number in range(MOST_REVISIONS + 3):
        past.publish(segments=panel(title=f"Panel {number}"))

    numbers = [each.revision.number for each in past.retold()]

    assert numbers == list(range(MOST_REVISIONS + 3, 3, -1))
    assert min(past.store.read) == 3


def test_a_revision_newer_than_what_is_served_is_not_told(past: Past) -> None:
    past.publish()
    snapshot = past.store.latest("breakfast")
    past.publish(title="Brunch")
    assert snapshot is not None

    assert [each.revision.number for each in past.retelling.of(snapshot, past.store)] == [1]


def test_other_time_zone_data_is_noted(past: Past) -> None:
    past.publish(tzdata="2026f")
    past.publish(tzdata="2026g", title="Brunch")
    past.publish(tzdata="2026g", title="Lunch")

    assert [each.retimed_from for each in past.retold()] == [None, "2026f", None]


def test_a_name_that_is_withheld_is_in_no_older_revision_either(past: Past) -> None:
    past.publish(segments=panel(speakers=[]))
    past.publish(speakers=guy())
    past.publish(speakers=guy(function="Head"))
    assert past.lines()[:2] == [
        ["Panel | speaker changed | was: Guy Ryder | is: Guy Ryder, Head"],
        ["Panel | speaker joined | is: Guy Ryder"],
    ]

    past.publish(speakers=guy(function="Head", consent=False))

    assert past.lines()[:3] == [
        [],
        ["Panel | speaker changed | was: a speaker to be announced | is: Head"],
        ["Panel | speaker joined | is: a speaker to be announced"],
    ]


def test_whoever_left_while_withheld_stays_without_a_name(past: Past) -> None:
    past.publish(speakers=guy(label="An expert"))
    past.publish(speakers=guy(label="An expert", consent=False))
    past.publish(speakers=[], segments=panel(speakers=[]))

    assert past.lines()[:2] == [["Panel | speaker left | was: An expert"], []]
    assert "Guy" not in str(past.lines())


def test_a_name_may_come_back(past: Past) -> None:
    past.publish(speakers=guy())
    past.publish(speakers=guy(consent=False))
    past.retold()

    past.publish(speakers=guy())

    fresh = Retelling()
    snapshot = past.store.latest("breakfast")
    assert snapshot is not None
    assert past.retold() == fresh.of(snapshot, past.store)
    assert past.lines()[:2] == [
        ["Panel | speaker changed | was: a speaker to be announced | is: Guy Ryder"],
        ["Panel | speaker changed | was: Guy Ryder | is: a speaker to be announced"],
    ]
