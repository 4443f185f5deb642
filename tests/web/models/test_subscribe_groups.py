from collections.abc import Callable

from roundtable_ical import SideEvent
from roundtable_ical.programme.selection import Selection, selected
from roundtable_ical.web.models.said import Voice
from roundtable_ical.web.models.subscribe_groups import Group, groups

Planned = Callable[..., SideEvent]
Voices = Callable[..., Voice]


def found(event: SideEvent, say: Voice, ticked: Selection | None = None) -> tuple[Group, ...]:
    """Return the groups of *event*, counted without a store."""
    return groups(event, ticked or Selection(), say, lambda each: len(selected(event, each)))


def names(group: Group) -> list[tuple[str, str, int, bool]]:
    """Return what each box of *group* says."""
    return [
        (box.id, box.name.text, box.count, box.ticked) for fold in group.folds for box in fold.boxes
    ]


def test_what_has_no_event_is_left_out_unless_it_is_ticked(planned: Planned, voice: Voices) -> None:
    segment = {"id": "panel", "start": "08:15", "end": "09:00", "themes": ["a"]}
    themes = [{"id": id_, "title": id_.upper()} for id_ in "abc"]
    event = planned(segment, themes=themes)

    (group,) = found(event, voice(), Selection(themes=("c",)))

    assert (group.kind, names(group)) == ("themes", [("a", "A", 1, False), ("c", "C", 0, True)])


def test_one_room_alone_is_no_choice(planned: Planned, voice: Voices) -> None:
    segments = [
        {"id": "first", "start": "08:15", "end": "09:00", "venue": "hall"},
        {"id": "second", "start": "09:15", "end": "09:30", "venue": "hall"},
    ]
    event = planned(*segments, venues=[{"id": "hall", "name": "Hall"}])

    assert found(event, voice()) == ()


def test_segments_are_boxes_only_where_they_were_chosen(planned: Planned, voice: Voices) -> None:
    event = planned(
        {"id": "first", "start": "08:15", "end": "09:00"},
        {"id": "second", "start": "09:15", "end": "09:30"},
    )

    (group,) = found(event, voice(), Selection(segments=("second",)))

    assert (group.kind, names(group)) == ("segments", [("second", "Second", 1, True)])


def test_few_are_shown_and_many_are_folded(planned: Planned, voice: Voices) -> None:
    def group_of(count: int) -> Group:
        themes = [{"id": f"t{n}", "title": f"T{n}"} for n in range(count)]
        ids = [each["id"] for each in themes]
        segment = {"id": "panel", "start": "08:15", "end": "09:00", "themes": ids}
        return found(planned(segment, themes=themes), voice())[0]

    assert [(group_of(n).folded, len(group_of(n).folds)) for n in (12, 13, 71)] == [
        (False, 1),
        (True, 1),
        (True, 1),
    ]


def test_very_many_speakers_are_folded_by_the_letters_of_their_names(
    planned: Planned, voice: Voices
) -> None:
    called = ["Émile", "eve", "Zoë", "7th chair", "Ёлка", *(f"Ada {n}" for n in range(60))]
    people = [{"id": f"p{n}", "name": name} for n, name in enumerate(called)]
    ids = [each["id"] for each in people]
    event = planned(
        {"id": "panel", "start": "08:15", "end": "09:00", "speakers": ids}, speakers=people
    )

    (group,) = found(event, voice(), Selection(speakers=("p1",)))

    letters = [(fold.letter, len(fold.boxes), fold.ticked) for fold in group.folds]
    assert letters == [("A", 60, 0), ("E", 2, 1), ("T", 1, 0), ("Z", 1, 0), ("Е", 1, 0)]
    assert (group.total, group.ticked) == (65, 1)
