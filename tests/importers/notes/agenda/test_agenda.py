"""Whole agendas."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from roundtable_ical.importers.notes.agenda.agenda import agenda
from roundtable_ical.importers.notes.documents import markdown, plain
from roundtable_ical.importers.notes.found import Agenda
from roundtable_ical.ports import Given

NOW = datetime(2026, 11, 24, tzinfo=UTC)
DAY = date(2022, 5, 9)


def read(text: str, **said: object) -> Agenda:
    document = (markdown if markdown.is_marked(text) else plain).document(text)
    given = Given(moment=NOW, **said)  # type: ignore[arg-type]  # keyword by keyword in the tests
    return agenda(document, given=given, language="en", days=(given.day,) if given.day else ())


def shown(found: Agenda) -> list[str]:
    return [
        f"{item.day} {item.start:%H:%M}-{item.end:%H:%M} {item.title}"
        if item.start and item.end
        else f"{item.day} {item.start:%H:%M} {item.title}"
        if item.start
        else item.title
        for item in found.items
    ]


def test_an_agenda_of_two_days_in_two_languages() -> None:
    text = """Jueves 9 de diciembre / Thursday, 9 December
09:00 - 09:15 hs. - Palabras de Apertura / Opening Speech
09:15 - 10:45 hs. - Panel 1 (primera parte):

Viernes 10 de diciembre / Friday, 10 December
09:00 - 10:30 hs. - Panel 2
"""

    assert shown(read(text, year=2021)) == [
        "2021-12-09 09:00-09:15 Palabras de Apertura / Opening Speech",
        "2021-12-09 09:15-10:45 Panel 1 (primera parte)",
        "2021-12-10 09:00-10:30 Panel 2",
    ]


def test_a_table_on_a_clock_of_twelve_hours() -> None:
    text = """| Time | Title | Location |
| --- | --- | --- |
| 9:00 - 12:00 | Talks | Hall 1 |
| 12:00 - 1:00 | Lunch | |
| 1:00 - 1:30 | Groups | Hall 2 |
"""

    found = read(text, day=DAY)

    assert shown(found) == [
        "2022-05-09 09:00-12:00 Talks",
        "2022-05-09 12:00-13:00 Lunch",
        "2022-05-09 13:00-13:30 Groups",
    ]
    assert [item.room for item in found.items] == ["Hall 1", None, "Hall 2"]


def test_starts_and_ends_in_columns_of_their_own() -> None:
    text = """| Actividad | Hora inicio | Hora fin |
| --- | --- | --- |
| Debate | 10:30 | 1:00 |
| Almuerzo | 1:00 | 2:00 |
"""

    assert shown(read(text, day=DAY)) == [
        "2022-05-09 10:30-13:00 Debate",
        "2022-05-09 13:00-14:00 Almuerzo",
    ]


def test_a_note_without_an_agenda_is_one_item_without_a_title() -> None:
    found = read("EU Energy Day\n\nDate and time: 2018-12-11 09:00:00 - 2018-12-11 19:00:00\n")

    assert [(item.title, item.day, item.start, item.end) for item in found.items] == [
        ("", date(2018, 12, 11), time(9), time(19))
    ]


def test_a_card_with_date_hours_and_place_is_the_event_itself() -> None:
    found = read("Round Table\n18 Nov. 2024\n10:00h - 13:00h\nAZT/UTC+4\nBaku\n")

    assert [item.title for item in found.items] == [""]


def test_sessions_of_one_block_have_their_titles_over_time_and_room() -> None:
    text = """10:45 - 12:15
002 Innovation
10:45 - 12:15 hrs. / Sala 1 (Traducción)

003 Public enterprises
10:45 - 12:15 hrs. / Sala 2
"""

    found = read(text, day=DAY)

    assert [(item.title, item.room) for item in found.items] == [
        ("002 Innovation", "Sala 1"),
        ("003 Public enterprises", "Sala 2"),
    ]


def test_blocks_with_a_label_of_time_take_the_title_over_it() -> None:
    text = """Round Table I

Time: Monday, 1 December 2003 - from 17.30 to 19.30
Theme: Water

Round Table II:

