from collections.abc import Callable, Mapping
from urllib.parse import parse_qs, urlsplit

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.programme.selection import Selection, selected
from roundtable_ical.reach.families import Family
from roundtable_ical.reach.rhythms import Length, Rhythm
from roundtable_ical.web.models.clients import Way
from roundtable_ical.web.models.subscribe import Subscribe, link_for, subscribe
from roundtable_ical.web.models.subscribe_choice import Choice
from roundtable_ical.web.reader import Reader

ADDRESS = "https://events.example.org/breakfast/"
MIX = f"{ADDRESS}mix.ics?theme=rights&theme=skills&lang=fr&alarm=15m"


@pytest.fixture
def event(planned: Callable[..., SideEvent]) -> SideEvent:
    """Return an event of three segments; one has two themes."""
    return planned(
        {"id": "one", "start": "08:15", "end": "09:00", "themes": ["skills", "rights"]},
        {"id": "two", "start": "09:00", "end": "09:30", "themes": ["rights"]},
        {"id": "three", "start": "09:30", "end": "10:00"},
        themes=[{"id": "skills", "title": "Skills"}, {"id": "rights", "title": "Rights"}],
    )


def step(
    event: SideEvent,
    query: Mapping[str, str] | None = None,
    rhythms: Mapping[Family, Rhythm] | None = None,
    page: str | None = None,
) -> Subscribe:
    """Return the step that *query* asks for."""
    asked = {name: value.split() for name, value in (query or {}).items()}
    reader = Reader.from_query(query or {}, "en")
    choice = Choice.from_query(asked, event, reader.wanted if reader.chosen else None)
    return subscribe(
        event,
        choice,
        reader,
        address=ADDRESS,
        counted=lambda selection: len(selected(event, selection)),
        block=1,
        rhythms=rhythms,
        page=page,
    )


@pytest.mark.parametrize(
    ("query", "count", "path", "name"),
    [
        ({}, 3, "agenda.ics", "Ministerial breakfast"),
        ({"what": "event"}, 1, "event.ics", "Ministerial breakfast"),
        ({"theme": "rights"}, 2, "themes/rights.ics", "Rights · Ministerial breakfast"),
        (
            {"theme": "rights skills", "lang": "fr", "alarm": "15m"},
            2,
            "mix.ics?theme=rights&theme=skills&lang=fr&alarm=15m",
            "Ministerial breakfast (ma sélection)",
        ),
        ({"what": "mix"}, 0, "agenda.ics", "Ministerial breakfast"),
    ],
)
def test_a_choice_has_a_count_a_feed_and_a_name(
    event: SideEvent, query: dict[str, str], count: int, path: str, name: str
) -> None:
    found = step(event, query)

    assert (found.count, found.path, found.address) == (count, path, f"{ADDRESS}{path}")
    assert found.name == name


def test_every_link_holds_the_address_encoded_once() -> None:
    links = {way: urlsplit(link_for(way, MIX, "Work & more")) for way in Way}

    held = {way: parse_qs(link.query) for way, link in links.items()}
    webcal = f"webcal{MIX.removeprefix('https')}"
    added = {"url": [MIX], "name": ["Work & more"]}
    assert (links[Way.GOOGLE].netloc, held[Way.GOOGLE]) == (
        "calendar.google.com",
        {"cid": [webcal]},
    )
    assert (links[Way.OUTLOOK_COM].netloc, held[Way.OUTLOOK_COM]) == ("outlook.live.com", added)
    assert (links[Way.MICROSOFT_365].netloc, held[Way.MICROSOFT_365]) == (
        "outlook.office.com",
        added,
    )
    assert [links[Way.WEBCAL].geturl(), links[Way.COPY].geturl()] == [webcal, MIX]


def test_the_page_with_the_choice_made_tells_it_in_one_order(event: SideEvent) -> None:
    pages = [
        step(event).page,
        step(event, {"alarm": "15m", "theme": "skills rights", "lang": "fr", "tz": "Geneva"}).page,
        step(event, {"busy": "busy", "lang": "fr"}, page=f"{ADDRESS}themes/skills").page,
    ]

    assert pages == [
        f"{ADDRESS}#links",
        f"{ADDRESS}?lang=fr&what=mix&theme=rights&theme=skills&alarm=15m#links",
        f"{ADDRESS}themes/skills?lang=fr&busy=busy#links",
    ]


