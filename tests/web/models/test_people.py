from collections.abc import Callable

from roundtable_ical import SideEvent
from roundtable_ical.web.models.people import Person, appearing, person
from roundtable_ical.web.models.said import Said, Voice

Planned = Callable[..., SideEvent]
Voices = Callable[..., Voice]
SPEAKERS = [
    {
        "id": "nilsson",
        "honorific": "H.E. Ms.",
        "name": "Ann-Sofie Nilsson",
        "function": {"en": "Director-General", "fr": "Directrice générale"},
        "affiliation": "Sweden",
    },
    {"id": "ghana", "label": "Representative of Ghana", "affiliation": "Ghana", "tbc": True},
    {"id": "secret", "name": "Jane Doe", "function": "Adviser", "consent": False},
    {"id": "unsaid", "name": "John Doe", "consent": False},
]


def people(planned: Planned) -> SideEvent:
    parts = [
        {"speaker": "nilsson", "role": "moderator", "remote": True},
        "ghana",
        "secret",
        "unsaid",
    ]
    segment = {"id": "panel", "start": "08:15", "end": "09:00", "speakers": parts}
    return planned(segment, speakers=SPEAKERS)


def test_names_stay_as_the_organiser_wrote_them(planned: Planned, voice: Voices) -> None:
    event = people(planned)

    found = list(appearing(event, event.segments[0], voice()))

    assert found == [
        Person(
            id="nilsson",
            name=Said("H.E. Ms. Ann-Sofie Nilsson"),
            position=Said("Director-General, Sweden"),
            role="Moderator",
            remote=True,
        ),
        Person(
            id="ghana",
            name=Said("Representative of Ghana"),
            position=Said(""),
            known=False,
            tbc=True,
        ),
        Person(id="secret", name=Said("Adviser"), position=Said(""), known=False),
        Person(id="unsaid", name=Said("Speaker to be announced"), position=Said(""), known=False),
    ]


def test_by_themselves_they_have_a_count(planned: Planned, voice: Voices) -> None:
    event = people(planned)

    found = person(event, event.speakers[0], voice("fr"))

    assert (found.name, found.position, found.count) == (
        Said("H.E. Ms. Ann-Sofie Nilsson", "en"),
        Said("Directrice générale, Sweden", "en"),
        1,
    )
