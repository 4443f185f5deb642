"""What a page prints beside its text."""

from roundtable_ical.importers.notes.agenda.noise import noise
from roundtable_ical.importers.notes.lines import Line


def lines(*texts: str, page: int = 0) -> list[Line]:
    return [Line(number=at, text=text, page=page) for at, text in enumerate(texts, 1)]


def test_page_numbers_are_noise() -> None:
    found = noise(lines("37", "Agenda", "Page 1 of 3", "2/3", "- 4 -", "10:00 Opening"))

    assert found == {1, 3, 4, 5}


def test_heads_beside_page_numbers_are_noise() -> None:
    found = noise(
        lines("The Team", "Agenda", "1/3", "The Team", "10:00 Opening", "2/3", "The Team")
    )

    assert found == {1, 3, 4, 6, 7}


def test_what_is_said_twice_in_the_text_is_none() -> None:
    assert noise(lines("Coffee break", "Talk", "Coffee break", "Talk")) == frozenset()


def test_running_heads_of_pages_are_noise() -> None:
    document = [
        Line(number=page * 10 + at, text=text, page=page)
        for page in (1, 2, 3)
        for at, text in enumerate(("Draft 3 May", *(f"{n}:00 Talk {page}{n}" for n in range(9))))
    ]

    assert noise(document) == {10, 20, 30}
