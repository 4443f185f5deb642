"""A document read again meets the file: ids and what was added by hand stay."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from roundtable_ical import read
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.merging.merged import Merge, Missing, merged
from roundtable_ical.programme.merging.renaming import Names, rebuilt, renamed
from roundtable_ical.programme.segments import Status
from roundtable_ical.testing.events import events

LATER = "2026-10-01T12:00:00Z"
DOCUMENT: dict[str, Any] = {
    "id": "breakfast-on-skills",
    "title": "Breakfast on skills",
    "timezone": "America/New_York",
    "date": "2026-09-24",
    "created": LATER,
    "revised": LATER,
    "hosts": [{"id": "ilo", "name": "ILO"}],
    "venues": [{"id": "dining-hall", "name": "Dining Hall", "city": "New York"}],
    "themes": [{"id": "skills", "title": "Skills"}],
    "speakers": [
        {"id": "guy-ryder", "name": "Guy Ryder", "affiliation": "ILO"},
        {"id": "tonga", "affiliation": "Government of Tonga", "tbc": True},
    ],
    "segments": [
        {
            "id": "welcome",
            "title": "Welcome",
            "start": "08:15",
            "end": "08:30",
            "speakers": ["guy-ryder"],
        },
        {
            "id": "discussion",
            "title": "Discussion: skills that travel",
            "kind": "discussion",
            "start": "08:30",
            "end": "09:00",
            "themes": ["skills"],
            "speakers": ["tonga"],
        },
        {"id": "closing", "title": "Closing remarks", "start": "09:00", "end": "09:15"},
    ],
}


def document(**changes: Any) -> SideEvent:
    """Return the event of the document."""
    return SideEvent.model_validate(DOCUMENT | changes)


def segments(*changes: dict[str, Any] | None) -> list[dict[str, Any]]:
    """Return the document's segments with *changes* to the first ones; None takes one out."""
    every = (*changes, *([{}] * (len(DOCUMENT["segments"]) - len(changes))))
    pairs = zip(DOCUMENT["segments"], every, strict=True)
    return [segment | change for segment, change in pairs if change is not None]


def by_hand(**changes: Any) -> SideEvent:
    """Return what somebody made of the document: other ids, and much that it does not say."""
    event = SideEvent.model_validate(
        DOCUMENT
        | {
            "id": "breakfast",
            "title": {"en": "Breakfast on skills", "fr": "Petit-déjeuner"},
            "created": "2026-09-01T12:00:00Z",
            "revised": "2026-09-02T12:00:00Z",
            "revision": 3,
            "uid_domain": "events.example.org",
            "url": "https://events.example.org/breakfast/",
            "organizer": {"name": "Secretariat", "email": "s@example.org"},
            "venues": [
                {
                    "id": "hall",
                    "name": "Dining Hall",
                    "city": "New York",
                    "geo": {"lat": 40.7, "lon": -73.9},
                }
            ],
            "themes": [{"id": "travelling-skills", "title": "Skills", "color": "teal"}],
            "speakers": [
                {"id": "guy", "name": "Guy Ryder", "affiliation": "ILO", "email": "g@example.org"},
                {"id": "tonga", "affiliation": "Government of Tonga", "tbc": True},
            ],
            "segments": [
                {
                    "id": "opening",
                    "title": "Welcome",
                    "kind": "welcome",
                    "abstract": "Coffee is served.",
                    "start": "08:15",
                    "minutes": 15,
                    "speakers": [{"speaker": "guy", "role": "chair"}],
                },
                {
                    "id": "talk",
                    "title": "Discussion: skills that travel",
                    "kind": "panel",
                    "start": "08:30",
                    "end": "09:00",
                    "themes": ["travelling-skills"],
                    "speakers": ["tonga"],
                    "url": "https://meet.example.org/talk",
                },
                {"id": "closing", "title": "Closing remarks", "start": "09:00", "end": "09:15"},
            ],
        }
    )
    return rebuilt(event, **changes)


def told(merge: Merge) -> list[str]:
    return [note.message for note in merge.notes]


def test_the_same_document_again_changes_nothing() -> None:
    present = by_hand()

    assert merged(present, document()) == Merge(event=present)
    assert merged(present, document(), document()) == Merge(event=present)


def test_a_new_time_and_title_come_in_and_all_else_stays() -> None:
    present = by_hand()
    new = document(
        segments=segments({}, {"title": "Discussion: skills that travel far", "end": "09:10"},
                          {"start": "09:10", "end": "09:20"})
    )  # fmt: skip

    event = merged(present, new).event

    opening, talk, closing = present.segments
    assert event == rebuilt(
        present,
        revised=LATER,
        revision=4,
        segments=(
            opening,
            {**dict(talk), "title": "Discussion: skills that travel far", "end": "09:10",
             "kind": "discussion"},
            {**dict(closing), "start": "09:10", "end": "09:20"},
        ),
    )  # fmt: skip