Time: Tuesday, 2 December 2003 - from 17.30 to 19.30
Theme: Trade
"""

    assert shown(read(text)) == [
        "2003-12-01 17:30-19:30 Round Table I",
        "2003-12-02 17:30-19:30 Round Table II",
    ]


def test_what_looks_like_an_item_and_cannot_be_read_is_told() -> None:
    found = read("09:00 Opening\n10:00 Talk\n11:00 Closing\n\n## x\n\n29:00 Party", day=DAY)

    assert [(remark.line, remark.sure) for remark in found.remarks] in ([(7, None)], [])


def test_lines_without_any_time_give_no_items() -> None:
    assert read("Concept note\nBackground\nSome words").items == ()


ROWS = {
    "dashed": "{s:%H:%M} - {e:%H:%M} - {t}",
    "tab": "{s:%H.%M} - {e:%H.%M}\t{t}",
    "french": "{s:%H}h{s:%M}-{e:%H}h{e:%M} : {t}",
    "twelve": "{s:%I:%M %p} - {e:%I:%M %p} {t}",
    "words": "from {s:%I:%M %p} to {e:%I:%M %p}: {t}",
    "hours": "{s:%H%M}-{e:%H%M} hrs {t}",
    "bracket": "{t} ({s:%H:%M} - {e:%H:%M})",
    "alone": "{s:%H:%M} - {e:%H:%M}\n{t}\n",
    "bullet": "- {s:%H:%M}-{e:%H:%M} {t}",
    "table": "| {s:%H:%M} - {e:%H:%M} | {t} |",
}
TITLES = ("Opening", "Trade and health", "Coffee break", "Panel 2: Water", "Closing")


@drawn(
    st.sampled_from(sorted(ROWS)),
    st.lists(st.integers(3, 20), min_size=3, max_size=5),
    st.integers(7, 10),
)
def test_any_agenda_in_any_writing_reads_back(style: str, lengths: list[int], first: int) -> None:
    moment = first * 60
    wanted = []
    for length, title in zip(lengths, TITLES, strict=False):
        start, moment = moment, moment + 5 * length
        ends = [time(minutes // 60, minutes % 60) for minutes in (start, moment)]
        wanted.append((ends[0], ends[1], title))
    text = "\n".join(ROWS[style].format(s=s, e=e, t=t) for s, e, t in wanted)

    found = read(text, day=DAY)

    assert [(item.start, item.end, item.title) for item in found.items] == wanted


@pytest.mark.parametrize("text", ["", "\n\n", "|", "12:00", "\t\t", "9:00 -", "- 9:00\n- "])
def test_odd_texts_raise_nothing(text: str) -> None:
    read(text, day=DAY)


@drawn(st.text(alphabet="0159:.-hap m|\t\n()Aé,", max_size=120))
def test_any_text_raises_nothing(text: str) -> None:
    read(text, day=DAY)


def test_a_lone_date_and_time_is_the_event_itself_and_not_the_line_under_it() -> None:
    text = "Webinar on seas\nWednesday 14 October 2020, from 15:00 to 16:30 CEST\nOnline\nJoin us"

    (item,) = read(text).items

    assert (item.title, item.start, item.end) == ("", time(15), time(16, 30))


def test_weekdays_over_items_are_told_from_days_in_the_head() -> None:
    text = """Start: 11 am on Wednesday, April 6, 2016
End: noon on Friday, April 8, 2016

Thursday
9:00 - 10:00 Groups

Friday
9:00 - 10:00 Summary
"""

    assert shown(read(text)) == ["2016-04-07 09:00-10:00 Groups", "2016-04-08 09:00-10:00 Summary"]


def test_a_day_in_a_sentence_is_the_day_where_no_heading_has_one() -> None:
    text = "The forum takes place on 25 February 2026 in our hall.\n9:00 Opening\n10:00 Panel"

    assert {item.day for item in read(text).items} == {date(2026, 2, 25)}


def test_a_time_that_sticks_to_its_date_is_read() -> None:
    text = "9 de agosto13h – Credenciamento\n15h – Abertura\n10 de agosto\n8h – Mesa"

    assert shown(read(text, year=2013)) == [
        "2013-08-09 13:00-15:00 Credenciamento",
        "2013-08-09 15:00 Abertura",
        "2013-08-10 08:00 Mesa",
    ]


def test_several_times_in_a_line_are_an_item_each() -> None:
    text = "8:00 Arrival / 8:30 Opening by all / 9:00 Talks\n10:00 - 11:00 Break"

    assert shown(read(text, day=DAY)) == [
        f"{DAY} 08:00-08:30 Arrival",
        f"{DAY} 08:30-09:00 Opening by all",
        f"{DAY} 09:00-10:00 Talks",
        f"{DAY} 10:00-11:00 Break",
    ]


def test_cells_between_pipes_are_columns() -> None:
    text = "9 h | Opening\n10 h | Veterans | Silvia Barrera\n11 h | Schools | Mirta Amati"

    found = read(text, day=DAY)

    assert [item.title for item in found.items] == ["Opening", "Veterans", "Schools"]
    assert [each.name for each in found.items[1].named.people] == ["Silvia Barrera"]


def test_a_cell_with_one_time_on_two_clocks_that_its_head_names() -> None:
    text = """October 24, 2022

| Time (CET / EST) | Title |
|---|---|
| 14:00-14:05 / 8:00-8:05 | Opening |
| 14:05-14:30 / 8:05-8:30 | Talk |
"""

    assert shown(read(text)) == [
        "2022-10-24 14:00-14:05 Opening",
        "2022-10-24 14:05-14:30 Talk",
    ]


def test_who_moderates_behind_the_hours_is_no_title_of_the_event() -> None:
    found = read("What now?\n\nWednesday, 28 May 2025 12.45 - 14.00, moderated by Jane Doe\n")

    assert [item.title for item in found.items] == [""]
    assert [each.name for each in found.items[0].named.people] == ["Jane Doe"]
