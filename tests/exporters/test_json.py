"""The programme for other programs; DESIGN section 4 has its shape."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from roundtable_ical import SideEvent, read
from roundtable_ical.exporters.json import JsonExporter, as_json


@pytest.fixture
def event() -> SideEvent:
    """Return an event built in code, with one of everything that JSON tells."""
    return SideEvent.model_validate(
        {
            "id": "breakfast",
            "title": {"en": "Ministerial breakfast", "fr": "Petit déjeuner ministériel"},
            "subtitle": "Write to nora@example.org",
            "timezone": "America/New_York",
            "date": "2026-09-24",
            "hours": "08:30-09:00",
            "url": "https://events.example.org/breakfast/",
            "revised": "2026-09-01T12:00:00Z",
            "revision": 3,
            "organizer": {"name": "Secretariat", "email": "secretariat@example.org"},
            "hosts": [
                {"id": "sweden", "name": "Sweden"},
                {"id": "ilo", "name": "ILO", "role": "co-host"},
            ],
            "venues": [
                {"id": "hall", "name": "United Nations", "room": "Hall 2", "city": "New York"},
                {"id": "geneva", "name": "ILO", "timezone": "Europe/Zurich"},
            ],
            "venue": "hall",
            "themes": [{"id": "skills", "title": "Skills", "color": "teal"}],
            "speakers": [
                {
                    "id": "guy",
                    "name": "Guy Ryder",
                    "honorific": "Mr.",
                    "function": "Head",
                    "affiliation": "ILO",
                    "email": "guy@example.org",
                },
                {
                    "id": "bangladesh",
                    "label": "Representative of Bangladesh",
                    "affiliation": "Bangladesh",
                    "tbc": True,
                },
                {"id": "shy", "name": "Nora Withheld", "function": "Worker", "consent": False},
            ],
            "segments": [
                {
                    "id": "panel",
                    "title": "Panel",
                    "start": "08:30",
                    "end": "09:00",
                    "kind": "panel",
                    "themes": ["skills"],
                    "speakers": [{"speaker": "bangladesh", "role": "chair"}, "guy", "shy"],
                },
                {
                    "id": "geneva-link",
                    "title": "Seen from Geneva",
                    "start": "15:00",
                    "end": "15:30",
                    "venue": "geneva",
                    "status": "cancelled",
                    "note": "no room",
                },
                {"id": "signing", "title": "Signing"},
            ],
        }
    )


def segment(id_: str, title: str, **changes: Any) -> dict[str, Any]:
    """Return a segment in DESIGN's shape."""
    values: dict[str, Any] = {
        "id": id_,
        "title": title,
        "abstract": None,
        "kind": "other",
        "status": "confirmed",
        "note": None,
        "start": None,
        "end": None,
        "themes": [],
        "venue": "hall",
        "url": None,
        "speakers": [],
    }
    return values | changes


def test_the_whole_programme_has_the_shape_that_others_rely_on(event: SideEvent) -> None:
    told = as_json(event)

    def part(speaker: str, role: str, *, tbc: bool) -> dict[str, Any]:
        return {"speaker": speaker, "role": role, "tbc": tbc, "remote": False}

    assert told == {
        "id": "breakfast",
        "title": "Ministerial breakfast",
        "subtitle": "Write to […]",
        "kind": None,
        "timezone": "America/New_York",
        "language": "en",
        "status": "confirmed",
        "start": "2026-09-24T08:30:00-04:00",
        "end": "2026-09-24T09:00:00-04:00",
        "dates": ["2026-09-24"],
        "hours": "08:30-09:00",
        "url": "https://events.example.org/breakfast/",
        "revision": 3,
        "revised": "2026-09-01T12:00:00+00:00",
        "objective": None,
        "background": None,
        "participants": [],
        "hosts": [
            {"id": "sweden", "name": "Sweden", "role": "host"},
            {"id": "ilo", "name": "ILO", "role": "co-host"},
        ],
        "venues": [
            {
                "id": "hall",
                "name": "United Nations",
                "room": "Hall 2",
                "address": None,
                "city": "New York",
                "timezone": "America/New_York",
                "url": None,
            },
            {
                "id": "geneva",
                "name": "ILO",
                "room": None,
                "address": None,
                "city": None,
                "timezone": "Europe/Zurich",
                "url": None,
            },
        ],
        "themes": [{"id": "skills", "title": "Skills", "description": None, "color": "teal"}],
        "speakers": [
            {
                "id": "guy",
                "name": "Guy Ryder",
                "honorific": "Mr.",
                "function": "Head",
                "affiliation": "ILO",
                "label": None,
                "tbc": False,
            },
            {
                "id": "bangladesh",
                "name": None,
                "honorific": None,
                "function": None,
                "affiliation": "Bangladesh",
                "label": "Representative of Bangladesh",
                "tbc": True,
            },
            {
                "id": "shy",
                "name": None,
                "honorific": None,
                "function": "Worker",
                "affiliation": None,
                "label": None,
                "tbc": False,
            },
        ],
        "segments": [
            segment(
                "panel",
                "Panel",
                kind="panel",
                start="2026-09-24T08:30:00-04:00",
                end="2026-09-24T09:00:00-04:00",
                themes=["skills"],
                speakers=[
                    part("bangladesh", "chair", tbc=True),
                    part("guy", "speaker", tbc=False),
                    part("shy", "speaker", tbc=False),
                ],
            ),
            segment(
                "geneva-link",
                "Seen from Geneva",
                status="cancelled",
                note="no room",
                start="2026-09-24T15:00:00+02:00",
                end="2026-09-24T15:30:00+02:00",
                venue="geneva",
            ),
            segment("signing", "Signing", status="unscheduled"),
        ],
    }


def test_the_file_is_utf_8_with_letters_as_they_are(event: SideEvent) -> None:
    written = JsonExporter().write(event)

    assert json.loads(written) == as_json(event)
    assert "Write to […]".encode() in written
    assert written.endswith(b"\n}\n")


@pytest.mark.parametrize("sample", ["hld-2013", "week-of-side-events"])
def test_no_sample_lets_an_e_mail_address_out(samples: Path, sample: str) -> None:
    written = JsonExporter().write(read(samples / sample))

    assert b"@" not in written


def test_an_event_of_nothing_but_what_it_must_have_has_null_for_the_rest(
    written: Callable[..., Path],
) -> None:
    bare = {"date": None, "venues": None, "themes": None, "speakers": None}
    event = read(written(segments=[{"id": "talk", "title": "Talk"}], **bare))

    told = as_json(event)

    assert [told[key] for key in ("start", "end", "revision", "venues", "speakers")] == [
        None,
        None,
        None,
        [],
        [],
    ]
    assert told["segments"] == [segment("talk", "Talk", status="unscheduled", venue=None)]


def test_an_end_that_nobody_knows_is_null(written: Callable[..., Path]) -> None:
    party = {"id": "party", "title": "Party", "start": "20:00", "minutes": 60, "open_end": True}

    [told] = as_json(read(written(segments=[party])))["segments"]

    assert (told["start"], told["end"]) == ("2026-09-24T20:00:00-04:00", None)
