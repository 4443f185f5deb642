"""Objective, background, participants and what is left."""

from roundtable_ical.importers.notes.head.sections import sections
from roundtable_ical.importers.notes.head.texts import Texts, texts
from roundtable_ical.importers.notes.lines import Document, Line


def of(text: str, used: tuple[int, ...] = ()) -> Texts:
    rows = enumerate(text.split("\n"), 1)
    document = Document(lines=tuple(Line(number=number, text=words) for number, words in rows))
    return texts(sections(document), used, (), "en")


def test_sections_become_paragraphs() -> None:
    found = of(
        "Objective: To agree.\n\nBackground\nOne.\n\nTwo.\n\nParticipants: ministers, experts\n\n"
        "Format: a panel"
    )

    assert found.objective == "To agree."
    assert found.background == "One.\n\nTwo.\n\nFormat: a panel"
    assert found.participants == ("ministers", "experts")
    assert found.unread == ()


def test_prose_outside_any_section_is_background_and_loose_words_are_unread() -> None:
    prose = "This event will look at water, and at what people have made of it in ten countries."

    found = of(f"{prose}\n\nRef. 7\n\nB-12")

    assert found.background == prose
    assert found.unread == ((3, "Ref. 7 / B-12"),)


def test_participants_with_names_are_speakers() -> None:
    found = of("Participants: Ms. Ana Silva (Water Fund); Mr. Li Wei, Minister of Water (tbc)")

    assert found.participants == ()
    assert [line.number for line in found.speakers] == [1]


def test_what_is_used_elsewhere_is_not_told_twice() -> None:
    assert (
        of(
            "A title that is long enough to be taken for a paragraph of prose by its length", (1,)
        ).background
        is None
    )