def test_a_place_that_was_kept_gets_its_name_and_keeps_its_id() -> None:
    speakers = [
        DOCUMENT["speakers"][0],
        {"id": "sina-taufa", "name": "Sina Taufa", "affiliation": "Government of Tonga"},
    ]
    found = segments({}, {"speakers": ["sina-taufa"]})

    merge = merged(by_hand(), document(speakers=speakers, segments=found))

    tonga = merge.event.people["tonga"]
    assert (str(tonga.name), tonga.tbc) == ("Sina Taufa", False)
    assert [part.speaker for part in merge.event.segments[1].speakers] == ["tonga"]
    assert told(merge) == [
        "the person 'Sina Taufa' is taken to be 'Government of Tonga' (tonga): "
        "the place that was kept has a name now"
    ]


@pytest.mark.parametrize(
    ("missing", "left"),
    [
        (Missing.REMOVE, {"opening": "confirmed", "talk": "confirmed"}),
        (
            Missing.CANCEL,
            {"opening": "confirmed", "talk": "confirmed", "closing": "cancelled"},
        ),
        (Missing.KEEP, {"opening": "confirmed", "talk": "confirmed", "closing": "confirmed"}),
    ],
)
def test_what_the_document_no_longer_has_goes_or_stays_as_wanted(
    missing: Missing, left: dict[str, str]
) -> None:
    new = document(segments=segments({}, {}, None))

    merge = merged(by_hand(), new, missing=missing)

    assert {each.id: each.status.value for each in merge.event.segments} == left
    removed = ["removed: 'Closing remarks' is not in the document"]
    assert told(merge) == (removed if missing is Missing.REMOVE else [])


def test_a_new_segment_comes_behind_the_one_before_it_with_an_id_of_its_own() -> None:
    lunch = {"id": "talk", "title": "Lunch", "start": "08:30", "end": "08:45"}
    found = segments({}, {"start": "08:45"})
    found.insert(1, lunch)

    event = merged(by_hand(), document(segments=found)).event

    assert [each.id for each in event.segments] == ["opening", "talk-2", "talk", "closing"]
    assert str(event.agenda["talk-2"].title) == "Lunch"


def test_corrections_by_hand_stay_where_the_document_is_as_it_was() -> None:
    """With the document that the file was made from: a merge of three."""
    present = by_hand()
    corrected = present.segments[2].model_copy(update={"status": Status.TENTATIVE})
    extra = {"id": "extra", "title": "Photo", "start": "09:20", "end": "09:25", "speakers": ["guy"]}
    present = rebuilt(
        present, subtitle="By hand", segments=(*present.segments[:2], corrected, extra)
    )
    base = document(subtitle="As printed")
    new = document(subtitle="As printed", segments=segments({"start": "08:00"}))

    two, three = merged(present, new).event, merged(present, new, base).event

    assert (str(two.subtitle), str(three.subtitle)) == ("As printed", "By hand")
    assert [each.id for each in two.segments] == ["opening", "talk", "closing"]
    assert [each.id for each in three.segments] == ["opening", "talk", "closing", "extra"]
    assert two.agenda["closing"].status is Status.CONFIRMED
    assert three.agenda["closing"].status is Status.TENTATIVE
    assert {str(event.agenda["opening"].start) for event in (two, three)} == {"08:00"}


def test_what_was_taken_out_by_hand_stays_out() -> None:
    present = rebuilt(by_hand(), segments=by_hand().segments[:2])
    new = document(segments=segments({"start": "08:00"}))

    merge = merged(present, new, document())

    assert [each.id for each in merge.event.segments] == ["opening", "talk"]
    assert told(merge) == ["left out: 'Closing remarks' was taken out of the file by hand"]
    assert [each.id for each in merged(present, new).event.segments] == [
        "opening",
        "talk",
        "closing",
    ]


def test_another_day_moves_what_came_from_the_document_and_nothing_that_stays() -> None:
    new = document(date="2026-09-25", segments=segments({}, {}, None))

    event = merged(by_hand(), new, missing=Missing.KEEP).event

    days = {item.id: str(item.start.date()) for item in event.occurrences}
    assert days == {"opening": "2026-09-25", "talk": "2026-09-25", "closing": "2026-09-24"}


