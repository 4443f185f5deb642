"""Every way in which people write times, read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.importers.notes.times.clocks import Clock, Half, Hours, Style, found, lengths


def shown(hours: Hours) -> str:
    """Return *hours* as ``9:00am-10:30`` with the zone behind."""
    ends = (
        "" if each is None else f"{each.hour}:{each.minute:02}{each.half or ''}"
        for each in (hours.start, hours.end)
    )
    return "-".join(ends) + (f" {hours.zone}" if hours.zone else "")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("8.30 - 10.00 am", "8:30-10:00am"),
        ("13:15-14:30", "13:15-14:30"),
        ("9:00 a.m. to 10:30 a.m.", "9:00am-10:30am"),
        ("8:30–9:00 a. m.", "8:30-9:00am"),
        ("09h30-11h00", "9:30-11:00"),
        ("10 h 30 - 11 h", "10:30-11:00"),
        ("8h45min", "8:45-"),
        ("9h30min às 11h", "9:30-11:00"),
        ("1.15 pm", "1:15pm-"),
        ("1330-1500 hrs", "13:30-15:00"),
        ("1400-1410GMT PGA opens", "14:00-14:10 GMT"),
        ("de 9h à 10h30", "9:00-10:30"),
        ("de 9 à 10h30", "9:00-10:30"),
        ("9-10.30", "9:00-10:30"),
        ("9am-10am", "9:00am-10:00am"),
        ("from 9 to 10:30", "9:00-10:30"),
        ("a las 10:00 hasta las 11:00", "10:00-11:00"),
        ("das 9h às 10h", "9:00-10:00"),
        ("dalle 9.00 alle 10.30", "9:00-10:30"),
        ("10 Uhr bis 11 Uhr", "10:00-11:00"),
        ("um 9.30 Uhr", "9:30-"),
        ("09:00 - 09:15 hs.", "9:00-9:15"),
        ("12 noon - 1 pm", "12:00pm-1:00pm"),
        ("12:00 m. a 1:30 p. m.", "12:00pm-1:30pm"),
        ("12nn - 1pm", "12:00pm-1:00pm"),
        ("8:30 a.m.–Noon", "8:30am-12:00"),
        ("mediodía", "12:00-"),
        ("midi", "12:00-"),
        ("24:00", "24:00-"),
        ("until 17:00", "-17:00"),
        ("10:00-11:30 CET", "10:00-11:30 CET"),
        ("10:00 (UTC+1) – 11:00 (UTC+1)", "10:00-11:00 UTC+1"),
        ("3:30pm (Geneva time)", "3:30pm- Geneva time"),
        ("16.30-ca. 17.00", "16:30-17:00"),
        ("11.30-11.50Position Paper", "11:30-11:50"),
        ("11:00 - 11:30 hoursCoffee", "11:00-11:30"),
        ("8:00-8:45 in the morning", "8:00-8:45am"),
        ("13:15 pm", "13:15-"),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, meant: str) -> None:
    assert [shown(each) for each in found(text)] == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "1. Approval of the agenda",
        "4) Information on activities [5' each, woudc]",
        "Q&A (15').",
        "5 Minutes (Max) Outline",
        "Increase 10.30% and $12.50",
        "2009 MINISTERIAL CONFERENCE",
        "in the afternoon",
        "14 October",
        "6 h 45 min with breaks",
        "24h format",
    ],
)
def test_what_is_no_time_gives_none(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize("text", ["1.15 Something", "9-10 Registration", "2019-2020"])
def test_numbers_that_may_be_something_else_are_doubtful(text: str) -> None:
    (hours,) = found(text)

    assert hours.doubtful


def test_one_moment_on_several_clocks_is_one_time() -> None:
    (hours,) = found("7am Boston/1pm Berlin/11pm Melbourne")

    assert [shown(each) for each in (hours, *hours.others)] == [
        "7:00am- Boston",
        "1:00pm- Berlin",
        "11:00pm- Melbourne",
    ]


def test_a_date_is_masked() -> None:
    text = "2018-12-11 09:00:00 - 2018-12-11 19:00:00"

    (hours,) = found(text, [(0, 10), (22, 32)])

    assert shown(hours) == "9:00-19:00"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Video (5 min.)", 5),
        ("Next steps [15']", 15),
        ("(1h30)", 90),
        ("1 h 30 min", 90),
        ("2 hours", 120),
        ("(1.5 h)", 90),
        ("5-10 minutes", 10),
    ],
)
def test_a_duration_is_read(text: str, minutes: int) -> None:
    assert [each.minutes for each in lengths(text)] == [minutes]


STYLES = {
    "colon": "{h:02}:{m:02}",
    "short colon": "{h}:{m:02}",
    "french": "{h:02}h{m:02}",
    "hours": "{h:02}:{m:02} hs.",
}


@given(
    st.sampled_from(sorted(STYLES)),
    st.integers(0, 23),
    st.sampled_from(range(0, 60, 5)),
    st.integers(0, 23),
    st.sampled_from(range(0, 60, 5)),
    st.sampled_from(["-", " - ", " – ", "—", " to ", " à ", " bis "]),
)
def test_every_time_of_a_long_clock_reads_back(
    style: str, h: int, m: int, h2: int, m2: int, join: str
) -> None:
    text = join.join((STYLES[style].format(h=h, m=m), STYLES[style].format(h=h2, m=m2)))

    (hours,) = found(text)

    assert [(each.hour, each.minute) for each in hours.clocks] == [(h, m), (h2, m2)]


@given(st.integers(1, 12), st.sampled_from(range(0, 60, 5)), st.sampled_from(list(Half)))
def test_every_time_with_a_half_reads_back(h: int, m: int, half: Half) -> None:
    (hours,) = found(f"{h}.{m:02} {half}")

    assert hours.start is not None
    assert hours.start.minutes == (h % 12 + (12 if half is Half.PM else 0)) * 60 + m


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for hours in found(text):
        assert 0 <= hours.at[0] < hours.at[1] <= len(text)


def test_a_dash_that_was_lost_between_two_times_alone_is_read() -> None:
    assert [shown(each) for each in found("08.15  09:00")] == ["8:15-9:00"]
    assert len(found("Bus 08.15  09:00 both")) == 2


def test_noon_as_md_is_noon() -> None:
    (hours,) = found("10:15 a.m. – 12:00 m.d.")

    assert hours.end is not None
    assert (hours.end.minutes, hours.at[1]) == (720, len("10:15 a.m. – 12:00 m.d."))


def test_hours_with_a_comma_are_doubtful_times() -> None:
    (hours,) = found("15,30 Talk")

    assert (hours.start, hours.doubtful) == (Clock(hour=15, minute=30, style=Style.COMMA), True)
    assert found("2,53 euros") == ()


def test_a_span_that_lost_its_dash_and_its_blank_is_one() -> None:
    (hours,) = found("09:0010:00")

    assert [str(each.time()) for each in hours.clocks] == ["09:00:00", "10:00:00"]
