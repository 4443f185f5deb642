"""A plan becomes an event."""

from datetime import UTC, datetime

from roundtable_ical.importers.schedules.drafted import drafted
from roundtable_ical.importers.schedules.plan import Plan, Talk
from roundtable_ical.ports import Source
from roundtable_ical.programme.reading import Reading

SOURCE = Source("x.json", b"")


def made(*talks: Talk, **more: object) -> Reading:
    plan = Plan(title="Forum", zone="Europe/Zurich", talks=list(talks))
    for name, value in more.items():
        setattr(plan, name, value)
    return drafted(plan, SOURCE)


def spans(reading: Reading) -> list[str]:
    return [
        f"{item.start:%Y-%m-%d %H:%M} {item.end:%H:%M}" for item in reading.required().occurrences
    ]


def test_moments_are_written_on_the_clock_at_the_venue() -> None:
    start = datetime(2026, 7, 29, 8, tzinfo=UTC)

    assert spans(made(Talk("a", start=start, minutes=30))) == ["2026-07-29 10:00 10:30"]


def test_one_day_is_said_once_and_several_for_each() -> None:
    days = [Talk("a", start=datetime(2026, 7, day, 8), minutes=30) for day in (29, 30)]

    one, two = made(days[0]).required(), made(*days).required()

    assert (str(one.date), one.dates, one.segments[0].date) == ("2026-07-29", (), None)
    assert [str(day) for day in two.dates] == ["2026-07-29", "2026-07-30"]


def test_seconds_are_rounded() -> None:
    start, end = datetime(2026, 7, 29, 8, 0, 10), datetime(2026, 7, 29, 8, 29, 59)

    assert spans(made(Talk("a", start=start, end=end))) == ["2026-07-29 08:00 08:30"]


def test_an_end_after_midnight_may_be_written_with_the_day_of_the_start() -> None:
    start, end = datetime(2026, 7, 29, 23), datetime(2026, 7, 29, 1)

    assert spans(made(Talk("a", start=start, end=end))) == ["2026-07-29 23:00 01:00"]


def test_an_end_that_is_none_is_inferred_and_told() -> None:
    start = datetime(2026, 7, 29, 8)
    reading = made(
        Talk("a", start=start, end=start), Talk("b", start=start.replace(hour=9), minutes=20)
    )

    assert spans(reading) == ["2026-07-29 08:00 09:00", "2026-07-29 09:00 09:20"]
    assert [p.code for p in reading.problems] == ["end-inferred"]


def test_a_time_that_the_clock_skips_or_repeats_is_told() -> None:
    skipped = Talk("a", start=datetime(2026, 3, 29, 2, 30), minutes=30)
    twice = Talk("b", start=datetime(2026, 10, 25, 2, 30), minutes=30)

    reading = made(skipped, twice)

    assert spans(reading) == ["2026-03-29 03:30 04:00", "2026-10-25 02:30 02:00"]
    assert {p.code for p in reading.problems} >= {"skipped-time", "repeated-time"}


def test_rooms_of_a_building_are_rooms_of_one_venue() -> None:
    plan = Plan(title="Forum", zone="UTC", city="Geneva")
    talk = Talk("a", place=plan.place("XX", "Palais"))
    plan.talks.append(talk)

    venue = drafted(plan, SOURCE).required().venues[0]

    assert (str(venue.name), str(venue.city), [str(room.name) for room in venue.rooms]) == (
        "Palais",
        "Geneva",
        ["XX"],
    )


def test_an_item_without_a_title_and_a_file_without_items_are_told() -> None:
    assert "untitled" in {p.code for p in made(Talk("")).problems}
    assert [p.code for p in made().problems] == ["no-sessions"]


def test_the_language_most_talks_are_in_is_the_events() -> None:
    talks = [Talk("a", language=language) for language in ("de", "fr", "FR")]

    assert made(*talks[:1]).required().language == "de"
    assert made(*talks, language="pt_BR").required().language == "pt-BR"
