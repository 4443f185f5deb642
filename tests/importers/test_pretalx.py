"""pretalx: what its API, its exports and its widget say."""

from typing import Any

import pytest

from roundtable_ical.importers.frab_json import FrabJsonImporter
from roundtable_ical.importers.indico import IndicoImporter
from roundtable_ical.importers.pretalx import PretalxImporter
from roundtable_ical.importers.sessionize import SessionizeImporter
from roundtable_ical.ports import Source
from tests.importers.schedules.saying import codes, read, said

SUBMISSION: dict[str, Any] = {
    "code": "ABCDEF",
    "title": "Fair fees",
    "submission_type": {"en": "Talk", "de": "Vortrag"},
    "state": "confirmed",
    "track": {"en": "Rights", "de": "Rechte"},
    "abstract": "In short.",
    "description": "At length.",
    "duration": 30,
    "content_locale": "en",
    "speakers": [{"code": "S1", "name": "Li Wei", "biography": ""}],
    "slot": {
        "room": {"en": "Hall", "de": "Saal"},
        "start": "2026-10-29T10:00:00+01:00",
        "end": "2026-10-29T10:30:00+01:00",
    },
}
ROW = ("2026-10-29 10:00", "10:30", "Fair fees", "Hall", ["Rights"], ["Li Wei"])


def pretalx(content: object, zone: str | None = "Europe/Zurich") -> Any:
    return read(PretalxImporter(), content, zone)


def test_submissions_of_the_api_become_segments() -> None:
    reading = pretalx({"count": 1, "next": None, "previous": None, "results": [SUBMISSION]})

    assert said(reading) == [ROW]
    segment = reading.required().segments[0]
    assert str(segment.abstract) == "In short.\n\nAt length."
    assert segment.foreign == {"frab": {"@code": "ABCDEF", "type": "Talk", "language": "en"}}


def test_words_in_several_languages_are_kept_in_each() -> None:
    event = pretalx([SUBMISSION]).required()

    assert event.themes[0].title.root == {"en": "Rights", "de": "Rechte"}
    assert event.venues[0].name.root == {"en": "Hall", "de": "Saal"}


def test_expanded_slots_of_the_newer_api_are_times_of_one_submission() -> None:
    slots = [
        {"id": 1, "room": {"id": 3, "name": {"en": "Hall"}}, "start": f"2026-10-{day}T09:00:00Z",
         "end": f"2026-10-{day}T09:30:00Z"}
        for day in (29, 30)
    ]  # fmt: skip
    track = {"id": 1, "name": {"en": "Rights"}, "color": "#008080"}
    newer = {**SUBMISSION, "slots": slots, "slot": None, "track": track}

    reading = pretalx({"count": 1, "next": None, "results": [newer]})

    assert [row[:4] for row in said(reading)] == [
        ("2026-10-29 10:00", "10:30", "Fair fees", "Hall"),
        ("2026-10-30 10:00", "10:30", "Fair fees", "Hall"),
    ]
    assert reading.required().themes[0].color == "teal"


def test_what_is_not_accepted_is_left_out_and_told() -> None:
    others = [
        {**SUBMISSION, "code": "B", "state": "rejected", "slot": None},
        {**SUBMISSION, "code": "C", "state": "canceled"},
        {**SUBMISSION, "code": "D", "state": "accepted", "slot": None, "title": "Later"},
    ]

    reading = pretalx([SUBMISSION, *others])

    assert [(str(s.title), s.status) for s in reading.required().segments] == [
        ("Fair fees", "confirmed"),
        ("Fair fees", "cancelled"),
        ("Later", "unscheduled"),
    ]
    assert "left-out" in codes(reading)


def test_a_page_of_several_is_told() -> None:
    reading = pretalx({"count": 80, "next": "https://x", "results": [SUBMISSION]})

    assert "more-pages" in codes(reading)


def test_speakers_that_are_codes_alone_are_told() -> None:
    reading = pretalx([{**SUBMISSION, "speakers": ["S1"]}])

    assert "speaker-nameless" in codes(reading)


@pytest.mark.parametrize(
    ("title", "start", "end", "room", "names", "ids", "track"),
    [
        ("Proposal title", "Start", "End", "Room", "Speaker names", "Speaker IDs", "Track"),
        ("Vortragstitel", "Beginn", "Ende", "Raum", "Namen der Vortragenden",
         "IDs der Vortragenden", "Track"),
        ("Titre", "Début", "Fin", "Salle", "Noms des intervenants", "IDs des intervenants",
         "Parcours"),
    ],
)  # fmt: skip
def test_a_session_export_is_read_by_the_titles_of_its_columns(
    title: str, start: str, end: str, room: str, names: str, ids: str, track: str
) -> None:
    row = {
        "ID": "ABCDEF",
        title: "Fair fees",
        track: "Rights",
        "State": "confirmed",
        ids: ["S1"],
        names: ["Li Wei"],
        room: "Hall",
        start: "2026-10-29T10:00:00+01:00",
        end: "2026-10-29T10:30:00+01:00",
    }

    assert said(pretalx([row])) == [ROW]


def test_a_list_of_people_has_no_sessions_and_that_is_told() -> None:
    reading = pretalx({"count": 1, "results": [{"code": "S1", "name": "Li", "biography": "x"}]})

    assert said(reading) == []
    assert "no-sessions" in codes(reading)


def test_the_data_of_the_widget_is_read() -> None:
    widget = {
        "talks": [
            {"code": "ABCDEF", "title": "Fair fees", "speakers": ["S1"], "track": 4, "room": 7,
             "start": "2026-10-29T10:00:00+01:00", "end": "2026-10-29T10:30:00+01:00"},
            {"title": {"en": "Lunch"}, "room": 7, "start": "2026-10-29T12:00:00+01:00",
             "end": "2026-10-29T13:00:00+01:00"},
        ],
        "tracks": [{"id": 4, "name": {"en": "Rights"}, "color": "#123456"}],
        "rooms": [{"id": 7, "name": {"en": "Hall"}}],
        "speakers": [{"code": "S1", "name": "Li Wei"}],
        "timezone": "Europe/Zurich",
    }  # fmt: skip

    reading = pretalx(widget, None)

    assert said(reading) == [ROW, ("2026-10-29 12:00", "13:00", "Lunch", "Hall", [], [])]
    assert reading.required().segments[1].kind == "meal"


def test_pretalx_is_told_from_the_other_formats() -> None:
    content = b'[{"code": "A", "title": "x", "submission_type": "Talk", "slot": null}]'
    importers = (FrabJsonImporter(), PretalxImporter(), IndicoImporter(), SessionizeImporter())

    sure = {each.name: each.recognises(Source("x.json", content)) for each in importers}

    assert max(sure, key=lambda name: sure[name]) == "pretalx"
    assert sure["indico"] == sure["sessionize"] == 0.0
