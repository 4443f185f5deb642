"""Ids are changed wherever they are written."""

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.merging.renaming import Names, named, rebuilt, renamed
from roundtable_ical.testing.programmes import values


def event(prefix: str = "") -> SideEvent:
    """Return an event with every kind of reference, its ids with *prefix*."""
    a = prefix
    change = {"venue": f"{a}room", "speakers": [f"{a}ann"]}
    segment = {
        "id": f"{a}talk",
        "title": "Talk",
        "start": "09:00",
        "minutes": 30,
        "venue": f"{a}hall",
        "themes": [f"{a}skills"],
        "speakers": [f"{a}guy", {"speaker": f"{a}ann", "role": "chair"}],
        "repeat": {"rule": "FREQ=DAILY;COUNT=2", "changes": {"2026-09-25": change}},
    }
    return SideEvent.model_validate(
        values(
            hosts=[{"id": f"{a}ilo", "name": "ILO"}],
            venue=f"{a}hall",
            venues=[
                {"id": f"{a}hall", "name": "Hall", "rooms": [{"id": f"{a}room", "name": "Room"}]}
            ],
            themes=[{"id": f"{a}skills", "title": "Skills"}],
            speakers=[{"id": f"{a}guy", "name": "Guy"}, {"id": f"{a}ann", "name": "Ann"}],
            segments=[segment],
        )
    )


def test_every_id_is_changed_wherever_it_is_written() -> None:
    def prefixed(*ids: str) -> dict[str, str]:
        return {id_: f"x-{id_}" for id_ in ids}

    names = Names(
        hosts=prefixed("ilo"),
        places=prefixed("hall", "room"),
        themes=prefixed("skills"),
        speakers=prefixed("guy", "ann"),
        segments=prefixed("talk"),
    )

    assert renamed(event(), names) == event("x-")
    assert renamed(event(), Names()) == event()


def test_a_name_that_is_taken_gets_a_number() -> None:
    long = "a" * 64

    found = named(["a", "b", "c", long], {"c": "a"}, {"b", "b-2", long})

    assert found == {"a": "a-2", "b": "b-3", "c": "a", long: "a" * 62 + "-2"}


def test_a_new_field_leaves_the_rest_as_it_was() -> None:
    before = event()

    assert rebuilt(before) == before
    assert str(rebuilt(before, title="Other").title) == "Other"
