from roundtable_ical.itip.writing.plain import plain
from roundtable_ical.itip.writing.wording import Link, Row, Wording
from roundtable_ical.itip.writing.words import words


def test_a_letter_is_read_from_top_to_bottom() -> None:
    wording = Wording(
        words=words("en"),
        language="en",
        subject="Updated",
        heading="Breakfast",
        greeting="Dear Ann,",
        opening="It has changed.",
        rows=(
            Row("Session", "Panel"),
            Row("Place", "Room 2", "Room 1"),
            Row("Also taking part", "Guy\nIda"),
            Row("Others", "Guy\nIda", "Guy"),
        ),
        text="How skills travel.",
        asks="Please reply.",
        button=Link("Reply", "https://events.example.org/a"),
        links=(Link("Page", "https://events.example.org/p"),),
        closing="Yours sincerely,",
        signature="Desk",
    )

    assert plain(wording) == (
        "Dear Ann,\n\nIt has changed.\n\n"
        "Session: Panel\n"
        "Place:\n  was: Room 1\n  is now: Room 2\n"
        "Also taking part:\n  Guy\n  Ida\n"
        "Others:\n  was: Guy\n  is now:\n    Guy\n    Ida\n\n"
        "How skills travel.\n\nPlease reply.\n\n"
        "Reply: https://events.example.org/a\nPage: https://events.example.org/p\n\n"
        "Yours sincerely,\nDesk\n"
    )


def test_what_is_not_there_leaves_no_gap() -> None:
    wording = Wording(
        words=words("zh"),
        language="zh",
        subject="",
        heading="",
        greeting="",
        opening="变更",
        rows=(Row("会议", "技能"),),
    )

    assert plain(wording) == "变更\n\n会议：技能\n"
