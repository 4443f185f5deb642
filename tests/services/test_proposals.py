"""What a speaker proposes becomes an order, and is open until it is decided."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from roundtable_ical.errors import InvalidField, UnknownId
from roundtable_ical.itip.ledger import Proposal
from roundtable_ical.itip.slots import SlotKey
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.people import Role
from roundtable_ical.services.answer import answer_by_web
from roundtable_ical.services.invite import Mailing, invite
from roundtable_ical.services.proposals import (
    open_proposal,
    ordered,
    substitute,
    take_proposal,
)
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.letters import MOMENT, PANEL, event, leave, panel

LATER = MOMENT + timedelta(hours=2)
ELEVEN = datetime(2026, 9, 24, 15, tzinfo=UTC)


def proposal(**changes: Any) -> Proposal:
    return Proposal(sequence=0, dtstamp=LATER, **changes)


def at(start: datetime, minutes: int = 30) -> Proposal:
    return proposal(start=start, end=start + timedelta(minutes=minutes))


def times(programme: SideEvent) -> dict[str, str]:
    return {
        each.id: f"{each.start:%H:%M}-{each.end:%H:%M}"
        for each in programme.occurrences
        if each.id in {"panel", "lunch"}
    }


def two(**changes: Any) -> SideEvent:
    lunch = {"id": "lunch", "title": "Lunch", "start": "11:15", "minutes": 60}
    guests = {"id": "panel", "title": "Panel", "start": "08:30", "minutes": 30}
    guests |= {"speakers": ["guy"]} | changes
    return event(segments=[guests, lunch])


@pytest.mark.parametrize(
    ("proposed", "after"),
    [
        (at(ELEVEN - timedelta(hours=1)), "10:00-10:30"),
        (at(ELEVEN - timedelta(hours=1), 45), "10:00-10:45"),
        (at(ELEVEN - timedelta(hours=2, minutes=30), 45), "08:30-09:15"),
        (at(ELEVEN - timedelta(hours=1), 10), "10:00-10:10"),
    ],
)
def test_the_slot_moves_to_the_time_and_length_that_was_proposed(
    proposed: Proposal, after: str
) -> None:
    found = ordered(two(), PANEL, proposed)

    assert (found.before, found.fits) == (two(), True)
    assert times(found.event) == {"panel": after, "lunch": "11:15-12:15"}


def test_a_time_that_is_taken_does_not_fit_unless_the_others_give_way() -> None:
    assert not ordered(two(), PANEL, at(ELEVEN)).fits

    assert times(ordered(two(), PANEL, at(ELEVEN), push=True).required()) == {
        "panel": "11:00-11:30",
        "lunch": "11:30-12:30",
    }


def test_a_substitute_is_written_in_and_takes_the_role() -> None:
    before = two(speakers=["ann", {"speaker": "guy", "role": "chair", "tbc": True}])

    found = ordered(before, PANEL, proposal(substitute="Mona Quorn, Deputy, mona@example.org"))

    segment = found.event.agenda["panel"]
    assert [(each.speaker, each.role, each.tbc) for each in segment.speakers] == [
        ("ann", Role.SPEAKER, False),
        ("mona-quorn", Role.CHAIR, True),
    ]
    new = found.event.people["mona-quorn"]
    told = (str(new.name), str(new.function), new.email)
    assert told == ("Mona Quorn", "Deputy", "mona@example.org")
    assert found.event.people["guy"] == before.people["guy"]


def test_of_a_series_one_day_has_the_substitute() -> None:
    series = panel(repeat={"rule": "FREQ=DAILY;COUNT=3"})
    key = SlotKey("panel-20260925", "guy")

    found = ordered(series, key, proposal(substitute="Ann Nilsson"))

    assert [
        (each.id, [who.speaker for who in each.segment.speakers])
        for each in found.event.occurrences
    ] == [
        ("panel-20260924", ["guy"]),
        ("panel-20260925", ["ann"]),
        ("panel-20260926", ["guy"]),
    ]


@pytest.mark.parametrize("words", ["Ann Nilsson", "A. Nilsson, ANN@example.org", "ann@example.org"])
def test_who_is_known_is_not_written_in_again(words: str) -> None:
    alone = ordered(two(), PANEL, proposal(substitute=words))
    beside = ordered(two(speakers=["guy", "ann"]), PANEL, proposal(substitute=words))

    for found in (alone, beside):
        assert [each.speaker for each in found.event.agenda["panel"].speakers] == ["ann"]
        assert found.event.speakers == two().speakers


def test_two_people_of_one_name_have_two_ids() -> None:
    taken = two().model_dump(mode="json")["speakers"]
    taken.append({"id": "mona-quorn", "name": "Mona Quorn (of another house)"})
    before = event(speakers=taken, segments=two().model_dump(mode="json")["segments"])

    found = ordered(before, PANEL, proposal(substitute="Mona Quorn"))

    assert found.event.agenda["panel"].speakers[0].speaker == "mona-quorn-2"


@pytest.mark.parametrize(
    ("proposed", "words"),
    [
        (proposal(comment="Later?"), "changes nothing"),
        (at(ELEVEN - timedelta(hours=2, minutes=30)), "changes nothing"),
        (proposal(substitute="nobody@example.net"), "names nobody"),
    ],
)
def test_what_cannot_be_taken_is_told(proposed: Proposal, words: str) -> None:
    with pytest.raises(InvalidField, match=words):
        ordered(two(), PANEL, proposed)


def test_nobody_is_replaced_in_a_slot_that_they_have_lost() -> None:
    with pytest.raises(UnknownId, match="panel/guy"):
        ordered(panel(speakers=["ann"]), PANEL, proposal(substitute="Mona Quorn"))
    with pytest.raises(UnknownId, match="gone"):
        ordered(two(), SlotKey("gone", "guy"), at(ELEVEN))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Mona Quorn", ("Mona Quorn", "", "")),
        ("mona@example.org", ("", "", "mona@example.org")),
        (
            "mona@example.org, Mona Quorn, Deputy, ILO",
            ("Mona Quorn", "Deputy, ILO", "mona@example.org"),
        ),
        (" , ", ("", "", "")),
    ],
)
def test_a_substitute_is_read_from_words(words: str, found: tuple[str, str, str]) -> None:
    assert substitute(words) == found


@pytest.fixture
def store() -> MemoryStore:
    """Return a store in which a speaker was asked and has proposed another time."""
    store = MemoryStore()
    invite(Mailing(event=two(), moment=MOMENT), store)
    leave(store)
    answer_by_web(two(), PANEL, at(ELEVEN), store)
    return store


def test_what_was_taken_is_not_open_any_more(store: MemoryStore) -> None:
    waiting = open_proposal(store.book("breakfast"), PANEL)
    assert waiting == at(ELEVEN)

    take_proposal("breakfast", PANEL, waiting, store)

    with pytest.raises(UnknownId, match="there is: none"):
        open_proposal(store.book("breakfast"), PANEL)


def test_what_was_proposed_meanwhile_stays_open(store: MemoryStore) -> None:
    waiting = open_proposal(store.book("breakfast"), PANEL)
    newer = replace(at(ELEVEN + timedelta(hours=4)), dtstamp=LATER + timedelta(hours=1))
    answer_by_web(two(), PANEL, newer, store)

    take_proposal("breakfast", PANEL, waiting, store)

    assert open_proposal(store.book("breakfast"), PANEL) == newer


def test_once_the_speaker_was_asked_again_an_older_proposal_is_over(store: MemoryStore) -> None:
    invite(Mailing(event=two(start="10:00"), moment=LATER), store)
    assert open_proposal(store.book("breakfast"), PANEL) == at(ELEVEN)

    leave(store, LATER)

    with pytest.raises(UnknownId, match="panel/guy"):
        open_proposal(store.book("breakfast"), PANEL)
