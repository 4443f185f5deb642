"""Recurring segments in awkward places: past midnight, changed, left out by mistake."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import pytz  # noqa: TID251  # a caller may use it

from roundtable_ical import InvalidProgramme, Line, Repeat, Segment, SideEvent, Text
from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.reading import understood
from roundtable_ical.programme.texts import public

ZURICH = ZoneInfo("Europe/Zurich")


def values(**segment: Any) -> dict[str, Any]:
    """Return a programme with one segment."""
    base = {"id": "night", "title": "Night", "start": "23:00"}
    return {
        "id": "event", "title": "Event", "timezone": "Europe/Zurich",
        "revised": "2026-09-01T12:00:00Z", "segments": [base | segment],
    }  # fmt: skip


def spans(**segment: Any) -> list[str]:
    """Return when each occurrence is, on the clock at the venue."""
    event = SideEvent.model_validate(values(**segment))
    return [f"{item.start:%d %H:%M} - {item.end:%d %H:%M}" for item in event.occurrences]


NIGHTS = {"date": "2026-10-22", "end": "2026-10-23 00:30", "repeat": {"rule": "FREQ=DAILY;COUNT=2"}}


def test_a_series_past_midnight_ends_on_the_next_day_each_time() -> None:
    assert spans(**NIGHTS) == ["22 23:00 - 23 00:30", "23 23:00 - 24 00:30"]


def test_a_day_written_with_the_start_counts_the_same() -> None:
    fields = {**NIGHTS, "date": None, "start": "2026-10-22 23:00"}

    assert spans(**fields) == spans(**NIGHTS)


def test_one_that_is_moved_to_another_day_keeps_its_length() -> None:
    repeat = {"rule": "FREQ=DAILY;COUNT=2", "changes": {"2026-10-23": {"date": "2026-10-25"}}}

    assert spans(**{**NIGHTS, "repeat": repeat}) == ["22 23:00 - 23 00:30", "25 23:00 - 26 00:30"]


def test_one_that_changes_its_end_or_length_says_only_that() -> None:
    changes = {"2026-10-22": {"end": "23:45"}, "2026-10-23": {"minutes": 10}}
    fields = {"date": "2026-10-22", "repeat": {"rule": "FREQ=DAILY;COUNT=2", "changes": changes}}

    by_length = spans(**fields, minutes=30)
    by_end = spans(**fields, end="23:30")

    assert by_length == by_end == ["22 23:00 - 22 23:45", "23 23:00 - 23 23:10"]


def test_the_fold_can_be_stated_for_one_day_alone() -> None:
    repeat = {"rule": "FREQ=DAILY;COUNT=2", "changes": {"2026-10-25": {"fold": "second"}}}
    fields = {"date": "2026-10-24", "start": "02:15", "end": "02:45", "repeat": repeat}

    event = SideEvent.model_validate(values(**fields))

    assert event.occurrences[1].span == (
        datetime(2026, 10, 25, 1, 15, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 45, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("segment", "path", "message"),
    [
        (
            {"repeat": {"rule": "FREQ=DAILY;COUNT=2", "without": ["2026-10-30"]}},
            "segments[0].repeat.without",
            "'2026-10-30' is left out, and was no day of 'night'",
        ),
        (
            {"repeat": {"rule": "FREQ=WEEKLY;BYDAY=FR,SA;COUNT=2"}},
            "segments[0].date",
            "'2026-10-22' is the first day of 'night', and its rule does not have it",
        ),
        (
            {"start": "2026-10-23 23:00"},
            "segments[0].date",
            "'2026-10-22' is not the day of its start, 2026-10-23",
        ),
    ],
)
def test_a_day_that_fits_nothing_is_told(segment: dict[str, Any], path: str, message: str) -> None:
    fields = {"date": "2026-10-22", "end": "23:30"} | segment

    with pytest.raises(InvalidProgramme) as caught:
        SideEvent.model_validate(values(**fields))

    told = [(problem.where.field, problem.message) for problem in caught.value.problems]  # type: ignore[attr-defined]  # problems are `Problem`s here
    assert told == [(path, message)]


def test_a_segment_from_the_first_pass_of_an_hour_into_the_second_keeps_its_instants() -> None:
    start = datetime(2026, 10, 25, 2, 30, tzinfo=ZURICH, fold=0)
    end = datetime(2026, 10, 25, 2, 45, tzinfo=ZURICH, fold=1)
    segment = Segment(id="long", title="Long", start=start, end=end)

    event = SideEvent.model_validate(values() | {"segments": [segment]})

    assert event.occurrences[0].span == (start.astimezone(UTC), end.astimezone(UTC))
    assert event.occurrences[0].minutes == 75


def test_a_moment_in_local_mean_time_is_refused_wherever_it_stands() -> None:
    broken = datetime(2026, 1, 1, tzinfo=pytz.timezone("America/New_York"))  # that is the mistake

    with pytest.raises(ValueError, match=r"is in pytz's local mean time; write zone\.localize"):
        SideEvent.model_validate(values() | {"revised": broken})


def test_warnings_look_into_the_days_that_are_changed() -> None:
    changes = {
        "2026-10-22": {"status": "unscheduled"},
        "2026-10-23": {"speakers": [{"speaker": "guy", "tbc": True}]},
    }
    fields = {
        "date": "2026-10-22", "end": "23:30",
        "repeat": {"rule": "FREQ=DAILY;COUNT=3", "changes": changes},
    }  # fmt: skip
    people = {"speakers": [{"id": "guy", "name": "Guy"}]}

    found = understood(values(**fields) | people).problems

    assert [(problem.code, problem.where.field) for problem in found] == [
        ("unscheduled", "segments[0].repeat.changes.2026-10-22.status"),
        ("tbc-open", "segments[0].repeat.changes.2026-10-23.speakers[0].tbc"),
    ]


def test_a_zone_that_was_understood_is_told() -> None:
    found = understood(values() | {"segments": [], "timezone": "Romance Standard Time"}).problems

    assert [str(problem) for problem in found] == [
        "timezone: 'Romance Standard Time' was read as Europe/Paris; write Europe/Paris"
    ]


def test_a_text_without_the_events_language_is_told() -> None:
    found = understood(values() | {"segments": [], "title": {"de": "A", "fr": "B"}}).problems

    assert [(problem.code, problem.where.field) for problem in found] == [
        ("language-missing", "title")
    ]


def test_a_speaker_listed_twice_is_one_mistake_and_no_clash() -> None:
    fields = {"date": "2026-10-22", "end": "23:30", "speakers": ["guy", "guy"]}
    people = {"speakers": [{"id": "guy", "name": "Guy"}]}

    found = understood(values(**fields) | people).problems

    assert [problem.message for problem in found] == ["'guy' is listed twice as speaker"]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("https://m.example.org/j?from=jane.doe@example.org", "has a name or an e-mail address"),
        ("https://user:pw@example.org/", "has a name or an e-mail address"),
        ("https://example.org:99999/", "is not a web address"),
    ],
)
def test_a_link_that_tells_too_much_is_refused(address: str, reason: str) -> None:
    with pytest.raises(InvalidField, match=reason):
        raise_field_of(values(url=address))


@pytest.mark.parametrize("address", ["https://x.org/?a=1", "https://x.org/#part"])
def test_the_page_of_an_event_is_a_folder(address: str) -> None:
    with pytest.raises(InvalidField, match=r"has a \? or a # in it, and feeds are below it"):
        raise_field_of(values() | {"segments": [], "url": address})


def raise_field_of(programme: dict[str, Any]) -> None:
    """Raise the first problem as the field error it was."""
    problem = understood(programme).problems[0]
    raise InvalidField(problem.where.field, "", problem.message, hint=problem.hint)


@pytest.mark.parametrize("server", ["thread.v2", "thread.tacv2", "thread.skype"])
def test_a_link_of_teams_stays_whole(server: str) -> None:
    link = f"https://teams.example.com/l/meetup-join/19%3ameeting_MjYxYzE%40{server}/0?context=1"

    event = SideEvent.model_validate(values(url=link, date="2026-10-22", end="23:30"))

    assert event.segments[0].url == link
    assert public(f"Join {link}") == f"Join {link}"


def test_what_is_not_ascii_in_a_link_is_encoded() -> None:
    event = SideEvent.model_validate(
        values(url="https://bücher.example/größe?q=ä", date="2026-10-22", end="23:30")
    )

    assert event.segments[0].url == "https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe?q=%C3%A4"


@pytest.mark.parametrize(
    "address",
    [
        "jane@example.org", "mailto:jane@example.org", '"jane doe"@example.org', "jane@localhost",
        "jane@[192.0.2.1]", "jane@192.0.2.1", "jane＠example．org", "jane%40example.org",
        "jane@xn--bcher-kva.xn--p1ai",
    ],
)  # fmt: skip
def test_an_address_is_found_however_it_is_written(address: str) -> None:
    assert public(f"Write to {address}, please") == "Write to […], please"


@pytest.mark.parametrize("words", ["https://x.org/a@2x.png", "meet @ noon", "@ilo", "5%40off"])
def test_what_is_no_address_stays(words: str) -> None:
    assert public(words) == words


def test_an_end_of_one_day_is_known_unless_that_day_says_otherwise() -> None:
    changes = {"2026-10-22": {"minutes": 10}, "2026-10-23": {"minutes": 10, "open_end": True}}
    repeat = {"rule": "FREQ=DAILY;COUNT=3", "changes": changes}
    fields = {"date": "2026-10-22", "minutes": 30, "open_end": True, "repeat": repeat}

    event = SideEvent.model_validate(values(**fields))

    assert [item.segment.open_end for item in event.occurrences] == [False, True, True]


def test_a_moment_with_a_zone_is_refused_where_the_wall_is_asked() -> None:
    start = datetime(2026, 10, 31, 15, tzinfo=ZURICH)

    with pytest.raises(ValueError, match="has a time zone of its own"):
        Repeat(rule="FREQ=DAILY;COUNT=2", changes={"2026-10-31": {"start": start}})


def test_a_day_of_an_open_series_may_get_its_time_first() -> None:
    changes = {"2026-10-24": {"start": "10:00", "end": "11:00"}}
    fields = {
        "date": "2026-10-23", "start": None,
        "repeat": {"rule": "FREQ=DAILY;COUNT=2", "changes": changes},
    }  # fmt: skip

    event = SideEvent.model_validate(values(**fields))

    assert [item.id for item in event.occurrences] == ["night-20261024"]
    assert [segment.id for segment in event.unscheduled] == ["night-20261023"]


def test_a_change_may_say_the_day_with_the_start() -> None:
    repeat = {
        "rule": "FREQ=DAILY;COUNT=2",
        "changes": {"2026-10-23": {"start": "2026-10-25 22:00"}},
    }

    assert spans(**{**NIGHTS, "repeat": repeat}) == ["22 23:00 - 23 00:30", "25 22:00 - 26 00:30"]


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY;UNTIL=20261101T035959Z", "FREQ=DAILY;COUNT=2;COUNT=3"]
)
def test_a_rule_that_could_mean_two_things_is_refused(rule: str) -> None:
    with pytest.raises(ValueError, match=r"has no usable UNTIL|says the same thing twice"):
        Repeat(rule=rule)


def test_a_text_is_shown_in_the_nearest_form_of_the_language() -> None:
    text = Text({"fr": "Bonjour", "en-US": "Hello"})

    assert text.said_in("en-GB") == text.said_in("en") == "Hello"


def test_a_language_without_words_is_as_if_it_were_not_written() -> None:
    event = SideEvent.model_validate(values() | {"segments": [], "title": {"en": "A", "fr": None}})

    assert event.title == Line({"en": "A"})


def test_hours_are_checked_in_whatever_form_they_come() -> None:
    with pytest.raises(ValueError, match="ends before it starts"):
        SideEvent.model_validate(values() | {"hours": {"start": "10:00", "end": "09:00"}})


def test_a_city_on_another_clock_is_told() -> None:
    venues = [{"id": "palais", "name": "Palais", "city": "Geneva"}]
    fields = values(date="2026-10-22", end="23:30") | {"venues": venues}

    found = understood(fields | {"timezone": "America/New_York"}).problems

    assert [str(problem) for problem in found] == [
        "venues[0].city: 'Geneva' is in Europe/Zurich, and its times are read in America/New_York; "
        "write `timezone: Europe/Zurich` for this venue, if they are on its own clock"
    ]
