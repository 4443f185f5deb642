from collections.abc import Callable

from roundtable_ical import SideEvent
from roundtable_ical.ical.description import Speech
from roundtable_ical.programme.selection import Selection

Make = Callable[..., SideEvent]


def test_speakers_functions_and_the_join_link_stand_in_the_description(make_event: Make) -> None:
    event = make_event(
        segments=[
            {
                "id": "welcome",
                "title": "Welcome",
                "start": "08:15",
                "end": "08:30",
                "abstract": "First words.",
                "url": "https://meet.example.org/1",
                "themes": ["skills"],
                "speakers": [
                    {"speaker": "guy", "remote": True},
                    {"speaker": "tbc", "role": "chair"},
                ],
            }
        ]
    )

    description = Speech(event).segment(
        event.occurrences[0], "https://events.example.org/s/welcome"
    )

    assert description == (
        "Mr. Guy Ryder, Head, ILO (by video link)\n"
        "Chair: Representative of Bangladesh (to be confirmed)\n"
        "\n"
        "First words.\n"
        "\n"
        "Theme: Skills, and mobility\n"
        "Part of: Ministerial breakfast\n"
        "Join: https://meet.example.org/1\n"
        "Page: https://events.example.org/s/welcome"
    )


def test_a_name_is_withheld_until_there_is_consent(make_event: Make) -> None:
    speakers = [
        {
            "id": "one",
            "name": "Secret Name",
            "function": "Head",
            "affiliation": "ILO",
            "consent": False,
        },
        {"id": "two", "name": "Other Name", "consent": False},
    ]
    event = make_event(speakers=speakers, segments=[])

    speech = Speech(event)

    assert (speech.name("one"), speech.name("two")) == ("Head, ILO", "Speaker to be announced")


def test_an_unconfirmed_appearance_of_a_known_speaker_is_said(make_event: Make) -> None:
    event = make_event(
        segments=[
            {
                "id": "a",
                "title": "A",
                "start": "08:00",
                "end": "09:00",
                "speakers": [{"speaker": "guy", "tbc": True}],
            }
        ]
    )

    lines = list(Speech(event).speakers(event.segments[0]))

    assert lines == ["Mr. Guy Ryder, Head, ILO (to be confirmed)"]


def test_the_block_lists_the_agenda_day_by_day_and_what_has_no_time(make_event: Make) -> None:
    event = make_event(
        date=None,
        dates=["2026-09-24", "2026-09-25"],
        objective="To agree.",
        segments=[
            {"id": "a", "title": "Alpha", "date": "2026-09-24", "start": "08:00", "end": "09:00"},
            {
                "id": "b",
                "title": "Beta",
                "date": "2026-09-25",
                "start": "10:00",
                "end": "11:00",
                "status": "cancelled",
            },
            {"id": "c", "title": "Gamma"},
        ],
    )

    description = Speech(event).event_block(None)

    assert description == (
        "Hosts: Government of Sweden\n"
        "\n"
        "Agenda:\n"
        "2026-09-24\n"
        "08:00–09:00 Alpha\n"
        "2026-09-25\n"
        "10:00–11:00 CANCELLED: Beta\n"
        "Time to be confirmed: Gamma\n"
        "\n"
        "To agree."
    )


def test_an_end_that_nobody_knows_is_said_to_be_open(make_event: Make) -> None:
    event = make_event(
        segments=[{"id": "a", "title": "Party", "start": "20:00", "minutes": 60, "open_end": True}]
    )

    assert Speech(event).event_block(None).endswith("\n20:00– Party")
    assert Speech(event).segment(event.occurrences[0], None).startswith("End time open\n")


def test_another_language_has_its_own_words_and_falls_back_where_a_text_is_missing(
    make_event: Make,
) -> None:
    event = make_event(
        segments=[
            {
                "id": "a",
                "title": {"en": "Welcome", "fr": "Accueil"},
                "start": "08:00",
                "end": "09:00",
                "status": "cancelled",
                "speakers": ["guy"],
                "abstract": "Only English.",
            }
        ]
    )

    speech = Speech(event, "fr")

    assert speech.summary(event.segments[0], cancelled=True) == "ANNULÉ : Accueil"
    assert speech.segment(event.occurrences[0], None) == (
        "Mr. Guy Ryder, Head, ILO\n\nOnly English.\n\nDans le cadre de : Ministerial breakfast"
    )


def test_a_very_long_agenda_is_cut_and_says_so(make_event: Make) -> None:
    segments = [
        {"id": f"s-{n}", "title": f"Item {n}", "start": "08:00", "end": "09:00"} for n in range(200)
    ]
    event = make_event(segments=segments, objective=None)

    lines = Speech(event).event_block(None).split("\n")

    assert len(lines) == 3 + 120 + 1
    assert lines[-1] == "…"


def test_a_calendar_is_called_by_what_was_chosen(make_event: Make) -> None:
    event = make_event(
        title={"en": "Breakfast", "fr": "Petit-déjeuner"},
        themes=[{"id": "skills", "title": "Skills"}, {"id": "rights", "title": "Rights"}],
    )
    choices = Selection(), Selection(themes=("skills",)), Selection(themes=("rights", "skills"))

    names = [Speech(event, "fr").calendar_name(choice) for choice in choices]

    assert names == [
        "Petit-déjeuner",
        "Skills · Petit-déjeuner",
        "Petit-déjeuner (ma sélection)",
    ]
