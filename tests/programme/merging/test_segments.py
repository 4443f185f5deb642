"""One segment of two; the rest of merging is in test_merging.py."""

from typing import Any

import pytest

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.merging.segments import Placed, Side, merged_segment, settled
from roundtable_ical.programme.merging.values import Languages
from roundtable_ical.testing.programmes import values

ENGLISH = Languages(file="en", document="en")
PEOPLE = [{"id": id_, "name": id_.title()} for id_ in ("guy", "ann", "sam")]


def side(**changes: Any) -> Side:
    talk = {"id": "talk", "title": "Talk", "start": "09:00", "end": "10:00"}
    event = values(speakers=PEOPLE, segments=[talk | changes])
    return Side.of(SideEvent.model_validate(event))


def speakers(placed: Placed) -> list[tuple[str, str, bool]]:
    return [(it.speaker, it.role.value, it.tbc) for it in placed.segment.speakers]


@pytest.mark.parametrize(
    ("ours", "theirs", "base", "found"),
    [
        (["guy", "ann"], ["guy"], None, ["guy"]),
        (["guy", "ann"], ["guy"], ["guy"], ["guy", "ann"]),
        (["guy", "ann"], ["guy", "sam"], ["guy"], ["guy", "sam", "ann"]),
        (["guy"], ["guy", "ann"], ["guy", "ann"], ["guy"]),
        (["guy"], ["ann", "guy"], None, ["ann", "guy"]),
        (["guy"], [], None, ["guy"]),
        (["guy"], [], ["guy"], []),
    ],
)
def test_people_come_from_the_document(
    ours: list[str], theirs: list[str], base: list[str] | None, found: list[str]
) -> None:
    first = None if base is None else side(speakers=base)

    placed = merged_segment(
        "talk", side(speakers=ours), side(speakers=theirs), first, ENGLISH, keep=False
    )

    assert [part.speaker for part in placed.segment.speakers] == found


def test_a_role_given_by_hand_stays_where_the_document_names_none() -> None:
    ours = side(speakers=[{"speaker": "guy", "role": "chair", "remote": True}])
    theirs = side(speakers=[{"speaker": "guy", "tbc": True}, {"speaker": "ann", "role": "host"}])

    placed = merged_segment("talk", ours, theirs, None, ENGLISH, keep=False)

    assert speakers(placed) == [("guy", "chair", True), ("ann", "host", False)]
    assert placed.segment.speakers[0].remote


def test_a_time_is_left_as_it_was_written_while_it_is_the_same() -> None:
    ours = side(end=None, minutes=60)

    placed = merged_segment("talk", ours, side(), None, ENGLISH, keep=False)

    assert placed.segment == ours.segments["talk"]


def test_a_segment_says_by_itself_what_its_new_event_would_say_otherwise() -> None:
    old = side()
    moved = SideEvent.model_validate(
        values(date="2026-09-25", timezone="Europe/Paris", segments=[], speakers=PEOPLE)
    )
    placed = Placed(old.segments["talk"], old, old)

    [segment] = settled([placed], moved.frame, moved.places)

    assert (str(segment.date), segment.timezone and segment.timezone.key) == (
        "2026-09-24",
        "America/New_York",
    )
