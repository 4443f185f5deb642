"""From the lines of a note to an event."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from roundtable_ical import read
from roundtable_ical.exporters.json import as_json
from roundtable_ical.importers.notes.formats import TextImporter
from roundtable_ical.ports import Given, Source
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.problems import Problem, Severity
from roundtable_ical.programme.reading import Reading

SAMPLE = Path(__file__).parents[3] / "samples" / "hld-2013"
MOMENT = datetime(2026, 11, 24, 12, tzinfo=UTC)
BY_HAND = {"url", "revision", "revised", "color"}
"""What no note says of an event."""


def imported(text: str, **given: Any) -> Reading:
    source = Source("note.txt", text.encode(), Given(moment=MOMENT, **given))
    return TextImporter().read(source)


def event_of(text: str, **given: Any) -> SideEvent:
    return imported(text, **given).required()


def problem(reading: Reading, code: str) -> Problem:
    return next(each for each in reading.problems if each.code == code)


REFERENCES = {"venue": "venues", "speaker": "speakers"}
SECTIONS = ("hosts", "venues", "themes", "speakers", "segments")


def by_order(values: Any, ids: Mapping[tuple[str, str], int], section: str = "") -> Any:
    """Return *values* with ids by their order in the file, without what is written by hand."""
    if isinstance(values, dict):
        return {
            name: by_order(
                value, ids, section if name == "id" else REFERENCES.get(str(name), str(name))
            )
            for name, value in values.items()
            if name not in BY_HAND
        }
    if isinstance(values, list):
        return [by_order(value, ids, section) for value in values]
    return ids.get((section, values), values)


def comparable(event: SideEvent) -> Any:
    values = as_json(event) | {"id": "event"}
    ids = {
        (section, item["id"]): at for section in SECTIONS for at, item in enumerate(values[section])
    }
    return by_order(values, ids)


def test_the_concept_note_of_the_sample_gives_the_event_that_was_written_by_hand() -> None:
    note = (SAMPLE / "concept-note.txt").read_text("utf-8")

    event = event_of(note, year=2013)

    assert comparable(event) == comparable(read(SAMPLE / "event.yaml"))


def test_every_theme_of_the_sample_is_tied_to_its_discussion_with_a_score() -> None:
    reading = imported((SAMPLE / "concept-note.txt").read_text("utf-8"), year=2013)

    ties = [each for each in reading.problems if each.code == "theme-inferred"]

    assert [each.where.field for each in ties] == [f"segments[{at}].themes" for at in (2, 3, 4)]
    assert all(each.severity is Severity.NOTE and each.sure and each.sure > 0.7 for each in ties)


def test_a_missing_year_is_asked_for_and_the_next_such_day_taken() -> None:
    reading = imported((SAMPLE / "concept-note.txt").read_text("utf-8"))

    asked = problem(reading, "year-inferred")

    assert asked.severity is Severity.WARNING
    assert asked.question is not None
    assert (asked.question.name, asked.question.default) == ("year", "2027")
    assert asked.where.origin is not None
    assert asked.where.origin.line == 11
    assert reading.required().date == date(2027, 9, 26)


def test_hours_that_the_agenda_does_not_keep_are_told() -> None:
    reading = imported((SAMPLE / "concept-note.txt").read_text("utf-8"), year=2013)

    told = problem(reading, "hours-differ")

    assert told.message == "the note says 08:30-10:00, its agenda 08:15-10:00; both were kept"


def test_without_any_place_utc_is_taken_and_the_zone_is_asked_for() -> None:
    reading = imported("Our meeting\n\n3 March 2025\n\n9:00 - 10:00 Opening\n10:00 - 11:00 Talk\n")

    asked = problem(reading, "zone-inferred")

    assert asked.question is not None
    assert (asked.question.name, asked.question.default, asked.sure) == ("tz", "UTC", 0.1)
    assert reading.required().timezone.key == "UTC"


def test_an_event_with_hours_and_no_agenda_is_its_own_only_segment() -> None:
    note = (
        "Clean water for all\n\nDate: 3 March 2025\nTime: 9:00 - 10:30 am\n"
        "Venue: Room 4, Geneva\n\n"
        "Speakers:\n- Ms. Ana Silva, Director, Water Fund\n- Mr. Li Wei, Ministry of Water (tbc)\n"
    )

    event = event_of(note)

    assert [(each.title.root, str(each.start), str(each.end)) for each in event.segments] == [
        ("Clean water for all", "09:00", "10:30")
    ]
    assert [(str(each.name), each.tbc) for each in event.speakers] == [
        ("Ana Silva", False),
        ("Li Wei", True),
    ]


def test_a_person_named_twice_is_one_speaker() -> None:
    note = (
        "Talks\n\nBerlin, 3 March 2025\n\n"
        "9:00 - 9:30 Opening\nMs. Ana Silva, Director, Water Fund\n"
        "9:30 - 10:00 Closing\nMs. Ana Silva\n"
    )

    event = event_of(note)

    assert [str(each.name) for each in event.speakers] == ["Ana Silva"]
    assert [[part.speaker for part in each.speakers] for each in event.segments] == [
        ["ana-silva"],
        ["ana-silva"],
    ]


def test_rooms_of_the_agenda_are_rooms_of_the_venue() -> None:
    note = (
        "Talks\n\nDate: 3 March 2025\nVenue: Palais des Nations, Geneva\n\n"
        "9:00 - 9:30 Opening (Room XX)\n9:30 - 10:00 Closing (Room XXI)\n"
    )

    event = event_of(note)

    assert [str(room.name) for room in event.venues[0].rooms] == ["Room XX", "Room XXI"]
    assert [each.venue for each in event.segments] == ["room-xx", "room-xxi"]


def test_an_item_that_ends_after_midnight_ends_on_the_next_day() -> None:
    event = event_of("Gala\n\nBerlin, 3 March 2025\n\n21:00 - 23:00 Dinner\n23:00 - 01:00 Dance\n")

    assert event.occurrences[-1].end.isoformat() == "2025-03-04T01:00:00+01:00"


@pytest.mark.parametrize(
    "text",
    [
        "Pancakes\n\nMix 200 g of flour, 3 eggs and milk. Bake for 2 minutes on each side.\n",
        "Call me Ishmael. Some years ago I thought I would sail about a little.\n",
    ],
)
def test_what_is_no_note_is_refused_with_one_problem(text: str) -> None:
    reading = imported(text)

    assert reading.event is None
    assert [each.code for each in reading.problems] == ["not-a-note"]


def test_a_note_without_any_time_is_refused_and_says_what_to_write() -> None:
    reading = imported(
        "Annual meeting\n\nGeneva, 3 March 2025\n\n1. Opening\n2. Reports\n3. Elections\n"
    )

    assert [each.code for each in reading.problems] == ["no-times"]
    assert reading.problems[0].hint == (
        "write times before the items of the agenda, as 8.30 - 9.00, and import it again"
    )


def test_times_without_a_date_take_today_and_ask_for_the_day() -> None:
    reading = imported(
        "Talks in Berlin\n\n9:00 - 10:00 Opening\n10:00 - 11:00 Talk\n11:00 - 12:00 End\n"
    )

    asked = problem(reading, "date-missing")

    assert asked.question is not None
    assert (asked.question.name, asked.question.default) == ("date", "2026-11-24")


def test_words_that_nothing_was_made_of_are_reported_with_their_line() -> None:
    note = (
        "Talks\n\nBerlin, 3 March 2025\n\nRef. 12/A\n\n9:00 - 10:00 Opening\n10:00 - 11:00 Talk\n"
    )

    reading = imported(note)

    told = problem(reading, "not-understood")
    assert told.message == "not understood: 'Ref. 12/A'"
    assert told.where.origin is not None
    assert told.where.origin.line == 5


def titles(event: SideEvent) -> list[str]:
    return [str(segment.title) for segment in event.segments]


def names(event: SideEvent) -> list[str]:
    return [str(speaker.name) for speaker in event.speakers]


def test_a_line_that_says_of_what_it_is_a_part_is_the_kind_and_not_the_title() -> None:
    event = event_of(
        "Side event at the Human Rights Council\n\nClean rivers in the Mara basin\n\n"
        "11 March 2025, 13:00 - 14:30, Geneva\n\n13:00 Welcome\n14:00 Debate\n"
    )

    assert (str(event.title), str(event.kind)) == (
        "Clean rivers in the Mara basin",
        "Side event at the Human Rights Council",
    )


def test_bodies_in_a_column_over_the_kind_of_event_are_not_its_title() -> None:
    event = event_of(
        "Ministère de l’Eau\nAgence des rives\nCercle du Fleuve\nColloque\n\n"
        "Rives vivantes\n\njeudi 17 avril 2014\n\n9h00 Ouverture\n10h00 Débat\n"
    )

    assert str(event.title) == "Rives vivantes"


def test_a_deadline_in_a_sentence_is_no_item() -> None:
    event = event_of(
        "Coffee and climate\n\nFriday 6 June 2025 | 4:00 – 5:30 PM (EDT) | In-person\n\n"
        "Registration closes on Monday, 2 June 2025 at 2:00pm (EDT). Seats are few.\n\n"
        "Panelists\n- Ms. Ulla Berg, Director, Bean Fund\n- Mr. Carlos Paz, Farmer, Honduras\n"
    )

    assert titles(event) == ["Coffee and climate"]
    assert names(event) == ["Ulla Berg", "Carlos Paz"]
    assert event.venues == ()


def test_people_under_prose_speak_at_an_event_of_one_item() -> None:
    event = event_of(
        "Mangroves at work\n\nIt takes place on 5 June 2025 from 15:00 to 16:30 (Nairobi time).\n\n"
        "Dr. Amina Yusuf, Kenya Forest Service\nPeter Holm, researcher, Stockholm University\n"
    )

    assert names(event) == ["Amina Yusuf", "Peter Holm"]


def test_the_moments_of_publication_above_a_text_are_no_items() -> None:
    event = event_of(
        "Forum des rives\n\nLe 18/12/19 à 21:00\nmodifié 18/12/19 à 21:00\n\n"
        "Jeudi 19 décembre 2019\n\n8h00 Accueil\n9h00 Discours\n9h30 Débat\n"
    )

    assert titles(event) == ["Accueil", "Discours", "Débat"]


def test_day_one_under_a_date_is_that_day() -> None:
    event = event_of(
        "Rivers forum\n\n14 October 2025\nOPENING NIGHT\n\n18:00 Welcome\n19:00 Dinner\n\n"
        "15 October 2025\nDAY 01\n\n9:00 Talks\n10:00 Coffee\n"
    )

    assert [segment.date for segment in event.segments] == [
        date(2025, 10, 14),
        date(2025, 10, 14),
        date(2025, 10, 15),
        date(2025, 10, 15),
    ]


def test_the_hours_of_a_part_above_its_items_are_no_item() -> None:
    event = event_of(
        "Rivers forum\n\n15 October 2025\n\n9.00 AM - 5.00 PM\n\n9.00 AM\nWelcome\n"
        "10.00 AM\nTalks\n4.00 PM\nClosing\n"
    )

    assert titles(event) == ["Welcome", "Talks", "Closing"]


def test_the_name_of_a_contact_is_no_title() -> None:
    event = event_of(
        "Rivers call\n\nWhen: 16 July 2019, 3pm-4pm UTC\n\n- Contact:\n    - Name: Maria Lopez\n"
    )

    assert str(event.title) == "Rivers call"
