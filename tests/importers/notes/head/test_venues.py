"""Where it is."""

import pytest

from roundtable_ical.importers.notes.found import Place
from roundtable_ical.importers.notes.head.sections import sections
from roundtable_ical.importers.notes.head.top import top
from roundtable_ical.importers.notes.head.venues import venue
from roundtable_ical.importers.notes.lines import Document, Line


def place(text: str) -> Place | None:
    rows = enumerate(text.split("\n"), 1)
    document = Document(lines=tuple(Line(number=number, text=words) for number, words in rows))
    return venue(sections(document), top(document), document.lines)[0]


def told(text: str) -> tuple[str | None, ...] | None:
    found = place(text)
    return (found.name, found.room, found.city) if found else None


def test_capitals_behind_a_place_are_no_place_and_a_house_under_items_is() -> None:
    said = "The festival will be held in Galway and will bring Breton song to the fore."
    items = "\n".join(f"{at}:00 Tides\nGalway Harbour Museum" for at in (9, 10, 11))

    assert told(f"Songs\n{said}") == ("Galway", None, None)
    assert told(f"Songs\n{said}\n{items}") == ("Galway Harbour Museum", None, "Galway")


def test_heads_of_columns_and_people_are_no_place() -> None:
    assert told("Songs\nMorning\tRoom 1\tRoom 2\n9:00\tTides\tRopes") is None
    assert told("Songs\nModeradora Dra. Ana Ruiz, Universidad de Loja\n4 March 2025") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks\nVenue: Room XX, Palais des Nations", ("Palais des Nations", "Room XX", None)),
        ("Talks\nVenue:\nKenyatta Centre\nNairobi, Kenya", ("Kenyatta Centre", None, "Nairobi")),
        ("Talks\nDate and venue: 3 March 2025, Hotel Sol, Lima", ("Hotel Sol", None, "Lima")),
        ("Talks\nHotel Sol, Lima, 3-5 March 2025", ("Hotel Sol", None, "Lima")),
        ("Talks\nLima, 3 March 2025\nHotel Sol, Room 2", ("Hotel Sol", "Room 2", "Lima")),
        ("Talks\n22 - 24 February 2021. Virtual.", ("Virtual", None, None)),
        ("Talks\n(Forum Building D77, Bern, 15 March 2007)", ("Forum Building D77", None, "Bern")),
        ("5th Meeting of the Network, Vienna, 5-6 October 2010", ("Vienna", None, None)),
        (
            "Tagung\n12. Mai 2024\nHafenmuseum Hamburg, Kai 50",
            ("Hafenmuseum Hamburg", None, "Hamburg"),
        ),
        (
            "The talks will be held at the Sunset Hotel, Apia, on 3 May 2025.",
            ("Sunset Hotel", None, "Apia"),
        ),
        ("Talks\nModality: hybrid\nVenue: Hotel Sol, Lima", ("Hotel Sol", None, "Lima")),
        ("Talks\nRoom: 4\nCity: Geneva", ("4", None, "Geneva")),
        ("Talks\n3 March 2025", None),
    ],
)
def test_a_place_is_found_by_its_label_beside_the_date_or_in_its_own_line(
    text: str, expected: tuple[str | None, ...] | None
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Foro\n\nEl foro tendrá lugar los días 3 y 4 de mayo en el Hotel Sol de Lima.",
            "Hotel Sol",
        ),
        (
            "Foro\n\nEl 4 de mayo el Salón Azul de la Mairie será sede del foro de agua.",
            "Salón Azul",
        ),
        (
            "Forum\n\nThe forum will be held on 5 May 2023 at the Kalahari Resort in Lima.",
            "Kalahari",
        ),
        (
            "Tagung\n\nDie Tagung findet am 5. Mai 2023 im Haus der Kulturen in Bonn statt.",
            "Haus der",
        ),
        (
            "Convegno\n\nVi aspettiamo a Roma, presso la Sala Blu, per il convegno di maggio.",
            "Sala Blu",
        ),
        (
            "Talks\n\nDas Haus des Ostens, Am Lilienberg 5, in München, lädt ein zur Tagung.",
            "Haus des",
        ),
        ("View of the Scottish Event Campus in Glasgow the venue for the talks", "Scottish Event"),
        ("Colloque\n5 mai 2010\nEn Sorbonne, amphithéâtre Liard", "Sorbonne"),
        ("Colloque\n5 mai 2010\nÀ l'ISPAIA - Zoopôle du Lac", "ISPAIA"),
        ("Journal\nMidrand, South Africa\n5 May 1996\nGallagher Estate", "Gallagher Estate"),
        ("Talks\n3 March 2025\n9:00 Opening\n10:00 End\nVenue: Hotel Sol", "Hotel Sol"),
    ],
)
def test_a_place_is_found_in_prose_and_in_lines_around_the_date(text: str, name: str) -> None:
    found = place(text)

    assert found is not None
    assert name in f"{found.name}, {found.room}"


def test_the_name_of_a_day_is_the_house_that_is_told_whole_elsewhere() -> None:
    days = "Talks\nDay One - Blue Lake\n3 March 2025\n9:00 Opening\n18:00 Dinner\nBlue Lake Resort"

    assert told(days) == ("Blue Lake Resort", None, None)
    assert told("Talks\nDay One - Opening\n3 March 2025\n9:00 Opening") is None
