"""Rows become segments, each once, at their moments."""

from roundtable_ical import zones
from roundtable_ical.importers.tables import CsvImporter
from roundtable_ical.ports import Given, Source
from roundtable_ical.programme.reading import Reading

GIVEN = Given(timezone=zones.zone("Europe/Berlin"))


def read(text: str) -> Reading:
    return CsvImporter().read(Source("x.csv", text.encode(), GIVEN))


def spans(reading: Reading) -> list[str]:
    return [f"{item.start:%d %H:%M}-{item.end:%d %H:%M}" for item in reading.required().occurrences]


def codes(reading: Reading) -> list[str]:
    return [p.code for p in reading.problems if p.code not in {"column", "title-inferred"}]


def test_an_end_after_midnight_is_on_the_next_day() -> None:
    assert spans(read("Title,Date,Start,End\nGala,2026-05-04,22:00,01:00\n")) == [
        "04 22:00-05 01:00"
    ]


def test_an_end_before_the_start_is_told_and_another_taken() -> None:
    reading = read("Title,Date,Start,End\nA,2026-05-04,14:00,13:00\nB,2026-05-04,15:00,16:00\n")

    assert spans(reading) == ["04 14:00-04 15:00", "04 15:00-04 16:00"]
    assert codes(reading) == ["end-before-start", "end-inferred"]


def test_small_hours_are_in_the_afternoon_where_nothing_is_later_and_that_is_told() -> None:
    reading = read("Title,Date,Time\nA,2026-05-04,9:00-12:00\nB,2026-05-04,1:30-3:00\n")

    assert spans(reading) == ["04 09:00-04 12:00", "04 13:30-04 15:00"]
    assert codes(reading) == ["half-of-day"]


def test_a_time_that_the_clock_skips_is_told() -> None:
    reading = read("Title,Date,Start,End\nA,2026-03-29,02:30,04:00\n")

    assert spans(reading) == ["29 03:30-29 04:00"]
    assert codes(reading) == ["skipped-time"]


def test_rows_of_one_item_are_one_segment_with_all_their_people() -> None:
    reading = read(
        "Title,Start,End,Room,Speaker\n"
        "A,2026-05-04 09:00,2026-05-04 10:00,X,Ana Gil\n"
        "A,2026-05-04 09:00,2026-05-04 10:00,X,Bo Ek\n"
    )

    (segment,) = reading.required().segments

    assert [each.speaker for each in segment.speakers] == ["ana-gil", "bo-ek"]
    assert codes(reading) == ["repeated"]


def test_what_has_no_time_is_unscheduled_and_what_was_refused_left_out() -> None:
    reading = read(
        "Title,Start,End,State\nA,2026-05-04 09:00,2026-05-04 10:00,confirmed\n"
        "B,,,accepted\nC,,,rejected\nD,2026-05-04 11:00,2026-05-04 12:00,cancelled\n"
    )

    event = reading.required()

    assert [item.cancelled for item in event.occurrences] == [False, True]
    assert [str(segment.title) for segment in event.unscheduled] == ["B"]
    assert codes(reading) == ["unscheduled", "status"]


def test_kinds_that_are_none_of_ours_are_themes() -> None:
    reading = read("Title,Start,End,Type\nA,2026-05-04 09:00,2026-05-04 10:00,Health\n")

    assert [str(theme.title) for theme in reading.required().themes] == ["Health"]
    assert codes(reading) == ["themes-inferred"]


def test_times_after_midnight_may_be_on_the_clock_of_the_evening() -> None:
    text = "Title,Date,Start,End\nFilm,2026-05-04,21:00,28:30\nTalk,2026-05-04,25:00,26:00\n"

    assert spans(read(text)) == ["04 21:00-05 04:30", "05 01:00-05 02:00"]


def test_a_row_without_a_title_is_called_by_its_kind_and_that_is_told() -> None:
    reading = read("Date,Start,End,Type,Title\n2026-05-04,10:00,11:00,Break,\n")

    assert [str(segment.title) for segment in reading.required().segments] == ["Break"]
    assert "title-inferred" in [p.code for p in reading.problems if p.where.path == ()]


def test_kinds_that_are_numbers_are_no_themes() -> None:
    reading = read("Title,Date,Start,End,Type\nA,2026-05-04,10:00,11:00,0\n")

    assert reading.required().themes == ()


def test_days_as_numbers_of_month_and_day() -> None:
    text = "Title,Start day,Start at,End day,End at\nA,1126,22:00,1127,8:00\n"
    given = Given(timezone=zones.zone("Europe/Berlin"), year=2021)

    reading = CsvImporter().read(Source("x.csv", text.encode(), given))

    assert spans(reading) == ["26 22:00-27 08:00"]


def test_a_day_that_cannot_be_read_is_told() -> None:
    reading = read("Title,Date,Start,End\nA,Blueday,10:00,11:00\nB,2026-05-04,10:00,11:00\n")

    assert [str(p) for p in reading.problems if p.code == "unread-day"] == [
        "x.csv, line 2: its date 'Blueday' is no day that can be read; write it as 2026-05-04"
    ]
