"""What an event is called."""

import pytest

from roundtable_ical.importers.notes.head.naming import Names, names
from roundtable_ical.importers.notes.head.sections import sections
from roundtable_ical.importers.notes.head.title_blocks import tidy
from roundtable_ical.importers.notes.head.top import top
from roundtable_ical.importers.notes.lines import Document, Line


def named(*rows: Line | str, about: str = "") -> Names:
    lines = tuple(
        row if isinstance(row, Line) else Line(number=number, text=row)
        for number, row in enumerate(rows, 1)
    )
    document = Document(lines=lines, about={"title": about})
    return names(top(document), sections(document), document)


def told(*rows: Line | str, about: str = "") -> tuple[str | None, ...]:
    found = named(*rows, about=about)
    return tuple(each.text if each else None for each in (found.title, found.subtitle, found.kind))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            (
                "CONCEPT NOTE",
                "",
                "High-Level Breakfast Roundtable",
                "",
                "Work today:",
                "",
                "A fair deal",
            ),
            ("Work today", "A fair deal", "High-Level Breakfast Roundtable"),
        ),
        (("Title: Work today", "Date: 3 March 2025"), ("Work today", None, None)),
        (
            (
                "WORLD WORK ORGANIZATION",
                "Doc. 1.1",
                "(6.3.2007)",
                "",
                "MEETING OF THE",
                "GROUP OF EXPERTS",
            ),
            ("MEETING OF THE GROUP OF EXPERTS", None, None),
        ),
        (
            ("Coloquio Internacional", "“800 años: el rey”"),
            ("800 años: el rey", None, "Coloquio Internacional"),
        ),
        (
            ("Work and the end of", "the long day", "3 March 2025"),
            ("Work and the end of the long day", None, None),
        ),
        (("Workshop Agenda",), ("Workshop Agenda", None, None)),
        (("Panel discussion",), ("Panel discussion", None, None)),
        (("3 March 2025", "9:00 Opening"), (None, None, None)),
    ],
)
def test_titles_are_found_among_what_stands_at_the_top(
    rows: tuple[str, ...], expected: tuple[str | None, ...]
) -> None:
    assert told(*rows) == expected


def test_a_heading_of_the_first_level_is_the_title() -> None:
    rows = (Line(number=1, text="Our group"), Line(number=2, text="Work today", heading=1))

    assert told(*rows)[0] == "Work today"


def test_the_files_own_title_counts_where_no_line_is_one() -> None:
    assert told("9:00 Opening", about="Work today")[0] == "Work today"
    assert told("9:00 Opening", about="Microsoft Word - x.docx")[0] is None


def test_a_title_in_the_prose_of_an_announcement_is_found() -> None:
    prose = (
        "We invite everybody to a panel discussion on “Work today and tomorrow”, "
        "to be held soon in the big hall of the city."
    )

    assert told(prose)[0] == "Work today and tomorrow"


def test_a_title_is_freed_of_quotation_marks_and_of_the_date_behind_it() -> None:
    assert tidy("“Work for all”, 12 March 2020") == "Work for all"
    assert tidy("Annotated notes updated 15 July 2020") == "Annotated notes"
    assert tidy("12 March 2020") == "12 March 2020"


def test_the_heading_of_the_agenda_names_an_event_that_nothing_else_names() -> None:
    found = told(
        "Fecha: 3 de mayo de 2024",
        "Lugar: Parque Norte",
        "Objetivos: dar a conocer el trabajo del año.",
        "PROGRAMA ACTO DE CLAUSURA (tentativo)",
        "9:00 Palabras de bienvenida",
    )

    assert found == ("ACTO DE CLAUSURA", None, None)
