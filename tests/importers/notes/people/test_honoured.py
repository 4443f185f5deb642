import pytest

from roundtable_ical.importers.notes.people import honoured


@pytest.mark.parametrize(
    ("honorific", "rest", "topic"),
    [
        ("Major", "Groups Dialogue", True),
        ("King", "Tides Project", True),
        ("Chief", "Guest Address", True),
        ("Justice", "Quornayor", False),
        ("Chief", "Quornasanjo of Nigeria", False),
        ("Judge", "Mary Doe Supreme Court", False),
        ("Dr.", "Groups Dialogue", False),
    ],
)
def test_an_everyday_word_before_a_title_is_no_honorific(
    honorific: str,
    rest: str,
    topic: bool,
) -> None:
    assert honoured.is_topic(honorific, rest) is topic


@pytest.mark.parametrize(
    ("words", "count", "length"),
    [
        ("Omar Matin Quornin", 1, 3),
        ("Emma Bank", 1, 2),
        ("Quorn Opening Remarks", 1, 1),
        ("Emma Minister", 1, 1),
        ("Quorn University Lagos", 1, 1),
        ("Emma Welcome", 1, 1),
        ("Emma Bank WWF", 1, 1),
    ],
)
def test_odd_words_behind_an_honorific_belong_to_the_name_amid_it(
    words: str, count: int, length: int
) -> None:
    assert honoured.whole(words.split(), count) == length


def test_a_realm_belongs_to_the_name_of_a_crowned_head() -> None:
    assert honoured.crowned("King", "of Jordan")
    assert not honoured.crowned("Mr.", "of Jordan")


def test_a_name_begins_with_an_honorific_or_looks_like_one() -> None:
    assert honoured.starts_name("Dr. Quorn")
    assert honoured.starts_name("Jane Doe")
    assert not honoured.starts_name("Opening of the day")
