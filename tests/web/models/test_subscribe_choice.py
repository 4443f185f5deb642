from collections.abc import Callable
from datetime import timedelta

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.ical.options import Options
from roundtable_ical.programme.selection import Selection
from roundtable_ical.web.models.subscribe_choice import Choice, What

MIX = Selection(themes=("rights", "skills"), speakers=("guy",))


@pytest.fixture
def event(planned: Callable[..., SideEvent]) -> SideEvent:
    """Return an event with two themes, a speaker and a room."""
    segment = {"id": "panel", "start": "08:15", "end": "09:00", "themes": ["skills"]}
    return planned(
        segment,
        themes=[{"id": "skills", "title": "Skills"}, {"id": "rights", "title": "Rights"}],
        speakers=[{"id": "guy", "name": "Guy Ryder"}],
        venues=[{"id": "hall", "name": "Hall"}],
    )


def chosen(event: SideEvent, language: str | None = None, **query: list[str]) -> Choice:
    """Return the choice that *query* makes."""
    return Choice.from_query(query, event, language)


def test_who_chooses_nothing_follows_the_whole_agenda(event: SideEvent) -> None:
    assert chosen(event) == chosen(event, what=[""], theme=[""], busy=[""]) == Choice()


def test_ids_alone_are_a_mix_in_one_order(event: SideEvent) -> None:
    choice = chosen(event, speaker=["guy"], theme=["skills", "rights", "skills"])

    assert choice == Choice(what=What.MIX, ticked=MIX)
    assert choice.path == "mix.ics?theme=rights&theme=skills&speaker=guy"
    assert choice.made == (
        ("what", "mix"),
        ("theme", "rights"),
        ("theme", "skills"),
        ("speaker", "guy"),
    )


def test_one_thing_alone_has_the_feed_of_its_own(event: SideEvent) -> None:
    paths = [
        chosen(event, what=["mix"], theme=["skills"]).path,
        chosen(event, venue=["hall"]).path,
        chosen(event, what=["event"]).path,
        chosen(event, what=["agenda"]).path,
    ]

    assert paths == ["themes/skills.ics", "venues/hall.ics", "event.ics", "agenda.ics"]


def test_one_segment_is_followed_by_a_feed_and_not_by_the_copy_to_save(event: SideEvent) -> None:
    assert chosen(event, segment=["panel"]).path == "mix.ics?segment=panel"


def test_ticks_are_remembered_while_something_else_is_followed(event: SideEvent) -> None:
    choice = chosen(event, what=["event"], theme=["skills"])

    assert (choice.selection, choice.ticked) == (Selection(), Selection(themes=("skills",)))
    assert choice.made == (("what", "event"),)


def test_a_mix_of_nothing_is_nothing_and_not_everything(event: SideEvent) -> None:
    found = [chosen(event, what=["mix"]).nothing, chosen(event).nothing]

    assert found == [True, False]


def test_what_is_not_in_the_programme_is_told_and_the_rest_is_followed(event: SideEvent) -> None:
    choice = chosen(
        event,
        what=["lunch"],
        theme=["skills", "gone", "gone"],
        speaker=["x" * 100],
        busy=["often"],
        alarm=["late"],
    )

    assert choice == Choice(
        what=What.MIX,
        ticked=Selection(themes=("skills",)),
        unusable=(
            ("theme", "gone"),
            ("speaker", "x" * 64),
            ("what", "lunch"),
            ("busy", "often"),
            ("alarm", "late"),
        ),
    )


def test_of_many_unknown_ids_some_are_told(event: SideEvent) -> None:
    choice = chosen(event, theme=[f"gone-{n}" for n in range(500)])

    assert choice.unusable == tuple(("theme", f"gone-{n}") for n in range(10))


def test_options_are_those_of_the_feed(event: SideEvent) -> None:
    choice = chosen(event, "fr", busy=["busy"], alarm=["1h"])

    options = Options(language="fr", busy=True, alarm=timedelta(hours=1))
    assert (choice.options, choice.how) == (options, (("busy", "busy"), ("alarm", "60m")))


def test_the_programmes_own_language_needs_no_option(event: SideEvent) -> None:
    assert chosen(event, "en").options == Options()
