"""Titles mended and freed."""

from roundtable_ical.importers.notes.agenda.titles import (
    cut,
    goes_on,
    is_generic,
    is_led_by,
    is_role,
    joined,
    runs_on,
    without_length,
)
from roundtable_ical.importers.notes.lines import Line


def test_a_title_goes_on_in_a_line_that_begins_amid_a_sentence() -> None:
    title = "PANEL: How to develop agricultural value chains to become a lever of economic"
    line, after = Line(number=1, text=title), Line(number=2, text="transformation in Guinea?")

    assert goes_on(title, line, after, 100)


def test_a_title_ends_before_a_name_a_bullet_and_a_blank_line() -> None:
    line = Line(number=1, text="Welcome address by the host of the whole conference")

    def follows(after: Line) -> bool:
        return goes_on(line.text, line, after, 100)

    assert not follows(Line(number=2, text="Dr. Bernard Goumou, Minister of Commerce"))
    assert not follows(Line(number=2, text="and more", bullet="-"))
    assert not follows(Line(number=3, text="and more"))
    assert not follows(Line(number=2, text="moderated by X"))


def test_a_cell_runs_on_after_an_open_bracket_or_a_small_letter() -> None:
    assert runs_on("Talk (part", "two)")
    assert runs_on("Governance of", "migration")
    assert not runs_on("Opening", "Mr. X, Chair")


def test_durations_in_brackets_leave_a_title() -> None:
    assert without_length("Video (5 min.) of practices") == ("Video of practices", 5)
    assert without_length("Discussion - 20 minutes") == ("Discussion", 20)
    assert without_length("5 Minutes (Max) Outline") == ("5 Minutes (Max) Outline", None)


def test_a_title_that_is_a_text_is_cut_where_the_text_begins() -> None:
    assert cut("REGISTRATION Venue: Palais des Congrès") == (
        "REGISTRATION",
        "Venue: Palais des Congrès",
    )
    assert cut("Topic 1 Introduced by Mr Vigié") == ("Topic 1", "Introduced by Mr Vigié")
    text = "Opening ceremony of it all - Performances, followed by speeches " + "and more " * 12
    assert cut(text)[0] == "Opening ceremony of it all"
    assert cut("Trade - a talk") == ("Trade - a talk", "")


def test_words_of_the_sort_alone_are_generic() -> None:
    assert is_generic("Discussion")
    assert not is_generic("Discussion of trade")
    assert is_role("Chair: Ms. X")


def test_a_word_broken_at_the_line_end_becomes_whole() -> None:
    assert joined(["co-", "operation of", "states"]) == "co-operation of states"


def test_who_leads_is_no_title() -> None:
    assert is_led_by("moderated by Jane Doe")
    assert is_led_by("Modéré par Jean Petit")
    assert is_led_by("moderado por Ana Ruiz")
    assert is_led_by("Moderiert von Eva Kern")
    assert not is_led_by("Moderated discussion on rivers")
