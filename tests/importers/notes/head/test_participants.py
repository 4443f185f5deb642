"""Who takes part, by category."""

from roundtable_ical.importers.notes.head.participants import categories
from roundtable_ical.importers.notes.lines import Line


def of(*words: str, bullet: str = "") -> list[str]:
    rows = enumerate(words, 1)
    return list(categories([Line(number=at, text=text, bullet=bullet) for at, text in rows]))


def test_an_enumeration_inside_a_category_stays_whole() -> None:
    words = (
        "Ministers, Ambassadors and other delegates, leaders of old and new bodies, "
        "experts from trade unions, business and media."
    )

    assert of(words) == [
        "Ministers, Ambassadors and other delegates",
        "leaders of old and new bodies",
        "experts from trade unions, business and media",
    ]


def test_bullets_and_semicolons_part_them() -> None:
    assert of("ministers;", "experts.", bullet="-") == ["ministers", "experts"]
    assert of("ministers, and their staff; experts") == ["ministers, and their staff", "experts"]


def test_sentences_stay_sentences() -> None:
    assert of("The event is open. About 60 people are expected.") == [
        "The event is open. About 60 people are expected."
    ]
