"""Themes, and the items that are about them."""

from roundtable_ical.importers.notes.found import Item, Topic
from roundtable_ical.importers.notes.head.sections import sections
from roundtable_ical.importers.notes.head.themes import Tie, ties, topics
from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.programme.segments import Kind

LISTED = (
    Line(number=1, text="The event has two themes:"),
    Line(number=2, text=""),
    Line(number=3, text="fair work, for instance in factories; and", bullet="1)"),
    Line(
        number=4,
        text="clean water which will cover rivers and lakes.",
        bullet="2)",
        strong=("clean water",),
    ),
)


def item(title: str, kind: Kind = Kind.DISCUSSION) -> Item:
    return Item(line=9, day=None, start=None, end=None, title=title, kind=kind)


def test_a_list_that_is_announced_as_themes_is_read_with_descriptions() -> None:
    found, lines = topics(sections(Document(lines=LISTED)))

    assert found == (
        Topic(line=3, title="Fair work", description="For instance in factories."),
        Topic(line=4, title="Clean water", description="Rivers and lakes."),
    )
    assert lines == {3, 4}


def test_a_list_below_a_label_is_one_of_themes() -> None:
    lines = (
        Line(number=1, text="Temas"),
        Line(number=2, text="Agua limpia", bullet="•"),
        Line(number=3, text="Trabajo digno", bullet="•"),
    )

    assert [topic.title for topic in topics(sections(Document(lines=lines)))[0]] == [
        "Agua limpia",
        "Trabajo digno",
    ]


def test_other_lists_are_no_themes() -> None:
    lines = (Line(number=1, text="Please bring:"), *LISTED[2:])

    assert topics(sections(Document(lines=lines))) == ((), frozenset())


def test_items_are_tied_by_the_meaning_of_their_words_and_breaks_never_are() -> None:
    listed = (
        Topic(line=1, title="Protecting the rights of migrant workers"),
        Topic(line=2, title="Clean water for growing cities"),
    )
    items = (
        item("Protection of migrants and of workers' rights"),
        item("Water in the city: clean for all"),
        item("Clean water for growing cities", Kind.BREAK),
        item("Any other business"),
    )

    assert [(tie.item, tie.topic) for tie in ties(items, listed)] == [(0, 0), (1, 1)]
    assert ties((item("Clean water for growing cities"),), listed) == (
        Tie(item=0, topic=1, score=1.0),
    )