def test_another_zone_moves_what_came_from_the_document_and_nothing_that_stays() -> None:
    new = document(timezone="America/Chicago", segments=segments({}, {}, None))

    event = merged(by_hand(), new, missing=Missing.KEEP).event

    zones = {item.id: item.zone.key for item in event.occurrences}
    assert zones == {
        "opening": "America/Chicago",
        "talk": "America/Chicago",
        "closing": "America/New_York",
    }


def test_a_second_venue_leaves_nobody_without_a_place() -> None:
    hall, lobby = DOCUMENT["venues"][0], {"id": "lobby", "name": "Visitors' Lobby"}
    found = [each | {"venue": "dining-hall"} for each in segments({}, {}, None)]
    closing = DOCUMENT["segments"][2] | {"venue": "lobby"}

    event = merged(by_hand(), document(venues=[hall, lobby], segments=[*found, closing])).event

    places = {item.id: item.venue and item.venue.id for item in event.occurrences}
    assert places == {"opening": "hall", "talk": "hall", "closing": "lobby"}
    assert event.places["hall"].geo == by_hand().places["hall"].geo


def test_a_document_in_another_language_is_a_translation() -> None:
    new = document(
        language="fr",
        title="Petit-déjeuner sur les compétences",
        segments=segments({"title": "Bienvenue"}, {"title": "Discussion"}, {"title": "Clôture"}),
    )

    event = merged(by_hand(), new).event

    assert event.language == "en"
    assert event.title.root == {
        "en": "Breakfast on skills",
        "fr": "Petit-déjeuner sur les compétences",
    }
    assert [(each.id, each.title.root) for each in event.segments] == [
        ("opening", {"en": "Welcome", "fr": "Bienvenue"}),
        ("talk", {"en": "Discussion: skills that travel", "fr": "Discussion"}),
        ("closing", {"en": "Closing remarks", "fr": "Clôture"}),
    ]


def test_the_days_of_a_series_are_not_new_segments() -> None:
    series = {
        "id": "briefing",
        "title": "Briefing",
        "date": "2026-09-24",
        "start": "08:00",
        "minutes": 15,
        "repeat": {"rule": "FREQ=DAILY;COUNT=2"},
    }
    present = rebuilt(by_hand(), segments=(series, *by_hand().segments))
    days = [
        {"id": f"b-{day}", "title": "Briefing", "date": day, "start": "08:00", "end": "08:15"}
        for day in ("2026-09-24", "2026-09-25")
    ]

    assert merged(present, document(segments=[*days, *segments()])).event == present


def test_what_was_only_supposed_of_the_document_gives_way_to_the_file() -> None:
    """A title that was taken from the name of the file, an end that nobody has written."""
    present = by_hand()
    new = document(
        title="breakfast final v2", segments=segments({"end": "09:30"}, {"end": "09:30"})
    )
    unsaid = [("title",), ("segments", 0, "end"), ("segments", 7, "end"), ("segments",)]

    event = merged(present, new, unsaid=unsaid).event

    assert event.title == present.title
    assert [item.minutes for item in event.occurrences] == [15, 60, 15]


def test_a_document_that_says_nothing_takes_nothing_away() -> None:
    present = by_hand()
    empty = document(hosts=[], venues=[], themes=[], speakers=[], segments=[])

    assert merged(present, empty).event == present


@pytest.mark.parametrize("sample", ["hld-2013", "week-of-side-events"])
def test_a_sample_is_found_again_under_any_ids(sample: str) -> None:
    present = read(f"samples/{sample}")

    assert merged(present, numbered(present)).event is present


@settings(max_examples=40, deadline=None, suppress_health_check=[*HealthCheck])
@given(present=events())
def test_the_same_event_changes_nothing_under_any_ids(present: SideEvent) -> None:
    again = rebuilt(present, revised=LATER)

    assert merged(present, again).event is present
    assert merged(present, again, again).event is present


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[*HealthCheck],
    phases=[Phase.reuse, Phase.generate],  # two whole events take too long to be made smaller
)
@given(present=events(), new=events())
def test_any_event_meets_any_document(present: SideEvent, new: SideEvent) -> None:
    """What comes out is an event, and the same document again changes nothing in it."""
    event = merged(present, new).event

    again = merged(event, rebuilt(new, revised=LATER)).event
    assert again == event
    assert event.id == present.id


def numbered(event: SideEvent) -> SideEvent:
    """Return *event* with other ids, as another reading gives them."""

    def new(ids: Any) -> dict[str, str]:
        return {id_: f"n-{number}" for number, id_ in enumerate(ids)}

    names = Names(
        hosts=new(each.id for each in event.hosts),
        places=new(event.places),
        themes=new(event.topics),
        speakers=new(event.people),
        segments=new(each.id for each in event.segments),
    )
    return rebuilt(renamed(event, names), revised=LATER)
