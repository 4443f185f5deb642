"""Morning and afternoon, told from the order of an agenda."""

from roundtable_ical.importers.notes.agenda.halves import is_long_clock, spans
from roundtable_ical.importers.notes.times.clocks import Half, found


def shown(*texts: str, first: Half | None = None) -> list[str]:
    hours = [found(text)[0] for text in texts]
    ends = [(span.start, span.end) for span in spans(hours, first=first)]
    return [
        "-".join("" if each is None else f"{each // 60:02}:{each % 60:02}" for each in pair)
        for pair in ends
    ]


def test_one_after_noon_is_the_afternoon() -> None:
    assert shown("9:00 - 12:00", "12:00 - 1:00", "1:00 - 1:30") == [
        "09:00-12:00",
        "12:00-13:00",
        "13:00-13:30",
    ]


def test_padded_hours_that_fall_behind_noon_are_the_afternoon() -> None:
    assert shown("09:00 - 12:35", "12:35 - 01:35", "01:40 - 02:10")[1:] == [
        "12:35-13:35",
        "13:40-14:10",
    ]


def test_midnight_between_morning_and_noon_is_noon() -> None:
    assert shown("11:30 AM - 12:00 PM", "12:00 AM - 12:30 PM", "12:30 PM - 1:45 PM") == [
        "11:30-12:00",
        "12:00-12:30",
        "12:30-13:45",
    ]


def test_a_half_behind_a_span_stands_for_both_where_it_can() -> None:
    assert shown("8.30 - 10.00 pm") == ["20:30-22:00"]
    assert shown("11.00 - 1.00 pm") == ["11:00-13:00"]


def test_a_party_ends_on_the_next_day() -> None:
    assert shown("19:00 - 22:00", "22:00 - 02:00") == ["19:00-22:00", "22:00-26:00"]


def test_what_somebody_said_of_the_first_time_holds() -> None:
    assert shown("7:30 - 8:00", first=Half.PM) == ["19:30-20:00"]
    assert shown("7:30 - 8:00", first=Half.AM) == ["07:30-08:00"]


def test_printed_hours_of_a_long_clock_stay() -> None:
    assert shown("05:00 - 06:00", "14:00 - 15:00") == ["05:00-06:00", "14:00-15:00"]
    assert is_long_clock([found("14:00")[0]])


def test_what_was_turned_or_inferred_is_told() -> None:
    spans_found = spans([found("11:30 AM")[0], found("12:00 AM - 12:30 PM")[0]])

    assert [span.turned for span in spans_found] == [False, True]
    assert spans([found("1:30")[0]])[0].inferred
