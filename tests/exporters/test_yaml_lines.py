"""Trees as lines: short things on one line, long ones below each other, comments above."""

from roundtable_ical.exporters.yaml_lines import Lines, flowing
from roundtable_ical.exporters.yaml_tree import Plain


def test_short_lists_and_mappings_stay_on_one_line() -> None:
    segment = {
        "id": "panel",
        "title": {"en": "Panel", "fr": "Table ronde"},
        "themes": ["skills", "rights"],
        "speakers": [{"speaker": "guy", "role": "chair"}, "ann"],
    }

    assert list(Lines().item(segment, ("segments", 0), 2)) == [
        "  - id: panel",
        "    title: {en: Panel, fr: Table ronde}",
        "    themes: [skills, rights]",
        "    speakers:",
        "      - {speaker: guy, role: chair}",
        "      - ann",
    ]


def test_what_is_too_long_for_its_line_has_lines_of_its_own() -> None:
    title = {"en": "word " * 12 + "end", "fr": "mot " * 12 + "fin"}

    assert list(Lines().entry("title", title, ("title",), 0)) == [
        "title:",
        f"  en: {title['en']}",
        f"  fr: {title['fr']}",
    ]


def test_a_comment_stands_above_its_value() -> None:
    comments = {
        ("date",): ["a", "b"],
        ("segments", 0, "id"): ["c"],
        ("venues", 0, "geo", "lat"): ["d"],
    }
    values = {
        "date": Plain("2026-09-24"),
        "venues": [{"id": "hall", "geo": {"lat": Plain(1), "lon": Plain(2)}}],
        "segments": [{"id": "panel"}],
    }

    assert list(Lines(comments).file(values)) == [
        "# a",
        "# b",
        "date: 2026-09-24",
        "",
        "venues:",
        "  - id: hall",
        "    # d",
        "    geo: {lat: 1, lon: 2}",
        "",
        "segments:",
        "  # c",
        "  - id: panel",
    ]


def test_empty_things_and_lists_in_lists_can_be_written() -> None:
    assert list(Lines().entry("foreign", {"a": [], "b": [["x y"]], "c": {}}, ("foreign",), 0)) == [
        "foreign:",
        "  a: []",
        "  b:",
        "    -",
        "      - x y",
        "  c: {}",
    ]


def test_a_key_of_a_page_gets_the_question_mark_that_yaml_asks_for() -> None:
    key = "k" * 1100

    assert list(Lines().entry(key, "a", (key,), 0)) == [f"? {key}", ": a"]


def test_one_line_says_it_all_where_it_must() -> None:
    assert flowing({"a": ["b, c", {"d": Plain(1)}]}) == '{a: ["b, c", {d: 1}]}'