def test_a_page_of_one_thing_offers_no_choice(event: SideEvent) -> None:
    found = step(event, {"theme": "skills"}, page=f"{ADDRESS}themes/skills")

    assert (found.fixed, found.groups, found.count, found.told) == (True, (), 1, ())


def test_what_was_seen_here_takes_the_place_of_what_is_reported(event: SideEvent) -> None:
    rhythms = {
        Family.GOOGLE: Rhythm(Length(9, "hour"), Length(13, "hour")),
        Family.OUTLOOK: Rhythm(Length(45, "minute"), Length(2, "hour")),
        Family.THUNDERBIRD: Rhythm(Length(30, "minute"), Length(30, "minute")),
    }

    offers = {each.client.id: each for each in step(event, rhythms=rhythms).offers}

    seen = {id_: each.seen for id_, each in offers.items() if each.seen}
    assert seen == {
        "google": "9–13 hours",
        "outlook": "45 minutes – 2 hours",
        "thunderbird": "30 minutes",
    }
    assert (offers["google"].bar, offers["outlook-com"].bar) == ((82.7, 89.2), (63.3, 100.0))


def test_a_feed_can_be_had_in_any_language_of_the_interface_or_the_programme(
    planned: Callable[..., SideEvent],
) -> None:
    event = planned(title={"en": "Breakfast", "sv": "Frukost"})

    found = step(event, {"lang": "de-CH"}).languages

    assert found == {
        "": "English",
        "sv": "Swedish",
        "ar": "عربي",
        "zh": "中文",
        "fr": "Français",
        "ru": "Русский",
        "es": "Español",
        "de-CH": "German",
    }


def test_a_link_that_some_programs_cut_off_is_told(planned: Callable[..., SideEvent]) -> None:
    themes = [{"id": f"a-theme-with-a-long-id-{n}", "title": "T"} for n in range(10)]
    ids = [each["id"] for each in themes]
    event = planned({"id": "a", "start": "08:15", "end": "09:00", "themes": ids}, themes=themes)

    assert [step(event).long, step(event, {"theme": " ".join(ids)}).long] == [False, True]


def test_the_alarm_offered_is_the_usual_or_the_one_asked_for(event: SideEvent) -> None:
    assert [step(event).alarm, step(event, {"alarm": "2h"}).alarm] == [15, 120]


def test_the_name_by_the_link_is_its_end(event: SideEvent) -> None:
    slugs = [
        step(event, query).slug
        for query in ({}, {"theme": "rights", "alarm": "1h"}, {"theme": "rights skills"})
    ]

    assert slugs == ["agenda", "rights", "mix"]


def test_every_selection_is_counted_once(event: SideEvent) -> None:
    found = step(event)

    counts = {box.id: box.count for group in found.groups for box in group.folds[0].boxes}
    assert counts == {"skills": 1, "rights": 2}
    assert found.counts == {"event": 1, "agenda": len(selected(event, Selection()))}


def test_before_one_decides_one_reads_how_many_are_cancelled(
    planned: Callable[..., SideEvent],
) -> None:
    event = planned(
        {"id": "one", "start": "08:15", "end": "09:00", "status": "cancelled"},
        {"id": "two", "start": "09:00", "end": "09:30"},
    )

    whole, off = step(event), step(event, {"segment": "one"})

    assert (whole.count, whole.cancelled, whole.worth_saving) == (2, 1, True)
    assert (off.count, off.cancelled, off.worth_saving) == (1, 1, False)


def test_the_block_of_a_cancelled_event_is_cancelled(planned: Callable[..., SideEvent]) -> None:
    segment = {"id": "one", "start": "08:15", "end": "09:00"}
    event = planned(segment, status="cancelled")

    block = step(event, {"what": "event"})

    assert (block.count, block.cancelled) == (1, 1)
