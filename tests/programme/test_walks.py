"""How long it takes from one place to another."""

from roundtable_ical.programme.reading import understood

EVENT = {
    "id": "week",
    "title": "Week",
    "timezone": "Europe/Zurich",
    "revised": "2026-10-01T09:00:00Z",
    "venues": [{"id": "hall", "name": "Hall", "rooms": [{"id": "foyer", "name": "Foyer"}]}],
}


def problems(*walks: dict[str, object]) -> list[str]:
    return [str(problem) for problem in understood(EVENT | {"walks": list(walks)}).errors]


def test_a_walk_is_between_two_venues_or_rooms() -> None:
    assert problems({"between": ["hall", "foyer"], "minutes": "3"}) == []


def test_what_is_wrong_with_a_walk_is_told_where_it_stands() -> None:
    found = problems(
        {"between": ["hall", "foier"], "minutes": 3},
        {"between": ["hall", "hall"], "minutes": 3},
        {"between": ["hall"], "minutes": 3},
        {"between": ["hall", "foyer"], "minutes": -1},
    )

    assert found == [
        "walks[1].between: 'hall' is named twice; name two different places",
        "walks[2].between: a list cannot be used; write at least 2",
        "walks[3].minutes: -1 cannot be used; write a number from 0 on",
        "walks[0].between[1]: there is no venue 'foier'; write foyer, or add it to `venues`",
    ]
